"""Running header and footer: the practice at the top of a page, its contact and the page number at the bottom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..document import BETWEEN
from ..document.drawings import Frame, strokes
from ..document.measures import MM
from ..foundation.phrases import Phrase
from ..foundation.records import record
from ..text import Line, TextStyle
from .context import LayoutContext
from .display_list import Artifact, DrawOp, StrokeOp, mirrored
from .first_page_header import (
    UNDER_WORDS,
    first_page_header,
    has_page_header,
    page_header_height,
    top_without_header,
)
from .tag_tree import Tag

GAP = 10.0
_AFTER = 6.0
"""Points between the drawing in a running header and the title."""
_LINES, _WIDEST = 1.55, 2.4
"""The greatest height and width of that drawing, in line heights of the header."""
_MIDDLE = 0.42
"""The height of the middle of letters above the baseline, as a share of the text size."""
_THINNEST = 0.42
"""The least share of their usual width for the strokes of that drawing, so that a printer does not lose them."""
_FootLine = tuple[Line, Phrase]
"""A line of the footer, and the phrase that it is a part of."""


@record
class PageFrame:
    """The top of a page's column, from the upper edge of the paper, and its height, in points."""

    top: float
    height: float
    bare: bool = False
    """Whether the page belongs to a leaf, without header and footer of the practice."""


@record
class PageFrames:
    """The frames of the first page, with the practice's header, of a page where a part begins, and of all others.

    `bare` is the frame of a leaf, a page to hand to other people, without header and footer of the practice.
    """

    first: PageFrame
    opening: PageFrame
    others: PageFrame
    bare: PageFrame


@record
class LeafSide:
    """One page of a leaf of several pages: the title of the leaf, the number of the page, from 1, and of all pages."""

    title: Phrase
    number: int
    count: int


def page_frames(context: LayoutContext) -> PageFrames:
    """The frames of the pages of a document."""
    margins = context.design.margins
    head = plain = top_without_header(context)
    bare = margins.top * MM - UNDER_WORDS
    if has_page_header(context):
        head = max(margins.top * MM, page_header_height(context) + context.edges.under[context.design.header])
    top = margins.top * MM - 2
    foots = [margins.bottom * MM + _footer_height(context, index) for index in (0, 1)]
    tops = ((head, foots[0]), (plain, foots[1]), (top, foots[1]))
    first, opening, others = (PageFrame(above, context.page_height - above - below) for above, below in tops)
    rows, _ = _rows(context, _notice(context), _page_words(context, 88, 88))
    below = margins.bottom * MM + context.line_style("running").leading * (rows - 1)
    return PageFrames(first, opening, others, PageFrame(bare, context.page_height - bare - below, bare=True))


def header_footer(
    context: LayoutContext, index: int, count: int, bare: bool, root: Tag, leaf: LeafSide | None = None
) -> list[DrawOp]:
    """The operations of one page's header and footer, in page coordinates; on a leaf (`bare`) notice and page number.

    On the first page they have tags, the first and last under `root`, so that they are read once; else are artifacts.
    """
    head, foot = (Tag("Letterhead"), Tag("Imprint")) if index == 0 else (None, None)
    if head and foot:
        root.children = [head, *root.children, foot]
    if bare:
        ops = _around_leaf(context, leaf, foot)
    else:
        ops = first_page_header(context, head) if head else _running_header(context, index)
        ops += _footer(context, index, count, foot)
    return [mirrored(op, context.page_width) for op in ops] if context.rtl else ops


def _around_leaf(context: LayoutContext, leaf: LeafSide | None, foot: Tag | None) -> list[DrawOp]:
    """The notice of a leaf; if it takes several pages, also the page number and, from the second page on, its title."""
    notice = _notice(context)
    if leaf is None:
        return _at_foot(context, notice, len(notice), foot)
    rows, number = _numbered(context, notice, leaf.number, leaf.count)
    ops = [number, *_at_foot(context, notice, rows, foot)]
    if leaf.number > 1:
        style, height = context.line_style("running"), context.edges.header
        ops.append(context.artifact_line(leaf.title, style, context.side, height, context.column.width))
    return ops


def _running_header(context: LayoutContext, index: int) -> list[DrawOp]:
    """The sheet's small drawing and title, unless it begins on this page, and the practice's line or name."""
    line_style, practice, title = context.line_style("running"), context.header_footer.practice, context.title_on(index)
    height = context.edges.header
    beside = practice.each or practice.name
    used = context.width(beside, line_style) + 3 * GAP if beside else 0.0
    ops: list[DrawOp] = []
    if title:
        if title.parallel and context.width(title.joined(), line_style) + used > context.column.width:
            title = replace(title, parallel=None)
        ops = _small_drawing(context, index, context.column.width - used - context.width(title.joined(), line_style))
        start = ops[0].width + _AFTER if ops else 0.0
        ops.append(context.artifact_line(title, line_style, context.side + start, height, context.column.width))
    if beside:
        ops.append(context.artifact_line(beside, line_style, context.side, height, context.column.width, end=True))
    return ops


def _small_drawing(context: LayoutContext, index: int, room: float) -> list[DrawOp]:
    """The sheet's opening drawing, before its title in the running header; none if it does not fit in `room` points.

    It is centred on the letters and stays in the margin, so that it takes no space from the text.
    """
    drawing, line_style = context.drawing_on(index), context.line_style("running")
    if drawing is None:
        return []
    scale = min(_LINES * line_style.leading / drawing.height, _WIDEST * line_style.leading / drawing.width)
    wide, tall = drawing.width * scale, drawing.height * scale
    if wide + _AFTER > room:
        return []
    lines = strokes(drawing, Frame(wide, 0.0, scale))
    top = context.edges.header - line_style.style.size * _MIDDLE - tall / 2
    unit = max(scale, _THINNEST * context.unit)
    return [StrokeOp(context.side, top, wide, tall, lines, context.palette, unit, Artifact.PAGINATION)]


def _footer_height(context: LayoutContext, index: int) -> float:
    lines = _foot_lines(context, index)
    return context.line_style("running").leading * (_rows(context, lines, _page_words(context, 88, 88))[0] - 1)


def _rows(context: LayoutContext, lines: list[_FootLine], words: Phrase) -> tuple[int, int]:
    """The number of rows of the footer, and the index of the page number's row: the last with room, or a new one."""
    needed = context.setter.width(words, context.line_style("running").style) + 3 * GAP
    free = [row for row, (line, _) in enumerate(lines) if line.width + needed <= context.column.width]
    return (len(lines), free[-1]) if free else (len(lines) + 1, len(lines))


def _page_words(context: LayoutContext, page: int, pages: int) -> Phrase:
    """The words of the page number: in both languages if they fit in one line, else in one, else the numbers alone."""
    said, column = context.header_footer.page, context.column.width
    words = said.fill(page=page, pages=pages)
    for it in (words.joined(), replace(words, parallel=None)) if words.parallel else (words,):
        if context.setter.width(it, _style(context)) <= column:
            return it
    return replace(said, text="{page} / {pages}", parallel=None).fill(page=page, pages=pages)


def _foot_lines(context: LayoutContext, index: int) -> list[_FootLine]:
    """The lines of the footer: on the first page all of the practice's, on others its line and contact; and the notice.

    At the last step of `sparing`, the contact is on the first page alone.
    """
    wide, beside = context.column.width, context.setter.width(_page_words(context, 88, 88), _style(context)) + 3 * GAP
    lines, closer = _set_foot(context, index, wide), _set_foot(context, index, wide - beside)
    alone = lines and all(line.width + beside > wide for line, _ in lines)
    return closer if alone and len(closer) <= len(lines) + 1 else lines


def _style(context: LayoutContext) -> TextStyle:
    return context.line_style("running").style


def _set_foot(context: LayoutContext, index: int, width: float) -> list[_FootLine]:
    """The lines of the footer, with as many units side by side as `width` points allow."""
    style, notice = _style(context), context.header_footer.notice
    groups = context.header_footer.practice.foot_groups(first=index == 0, brief=context.cuts)
    packed = [row for group in groups for row in _packed(context, group, width)]
    packed += [notice.joined()] if notice else []
    return [(line, phrase) for phrase in packed for line in context.setter.lines(phrase, style, context.column.width)]


def _notice(context: LayoutContext) -> list[_FootLine]:
    """The lines of the notice; none if there is no notice."""
    notice = context.header_footer.notice
    if notice is None:
        return []
    words, style = notice.joined(), context.line_style("running").style
    return [(line, words) for line in context.setter.lines(words, style, context.column.width)]


def _at_foot(context: LayoutContext, lines: list[_FootLine], rows: int, tag: Tag | None) -> list[DrawOp]:
    """The operations of lines at the foot of a page, from the first of `rows` rows downwards."""
    line_style, foot = context.line_style("running"), context.page_height - context.edges.footer
    marks = {id(phrase): context.heard(phrase, tag) for _, phrase in lines}
    return [
        context.artifact(
            line, line_style, context.side, foot - (rows - 1 - row) * line_style.leading, marks[id(phrase)]
        )
        for row, (line, phrase) in enumerate(lines)
    ]


def _packed(context: LayoutContext, units: Iterable[tuple[Phrase, ...]], width: float) -> list[Phrase]:
    """Join units of a group that fit side by side in `width` points, to save rows; a unit that is too long is split."""
    rows, style = list[Phrase](), _style(context)
    for unit in units:
        joined = _side_by_side(unit)
        fits = context.setter.width(joined, style) <= width
        if not fits and len(unit) > 1:
            rows += _packed(context, [(part,) for part in unit], width)
            continue
        both = _side_by_side((rows[-1], joined)) if rows else joined
        same = rows and joined.language == rows[-1].language
        if same and context.setter.width(both, style) <= width:
            rows[-1] = both
        else:
            rows.append(joined)
    return rows


def _side_by_side(phrases: tuple[Phrase, ...]) -> Phrase:
    return replace(phrases[0], text=BETWEEN.join(phrase.text for phrase in phrases))


def _footer(context: LayoutContext, index: int, count: int, tag: Tag | None) -> list[DrawOp]:
    lines = _foot_lines(context, index)
    rows, number = _numbered(context, lines, index + 1, count)
    return [number, *_at_foot(context, lines, rows, tag)]


def _numbered(context: LayoutContext, lines: list[_FootLine], page: int, pages: int) -> tuple[int, DrawOp]:
    """The number of rows of a footer with these lines, and the operation of the page number in one of them."""
    line_style = context.line_style("running")
    rows, row = _rows(context, lines, _page_words(context, 88, 88))
    y = context.page_height - context.edges.footer - (rows - 1 - row) * line_style.leading
    words = _page_words(context, page, pages)
    return rows, context.artifact_line(words, line_style, context.side, y, context.column.width, end=True)
