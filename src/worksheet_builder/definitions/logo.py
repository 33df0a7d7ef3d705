"""The practice's logo: a PNG or JPEG that is what it says, whole, and of a bounded size; or a clean SVG."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from ..foundation.problems import Place, Problem, Refused
from .practice import Logo, Practice

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 20_000_000
MOST_PIXELS = 40_000_000
TALLEST, WIDEST, DOTS = 15.6, 67.1, 600
"""Millimetres that any format gives to a logo, and the dots per inch that an SVG is drawn at."""
_HINT = "Save it as a PNG or JPEG of at most 20 megabytes and 40 megapixels; 1000 pixels across are plenty."


def logos(practice: Practice) -> tuple[Logo | None, Logo | None]:
    """The logo of a practice, and the one for a dark ground; raises Refused with what is wrong with either."""
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
    """The picture, decoded once to be sure of it; raises Refused."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _refused(path, "The logo cannot be read.") from error
    if len(data) > MOST_BYTES:
        raise _refused(path, "The logo is larger than 20 megabytes.")
    if path.suffix.lower() == ".svg" or data.lstrip()[:5] in (b"<svg ", b"<?xml"):
        return _svg_logo(path, data)
    return Logo(_decode(path, data))


def _svg_logo(path: Path, data: bytes) -> Logo:
    """The SVG once it is clean, and a picture of it as sharp as a good printer."""
    from . import svg_sanitiser

    try:
        clean = svg_sanitiser.cleaned(data)
        wide, tall = svg_sanitiser.size(clean)
    except svg_sanitiser.Unclean as error:
        place = Place(str(path), error.line, 1 if error.line else 0)
        raise Refused([Problem(place, error.sentence, error.hint)]) from error
    import resvg_py

    scale = min(TALLEST / tall, WIDEST / wide) / 25.4 * DOTS
    try:
        picture = resvg_py.svg_to_bytes(
            svg_string=clean.decode(),
            width=max(1, round(wide * scale)),
            height=max(1, round(tall * scale)),
            skip_system_fonts=True,
        )
    except ValueError as error:
        raise _refused(path, "The drawing of the logo cannot be read.") from error
    return Logo(bytes(picture), clean)


def _decode(path: Path, data: bytes) -> bytes:
    """The picture once it is known to be whole, no larger than a printer can show."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise _refused(path, f"The logo has {image.width} by {image.height} pixels.")
                image.load()
                return _smaller(image, data)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise _refused(path, "The logo has far too many pixels.") from error
    except UnidentifiedImageError as error:
        raise _refused(path, "The logo is not a PNG or JPEG picture.") from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:  # what Pillow's decoders raise for broken files
        raise _refused(path, "The picture of the logo is damaged.") from error


def _smaller(image: Image, data: bytes) -> bytes:
    """The picture itself, or a smaller one where it has many more dots than paper can take."""
    most = min(WIDEST / image.width, TALLEST / image.height) / 25.4 * DOTS
    if most > 0.7:
        return data
    mode = "RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB"
    size = (max(1, round(image.width * most)), max(1, round(image.height * most)))
    stream = io.BytesIO()
    image.convert(mode).resize(size).save(stream, "PNG")
    return stream.getvalue()


def _refused(path: Path, sentence: str) -> Refused:
    return Refused([Problem(Place(str(path)), sentence, _HINT)])
