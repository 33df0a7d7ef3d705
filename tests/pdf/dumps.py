"""Pages as text that a reviewer can read in a diff: what is placed where, in points from the left and the top."""

from __future__ import annotations

from collections.abc import Iterator

from worksheet_builder.definitions.practice import Brand
from worksheet_builder.document import Document
from worksheet_builder.layout.display_list import Artifact, DrawOp, FieldOp, RectangleOp, TextOp
from worksheet_builder.layout.fitting import fitted
from worksheet_builder.layout.tag_tree import dump
from worksheet_builder.pdf.pdf_writer import PdfWriter


def pages(document: Document, branded: Brand) -> str:
    """Each box with its top and height, each ink with its place in the column."""
    return "\n".join(line for line in _pages(document, branded)) + "\n"


def tags(document: Document, branded: Brand) -> str:
    """The structure tree once every page is drawn."""
    sheet = PdfWriter(document, branded)
    sheet.write()
    return dump(sheet.root) + "\n"


def _pages(document: Document, branded: Brand) -> Iterator[str]:
    for number, page in enumerate(fitted(document, branded).pages, 1):
        yield f"page {number}: {page.used:.1f} of {page.height:.1f}"
        for top, box in page.tops():
            notes = [word for word, said in (("keep", box.keep), ("ground", box.ground is not None)) if said]
            yield f"  {top:6.1f} +{box.height:.1f} {' '.join(notes)}".rstrip()
            yield from (f"    {_ink(op)}" for op in box.ops)


def _ink(op: DrawOp) -> str:
    mark = op.mark.name.lower() if isinstance(op.mark, Artifact) else op.mark.kind
    place = f"{type(op).__name__.removesuffix('Op').lower()} {op.x:.1f} {op.y:.1f} {op.width:.1f}"
    match op:
        case TextOp():
            return f"{place} {mark} {op.size:g} «{op.line.text}»"
        case FieldOp():
            return f"{place} {op.height:.1f} {mark} {op.kind.value} {op.name} {op.option}".rstrip()
        case RectangleOp():
            return f"{place} {op.height:.1f} {mark}"
        case _:
            return f"{place} {mark}"
