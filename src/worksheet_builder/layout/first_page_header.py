"""The header of the first page: logo, name and strapline, on or over what the design puts there."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from ..definitions.picture_reader import as_png, size_of
from ..document.design import MM
from ..foundation.colours import WHITE
from ..foundation.phrases import Phrase
from .context import LayoutContext
from .display_list import Artifact, DrawOp, ImageOp, RectangleOp, RuleOp, TextOp, moved
from .line_styles import LineStyle
from .tag_tree import Tag

LOGO_HEIGHT = 13 * MM
LOGO_WIDTH = 52 * MM
GAP = 10.0
TOP = 10.5 * MM
_PLATE = 2.5
"""Points of white around a logo that was not made for a dark ground."""


def has_page_header(context: LayoutContext) -> bool:
    """Whether the practice has anything to say at the head."""
    return bool(context.header_footer.practice.head() or context.brand.logo)


def page_header_height(context: LayoutContext) -> float:
    """How far down the page the head reaches, in points."""
    return TOP + _height(context)


def first_page_header(context: LayoutContext, tag: Tag) -> list[DrawOp]:
    """Logo and words, with a rule under them or a band behind them; nothing where the practice has none.

    They are read there, under the tag, and nowhere else.
    """
    if not has_page_header(context):
        return []
    height, column = _height(context), context.column.width
    picture = _picture(context, height, tag)
    used = picture.width + GAP if picture else 0.0
    words = _words(context, _room(context), tag)
    wide = max((text.line.width for text in words), default=0.0)
    centred = context.design.align == "centre"
    shift = max(0.0, (column - used - wide) / 2) if centred else 0.0
    down = TOP + (height - _text_height(context)) / 2
    if centred and not picture:
        words = [replace(text, x=(wide - text.line.width) / 2) for text in words]
    ops: list[DrawOp] = [moved(text, context.side + used + shift, down) for text in words]
    if picture:
        ops = [*_on_plate(context, moved(picture, context.side + shift, TOP)), *ops]
    return [*_ground(context, height), *ops, *_header_line(context, height, tag)]


def _ground(context: LayoutContext, height: float) -> list[DrawOp]:
    """What lies behind or under the head."""
    palette, foot = context.palette, TOP + height
    whole = RectangleOp(0.0, 0.0, context.page_width, foot + 4 * MM, Artifact.PAGINATION)
    match context.design.header:
        case "band":
            return [replace(whole, fill=palette.tint)]
        case "solid":
            return [replace(whole, fill=palette.solid)]
        case "rule":
            return [
                RuleOp(context.side, foot + 3 * MM, context.column.width, 0.6, palette.hairline, Artifact.PAGINATION)
            ]
        case "plain":
            return []
        case _:
            assert_never(context.design.header)


def _phrases_with_styles(context: LayoutContext) -> list[tuple[Phrase, LineStyle]]:
    """Name and strapline, in a centred head the line for each page too; in a colour of its own on a solid ground."""
    practice = context.header_footer.practice
    running = context.line_style("running")
    both = [(practice.name, context.line_style("brand")), (practice.strapline, running)]
    if context.design.align == "centre":
        both.append((practice.each, running))
    dark = context.design.header == "solid"
    return [
        (words, replace(line_style, colour=context.palette.on_solid) if dark else line_style)
        for words, line_style in both
        if words
    ]


def _words(context: LayoutContext, width: float, tag: Tag) -> list[TextOp]:
    """The lines of name and strapline under each other, from the top of the first."""
    texts, y = [], 0.0
    for phrase, line_style in _phrases_with_styles(context):
        mark = context.heard(phrase, tag)
        for line in context.setter.lines(phrase, line_style.style, width):
            texts.append(context.artifact(line, line_style, 0.0, y + context.baseline(line_style), mark))
            y += line_style.leading
    return texts


def _room(context: LayoutContext) -> float:
    """The width for name and strapline, beside the logo and the line at the end side."""
    header, room = context.header_footer.practice.each, context.column.width
    room -= _size(context)[0] + GAP if context.brand.logo else 0.0
    if header and context.design.align == "start":
        room -= context.setter.width(header, context.line_style("running").style) + GAP
    return room


def _text_height(context: LayoutContext) -> float:
    width = _room(context)
    return sum(
        line_style.leading * len(context.setter.lines(phrase, line_style.style, width))
        for phrase, line_style in _phrases_with_styles(context)
    )


def _height(context: LayoutContext) -> float:
    return max(LOGO_HEIGHT if context.brand.logo else 0.0, _text_height(context), context.line_style("running").leading)


def _size(context: LayoutContext) -> tuple[float, float]:
    """Width and height of the logo, fitted into its room."""
    across, down = size_of(as_png(context.brand.logo or b""))
    ratio = across / down
    tall = min(LOGO_HEIGHT, LOGO_WIDTH / ratio)
    return tall * ratio, tall


def _picture(context: LayoutContext, height: float, tag: Tag) -> ImageOp | None:
    if context.brand.logo is None:
        return None
    wide, tall = _size(context)
    figure = tag.add("Figure")
    name = context.header_footer.practice.name or context.document.title
    figure.alt = context.header_footer.logo.fill(practice=name.plain()).plain()
    return ImageOp(0.0, (height - tall) / 2, wide, tall, context.brand.logo, figure)


def _on_plate(context: LayoutContext, picture: ImageOp) -> list[DrawOp]:
    """The logo, on white if it stands on the accent and was not made to."""
    if context.design.header != "solid" or context.brand.on_dark:
        return [picture]
    x, y, wide, tall = picture.x - _PLATE, picture.y - _PLATE, picture.width + 2 * _PLATE, picture.height + 2 * _PLATE
    return [RectangleOp(x, y, wide, tall, Artifact.PAGINATION, fill=WHITE, radius=2.0), picture]


def _header_line(context: LayoutContext, height: float, tag: Tag) -> list[DrawOp]:
    """The practice's line for the head of each page, at the end side."""
    header = context.header_footer.practice.each
    if header is None or context.design.align == "centre":
        return []
    line_style = context.line_style("running")
    line_style = (
        replace(line_style, colour=context.palette.on_solid) if context.design.header == "solid" else line_style
    )
    y = TOP + height - (line_style.leading - context.baseline(line_style))
    mark = context.heard(header, tag)
    return [context.artifact_line(header, line_style, context.side, y, context.column.width, end=True, mark=mark)]
