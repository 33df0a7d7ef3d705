"""Pages as text that a reviewer can read in a diff: what is placed where, in points from the left and the top.

Everything that shows is printed: the colour by its name in the palette, the weight of letters, the thickness of lines,
what is filled, dotted, dashed or mirrored. `drawn` shows the finished file, after mirroring, as a viewer reads it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import fields

from worksheet_builder.definitions.practice import Brand
from worksheet_builder.document import Document
from worksheet_builder.foundation.colours import Colour
from worksheet_builder.foundation.palette import Palette
from worksheet_builder.layout.boxes import Ground
from worksheet_builder.layout.display_list import (
    Artifact,
    DrawOp,
    FieldOp,
    ImageOp,
    LinkOp,
    RectangleOp,
    RuleOp,
    StrokeOp,
    TextOp,
)
from worksheet_builder.layout.fitting import fitted
from worksheet_builder.layout.running_header import header_footer
from worksheet_builder.layout.tag_tree import dump
from worksheet_builder.pdf.pdf_writer import PdfWriter

from .painted import painted, written_objects


def pages(document: Document, branded: Brand) -> str:
    """Each box with its top and height, each ink with its place in the column."""
    return "\n".join(line for line in _pages(document, branded)) + "\n"


def drawn(document: Document, branded: Brand) -> str:
    """The finished file: every painted path and line of letters of each page, then every field, link and bookmark."""
    return "\n".join(painted(PdfWriter(document, branded).write())) + "\n"


def objects(document: Document, branded: Brand) -> str:
    """Every object of the finished file, as numbers, names and text."""
    return "\n".join(written_objects(PdfWriter(document, branded).write())) + "\n"


def tags(document: Document, branded: Brand) -> str:
    """The structure tree once every page is drawn."""
    sheet = PdfWriter(document, branded)
    sheet.write()
    return dump(sheet.root) + "\n"


def _pages(document: Document, branded: Brand) -> Iterator[str]:
    layout = fitted(document, branded)
    ink = _Ink(layout.context.palette)
    for number, page in enumerate(layout.pages, 1):
        yield f"page {number}: {page.used:.1f} of {page.height:.1f}"
        yield "  around"
        around = header_footer(layout.context, number - 1, len(layout.pages), page.frame.bare, layout.root)
        yield from (f"    {ink.of(op)}" for op in around)
        for top, box in page.tops():
            notes = ["keep"] * box.keep + ([f"ground {ink.ground(box.ground)}"] if box.ground else [])
            yield f"  {top:6.1f} +{box.height:.1f} {' '.join(notes)}".rstrip()
            yield from (f"    {ink.of(op)}" for op in box.ops)


class _Ink:
    """Operations as one line of text each, their colours named as in a palette."""

    def __init__(self, palette: Palette) -> None:
        self._names = {getattr(palette, it.name): it.name for it in reversed(fields(palette))}

    def colour(self, colour: Colour | None) -> str:
        """The name of a colour in the palette, or its value."""
        return self._names.get(colour, str(colour)) if colour else "none"

    def ground(self, ground: Ground) -> str:
        """What is under a box."""
        parts = {"fill": ground.fill, "stroke": ground.stroke, "bar": ground.bar, "rules": ground.rules}
        return " ".join([*(f"{name}={self.colour(it)}" for name, it in parts.items() if it), f"r={ground.radius:g}"])

    def of(self, op: DrawOp) -> str:
        """One operation."""
        mark = op.mark.name.lower() if isinstance(op.mark, Artifact) else op.mark.kind
        place = f"{type(op).__name__.removesuffix('Op').lower()} {op.x:.1f} {op.y:.1f} {op.width:.1f}"
        return " ".join(filter(None, (f"{place} {mark}", *self._rest(op))))

    def _rest(self, op: DrawOp) -> Iterator[str]:
        match op:
            case TextOp():
                yield f"{op.size:g} {self.colour(op.colour)} {_weights(op)} «{op.line.text}»"
            case RuleOp():
                yield f"{op.thickness:g} {self.colour(op.colour)} {'dotted' * op.dotted}".rstrip()
            case RectangleOp():
                yield f"+{op.height:.1f} fill={self.colour(op.fill)} stroke={self.colour(op.stroke)}"
                yield f"{op.thickness:g} r={op.radius:g} {'dashed' * op.dashed}".rstrip()
            case ImageOp():
                yield f"+{op.height:.1f} {hashlib.sha256(op.data).hexdigest()[:12]}"
            case StrokeOp():
                pens = ",".join(stroke.pen.name.lower() for stroke in op.strokes)
                yield f"+{op.height:.1f} unit={op.unit:.3g} {pens} {'flipped' * op.flipped}".rstrip()
            case FieldOp():
                yield f"+{op.height:.1f} {op.kind.value} {op.name} {op.option} «{op.label}»"
            case LinkOp():
                yield f"+{op.height:.1f} {op.part}{op.address} «{op.label}»"


def _weights(op: TextOp) -> str:
    """The weights of the letters on a line, lightest first."""
    found = {part.face.file.weight or (700 if "Bold" in str(part.face.file.path) else 400) for part in op.line.parts}
    return "/".join(f"{weight:g}" for weight in sorted(found))
