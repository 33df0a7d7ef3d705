"""The figures of colours are those of coloraide."""

from __future__ import annotations

import pytest
from coloraide import Color
from hypothesis import example, given
from hypothesis import strategies as st

from worksheet_builder.foundation import oklch
from worksheet_builder.foundation.colours import Colour

CHANNEL = st.integers(0, 255)
COLOURS = st.builds(Colour, CHANNEL, CHANNEL, CHANNEL)
GREYS = CHANNEL.map(lambda it: Colour(it, it, it))


def channels(colour: Colour) -> tuple[float, float, float]:
    return colour.red / 255, colour.green / 255, colour.blue / 255


@given(COLOURS | GREYS)
@example(Colour(0, 0, 0))
@example(Colour(255, 255, 255))
@example(Colour(10, 11, 10))
def test_luminance_and_coordinates(colour: Colour) -> None:
    known = Color("srgb", channels(colour))
    assert oklch.luminance(channels(colour)) == pytest.approx(known.luminance(), abs=1e-9)
    lightness, chroma, hue = known.convert("oklch").coords(nans=False)
    assert oklch.of_srgb(channels(colour)) == pytest.approx((lightness, chroma, hue), abs=1e-6)


@given(COLOURS, st.floats(0, 1), st.sampled_from([0.01, 0.03, 0.1, 0.4]))
@example(Colour(0, 0, 255), 0.5, 0.4)
def test_shades_are_the_same_in_each_channel(colour: Colour, lightness: float, strongest: float) -> None:
    _, chroma, hue = Color("srgb", channels(colour)).convert("oklch").coords(nans=False)
    shade = Color("oklch", [lightness, min(chroma, strongest), hue]).convert("srgb")
    known = shade.fit(method="raytrace", pspace="oklch").coords(nans=False)
    assert channels(colour.toned(lightness, strongest)) == pytest.approx(known, abs=0.5001 / 255)


@given(COLOURS, COLOURS)
def test_contrast(one: Colour, other: Colour) -> None:
    known = Color("srgb", channels(one)).contrast(Color("srgb", channels(other)), method="wcag21")
    assert one.contrast(other) == pytest.approx(known, abs=1e-9)
