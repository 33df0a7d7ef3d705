"""Proofreading: what can be told of a translation without knowing its language, each thing by a small check of its own.

A translator who knows better silences a check at one string with a comment, ``# fine: numbers``.
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
