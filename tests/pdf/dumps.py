"""Pages as text that a reviewer can read in a diff: what is placed where, in points from the left and the top."""

from __future__ import annotations

from collections.abc import Iterator

from worksheet_builder.definitions.practice import Brand
from worksheet_builder.document import Document
from worksheet_builder.layout.display_list import Artifact, Box, Field, Ink, Text
from worksheet_builder.layout.fitting import fitted
from worksheet_builder.layout.tag_tree import dump
from worksheet_builder.pdf.pdf_writer import Sheet


def pages(document: Document, branded: Brand) -> str:
    """Each slab with its top and height, each ink with its place in the column."""
    return "\n".join(line for line in _pages(document, branded)) + "\n"


def tags(document: Document, branded: Brand) -> str:
    """The structure tree once every page is drawn."""
    sheet = Sheet(document, branded)
    sheet.write()
    return dump(sheet.root) + "\n"


def _pages(document: Document, branded: Brand) -> Iterator[str]:
    for number, page in enumerate(fitted(document, branded).pages, 1):
        yield f"page {number}: {page.used:.1f} of {page.height:.1f}"
        for top, slab in page.tops():
            notes = [word for word, said in (("keep", slab.keep), ("ground", slab.ground is not None)) if said]
            yield f"  {top:6.1f} +{slab.height:.1f} {' '.join(notes)}".rstrip()
            yield from (f"    {_ink(ink)}" for ink in slab.inks)


def _ink(ink: Ink) -> str:
    mark = ink.mark.name.lower() if isinstance(ink.mark, Artifact) else ink.mark.kind
    place = f"{type(ink).__name__.lower()} {ink.x:.1f} {ink.y:.1f} {ink.width:.1f}"
    match ink:
        case Text():
            return f"{place} {mark} {ink.size:g} «{ink.line.text}»"
        case Field():
            return f"{place} {ink.height:.1f} {mark} {ink.kind.value} {ink.name} {ink.option}".rstrip()
        case Box():
            return f"{place} {ink.height:.1f} {mark}"
        case _:
            return f"{place} {mark}"
