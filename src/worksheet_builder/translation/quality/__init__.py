"""Proofreading: what can be told of a translation without knowing its language, each thing by a small check of its own.

A translator who knows better silences a check at one string with a comment, ``# fine: numbers``.
"""

from __future__ import annotations

from .checked_string import Check, CheckedString, Remark
from .grouping import grouped
from .proofread import ADVICE, CHECKS, Proofs, proofread

__all__ = ["ADVICE", "CHECKS", "Check", "CheckedString", "Proofs", "Remark", "grouped", "proofread"]
