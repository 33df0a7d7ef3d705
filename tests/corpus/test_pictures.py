"""Logos as the programs and telephones of the world save them: each upright, in its tones, the same in every format."""

from __future__ import annotations

import base64
import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.docx.opened import parts
from tests.docx.samples import brand, english

from worksheet_builder import docx, html, pdf
from worksheet_builder.definitions.logo import read_logo
from worksheet_builder.definitions.raster_logo_reader import as_png
from worksheet_builder.foundation.files import missing, outside
from worksheet_builder.foundation.problems import Refused

FOLDER = Path(__file__).with_name("pictures")
RED, BLUE, CLEAR = (200, 30, 30, 255), (30, 30, 200, 255), (0, 0, 0, 0)
REFUSED = {
    "png-called-svg.svg": "The logo is called an SVG drawing, but it is a PNG picture.",
    "gif-called-png.png": "The logo is a GIF picture, not a PNG, JPEG or WebP picture.",
    "heic-called-jpg.jpg": "The logo is a HEIC photograph, not a PNG, JPEG or WebP picture.",
    "packed.svgz": "The logo is a compressed drawing (SVGZ), not a PNG, JPEG or WebP picture.",
    "nothing-in-it.svg": "Nothing of the logo can be seen: all of it is clear.",
    "all-clear.png": "Nothing of the logo can be seen: all of it is clear.",
    "web-page-called-png.png": "The logo is a web page, not a PNG, JPEG or WebP picture.",
    "custom-property.svg": "The style of the drawing uses ‘var()’, which a printed logo cannot.",
    "every-second.svg": "The style of the drawing uses ‘:nth-child’, which a printed logo cannot.",
    "sibling-further-on.svg": "The style of the drawing uses ‘~’, which a printed logo cannot.",
    "only-wider-colour.svg": "The drawing uses ‘oklch()’, which a printed logo cannot.",
    "size-in-style.svg": "The drawing uses ‘width:’, which a printed logo cannot.",
    "turned-in-style.svg": "The drawing uses ‘transform:’, which a printed logo cannot.",
    "stroke-of-one-width.svg": "The drawing uses ‘non-scaling-stroke’, which a printed logo cannot.",
    "length-of-its-own.svg": "The drawing uses ‘pathLength’, which a printed logo cannot.",
    "dark-scheme-apart.svg": "The style of the drawing uses ‘media’, which a printed logo cannot.",
    "dark-scheme.svg": "The style of the drawing uses ‘@media’, which a printed logo cannot.",
    "url-in-capitals.svg": "The drawing refers to something outside itself.",
}
SHADES = {
    "grey-16-bit.png": ((64, 64, 64, 255), (192, 192, 192, 255)),
    "grey-4-bit-transparent.png": ((68, 68, 68, 255), CLEAR),
    "grey-16-bit-transparent.png": ((64, 64, 64, 255), CLEAR),
    "palette-transparent.png": (RED, CLEAR),
}
"""Left and right half; of any other picture they are red and blue."""
SHOWN = sorted(path.name for path in FOLDER.iterdir() if path.name not in REFUSED)


def halves(data: bytes) -> list[tuple[int, ...]]:
    """The tones in the middle of the left and right half, and nothing where they are clear."""
    with Image.open(io.BytesIO(data)) as image:
        found = image.convert("RGBA")
    tones = (found.getpixel((found.width * part // 4, found.height // 2)) for part in (1, 3))
    return [tone if isinstance(tone, tuple) and tone[3] else CLEAR for tone in tones]


def in_pdf(data: bytes) -> bytes:
    """The picture of a page, as PNG."""
    with pikepdf.open(io.BytesIO(data)) as file:
        (image,) = (pikepdf.PdfImage(it) for it in file.pages[0].get_images().values())
        made = image.as_pil_image().convert("RGBA")
        if "/SMask" in image.obj:
            made.putalpha(pikepdf.PdfImage(image.obj.SMask).as_pil_image().convert("L"))
    stream = io.BytesIO()
    made.save(stream, "PNG")
    return stream.getvalue()


def in_html(page: bytes) -> bytes:
    kind, data = re.findall(r'src="data:(image/[a-z+]+);base64,([^"]+)"', page.decode())[0]
    assert kind == "image/png"
    return base64.b64decode(data)


@pytest.mark.parametrize("name", SHOWN)
def test_a_logo_is_upright_and_in_its_tones_in_every_format(name: str) -> None:
    logo = read_logo(FOLDER / name).data
    branded, right = brand(logo=logo), SHADES.get(name, (RED, BLUE))
    short = replace(english(), nodes=english().nodes[:2])
    written = {
        "read": logo,
        "PDF": in_pdf(pdf.write(short, branded)),
        "Word": parts(docx.write(short, branded))["word/media/logo.png"],
        "page": in_html(html.write(short, branded)),
    }
    for place, picture in written.items():
        with Image.open(io.BytesIO(picture)) as image:
            assert image.width / image.height == pytest.approx(2, rel=0.02), place
        assert halves(picture) == [pytest.approx(tone, abs=6) for tone in right], place


@pytest.mark.parametrize(("name", "sentence"), REFUSED.items())
def test_what_is_no_logo_is_called_what_it_is(name: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        read_logo(FOLDER / name)
    assert [problem.sentence for problem in refused.value.problems] == [sentence]


def test_a_damaged_note_in_a_picture_is_no_matter(recwarn: pytest.WarningsRecorder) -> None:
    as_png.cache_clear()
    read_logo(FOLDER / "damaged-exif.jpg")
    assert not recwarn.list


@pytest.mark.parametrize("written", ["Palette.PNG", "PALETTE.png", "pallette.png"])
def test_a_file_in_other_capitals_is_found(written: str) -> None:
    if (FOLDER / written).exists():
        pytest.skip("this disk does not tell capitals apart")
    assert missing(FOLDER / written) == (f"There is no file ‘{written}’.", "Did you mean ‘palette.png’?")


def test_an_address_is_no_file() -> None:
    sentence, _ = outside(Path("https://example.org/logo.png")) or ("", "")
    assert sentence.endswith("is an address on the web, and nothing is fetched.")
