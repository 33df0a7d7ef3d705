"""What stands around the text: the practice at the head, its contact and the page number at the foot."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO

from ..design import MM
from ..phrases import Phrase, escape
from .ink import Artifact, Box, Ink, Picture, Rule, mirrored
from .press import Press

LOGO_HEIGHT = 13 * MM
LOGO_WIDTH = 52 * MM
GAP = 10.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the column of a page begins and how high it is, in points."""

    top: float
    height: float


def frames(press: Press) -> tuple[Frame, Frame]:
    """The frame of the first page, which carries the practice, and of the others."""
    margins = press.design.margins
    foot = margins.bottom * MM + _footer_height(press)
    head = max(margins.top * MM, 12 * MM + _brand_height(press) + 7 * MM) if _has_brand(press) else margins.top * MM - 6
    first = Frame(head, press.page_height - head - foot)
    top = margins.top * MM - 2
    return first, Frame(top, press.page_height - top - foot)


def furniture(press: Press, index: int, count: int) -> list[Ink]:
    """The header and footer of one page, in page coordinates."""
    inks = _first_header(press) if index == 0 else _running_header(press)
    return [*inks, *_footer(press, index, count)]


def _has_brand(press: Press) -> bool:
    return bool(press.brand.practice.name or press.brand.logo)


def _brand_height(press: Press) -> float:
    lines = press.look("brand").leading + (press.look("running").leading if press.brand.practice.strapline else 0.0)
    return max(LOGO_HEIGHT if press.brand.logo else 0.0, lines)


def _first_header(press: Press) -> list[Ink]:
    """Logo, name and strapline, with a rule or band under or behind them."""
    if not _has_brand(press):
        return []
    practice, top = press.brand.practice, 12 * MM
    height = _brand_height(press)
    inks: list[Ink] = []
    x, width = press.side, press.column.width
    if press.design.header == "band":
        band = Box(0.0, 0.0, press.page_width, top + height + 4 * MM, Artifact.PAGINATION, fill=press.palette.tint)
        inks.append(band)
    used = 0.0
    if press.brand.logo:
        picture = _picture(press, press.brand.logo, x, top, height)
        inks.append(picture)
        used = picture.width + GAP
    name, small = press.look("brand"), press.look("running")
    lines = [(practice.name, name), (practice.strapline, small)]
    y = top + (height - sum(look.leading for phrase, look in lines if phrase)) / 2
    for phrase, look in lines:
        if phrase:
            inks.append(press.artifact_line(phrase, look, x + used, y + press.baseline(look), width - used))
            y += look.leading
    if press.design.header == "rule":
        inks.append(Rule(x, top + height + 3 * MM, width, 0.6, press.palette.rule, Artifact.PAGINATION))
    return _turned(press, inks)


def _picture(press: Press, data: bytes, x: float, top: float, height: float) -> Picture:
    from PIL import Image

    with Image.open(BytesIO(data)) as image:
        ratio = image.width / image.height
    tall = min(LOGO_HEIGHT, LOGO_WIDTH / ratio)
    return Picture(x, top + (height - tall) / 2, tall * ratio, tall, data, Artifact.PAGINATION)


def _running_header(press: Press) -> list[Ink]:
    look = press.look("running")
    y = 13 * MM
    inks: list[Ink] = [press.artifact_line(press.document.title, look, press.side, y, press.column.width)]
    if press.brand.practice.name:
        inks.append(press.artifact_line(press.brand.practice.name, look, press.side, y, press.column.width, end=True))
    return _turned(press, inks)


def _footer_height(press: Press) -> float:
    return press.look("running").leading * (_foot_rows(press, _foot_lines(press), _page_words(press, 88, 88)) - 1)


def _foot_rows(press: Press, lines: list[Phrase], words: Phrase) -> int:
    """How many rows the foot has: the page number stands beside the last line where there is room, else under it."""
    if not lines:
        return 1
    look = press.look("running")
    beside = press.setter.width(lines[-1], look.style) + press.setter.width(words, look.style) + 3 * GAP
    return len(lines) + (beside > press.column.width)


def _page_words(press: Press, page: int, pages: int) -> Phrase:
    number = press.document.language.number
    return press.furniture.page.fill(page=number(page), pages=number(pages))


def _foot_lines(press: Press) -> list[Phrase]:
    """What the practice says at the foot, then what the state of the translation asks for."""
    practice = press.brand.practice
    lines = [phrase for phrase in (practice.footer, practice.address) if phrase]
    contact = practice.contact_line()
    if contact:
        place = practice.name or press.document.title
        lines.append(replace(place, text=escape("  ·  ".join(contact))))
    if press.furniture.notice:
        lines.append(press.furniture.notice)
    return lines


def _footer(press: Press, index: int, count: int) -> list[Ink]:
    look = press.look("running")
    foot = press.page_height - 11 * MM
    lines = _foot_lines(press)
    words = _page_words(press, index + 1, count)
    rows = _foot_rows(press, lines, words)
    inks: list[Ink] = [press.artifact_line(words, look, press.side, foot, press.column.width, end=True)]
    for row, phrase in enumerate(lines):
        y = foot - (rows - 1 - row) * look.leading
        inks.append(press.artifact_line(phrase, look, press.side, y, press.column.width))
    return _turned(press, inks)


def _turned(press: Press, inks: list[Ink]) -> list[Ink]:
    """Mirrored for right-to-left."""
    return [mirrored(ink, press.page_width) for ink in inks] if press.rtl else inks
