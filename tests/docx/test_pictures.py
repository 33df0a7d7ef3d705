"""The logo: fitted, named, cleaned, or refused in a plain sentence."""

from __future__ import annotations

import io
import struct
from dataclasses import replace

import pytest
from PIL import Image

from worksheet_builder import docx
from worksheet_builder.definitions.practice import Brand
from worksheet_builder.definitions.raster_logo_reader import as_png
from worksheet_builder.document import Style
from worksheet_builder.docx.picture_markup import Picture
from worksheet_builder.foundation.problems import Refused

from .opened import part, parts
from .samples import brand, design, english, png, practice, signed


def jpeg() -> bytes:
    """A picture with Exif and a comment."""
    image, stream = Image.new("RGB", (80, 40), (40, 90, 100)), io.BytesIO()
    exif = Image.Exif()
    exif[0x013B] = "Zacharias"
    image.save(stream, "JPEG", exif=exif, comment=b"Zacharias", dpi=(150, 150))
    return stream.getvalue()


@pytest.mark.parametrize("data", [png(), jpeg()])
def test_a_logo_is_in_the_first_header_with_words_and_without_its_maker(data: bytes) -> None:
    files = parts(docx.write(signed(english(), brand(logo=data)), brand(logo=data)))
    assert b"Zacharias" not in files["word/media/logo.png"]
    header = part(docx.write(signed(english(), brand(logo=data)), brand(logo=data)), "word/headerFirst.xml")
    assert [it.get("descr") for it in header.iter("{*}docPr")] == ["Logo of Lindengarten Practice"]
    with Image.open(io.BytesIO(files["word/media/logo.png"])) as image:
        image.load()


@pytest.mark.parametrize("data", [png(), jpeg()])
def test_cleaning_leaves_the_picture_as_it_was(data: bytes) -> None:
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(as_png(data))) as after:
        assert before.convert("RGB").tobytes() == after.tobytes()


@pytest.mark.parametrize(
    ("size", "points"), [((240, 120), (73.7, 36.9)), ((2000, 200), (300, 30)), ((100, 900), (6.9, 62.4))]
)
def test_a_logo_is_fitted_into_the_header(size: tuple[int, int], points: tuple[float, float]) -> None:
    picture = Picture.logo(brand(logo=png(*size)), 300)
    assert (picture.width, picture.height) == pytest.approx(points, abs=0.1)


@pytest.mark.parametrize("size", [(240, 120), (100, 900)])
def test_on_a_dark_ground_it_has_white_around_it_two_points_and_a_half_on_each_side(size: tuple[int, int]) -> None:
    logo = png(*size)
    on_paper, on_dark = design(header="rule"), design(header="solid")
    plain, plated = (Picture.logo(Brand.of(practice(), it, Style.STANDARD, logo), 300) for it in (on_paper, on_dark))
    assert (plated.width - plain.width, plated.height - plain.height) == pytest.approx((5.0, 5.0))
    with Image.open(io.BytesIO(plain.data)) as bare, Image.open(io.BytesIO(plated.data)) as image:
        edge = round(2.5 / plain.height * bare.height)
        assert image.size == (bare.width + 2 * edge, bare.height + 2 * edge)
        assert image.convert("RGB").getpixel((edge - 1, edge - 1)) == (255, 255, 255)


def _huge() -> bytes:
    return png()[:16] + struct.pack(">II", 20_000, 10_000) + png()[24:]


@pytest.mark.parametrize(
    "data",
    [b"", b"not a picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>", png()[:60], jpeg()[:40], _huge(), b"GIF89a"],
)
def test_what_is_no_picture_is_refused_in_a_plain_sentence(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        Picture.logo(replace(brand(), logo=data), 300)
    (problem,) = refused.value.problems
    assert "logo" in problem.sentence and problem.hint.startswith("Save it")


def test_a_drawing_can_stand_beside_its_picture() -> None:
    markup = Picture.logo(brand(logo=png()), 300).drawn("logo", "Logo", vector="drawing")
    assert 'r:embed="logo"' in markup and "<asvg:svgBlip" in markup and 'r:embed="drawing"' in markup
