"""The head of the first page: logo, name and strapline, on or over what the design puts there."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import assert_never

from ..document.design import MM
from ..foundation.colours import WHITE
from ..foundation.phrases import Phrase
from .context import Press
from .display_list import Artifact, Box, Ink, Picture, Rule, Text, moved
from .line_styles import Look

LOGO_HEIGHT = 13 * MM
LOGO_WIDTH = 52 * MM
GAP = 10.0
TOP = 10.5 * MM
_PLATE = 2.5
"""Points of white around a logo that was not made for a dark ground."""


def has_brand(press: Press) -> bool:
    """Whether the practice has anything to say at the head."""
    practice = press.brand.practice
    return bool(practice.name or practice.strapline or practice.header or press.brand.logo)


def head_height(press: Press) -> float:
    """How far down the page the head reaches, in points."""
    return TOP + _height(press)


def first_header(press: Press) -> list[Ink]:
    """Logo and words, with a rule under them or a band behind them; nothing where the practice has none."""
    if not has_brand(press):
        return []
    height, column = _height(press), press.column.width
    picture = _picture(press, height)
    used = picture.width + GAP if picture else 0.0
    words = _words(press, _room(press))
    wide = max((text.line.width for text in words), default=0.0)
    centred = press.design.align == "centre"
    shift = max(0.0, (column - used - wide) / 2) if centred else 0.0
    down = TOP + (height - _text_height(press)) / 2
    if centred and not picture:
        words = [replace(text, x=(wide - text.line.width) / 2) for text in words]
    inks: list[Ink] = [moved(text, press.side + used + shift, down) for text in words]
    if picture:
        inks = [*_on_plate(press, moved(picture, press.side + shift, TOP)), *inks]
    return [*_ground(press, height), *inks, *_header_line(press, height)]


def _ground(press: Press, height: float) -> list[Ink]:
    """What lies behind or under the head."""
    palette, foot = press.palette, TOP + height
    whole = Box(0.0, 0.0, press.page_width, foot + 4 * MM, Artifact.PAGINATION)
    match press.design.header:
        case "band":
            return [replace(whole, fill=palette.tint)]
        case "solid":
            return [replace(whole, fill=palette.accent)]
        case "rule":
            return [Rule(press.side, foot + 3 * MM, press.column.width, 0.6, palette.rule, Artifact.PAGINATION)]
        case "plain":
            return []
        case _:
            assert_never(press.design.header)


def _looks(press: Press) -> list[tuple[Phrase, Look]]:
    """Name and strapline, in a centred head the line for each page too; in white where they stand on the accent."""
    practice = press.brand.practice
    running = press.look("running")
    both = [(practice.name, press.look("brand")), (practice.strapline, running)]
    if press.design.align == "centre":
        both.append((practice.header, running))
    dark = press.design.header == "solid"
    return [(words, replace(look, colour=WHITE) if dark else look) for words, look in both if words]


def _words(press: Press, width: float) -> list[Text]:
    """The lines of name and strapline under each other, from the top of the first."""
    texts, y = [], 0.0
    for phrase, look in _looks(press):
        for line in press.setter.lines(phrase, look.style, width):
            texts.append(press.artifact(line, look, 0.0, y + press.baseline(look)))
            y += look.leading
    return texts


def _room(press: Press) -> float:
    """The width for name and strapline, beside the logo and the line at the end side."""
    header, room = press.brand.practice.header, press.column.width
    room -= _size(press)[0] + GAP if press.brand.logo else 0.0
    if header and press.design.align == "start":
        room -= press.setter.width(header, press.look("running").style) + GAP
    return room


def _text_height(press: Press) -> float:
    width = _room(press)
    return sum(look.leading * len(press.setter.lines(phrase, look.style, width)) for phrase, look in _looks(press))


def _height(press: Press) -> float:
    return max(LOGO_HEIGHT if press.brand.logo else 0.0, _text_height(press), press.look("running").leading)


def _size(press: Press) -> tuple[float, float]:
    """Width and height of the logo, fitted into its room."""
    from PIL import Image

    with Image.open(BytesIO(press.brand.logo or b"")) as image:
        ratio = image.width / image.height
    tall = min(LOGO_HEIGHT, LOGO_WIDTH / ratio)
    return tall * ratio, tall


def _picture(press: Press, height: float) -> Picture | None:
    if press.brand.logo is None:
        return None
    wide, tall = _size(press)
    return Picture(0.0, (height - tall) / 2, wide, tall, press.brand.logo, Artifact.PAGINATION)


def _on_plate(press: Press, picture: Picture) -> list[Ink]:
    """The logo, on white if it stands on the accent and was not made to."""
    if press.design.header != "solid" or press.brand.on_dark:
        return [picture]
    x, y, wide, tall = picture.x - _PLATE, picture.y - _PLATE, picture.width + 2 * _PLATE, picture.height + 2 * _PLATE
    return [Box(x, y, wide, tall, Artifact.PAGINATION, fill=WHITE, radius=2.0), picture]


def _header_line(press: Press, height: float) -> list[Ink]:
    """The practice's line for the head of each page, at the end side."""
    header = press.brand.practice.header
    if header is None or press.design.align == "centre":
        return []
    look = press.look("running")
    look = replace(look, colour=WHITE) if press.design.header == "solid" else look
    y = TOP + height - (look.leading - press.baseline(look))
    return [press.artifact_line(header, look, press.side, y, press.column.width, end=True)]
