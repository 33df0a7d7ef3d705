"""Names in a Word file that last: programs drop tags of controls and what they do not know, but keep bookmarks."""

from __future__ import annotations

from hashlib import sha256

_PREFIX = "wb_"


def anchor_name(address: str, number: int = 1) -> str:
    """The bookmark of a phrase, at the paragraph of it with this number: letters, digits and underscores, 40 at most.

    A hash, because an address has signs that a bookmark cannot have.
    """
    return f"{_PREFIX}{sha256(address.encode()).hexdigest()[:24]}_{number}"


def is_anchor(name: str) -> bool:
    """Whether a bookmark is one of ours."""
    return name.startswith(_PREFIX)
