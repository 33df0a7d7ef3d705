"""A handout is made anew when anything that it was made of has changed, and only then."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from worksheet_builder.build.fingerprint import Fingerprint
from worksheet_builder.build.shared_parts import SharedParts
from worksheet_builder.foundation.problems import Place

SHEET = "worksheets/rest.yaml"
COUNTS = {
    SHEET: {"en", "es", "es-MX", "references"},
    "worksheets/other.yaml": set[str](),
    "worksheets/bibliography.yaml": {"references"},
    "locales/es/rest.po": {"es", "es-MX"},
    "locales/es/common.po": {"es", "es-MX"},
    "locales/es/language.yaml": {"es", "es-MX"},
    "locales/es/other.po": set[str](),
    "locales/es-MX/rest.po": {"es-MX"},
    "locales/en/rest.po": set[str](),
}
"""The handouts in which each file of a project shows: of one sheet by language, or in English with references."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in COUNTS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("as it was", "utf-8")
    return tmp_path


def fingerprint(project: Path, given: object = None, references: bool = False) -> Fingerprint:
    library: Any = SimpleNamespace(
        locales=(project / "locales",), bibliographies=(project / "worksheets" / "bibliography.yaml",)
    )
    return Fingerprint(library, given, references, SharedParts())


def digests(project: Path) -> dict[str, str]:
    """The hash of the handout in each language, and of that in English with references."""
    sheet = [project / SHEET]
    found = {tag: fingerprint(project).digest(sheet, [tag]) for tag in ("en", "es", "es-MX")}
    return found | {"references": fingerprint(project, references=True).digest(sheet, ["en"])}


@pytest.mark.parametrize("name", COUNTS)
def test_a_file_counts_for_the_handouts_in_which_it_shows(project: Path, name: str) -> None:
    before = digests(project)
    (project / name).write_text("another", "utf-8")
    after = digests(project)
    assert {it for it in before if before[it] != after[it]} == COUNTS[name]
    (project / name).unlink()
    assert {it for it, told in digests(project).items() if told not in (before[it], after[it])} == COUNTS[name]


def test_a_handout_of_other_sheets_in_another_order_or_language_is_another(project: Path) -> None:
    made, (one, other) = fingerprint(project), (project / SHEET, project / "worksheets" / "other.yaml")
    sheets = ([one], [other], [one, other], [other, one])
    assert len({made.digest(it, [tag]) for it in sheets for tag in ("en", "es")}) == 8
    assert made.digest([one], ["en"]) == made.digest([one], ["en"]) != made.digest([one], ["en"], "of one client")


def test_what_an_order_gives_counts_and_the_place_in_which_it_stands_does_not(project: Path) -> None:
    def told(given: object) -> str:
        return fingerprint(project, given).digest([project / SHEET], ["en"])

    first, path = {"name": "One", "at": Place("practice.yaml", 1, 1)}, project / "worksheets" / "other.yaml"
    assert told(first) == told({**first, "at": Place("elsewhere.yaml", 9, 9)})
    assert len({*map(told, (first, {**first, "name": "Two"}, {"named": "One"}, ("One", "Two"), ("Two", "One")))}) == 5
    before = told(path), told(project / "worksheets" / "bibliography.yaml")
    assert before[0] == before[1], "a file counts by what it holds"
    path.write_text("another", "utf-8")
    assert told(path) != before[0]
    made = fingerprint(project)
    assert made.of_value(first) == made.of_value({**first}) != made.of_value({**first, "name": "Two"})
