"""Contrast as WCAG 2.2 defines it, and shades that reach it."""

from __future__ import annotations

import pytest
from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st

from worksheet_builder.foundation.colours import BLACK, LARGE_CONTRAST, NIGHT, TEXT_CONTRAST, WHITE, Colour

CHANNEL = st.integers(0, 255)
COLOURS = st.builds(Colour, CHANNEL, CHANNEL, CHANNEL)


@pytest.mark.parametrize(
    ("text", "colour"),
    [("#1f6f78", Colour(31, 111, 120)), ("1F6F78", Colour(31, 111, 120)), (" #abc ", Colour(170, 187, 204))],
)
def test_a_colour_is_read(text: str, colour: Colour) -> None:
    assert Colour.parse(text) == colour


@pytest.mark.parametrize(("colour", "text"), [(WHITE, "#ffffff"), (BLACK, "#000000"), (NIGHT, "#14171a")])
def test_the_grounds_of_paper_and_of_screens_are_written_as_they_are_read(colour: Colour, text: str) -> None:
    assert str(colour) == text and Colour.parse(text) == colour


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
    assert Colour.parse(one).contrast(Colour.parse(other)) == pytest.approx(ratio, abs=0.005)
    assert Colour.parse(other).contrast(Colour.parse(one)) == pytest.approx(ratio, abs=0.005)


@given(COLOURS, COLOURS, st.sampled_from([LARGE_CONTRAST, TEXT_CONTRAST]), st.booleans())
def test_the_nearest_readable_shade_can_be_read_where_any_can(
    colour: Colour, ground: Colour, ratio: float, lighter: bool
) -> None:
    shade, end = colour.readable((ground,), ratio, lighter=lighter), WHITE if lighter else BLACK
    assert shade.contrast(ground) >= ratio or (shade == end and end.contrast(ground) < ratio)
    if colour.contrast(ground) >= ratio:
        assert shade == colour


@pytest.mark.parametrize("text", ["#ffcc00", "#f6d860", "#e8701a", "#87ceeb", "#ff7f7f", "#00b3a4", "#b497d6"])
def test_a_darker_shade_keeps_its_hue(text: str) -> None:
    """As the eye has it: within eight degrees of OKLCH, where darkening in HSL turns by eighteen."""
    colour = Colour.parse(text)
    hues = [Color(str(it)).convert("oklch")["hue"] for it in (colour, colour.readable((WHITE,)))]
    assert abs((hues[0] - hues[1] + 180) % 360 - 180) < 8


@given(COLOURS, st.floats(0.2, 1.0), st.floats(0.0, 0.4))
def test_a_tone_is_as_light_as_asked(colour: Colour, lightness: float, strongest: float) -> None:
    toned = Color(str(colour.toned(lightness, strongest))).convert("oklch")
    assert toned["lightness"] == pytest.approx(lightness, abs=0.02)
