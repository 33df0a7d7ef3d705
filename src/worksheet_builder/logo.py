"""The practice's logo: a PNG or JPEG that is what it says, whole, and of a bounded size."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from .problems import Place, Problem, Refused

MOST_BYTES = 20_000_000
MOST_PIXELS = 40_000_000
_HINT = "Save it as a PNG or JPEG of at most 20 megabytes and 40 megapixels; 1000 pixels across are plenty."


def read_logo(path: Path) -> bytes:
    """The bytes of the picture, decoded once to be sure of them; raises Refused."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _refused(path, "The logo cannot be read.") from error
    if len(data) > MOST_BYTES:
        raise _refused(path, "The logo is larger than 20 megabytes.")
    _decode(path, data)
    return data


def _decode(path: Path, data: bytes) -> None:
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise _refused(path, f"The logo has {image.width} by {image.height} pixels.")
                image.load()
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise _refused(path, "The logo has far too many pixels.") from error
    except UnidentifiedImageError as error:
        raise _refused(path, "The logo is not a PNG or JPEG picture.") from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:  # what Pillow's decoders raise for broken files
        raise _refused(path, "The picture of the logo is damaged.") from error


def _refused(path: Path, sentence: str) -> Refused:
    return Refused([Problem(Place(str(path)), sentence, _HINT)])
