"""What the checks find of faults that were put into real rows, and that they leave the right words alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from .seeded import Seeded, seeded, table

DOCUMENT = Path(__file__).parents[3] / "docs/translation-checks.md"
ROWS = tuple(seeded())
KINDS = tuple(dict.fromkeys(row.kind for row in ROWS))


def test_there_are_faults_of_every_kind_in_every_language() -> None:
    assert len(ROWS) >= 100
    assert len({row.language for row in ROWS}) == 7
    assert all(row.right != row.wrong for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.language} {row.kind} {row.address}")
def test_nothing_is_found_in_the_right_words(row: Seeded) -> None:
    assert not row.found_in(row.right)


@pytest.mark.parametrize("kind", KINDS)
def test_of_each_kind_three_in_five_are_found(kind: str) -> None:
    mine = [row for row in ROWS if row.kind == kind]
    missed = [f"{row.language} {row.address}" for row in mine if not row.caught]
    assert len(missed) <= 0.4 * len(mine), missed


def test_the_document_has_the_table(accept: bool) -> None:
    text = DOCUMENT.read_text("utf-8")
    before, _, rest = text.partition("| fault |")
    after = rest.partition("\n\n")[2]
    if accept:
        DOCUMENT.write_text(f"{before}{table()}\n{after}", "utf-8")
    assert table() in DOCUMENT.read_text("utf-8")
