"""A renamed id takes its translations along."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from worksheet_builder.foundation.problems import Refused
from worksheet_builder.translation.catalogue import Catalogue
from worksheet_builder.translation.po_file import PoFile
from worksheet_builder.translation.po_merge import marked, merge
from worksheet_builder.translation.po_rename import rename
from worksheet_builder.translation.states import Mark, State

from .sheets import HEADER, wanted

BEFORE = {"kinds.question": "Which?", "kinds.options.a": "This.", "other": "Why?"}
AFTER = {"sorts.question": "Which?", "sorts.options.a": "This.", "other": "Why?"}


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    file = merge(PoFile(HEADER, ()), wanted(BEFORE)).file
    spoken = (entry.changed(words=f"<{entry.address}>") for entry in file.entries)
    mark = Mark(State.REVIEWED, "Ana", date(2026, 11, 22))
    signed = (marked(entry, Mark(mark.state, mark.by, mark.on, entry.sealed())) for entry in spoken)
    path = tmp_path / "es" / "sleep.po"
    path.parent.mkdir()
    path.write_bytes(file.with_entries(tuple(signed)).to_bytes())
    return tmp_path


def entries(locales: Path) -> dict[str | None, tuple[str, State]]:
    file = Catalogue.read(locales / "es" / "sleep.po", "es").file
    return {entry.address: (entry.words, entry.state) for entry in file.entries if not entry.obsolete}


def update(locales: Path) -> None:
    path = locales / "es" / "sleep.po"
    path.write_bytes(merge(Catalogue.read(path, "es").file, wanted(AFTER)).file.to_bytes())


@pytest.mark.parametrize("late", [False, True], ids=["before an update", "after an update"])
def test_words_and_reviews_move_along(locales: Path, late: bool) -> None:
    if late:
        update(locales)
    (renamed,) = rename("sleep", "kinds", "sorts", locales)
    assert renamed.moved == 2
    update(locales)
    assert entries(locales) == {
        "sorts.question": ("<kinds.question>", State.REVIEWED),
        "sorts.options.a": ("<kinds.options.a>", State.REVIEWED),
        "other": ("<other>", State.REVIEWED),
    }


def test_what_is_not_there_cannot_move(locales: Path) -> None:
    with pytest.raises(Refused, match="has anything at ‘kind’"):
        rename("sleep", "kind", "sorts", locales)


def test_nothing_is_written_over(locales: Path) -> None:
    before = entries(locales)
    with pytest.raises(Refused, match="There are words at ‘other’ already"):
        rename("sleep", "kinds.question", "other", locales)
    assert entries(locales) == before
