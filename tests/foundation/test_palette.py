"""Whatever the colours of a practice, every word and every line that means something can be seen."""

from __future__ import annotations

import random

import pytest

from worksheet_builder.foundation.colours import BLACK, NIGHT, TEXT_CONTRAST, WHITE, Colour
from worksheet_builder.foundation.palette import Palette, Stock

USUAL = {
    "teal": "#008080", "orange": "#e8701a", "coral": "#ff7f6e", "sky": "#6ec1e4", "sage": "#9caf88",
    "lavender": "#b497d6", "blush": "#f2c4c4", "mustard": "#d4a017", "terracotta": "#c8664b", "olive": "#8a8d3a",
    "turquoise": "#30b8b0", "eucalyptus": "#8fb8a2", "dusty blue": "#8aa6bf", "clay": "#b77f5f",
    "a government's blue": "#1d70b8", "pine": "#1f5c4d", "plum": "#5b2a5e",
}  # fmt: skip
"""Colours that practices have."""
ENDS = ("#000000", "#ffffff", "#ffff00", "#ff0000", "#00ff00", "#0000ff", "#767676", "#808080")


def drawn(many: int) -> list[Colour]:
    """So many at random, always the same."""
    chosen = random.Random(20261129)
    return [Colour(*(chosen.randrange(256) for _ in range(3))) for _ in range(many)]


def unreadable(light: Palette, dark: Palette) -> list[str]:
    pairs = (*light.pairs(), *dark.pairs(NIGHT))
    return [f"{pair.what}: {pair.ink} on {pair.ground}" for pair in pairs if not pair.holds]


@pytest.mark.parametrize("accent", [*USUAL.values(), *ENDS], ids=[*USUAL, *ENDS])
def test_a_usual_colour_is_taken_as_it_is(accent: str) -> None:
    colour = Colour.parse(accent)
    palette = Palette.of(colour)
    assert palette.solid == palette.ornament == colour
    assert palette.accent == colour or colour.contrast(palette.band) < TEXT_CONTRAST
    assert unreadable(palette, Palette.dark(colour)) == []


def test_so_are_two_hundred_at_random_alone_and_in_pairs() -> None:
    colours = drawn(200)
    for accent, second in zip(colours, reversed(colours), strict=True):
        assert unreadable(Palette.of(accent), Palette.dark(accent)) == []
        assert unreadable(Palette.of(accent, second), Palette.dark(accent, second)) == []


def test_a_drawing_on_the_paper_of_an_opening_is_seen_as_a_whole_and_its_lines_on_it() -> None:
    """What is filled stands out from the paper, also in grey, and the lines of the drawing from what is filled."""
    colours = [*map(Colour.parse, (*USUAL.values(), *ENDS)), *drawn(200)]
    for palette in (*map(Palette.of, colours), *map(Palette.dark, colours)):
        assert palette.shade.contrast(palette.paper) >= 1.3
        assert palette.accent.contrast(palette.shade) >= 2.5
        assert palette.in_opening().band == palette.shade


@pytest.mark.parametrize("field", ["ink", "tint"])
def test_a_colour_that_is_given_beside_the_accent_is_made_to_be_read(field: str) -> None:
    for accent in map(Colour.parse, (*USUAL.values(), *ENDS)):
        for other in (BLACK, WHITE, *drawn(12)):
            palette = Palette.of(accent, **{field: other})
            assert [pair.what for pair in palette.pairs() if not pair.holds] == []


def test_the_second_colour_has_the_ornament_the_rules_and_the_panels() -> None:
    accent, second = Colour.parse("#2f6670"), Colour.parse("#b5482e")
    palette, alone = Palette.of(accent, second), Palette.of(accent)
    assert (palette.ornament, palette.rule) == (second, second)
    assert palette.tint == Palette.of(second).tint != alone.tint
    assert (palette.accent, palette.solid, palette.band) == (accent, accent, alone.band)


@pytest.mark.parametrize("turn", range(0, 360, 36))
def test_on_the_paper_of_any_collection_all_can_be_read(turn: int) -> None:
    stock = Stock(turn, (turn % 144) / 144)
    for accent in map(Colour.parse, (*USUAL.values(), *ENDS)):
        assert unreadable(Palette.of(accent, stock=stock), Palette.dark(accent, stock=stock)) == []
    for accent, second in zip(drawn(40), reversed(drawn(40)), strict=True):
        assert unreadable(Palette.of(accent, second, stock=stock), Palette.dark(accent, second, stock)) == []


def test_paper_changes_the_grounds_and_never_what_is_the_practices() -> None:
    teal = Colour.parse("#2f6670")
    own, other = Palette.of(teal), Palette.of(teal, stock=Stock(144, 0.5))
    same = ("ink", "quiet", "accent", "solid", "on_solid", "ornament", "head", "hairline", "border")
    assert [getattr(own, name) for name in same] == [getattr(other, name) for name in same]
    assert all(getattr(own, name) != getattr(other, name) for name in ("tint", "band", "paper", "rule"))


def test_for_a_grey_paper_is_deeper_and_stays_grey() -> None:
    light, deep = (Palette.of(BLACK, stock=Stock(144, shade)).paper for shade in (0.0, 1.0))
    assert deep.luminance() < light.luminance()
    assert deep.chroma == light.chroma == 0.0


def test_a_ground_that_a_practice_names_is_that_of_every_collection() -> None:
    cream = Colour.parse("#fdf6e3")
    assert Palette.of(BLACK, tint=cream, stock=Stock(144, 1.0)) == Palette.of(BLACK, tint=cream)


def test_low_ink_knows_no_colour_and_fills_nothing() -> None:
    palette = Palette.low_ink()
    assert all(pair.holds for pair in palette.pairs())
    assert palette.tint == palette.band == palette.solid == palette.paper == palette.head == WHITE
    assert all(pair.holds for pair in Palette.dark(BLACK).pairs(NIGHT))
