"""The contents of a pack, and where each of its sheets begins: links, page numbers, sections with their own header."""

from __future__ import annotations

from zlib import crc32

from ..document import Contents, Lead, Part
from ..ooxml.markup import TAB, w
from .paragraph_markup import paragraph
from .run_markup import Runs

_UNKNOWN = "…"
"""Stands for a page number until the program that opens the file has counted."""


def contents(node: Contents, runs: Runs) -> str:
    """A line for each sheet, which leads to it, and under it what it is good for."""
    return "".join(_line(lead, runs) for lead in node.leads)


def _line(lead: Lead, runs: Runs) -> str:
    place = bookmark(lead.part)
    page = w("fldSimple", runs.run(_UNKNOWN), instr=f" PAGEREF {place} \\h ", dirty=1)
    link = w("hyperlink", runs.both(lead.title), runs.plain(" "), TAB, runs.plain(" "), page, anchor=place, history=1)
    note = paragraph("Hint", runs.both(lead.note), released=True) if lead.note else ""
    return paragraph("toc 1", link, kept=bool(note)) + note


def end(section: str) -> str:
    """The end of a section, in a line too low to be seen."""
    return w("p", w("pPr", w("spacing", before=0, after=0, line=20, lineRule="exact"), section))


def mark(part: Part, number: int) -> str:
    """What links to a sheet lead to; it stands in its title, since programs put what is between paragraphs before."""
    return w("bookmarkStart", id=number, name=bookmark(part.id)) + w("bookmarkEnd", id=number)


def bookmark(part: str) -> str:
    """The name of the place where a sheet begins: letters, digits and underscores, forty at most."""
    return f"sheet_{crc32(part.encode()):08x}"
