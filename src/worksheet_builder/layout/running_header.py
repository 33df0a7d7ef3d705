"""What stands around the text: the practice at the head, its contact and the page number at the foot."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..definitions.practice import BETWEEN
from ..document.design import MM
from ..foundation.phrases import Phrase
from ..text import Line, TextStyle
from .context import Press
from .display_list import Ink, mirrored
from .first_page_header import first_header, has_brand, head_height

GAP = 10.0
_HEAD = 13 * MM
"""Where the baseline of the running header stands."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the column of a page begins and how high it is, in points."""

    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames of the first page, which carries the practice, of one on which a part begins, and of all others."""

    first: Frame
    opening: Frame
    others: Frame


def frames(press: Press) -> Frames:
    """The frames of the pages of a document."""
    margins = press.design.margins
    head = plain = margins.top * MM - 6
    if has_brand(press):
        gap = 4.5 if press.design.header == "plain" else 6.5
        head = max(margins.top * MM, head_height(press) + gap * MM)
    top = margins.top * MM - 2
    foots = [margins.bottom * MM + _footer_height(press, index) for index in (0, 1)]
    tops = ((head, foots[0]), (plain, foots[1]), (top, foots[1]))
    return Frames(*(Frame(above, press.page_height - above - below) for above, below in tops))


def furniture(press: Press, index: int, count: int) -> list[Ink]:
    """The header and footer of one page, in page coordinates."""
    inks = _running_header(press, press.title_on(index)) if index else first_header(press)
    inks += _footer(press, index, count)
    return [mirrored(ink, press.page_width) for ink in inks] if press.rtl else inks


def _running_header(press: Press, title: Phrase | None) -> list[Ink]:
    """The sheet, unless its title stands right below, and quietly whose it is."""
    look, practice = press.look("running"), press.brand.practice
    beside = practice.header or practice.name
    used = press.width(beside, look) + 3 * GAP if beside else 0.0
    inks: list[Ink] = []
    if title:
        if title.echo and press.width(title.joined(), look) + used > press.column.width:
            title = replace(title, echo=None)
        inks.append(press.artifact_line(title, look, press.side, _HEAD, press.column.width))
    if beside:
        inks.append(press.artifact_line(beside, look, press.side, _HEAD, press.column.width, end=True))
    return inks


def _footer_height(press: Press, index: int) -> float:
    lines = _foot_lines(press, index)
    rows = _foot_rows(press, lines, _page_words(press, 88, 88)) if lines else 1
    return press.look("running").leading * (rows - 1)


def _foot_rows(press: Press, lines: list[Line], words: Phrase) -> int:
    """How many rows the foot has: the page number stands beside the last line where there is room, else under it."""
    if not lines:
        return 1
    beside = lines[-1].width + press.setter.width(words, press.look("running").style) + 3 * GAP
    return len(lines) + (beside > press.column.width)


def _page_words(press: Press, page: int, pages: int) -> Phrase:
    """The page number, in both languages of a sheet in two if they find room in one line."""
    words = press.furniture.page.fill(page=page, pages=pages)
    fits = press.setter.width(words.joined(), press.look("running").style) <= press.column.width
    return words.joined() if fits else replace(words, echo=None)


def _foot_lines(press: Press, index: int) -> list[Line]:
    """On the first page all that the practice says at the foot; on the others its line, its contact, and the notice."""
    style = press.look("running").style
    phrases = press.brand.practice.foot(press.document.title, first=index == 0)
    if press.furniture.notice:
        phrases = (*phrases, press.furniture.notice.joined())
    if not phrases:
        return []
    beside = press.setter.width(_page_words(press, 88, 88), style) + 3 * GAP
    packed = _packed(press, phrases, style, press.column.width - beside)
    return [line for phrase in packed for line in press.setter.lines(phrase, style, press.column.width)]


def _packed(press: Press, phrases: tuple[Phrase, ...], style: TextStyle, width: float) -> list[Phrase]:
    """As many as fit in one line side by side, so that the foot stays low."""
    rows: list[Phrase] = []
    for phrase in phrases:
        both = replace(phrase, text=f"{rows[-1].text}{BETWEEN}{phrase.text}") if rows else phrase
        if rows and both.language == rows[-1].language and press.setter.width(both, style) <= width:
            rows[-1] = both
        else:
            rows.append(phrase)
    return rows


def _footer(press: Press, index: int, count: int) -> list[Ink]:
    look = press.look("running")
    foot = press.page_height - 11 * MM
    lines = _foot_lines(press, index)
    words = _page_words(press, index + 1, count)
    rows = _foot_rows(press, lines, words)
    inks: list[Ink] = [press.artifact_line(words, look, press.side, foot, press.column.width, end=True)]
    for row, line in enumerate(lines):
        y = foot - (rows - 1 - row) * look.leading
        inks.append(press.artifact(line, look, press.side, y))
    return inks
