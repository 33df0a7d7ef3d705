"""Proofread translations without knowing the language: many small checks, each for one kind of mistake.

A translator can switch off a check at one string with a comment, ``# fine: numbers (the reason)``.
"""

from __future__ import annotations

from .checked_string import Check, CheckedString, Remark
from .fine_comments import fine_in
from .grouping import grouped
from .proofread import ADVICE, CHECKS, Proofs, proofread, remarks_on

__all__ = [
    "ADVICE",
    "CHECKS",
    "Check",
    "CheckedString",
    "Proofs",
    "Remark",
    "fine_in",
    "grouped",
    "proofread",
    "remarks_on",
]
