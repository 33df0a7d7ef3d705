"""Contrast as WCAG 2.2 defines it, and palettes that keep it whatever the accent."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksheet_builder.foundation.colours import (
    BLACK,
    LARGE_CONTRAST,
    TEXT_CONTRAST,
    WHITE,
    Colour,
    Palette,
    nearest_readable,
)

CHANNEL = st.integers(0, 255)
COLOURS = st.builds(Colour, CHANNEL, CHANNEL, CHANNEL)


def some_accents() -> list[Colour]:
    """Fifty at random, always the same, and the ends."""
    chosen = random.Random(20250701)
    drawn = [Colour(*(chosen.randrange(256) for _ in range(3))) for _ in range(50)]
    return [BLACK, WHITE, Colour.parse("#ff0"), Colour.parse("#00f"), *drawn]


@pytest.mark.parametrize(
    ("text", "colour"),
    [("#1f6f78", Colour(31, 111, 120)), ("1F6F78", Colour(31, 111, 120)), (" #abc ", Colour(170, 187, 204))],
)
def test_a_colour_is_read(text: str, colour: Colour) -> None:
    assert Colour.parse(text) == colour


@pytest.mark.parametrize("text", ["", "teal", "#12", "#12345", "#1234567", "#ggg", "rgb(1,2,3)"])
def test_anything_else_is_no_colour(text: str) -> None:
    with pytest.raises(ValueError, match="not a colour"):
        Colour.parse(text)


@given(COLOURS)
def test_a_colour_is_written_as_it_is_read(colour: Colour) -> None:
    assert Colour.parse(str(colour)) == colour == Colour.parse(colour.hex)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.478),
        ("#767676", "#ffffff", 4.542),
        ("#949494", "#ffffff", 3.034),
        ("#ff0000", "#ffffff", 3.998),
        ("#0000ff", "#ffffff", 8.592),
        ("#ffff00", "#000000", 19.556),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert Colour.parse(one).contrast(Colour.parse(other)) == pytest.approx(ratio, abs=0.001)
    assert Colour.parse(other).contrast(Colour.parse(one)) == pytest.approx(ratio, abs=0.001)


@given(COLOURS, COLOURS, st.sampled_from([LARGE_CONTRAST, TEXT_CONTRAST]))
def test_the_nearest_readable_shade_can_be_read(colour: Colour, ground: Colour, ratio: float) -> None:
    shade = nearest_readable(colour, ground, ratio)
    assert shade.contrast(ground) >= ratio
    if colour.contrast(ground) >= ratio:
        assert shade == colour


@given(COLOURS)
def test_the_grey_of_a_colour_is_as_light(colour: Colour) -> None:
    assert colour.grey().luminance() == pytest.approx(colour.luminance(), abs=0.005)


@pytest.mark.parametrize("accent", some_accents(), ids=str)
def test_every_pair_of_a_palette_can_be_read(accent: Colour) -> None:
    holds(Palette.of(accent))


def test_the_palette_for_low_ink_can_be_read() -> None:
    holds(Palette.low_ink())


def holds(palette: Palette) -> None:
    for ground in (WHITE, palette.tint, palette.band):
        for text in (palette.ink, palette.quiet, palette.accent):
            assert text.contrast(ground) >= TEXT_CONTRAST
    for ground in (WHITE, palette.tint):
        assert palette.border.contrast(ground) >= LARGE_CONTRAST
