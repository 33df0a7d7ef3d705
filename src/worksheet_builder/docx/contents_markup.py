"""The table of contents of a pack, and the bookmarks and section ends of its sheets."""

from __future__ import annotations

from zlib import crc32

from ..document import Contents, Lead, Part
from ..ooxml.markup import TAB, w
from .paragraph_markup import paragraph
from .run_markup import Runs

_UNKNOWN = "…"
"""Printed instead of a page number until the program that opens the file has counted the pages."""


def contents(node: Contents, runs: Runs) -> str:
    """A line for each sheet with a link and its page number, and below it what the sheet is good for."""
    return "".join(_line(lead, runs) for lead in node.leads)


def _line(lead: Lead, runs: Runs) -> str:
    place = bookmark(lead.part)
    page = w("fldSimple", runs.run(_UNKNOWN), instr=f" PAGEREF {place} \\h ", dirty=1)
    link = w("hyperlink", runs.both(lead.title), runs.plain(" "), TAB, runs.plain(" "), page, anchor=place, history=1)
    note = paragraph("Hint", runs.both(lead.note), released=True) if lead.note else ""
    return paragraph("toc 1", link, kept=bool(note)) + note


def end(section: str) -> str:
    """The end of a section (`section` is its `w:sectPr`), in a paragraph of one point, too low to be seen."""
    return w("p", w("pPr", w("spacing", before=0, after=0, line=20, lineRule="exact"), section))


def mark(part: Part, number: int) -> str:
    """The bookmark of a sheet, set inside its title: programs move one between paragraphs to the paragraph before."""
    return w("bookmarkStart", id=number, name=bookmark(part.id)) + w("bookmarkEnd", id=number)


def bookmark(part: str) -> str:
    """The bookmark name of a sheet: Word allows letters, digits and underscores, at most 40."""
    return f"sheet_{crc32(part.encode()):08x}"
