"""Read the built-in drawings: one SVG file each in `data/drawings`, as shapes that every format can draw.

A file holds `path`, `line`, `polyline`, `polygon`, `rect`, `circle` and `ellipse`, in groups or not, and no transforms.
The `class` of each names its pen (`document.drawings.Pen`); lengths are in points for text of 12 points. What has
`direction="ltr"`, such as a tick, keeps its direction where a drawing is mirrored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from ..document.drawings import Curve, Drawing, Path, Pen, Point
from ..foundation.problems import Place, Problem, Refused
from ..foundation.records import record
from ..project.package_files import package_file

_FOLDER = "data/drawings"
_SHAPES = frozenset("path line polyline polygon rect circle ellipse".split())
_PENS = frozenset(pen.value for pen in Pen if pen is not Pen.CODE)

Pair = tuple[float, float]
Contour = list[tuple[str, tuple[Pair, ...]]]
"""Steps that move, draw a line or a curve, or close, as fontTools records them: a name and its points."""


@record
class StoredDrawing:
    """A drawing with its width and height in points; the x of its shapes is 0 in the middle, the y is 0 at the top."""

    width: float
    height: float
    shapes: tuple[Path, ...]

    def beside(self, scale: float = 1.0) -> Drawing:
        """The drawing to set beside words, at a scale; x is measured from the side where lines begin."""
        width, height = self.width * scale, self.height * scale
        return Drawing(self.at(width / 2, 0.0, scale=scale), height, width=width)

    def at(self, x: float, y: float, *, across: float = 0.0, row: float = 0.0, scale: float = 1.0) -> tuple[Path, ...]:
        """Its shapes at a scale, with the middle of the top edge at a point of a larger drawing (see `Point`)."""

        def moved(point: Point) -> Point:
            return Point(point.x * scale + x, point.y * scale + y, across, row)

        return tuple(_through(path, moved) for path in self.shapes)


@lru_cache(maxsize=1)
def drawing_names() -> tuple[str, ...]:
    """The names of all drawings, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in package_file(_FOLDER).glob("*.svg")))


@lru_cache(maxsize=64)
def stored_drawing(name: str) -> StoredDrawing:
    """A drawing by its name, which has to be one of `drawing_names`; raises Refused as `read_drawing` does."""
    return read_drawing(package_file(_FOLDER) / f"{name}.svg")


def read_drawing(path: FilePath) -> StoredDrawing:
    """A drawing from its file; raises Refused with everything in it that cannot be drawn."""
    from lxml import etree

    try:
        root = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        sentence = "This drawing is not an SVG file that can be read."
        raise Refused([Problem(Place(str(path), error.lineno or 0), sentence, str(error))]) from error
    elements = [it for it in root.iter() if isinstance(it.tag, str)]
    problems = [*_size_problems(root, path), *(found for it in elements[1:] for found in _problems(it, path))]
    if problems:
        raise Refused(problems)
    _, _, width, height = map(float, str(root.get("viewBox")).split())
    drawn = (shape for it in elements if _name(it) in _SHAPES for shape in _shapes(it, width / 2))
    return StoredDrawing(width, height, tuple(drawn))


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _size_problems(root: Any, path: FilePath) -> Iterator[Problem]:
    parts = (root.get("viewBox") or "").split()
    if len(parts) != 4 or parts[:2] != ["0", "0"]:
        hint = 'Write ‘viewBox="0 0 width height"’, in points.'
        yield Problem(Place(str(path), root.sourceline), "The drawing does not say how large it is.", hint)


def _problems(element: Any, path: FilePath) -> Iterator[Problem]:
    place, name, pen = Place(str(path), element.sourceline or 0), _name(element), element.get("class")
    if name not in _SHAPES | {"g", "title"}:
        yield Problem(place, f"‘{name}’ is not drawn.", f"Use {', '.join(sorted(_SHAPES))}.")
    elif name in _SHAPES and pen not in _PENS:
        yield Problem(place, f"‘{pen or 'nothing'}’ is not a pen.", f"Give ‘class’ one of {', '.join(sorted(_PENS))}.")
    if element.get("transform"):
        yield Problem(place, "A drawing has no transforms.", "Apply it to the points; drawing programs can.")


def _shapes(element: Any, middle: float) -> Iterator[Path]:
    """Each contour of an element, its x measured from the middle of the drawing."""
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path import PathBuilder, parse_path

    builder, pen = PathBuilder(), RecordingPen()
    builder.add_path_from_element(element)
    for way in builder.paths:
        parse_path(way, pen)
    contour: Contour = []
    for step in pen.value:
        contour.append(step)
        if step[0] in ("closePath", "endPath"):
            yield replace(_path(contour, Pen(element.get("class")), middle), as_drawn=element.get("direction") == "ltr")
            contour = []


def _path(contour: Sequence[tuple[str, tuple[Pair, ...]]], pen: Pen, middle: float) -> Path:
    (_, (start,)), *steps = contour
    here, drawn = start, list[Point | Curve]()
    for step, points in steps:
        if step == "lineTo":
            drawn.append(_point(points[0], middle))
        elif step == "curveTo":
            drawn.append(Curve(*(_point(it, middle) for it in points)))
        elif step == "qCurveTo":
            drawn.append(_raised(here, points[0], points[1], middle))
        here = points[-1] if points else here
    return Path(_point(start, middle), tuple(drawn), pen, closed=contour[-1][0] == "closePath")


def _raised(start: Pair, control: Pair, end: Pair, middle: float) -> Curve:
    """A quadratic Bézier curve as the same curve in cubic form."""
    first, second = (
        (it[0] + (control[0] - it[0]) * 2 / 3, it[1] + (control[1] - it[1]) * 2 / 3) for it in (start, end)
    )
    return Curve(*(_point(it, middle) for it in (first, second, end)))


def _point(pair: Pair, middle: float) -> Point:
    return Point(round(pair[0] - middle, 3), round(pair[1], 3))


def _through(path: Path, moved: Callable[[Point], Point]) -> Path:
    """A path with each of its points moved."""
    steps = tuple(
        Curve(moved(it.first), moved(it.second), moved(it.end)) if isinstance(it, Curve) else moved(it)
        for it in path.steps
    )
    return replace(path, start=moved(path.start), steps=steps)
