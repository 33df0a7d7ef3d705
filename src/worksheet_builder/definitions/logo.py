"""Read the practice's logo: an intact PNG, JPEG or WebP picture of limited size, or an SVG drawing, sanitised."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from ..document.measures import INCH
from ..foundation.problems import Place, Problem, Refused
from .practice import Logo, Practice
from .raster_logo_reader import DOTS, HINT, MOST_BYTES, TALLEST, WIDEST, UnreadablePicture, as_png, kind_of

_MARKS = b"\xef\xbb\xbf \r\n\t"
"""Bytes that may precede the first tag of an SVG: a byte order mark, and white space."""
_CSS_DPI = 96
"""Pixels in an inch for lengths with units (CSS Values 4, 6.2)."""


def logos(practice: Practice) -> tuple[Logo | None, Logo | None]:
    """The logo of a practice, and its logo for dark backgrounds, or None; raises Refused with the problems of both."""
    problems: list[Problem] = []
    found: list[Logo | None] = []
    for path in (practice.logo, practice.logo_on_dark):
        try:
            found.append(read_logo(path) if path else None)
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(dict.fromkeys(problems))
    return found[0], found[1]


def read_logo(path: Path) -> Logo:
    """Read and decode a logo; raises Refused if the file is missing, damaged, too large or of another kind."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _refused(path, "The logo cannot be read.") from error
    kind, drawn = kind_of(data), path.suffix.lower() == ".svg"
    if kind and drawn:
        sentence = f"The logo is called an SVG drawing, but it is a {kind}."
        raise _refused(path, sentence, "Give the file the ending of its kind, or save the drawing as plain SVG.")
    if not kind and (drawn or is_drawing(data)):
        return _svg_logo(path, data)
    try:
        return Logo(as_png(data))
    except UnreadablePicture as error:
        raise _refused(path, error.sentence, error.hint) from error


def is_drawing(data: bytes) -> bool:
    """Whether a file may be an SVG: it begins with a tag, or with a byte order mark of UTF-16."""
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or data.lstrip(_MARKS).startswith(b"<")


def _svg_logo(path: Path, data: bytes) -> Logo:
    """The sanitised SVG, and a PNG of it with enough pixels for the largest size in print; raises Refused."""
    from . import svg_sanitiser

    try:
        clean = svg_sanitiser.cleaned(data)
        wide, tall = svg_sanitiser.size(clean)
        scale = min(TALLEST / tall, WIDEST / wide) / INCH * DOTS
        sized = svg_sanitiser.resized(clean, max(1, round(wide * scale)), max(1, round(tall * scale)))
    except svg_sanitiser.Unclean as error:
        place = Place(str(path), error.line, 1 if error.line else 0)
        raise Refused([Problem(place, error.sentence, error.hint)]) from error
    try:
        return Logo(as_png(_picture_of(sized)), clean)
    except UnreadablePicture as error:
        raise _refused(path, error.sentence, error.hint) from error
    except ValueError as error:
        raise _refused(path, "The drawing of the logo cannot be read.") from error


@lru_cache(maxsize=8)
def _picture_of(svg: bytes) -> bytes:
    """A PNG of a sanitised SVG; cached, since every view of the same practice needs it."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg.decode(), dpi=_CSS_DPI, skip_system_fonts=True))


def _refused(path: Path, sentence: str, hint: str = HINT) -> Refused:
    return Refused([Problem(Place(str(path)), sentence, hint)])
