"""The intensity of a worksheet: how strong the feelings are that it may bring up."""

from __future__ import annotations

from enum import StrEnum


class Intensity(StrEnum):
    """How much a sheet may stir: it decides the safety text that the sheet carries."""

    PRACTICAL = "practical"
    SETTLING = "settling"
    REFLECTIVE = "reflective"
    ACTIVATING = "activating"
