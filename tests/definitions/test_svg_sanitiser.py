"""An SVG is let through only if it draws and nothing else; what could load, run or identify is refused or dropped."""

from __future__ import annotations

import pytest

from worksheet_builder.definitions.svg_sanitiser import MOST_USES, Unclean, cleaned, size

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">'
OUTSIDE = "The drawing refers to something outside itself."
SCRIPT = "The drawing holds a script."


def drawing(inside: str) -> bytes:
    return f"{HEAD}{inside}</svg>".encode()


@pytest.mark.parametrize(
    "inside",
    [
        *(f'<rect width="9" height="9" fill="{word}(http://example.org/a)"/>' for word in ("url", "URL", "Url", "uRl")),
        *(f"<style>rect{{fill:{word}( 'http://example.org/a')}}</style>" for word in ("url", "URL", "uRL")),
        '<rect width="9" height="9" fill="url(&quot;data:image/png,a&quot;)"/>',
        '<rect width="9" height="9" style="fill:EXPRESSION(1)"/>',
        "<style>@import 'a.css';</style>",
        "<style>@IMPORT 'a.css';</style>",
        "<style>rect{fill:u\\72l(http://example.org)}</style>",
        '<rect id="a" fill="JavaScript:alert(1)"/>',
        '<use href="http://example.org/a.svg#b"/>',
        '<use xlink:href="other.svg#b"/>',
    ],
)
def test_what_is_outside_of_it_is_refused(inside: str) -> None:
    with pytest.raises(Unclean) as found:
        cleaned(drawing(inside))
    assert found.value.sentence == OUTSIDE and found.value.line == 1


@pytest.mark.parametrize("name", ["onload", "ONCLICK", "OnMouseOver"])
def test_a_script_in_an_attribute_is_refused(name: str) -> None:
    with pytest.raises(Unclean) as found:
        cleaned(drawing(f'<rect {name}="a()"/>'))
    assert found.value.sentence == SCRIPT


@pytest.mark.parametrize("name", ["script", "image", "text", "foreignObject", "animate", "a", "filter", "Rect"])
def test_what_does_more_than_draw_is_refused(name: str) -> None:
    with pytest.raises(Unclean):
        cleaned(drawing(f"<{name}/>"))


@pytest.mark.parametrize("paint", ["url(#a)", "URL(#a)", "url('#a')", "#2f6670", "none"])
def test_paints_of_the_drawing_itself_are_kept(paint: str) -> None:
    kept = cleaned(drawing(f'<rect width="9" height="9" fill="{paint}"/>')).decode()
    assert f'fill="{paint}"' in kept


def test_what_draws_nothing_is_dropped() -> None:
    inside = "<title>By Ann</title><metadata>Ann</metadata><desc>Ann</desc>"
    inside += '<g data-by="Ann" id="x">Ann<path d="M0 0"/>Ann</g>'
    assert b"Ann" not in cleaned(drawing(f'<!-- Ann --><?by Ann?>{inside}<x:y xmlns:x="urn:x">Ann</x:y>'))


@pytest.mark.parametrize(("count", "refused"), [(MOST_USES, False), (MOST_USES + 1, True)])
def test_a_part_is_repeated_so_often_and_no_oftener(count: int, refused: bool) -> None:
    data = drawing('<path id="a" d="M0 0"/>' + '<use href="#a"/>' * count)
    if refused:
        with pytest.raises(Unclean):
            cleaned(data)
    else:
        assert cleaned(data).count(b"<use") == count


def test_a_part_that_repeats_others_is_not_repeated() -> None:
    with pytest.raises(Unclean):
        cleaned(drawing('<path id="a" d="M0 0"/><g id="b"><use href="#a"/></g><use href="#b"/>'))


@pytest.mark.parametrize(
    ("said", "sides"),
    [
        ('viewBox="0 0 40 20"', (40.0, 20.0)),
        ('viewBox="0 0 1 1"', (1.0, 1.0)),
        ('viewBox="-1,-2,10,200"', (10.0, 200.0)),
        ('width="30" height="60px"', (30.0, 60.0)),
        ('width="30pt" height="3PC"', (40.0, 48.0)),
        ('width="25.4mm" height="5.08cm"', (96.0, 192.0)),
        ('width="1in" height="101.6Q"', (96.0, 96.0)),
        ('width="2em" height="3em"', None),
        ('viewBox="0 0 10 201"', None),
        ('viewBox="0 0 0 5"', None),
        ('width="100%" height="3"', None),
        ("", None),
    ],
)
def test_its_size_is_that_of_its_view_box_or_its_sides(said: str, sides: tuple[float, float] | None) -> None:
    data = f'<svg xmlns="http://www.w3.org/2000/svg" {said}/>'.encode()
    if sides:
        assert size(data) == sides
    else:
        with pytest.raises(Unclean):
            size(data)
