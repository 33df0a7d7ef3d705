"""Writes drawing operations to the content stream of a page, as marked content of their tags or as artifacts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import assert_never

from ..document.drawings import KAPPA, PEN_STYLES, Stroke, to_mirror
from ..foundation.colours import Colour
from ..layout.display_list import Artifact, DrawOp, FieldOp, ImageOp, LinkOp, RectangleOp, RuleOp, StrokeOp, TextOp
from ..layout.tag_tree import Content, Tag
from ..text import Face, Piece, Shaped
from .embedded_fonts import DocumentFonts
from .glyph_paths import glyph_path
from .letter_codes import left_over

_NEAR = 0.02
"""The greatest distance between two words, in points, that is too small to be seen."""
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


class PageContent:
    """Builds one page's content stream; `height` in points turns distances from the top into PDF's from the bottom."""

    def __init__(self, index: int, height: float, fonts: DocumentFonts) -> None:
        self._index = index
        self._height = height
        self._fonts = fonts
        self._out: list[str] = []
        self._open: Tag | Artifact | None = None
        self._content: Content | None = None
        self._colour: Colour | None = None
        self._face: Face | None = None
        self._size = 0.0
        self.tags: list[Tag] = []
        """The tag of each marked-content sequence, in the order of their numbers."""
        self.pictures: list[bytes] = []

    def draw(self, ops: Iterable[DrawOp]) -> None:
        """Draw operations on the page in this order; form fields and links are not drawn."""
        for op in ops:
            match op:
                case TextOp():
                    self._text(op)
                case RuleOp():
                    self._rule(op)
                case RectangleOp():
                    self._box(op)
                case ImageOp():
                    self._picture(op)
                case StrokeOp():
                    self._draw_strokes(op)
                case FieldOp() | LinkOp():
                    pass
                case _:
                    assert_never(op)

    def stream(self) -> bytes:
        """The finished content stream."""
        self._close()
        return "\n".join(self._out).encode("ascii")

    def _mark(self, mark: Tag | Artifact) -> None:
        if mark is self._open:
            return
        self._close()
        self._open, self._content = mark, None
        if isinstance(mark, Artifact):
            self._out.append(f"/Artifact <</Type/{mark.value.title()}>> BDC")
            return
        self._out.append(f"/{mark.kind} <</MCID {len(self.tags)}>> BDC")
        self._content = Content(self._index, len(self.tags))
        mark.children.append(self._content)
        self.tags.append(mark)

    def _close(self) -> None:
        if self._open is not None:
            self._out.append("EMC")
            self._open = None

    def _filled(self, colour: Colour) -> str:
        """The operator that sets the colour of fills and text, unless it is set already."""
        if colour is self._colour or colour == self._colour:
            return ""
        self._colour = colour
        return f"{fill(colour)} "

    def _lettered(self, face: Face, size: float) -> str:
        """The operator that sets the font, unless it is set already."""
        if face is self._face and size == self._size:
            return ""
        self._face, self._size = face, size
        return f"/{self._fonts.name(face)} {size:g} Tf "

    def _text(self, op: TextOp) -> None:
        line = op.line
        if not line.parts:
            return
        self._mark(op.mark)
        if self._content:
            self._content.lines.append(line)
        if line.plain:
            self._run(op, op.x + line.places[0], self._fonts.show(line.parts), line.parts[0].face)
            return
        for pieces in _groups(line.pieces):
            language = pieces[0].language
            if language:
                self._out.append(f"/Span <</Lang ({language})>> BDC")
            self._pieces(op, pieces)
            if language:
                self._out.append("EMC")

    def _run(self, op: TextOp, x: float, shown: str, face: Face) -> None:
        """Write a text object that shows an operand of TJ from `x` on."""
        line_style = self._filled(op.colour) + self._lettered(face, op.size)
        self._out.append(f"BT {line_style}1 0 0 1 {x:.2f} {self._height - op.y:.2f} Tm [{shown}] TJ ET")

    def _pieces(self, op: TextOp, pieces: Sequence[Piece]) -> None:
        """Show pieces in one face from left to right in one text object, so that programs read them as one text."""
        face, shown = pieces[0].shaped.face, ""
        pen = pieces[0].x
        for x, shaped, _ in pieces:
            word = self._fonts.show((shaped,))
            if not word:
                continue
            if not -_NEAR < x - pen < _NEAR:
                shown += f"{round((pen - x) * 1000 / op.size)}"
            else:
                x = pen
            shown += word
            pen = x + shaped.advance * op.size / face.upem
        self._run(op, op.x + pieces[0].x, shown, face)
        for x, shaped, _ in pieces:
            self._outlines(op, op.x + x, shaped)

    def _outlines(self, op: TextOp, x: float, shaped: Shaped) -> None:
        """Draw as filled paths the glyphs of a word that no code of its font draws (see `left_over`)."""
        size = op.size / shaped.face.upem
        for glyph, right, up in left_over(shaped):
            place = f"{x + right * size:.2f} {self._height - op.y + up * size:.2f}"
            path = glyph_path(shaped.face, glyph)
            if path:
                self._out.append(f"q {fill(op.colour)} {size:.5f} 0 0 {size:.5f} {place} cm {path} f Q")

    def _rule(self, op: RuleOp) -> None:
        self._mark(op.mark)
        y = self._height - op.y
        if op.dotted:
            self._out.append(
                f"q {stroke(op.colour)} {op.thickness + 0.3:g} w 1 J [0 3.2] 0 d "
                f"{op.x:.2f} {y:.2f} m {op.x + op.width:.2f} {y:.2f} l S Q"
            )
            return
        area = f"{op.x:.2f} {y - op.thickness / 2:.2f} {op.width:.2f} {op.thickness:.2f}"
        self._out.append(f"{self._filled(op.colour)}{area} re f")

    def _box(self, op: RectangleOp) -> None:
        self._mark(op.mark)
        drawn = _box(op.width, op.height, op.radius, op.fill, op.stroke, op.thickness, op.dashed)
        self._out.append(f"q 1 0 0 1 {op.x:.2f} {self._height - op.y - op.height:.2f} cm {drawn} Q")

    def _picture(self, op: ImageOp) -> None:
        self._mark(op.mark)
        self.pictures.append(op.data)
        y = self._height - op.y - op.height
        if isinstance(op.mark, Tag):
            op.mark.cover(self._index, (op.x, y, op.x + op.width, y + op.height))
        self._out.append(f"q {op.width:.2f} 0 0 {op.height:.2f} {op.x:.2f} {y:.2f} cm /I{len(self.pictures)} Do Q")

    def _draw_strokes(self, op: StrokeOp) -> None:
        """Draw strokes, whose coordinates run downwards from the top of their box, clipped to the box."""
        self._mark(op.mark)
        bottom = self._height - op.y - op.height
        clip = f"{op.x:.2f} {bottom:.2f} {op.width:.2f} {op.height:.2f} re W n"
        side, left = (-1, op.x + op.width) if op.flipped else (1, op.x)
        self._out.append(f"q {clip} {side} 0 0 -1 {left:.2f} {self._height - op.y:.2f} cm 1 j")
        self._out += [traced(it, op) for it in (to_mirror(op.strokes) if op.flipped else op.strokes)]
        self._out.append("Q")
        if isinstance(op.mark, Tag):
            op.mark.cover(self._index, (op.x, bottom, op.x + op.width, bottom + op.height))


def traced(line: Stroke, op: StrokeOp) -> str:
    """The operators of one stroke."""
    path = " ".join(" ".join((*(f"{value:.2f}" for value in values), _OPERATORS[step])) for step, values in line.steps)
    pen = PEN_STYLES[line.pen]
    colour: Colour = getattr(op.palette, pen.colour)
    if pen.filled:
        return f"{fill(colour)} {path} f"
    dashes = " ".join(f"{length * op.unit:g}" for length in pen.dashes or ())
    return f"{stroke(colour)} {pen.width * op.unit:g} w 1 J [{dashes}] 0 d {path} S"


def _groups(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of a line from left to right, cut where face or language changes, the groups in logical order."""
    order = {id(piece): at for at, piece in enumerate(pieces)}
    groups: list[list[Piece]] = []
    for piece in sorted(pieces, key=attrgetter("x")):
        last = groups[-1][-1] if groups else None
        if last is None or last.shaped.face is not piece.shaped.face or last.language != piece.language:
            groups.append([])
        groups[-1].append(piece)
    return sorted(groups, key=lambda group: min(order[id(piece)] for piece in group))


@lru_cache(maxsize=1024)
def _box(
    width: float,
    height: float,
    radius: float,
    ground: Colour | None,
    line: Colour | None,
    thickness: float,
    dashed: bool,
) -> str:
    """The operators of a box with its lower left corner at the origin."""
    steps = ["[4 3] 0 d"] if dashed else []
    if ground:
        steps.append(fill(ground))
    if line:
        steps.append(f"{stroke(line)} {thickness:g} w")
    paint = {(True, True): "B", (True, False): "f", (False, True): "S"}[ground is not None, line is not None]
    return " ".join((*steps, box_path(0.0, 0.0, width, height, radius), paint))


def box_path(x: float, y: float, width: float, height: float, radius: float) -> str:
    """The path of a rectangle with rounded corners, from its lower left corner."""
    if radius <= 0:
        return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
    r = min(radius, width / 2, height / 2)
    k = r * (1 - KAPPA)
    right, top = x + width, y + height
    return (
        f"{x + r:.2f} {y:.2f} m {right - r:.2f} {y:.2f} l "
        f"{right - k:.2f} {y:.2f} {right:.2f} {y + k:.2f} {right:.2f} {y + r:.2f} c {right:.2f} {top - r:.2f} l "
        f"{right:.2f} {top - k:.2f} {right - k:.2f} {top:.2f} {right - r:.2f} {top:.2f} c {x + r:.2f} {top:.2f} l "
        f"{x + k:.2f} {top:.2f} {x:.2f} {top - k:.2f} {x:.2f} {top - r:.2f} c {x:.2f} {y + r:.2f} l "
        f"{x:.2f} {y + k:.2f} {x + k:.2f} {y:.2f} {x + r:.2f} {y:.2f} c h"
    )


@lru_cache(maxsize=256)
def fill(colour: Colour) -> str:
    """The operator that sets the colour of fills and text."""
    return f"{_components(colour)} rg"


@lru_cache(maxsize=256)
def stroke(colour: Colour) -> str:
    """The operator that sets the colour of strokes."""
    return f"{_components(colour)} RG"


def _components(colour: Colour) -> str:
    return f"{colour.red / 255:.3g} {colour.green / 255:.3g} {colour.blue / 255:.3g}"
