"""The contents of a pack: each line leads to the page on which its sheet begins (ISO 32000-1, 12.5.6.5 and 14.8.4)."""

from __future__ import annotations

from dataclasses import replace

from ..document import Contents, Lead, Part, Role
from .boxes import Column, Slab, keep_together, spaced
from .context import Press
from .display_list import Artifact, Ink, Link, Rule, Text
from .tag_tree import Tag

_GAP = 6.0
"""Points between words, dots and page number."""


def contents_slabs(press: Press, contents: Contents, column: Column, tag: Tag) -> list[Slab]:
    """The slabs of all lines; the page of a sheet is known once the sheets were laid out."""
    whole = tag.add("TOC")
    return [slab for lead in contents.leads for slab in _lead(press, lead, column, whole.add("TOCI"))]


def _lead(press: Press, lead: Lead, column: Column, entry: Tag) -> list[Slab]:
    look = press.look(Role.LABEL)
    number = replace(lead.title, text=press.number(press.starts.get(lead.part, 0) + 1), echo=None)
    widest = press.setter.width(replace(number, text=press.number(888)), look.style)
    words = column.inset(0.0, widest + 3 * _GAP)
    mark = entry.add("Reference").add("Link")
    slab = press.block(lead.title, look, words, mark)
    line = press.setter.line(number, look.style)
    x, base = column.x + column.width - line.width, press.baseline(look)
    inks: list[Ink] = [*slab.inks, *_dots(press, lead, slab, words)]
    inks.append(Text(x, base, line.width, line, look.style.size, look.colour, entry.add("Lbl")))
    inks.append(Link(column.x, 0.0, column.width, slab.height, lead.part, lead.title.plain(), mark))
    title = Slab(slab.height, inks, place=lead.title.place)
    note = press.lines(lead.note, press.look(Role.HINT), words, entry.add("P")) if lead.note else []
    return spaced(keep_together([title, *note]), press.design.gap * 0.6)


def _dots(press: Press, lead: Lead, slab: Slab, column: Column) -> list[Ink]:
    """What guides the eye from the words to the page, where the words take one line."""
    texts = [ink for ink in slab.inks if isinstance(ink, Text)]
    if lead.title.echo or len(texts) != 1:
        return []
    start = texts[0].line.width + _GAP
    room = column.width + _GAP - start
    return [Rule(column.x + start, texts[0].y - 1.0, room, 0.7, press.palette.rule, Artifact.LAYOUT, True)]


def part_slabs(part: Part, slabs: list[Slab]) -> list[Slab]:
    """The slabs of a sheet of a pack, from a new page on."""
    slabs[0].opens_page, slabs[0].starts = True, part.id
    return slabs
