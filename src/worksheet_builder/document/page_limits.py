"""Page limits: how many pages a sheet, and its leaf (the page for other people), may have at most."""

from __future__ import annotations

from .nodes import Group, GroupRole
from .traversal import answers
from .whole_document import Document

SIDES, EASY_SIDES = 2, 6
"""The most pages of a sheet with answers; and of one in easy read, whose pictures need more space."""
LEAF_SIDES, EASY_LEAF_SIDES = 1, 4
"""The most pages of a leaf, and of a leaf in easy read."""


def promised(document: Document) -> tuple[int, int] | None:
    """The page limits of a sheet and of its leaf (0 without a leaf); None for a sheet without answers: no limit."""
    if not any(answers(document)):
        return None
    sides, leaf = (EASY_SIDES, EASY_LEAF_SIDES) if document.easy_read else (SIDES, LEAF_SIDES)
    leaves = any(isinstance(it, Group) and it.role is GroupRole.LEAF for it in document.nodes)
    return sides, leaf if leaves else 0
