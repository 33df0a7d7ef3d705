"""No colour of a practice is refused; what words and lines are set in instead is told, at the place of the colour."""

from __future__ import annotations

from pathlib import Path

import pytest

from worksheet_builder.definitions.colour_remarks import shades
from worksheet_builder.definitions.practice import DEFAULT_ACCENT, Practice
from worksheet_builder.foundation.colours import Colour
from worksheet_builder.foundation.palette import Palette
from worksheet_builder.foundation.problems import Place
from worksheet_builder.reading.loader import read_practice

PLACE = Place("practice.yaml")


def told(**colours: str) -> list[str]:
    given = {name: Colour.parse(text) for name, text in colours.items()}
    practice = Practice(PLACE, **given)
    assert list(practice.check()) == []
    return [problem.sentence for problem in shades(practice)]


@pytest.mark.parametrize("accent", ["#2f6670", "#000000", "#00429d", "#7a1f1f"])
def test_of_a_colour_that_can_be_read_nothing_is_told(accent: str) -> None:
    assert told(accent=accent) == []


@pytest.mark.parametrize("accent", ["#f6d860", "#ffffff", "#e8701a", "#1d70b8"])
def test_the_shade_that_words_are_set_in_is_told(accent: str) -> None:
    shade = Palette.of(Colour.parse(accent)).accent
    assert f"headings are set in its shade {shade}" in told(accent=accent)[0]


def test_what_stands_on_a_light_ground_is_told() -> None:
    palette = Palette.of(Colour.parse("#f6d860"))
    assert told(accent="#f6d860")[0].endswith(f"words that stand on it are {palette.on_solid}.")
    assert "stand on it" not in told(accent="#1d70b8")[0]


def test_a_colour_is_told_in_one_sentence() -> None:
    assert len(told(accent="#f6d860")) == 1 and len(told(accent="#f6d860", second="#fff0aa")) == 2


@pytest.mark.parametrize(
    ("field", "colour", "word"),
    [("second", "#f6d860", "frames and rules"), ("ink", "#999999", "running text"), ("tint", "#333333", "panels")],
)
def test_so_is_what_becomes_of_the_others(field: str, colour: str, word: str) -> None:
    (sentence,) = told(**{field: colour})
    assert word in sentence and colour in sentence


def test_the_place_is_that_of_the_colour(tmp_path: Path) -> None:
    (tmp_path / "practice.yaml").write_text(f'name: X\n\ntint: "#333"\naccent: "{DEFAULT_ACCENT}"\n', "utf-8")
    (problem,) = shades(read_practice(tmp_path / "practice.yaml"))
    assert problem.place and (problem.place.line, problem.place.column) == (3, 7)
