"""Entries whose state mark was made for other words than the entry has now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..foundation.problems import Place, Problem
from .po_file import PoFile

_NAMED = 3
_HINT = (
    "The words were edited, or a merge put new English over old words. Look whether they fit; an update drops the mark."
)


def outdated_marks(path: Path, file: PoFile) -> Iterator[Problem]:
    """One Problem for a catalogue with such entries: they count as translated, though perhaps nobody has read them."""
    found = [it for it in file.entries if not it.obsolete and it.outlived]
    if not found:
        return
    named = ", ".join(f"‘{it.address}’" for it in found[:_NAMED]) + (", …" if len(found) > _NAMED else "")
    sentence = f"Rows whose state was given to other words or other English: {len(found)} ({named})."
    yield Problem(Place(str(path), found[0].start), sentence, _HINT)
