"""Read raster logos: each is turned upright, converted to sRGB and made into a plain PNG for every format.

Formats: PNG (ISO/IEC 15948), JPEG (ITU T.81) with or without a JFIF or Exif head, and WebP (RFC 9649); orientation by
the tag 0x0112 of Exif, colours by the profile in the file (ICC.1) where there is one.
"""

from __future__ import annotations

import io
import struct
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING

from ..document.measures import INCH

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

MOST_BYTES, MOST_PIXELS = 20_000_000, 40_000_000
TALLEST, WIDEST, DOTS = 30.0, 178.0, 300
"""The greatest height and width of a logo in any format, in millimetres, and its most dots per inch."""
HINT = "Save it as a PNG or JPEG of at most 20 megabytes and 40 megapixels; 1000 pixels across are plenty."
_CLEAR = "Open it in a browser: what shows nothing there prints nothing."
_SPARE = 0.7
"""A picture is scaled down only if the factor is at most this; a picture that is a little too large stays as it is."""
_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "PNG picture"),
    (b"\xff\xd8\xff", "JPEG picture"),
    (b"GIF8", "GIF picture"),
    (b"BM", "bitmap (BMP)"),
    (b"II*\0", "TIFF picture"),
    (b"MM\0*", "TIFF picture"),
    (b"%PDF", "PDF file"),
    (b"%!PS", "PostScript file (EPS)"),
    (b"8BPS", "Photoshop file"),
    (b"\x1f\x8b", "compressed drawing (SVGZ)"),
    (b"PK\x03\x04", "ZIP archive or office document"),
)
_READ = frozenset(("PNG picture", "JPEG picture", "WebP picture"))
_BOXES = {
    b"heic": "HEIC photograph", b"heix": "HEIC photograph", b"mif1": "HEIC photograph", b"avif": "AVIF picture"
}  # fmt: skip


class UnreadablePicture(ValueError):
    """Raised for a picture that cannot be used, with a sentence on the reason, and a hint."""

    def __init__(self, sentence: str, hint: str = HINT) -> None:
        super().__init__(sentence)
        self.sentence, self.hint = sentence, hint


def kind_of(data: bytes) -> str | None:
    """The kind of a file by its first bytes, such as ‘PNG picture’; None if it is not known."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP picture"
    if data[4:8] == b"ftyp":
        return _BOXES.get(data[8:12])
    if data[:100].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith((b"<!doctype html", b"<html")):
        return "web page"
    return next((kind for start, kind in _KINDS if data.startswith(start)), None)


@lru_cache(maxsize=16)
def as_png(data: bytes) -> bytes:
    """The picture as PNG with 8 bits per channel, RGB or RGBA, without metadata; raises UnreadablePicture.

    A picture that is such a PNG already, and not much larger than print needs, is returned unchanged.
    """
    from PIL import Image, UnidentifiedImageError

    if len(data) > MOST_BYTES:
        raise UnreadablePicture("The logo is larger than 20 megabytes.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # such as of damaged Exif, which no user can do anything about
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as image:
                return _encoded(image, data)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise UnreadablePicture("The logo has far too many pixels.") from error
    except UnidentifiedImageError as error:
        kind = kind_of(data)
        known = f"The logo is a {kind}, not a PNG, JPEG or WebP picture."
        raise UnreadablePicture(known if kind not in (None, *_READ) else _damaged(kind)) from error
    except UnreadablePicture:
        raise
    except (OSError, ValueError, SyntaxError, EOFError) as error:  # what Pillow's decoders raise for broken files
        raise UnreadablePicture("The picture of the logo is damaged.") from error


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels, from its first chunk."""
    wide, tall = struct.unpack_from(">II", png, 16)
    return int(wide), int(tall)


def _damaged(kind: str | None) -> str:
    return (
        "The picture of the logo is damaged."
        if kind
        else "The logo is not a PNG, JPEG or WebP picture, nor an SVG drawing."
    )


def _encoded(image: ImageFile, data: bytes) -> bytes:
    if image.width * image.height > MOST_PIXELS:
        raise UnreadablePicture(f"The logo has {image.width} by {image.height} pixels.")
    plain = image.format == "PNG" and image.mode in ("RGB", "RGBA") and not any(";16" in str(it) for it in image.tile)
    image.load()
    _stretch_absent_tone(image, data)
    most = min(WIDEST / image.width, TALLEST / image.height) / INCH * DOTS
    untouched = plain and not image.info and most > _SPARE
    made = image if untouched else _upright(image)
    if made.mode == "RGBA" and made.getchannel("A").getextrema() == (0, 0):
        raise UnreadablePicture("Nothing of the logo can be seen: all of it is clear.", _CLEAR)
    if untouched:
        return data
    most = min(WIDEST / made.width, TALLEST / made.height) / INCH * DOTS
    if most <= _SPARE:
        made = made.resize((max(1, round(made.width * most)), max(1, round(made.height * most))))
    stream = io.BytesIO()
    made.info = {}
    made.save(stream, "PNG")
    return stream.getvalue()


def _stretch_absent_tone(image: ImageFile, data: bytes) -> None:
    """Scale the transparent value of a grey PNG of 1, 2 or 4 bits to 8 bits, as Pillow does with the other values."""
    bits, grey = (data[24], data[25] == 0) if image.format == "PNG" else (8, False)
    absent = image.info.get("transparency")
    if grey and bits < 8 and image.mode == "L" and isinstance(absent, int):
        image.info["transparency"] = absent * 255 // (2**bits - 1)


def _upright(image: Image) -> Image:
    """The picture turned by its Exif orientation, with 8 bits per channel, in the colours of a screen (sRGB)."""
    from PIL import ImageOps

    profile = image.info.get("icc_profile")
    turned = ImageOps.exif_transpose(image)
    if turned.mode.startswith("I"):
        return _from_16_bits(turned)
    if not turned.has_transparency_data:
        return _in_srgb(turned, profile) if profile else turned.convert("RGB")
    made = turned.convert("RGBA")
    if not profile:
        return made
    shown = _in_srgb(turned.convert("L") if _is_grey(turned) else made.convert("RGB"), profile)
    shown.putalpha(made.getchannel("A"))
    return shown


def _is_grey(image: Image) -> bool:
    """Whether the picture is grey, so that its colour profile is one of greys."""
    return image.mode in ("1", "L", "LA")


def _from_16_bits(image: Image) -> Image:
    """A grey picture of 16 bits reduced to the upper byte of each value; its transparent value becomes alpha."""
    from PIL import Image as Pillow

    high, low = (
        (slice(0, None, 2), slice(1, None, 2)) if image.mode == "I;16B" else (slice(1, None, 2), slice(0, None, 2))
    )
    data = image.convert("I;16").tobytes() if image.mode == "I" else image.tobytes()
    grey = Pillow.frombytes("L", image.size, data[high])
    absent = image.info.get("transparency")
    if not isinstance(absent, int):
        return grey.convert("RGB")
    gone = bytes(0 if pair == divmod(absent, 256) else 255 for pair in zip(data[high], data[low], strict=True))
    made = grey.convert("RGBA")
    made.putalpha(Pillow.frombytes("L", image.size, gone))
    return made


def _in_srgb(image: Image, profile: bytes) -> Image:
    """The picture converted to sRGB by its colour profile; not converted if the profile is broken or does not fit."""
    from PIL import ImageCms

    try:
        found = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(image, found, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        made = None
    return made or image.convert("RGB")
