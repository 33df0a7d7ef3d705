"""The pages that a sheet promises to take at most: those of one piece of paper, and of another for other people."""

from __future__ import annotations

from .nodes import Group, GroupRole
from .traversal import answers
from .whole_document import Document

SIDES, EASY_SIDES = 2, 6
"""The pages of a sheet to be written on; easy read takes the room that its pictures need."""
LEAF_SIDES, EASY_LEAF_SIDES = 1, 4
"""Those of its leaf to other people."""


def promised(document: Document) -> tuple[int, int] | None:
    """The pages of a sheet and of its leaf, 0 without one; None where there is nothing to write on."""
    if not any(answers(document)):
        return None
    sides, leaf = (EASY_SIDES, EASY_LEAF_SIDES) if document.easy_read else (SIDES, LEAF_SIDES)
    leaves = any(isinstance(it, Group) and it.role is GroupRole.LEAF for it in document.nodes)
    return sides, leaf if leaves else 0
