"""Bookmark names that identify phrases in a Word file: other programs may drop tags of controls, but keep bookmarks."""

from __future__ import annotations

from hashlib import sha256

_PREFIX = "wb_"


def anchor_name(address: str, number: int = 1) -> str:
    """The bookmark name of a paragraph (`number`) of the phrase at an address: 40 letters, digits, underscores at most.

    It contains a hash of the address, because an address has characters that a bookmark cannot have.
    """
    return f"{_PREFIX}{sha256(address.encode()).hexdigest()[:24]}_{number}"


def is_anchor(name: str) -> bool:
    """Whether the name of a bookmark has the prefix of `anchor_name`."""
    return name.startswith(_PREFIX)
