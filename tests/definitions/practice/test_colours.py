"""Every text on every ground that a design may put it on reaches WCAG AA, or the practice is told a shade that does."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from worksheet_builder.definitions.practice import Practice
from worksheet_builder.foundation.colours import BLACK, WHITE, Colour, Palette, readable_accent
from worksheet_builder.foundation.problems import Place

PLACE = Place("practice.yaml")


def some_accents() -> list[Colour]:
    """Fifty at random, always the same, and the ends."""
    chosen = random.Random(20260201)
    drawn = [Colour(*(chosen.randrange(256) for _ in range(3))) for _ in range(50)]
    return [BLACK, WHITE, Colour.parse("#ff0"), Colour.parse("#f00"), Colour.parse("#767676"), *drawn]


def told_shade(practice: Practice) -> Colour | None:
    """The shade that is named when the colours are refused."""
    problems = [problem for problem in practice.check() if "#" in problem.sentence]
    assert len(problems) <= 1
    return Colour.parse(problems[0].hint.split("‘")[1].split("’")[0]) if problems else None


@pytest.mark.parametrize("accent", some_accents(), ids=str)
def test_every_pair_can_be_read_or_a_shade_is_named_that_can(accent: Colour) -> None:
    shade = told_shade(Practice(PLACE, accent=accent))
    good = shade or accent
    assert told_shade(Practice(PLACE, accent=good)) is None
    palette = Palette.of(good)
    assert palette.accent == good, "an accent that is accepted is printed as it is"
    assert [pair.what for pair in palette.pairs() if not pair.holds] == []


@pytest.mark.parametrize("accent", some_accents()[::5], ids=str)
@pytest.mark.parametrize("field", ["ink", "tint"])
def test_a_colour_that_is_given_beside_the_accent_is_measured_too(accent: Colour, field: str) -> None:
    base = readable_accent(accent)
    for other in some_accents():
        shade = told_shade(Practice(PLACE, accent=base, **{field: other}))
        good = shade or other
        assert told_shade(Practice(PLACE, accent=base, **{field: good})) is None
        palette = Palette.of(base, **{field: good})
        assert [pair.what for pair in palette.pairs() if not pair.holds] == []


def test_low_ink_is_measured_too() -> None:
    assert all(pair.holds for pair in Palette.low_ink().pairs())


def test_the_place_is_that_of_the_colour(tmp_path: Path) -> None:
    from worksheet_builder.foundation.problems import Refused
    from worksheet_builder.reading.loader import read_practice

    (tmp_path / "practice.yaml").write_text('name: X\n\ntint: "#333"\naccent: "#2f6670"\n', "utf-8")
    with pytest.raises(Refused) as refused:
        read_practice(tmp_path / "practice.yaml")
    (problem,) = refused.value.problems
    assert problem.place and (problem.place.line, problem.place.column) == (3, 7)
