"""Another's validator finds nothing in any handout: PDF/UA-1 and PDF/A-2a at once.

Where `whole` is asked for, in any handout of every sheet; else in each sheet, with languages and ways to make a
handout in turn. Filled ones too, where the letters are those of the file.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import page
import pypdfium2
import pytest

from worksheet_builder import pdf
from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.document import Edition, Paper, Style
from worksheet_builder.pdf import embedded_fonts, font_subset
from worksheet_builder.project.library import Library

from .filling import fill
from .samples import PLAIN, every_sample, every_script, specimen_file, written
from .test_words import lettered

LIBRARY = Library.open()
Making = tuple[tuple[Edition, Style], tuple[Paper, bool]]
MAKINGS: list[Making] = list(
    zip(itertools.product(Edition, Style), itertools.cycle(itertools.product(Paper, (True, False))), strict=False)
)
"""Each edition in each style, for screen and paper and on both sheets in turn."""


def faults(data: bytes) -> list[str]:
    """What is wrong, one line for each fault."""
    reports = (page.validate_pdf_bytes(data, profile=profile) for profile in ("ua1", "2a"))
    return [str(fault) for report in reports for fault in report.failures]


def faults_of(worksheet: str, language: str, making: Making) -> list[str]:
    """What is wrong with a handout made in one way."""
    (edition, style), (paper, fillable) = making
    composer = Composer(LIBRARY, Order(edition=edition, style=style, paper=paper, fillable=fillable, draft=True))
    return faults(pdf.write(composer.document(LIBRARY.worksheets[worksheet], language), composer.brand))


def sample() -> Iterator[tuple[str, str, Making]]:
    """Each sheet in English or in another language, made in ways that take turns."""
    others = itertools.cycle(it for it in LIBRARY.languages if it != "en")
    for at, (worksheet, making) in enumerate(zip(LIBRARY.worksheets, itertools.cycle(MAKINGS), strict=False)):
        yield worksheet, next(others) if at % 3 else "en", making


@pytest.mark.parametrize(("worksheet", "language", "making"), list(sample()))
def test_each_sheet_and_language_and_making(worksheet: str, language: str, making: Making) -> None:
    assert not faults_of(worksheet, language, making)


@pytest.mark.whole
@pytest.mark.parametrize("language", LIBRARY.languages)
@pytest.mark.parametrize("worksheet", LIBRARY.worksheets)
def test_every_handout_in_each_edition_and_style(worksheet: str, language: str) -> None:
    for making in MAKINGS:
        assert not faults_of(worksheet, language, making), making


TYPED = {
    "where-harm-occurred": ("en", "řčěšžćłńśźżąęőűůďťňñçãõøåæßœêëïýăâîğışđČŘŠŽŁŚŻĐİ “yes” – €5"),
    "common-reactions": ("es", "¿Mal año, Łucja Dvořák (GP)?"),
    "after-the-appointment": ("cs", "ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽáčďéěíňóřšťúůýž"),
    "my-care-preferences": ("uk", "Біль є (GP), Żaneta"),
    "procedure-plan": ("hi", "दर्द था (GP), Renée"),
    "window-of-tolerance": ("ar", "Łucja Dvořák (GP)"),
}
"""A language for each sheet and what is typed in it: letters that are in the file, of names beyond Windows-1252 too."""


def faults_of_filled(worksheet: str, language: str, typed: str) -> list[str]:
    """What is wrong with a handout that is filled as in Chrome."""
    composer = Composer(LIBRARY, Order(draft=True))
    data = pdf.write(composer.document(LIBRARY.worksheets[worksheet], language), composer.brand)
    return faults(fill(data, lambda _: typed))


@pytest.mark.parametrize(("worksheet", "language", "typed"), [(name, *rest) for name, rest in TYPED.items()])
def test_filled_handouts(worksheet: str, language: str, typed: str) -> None:
    assert not faults_of_filled(worksheet, language, typed)


@pytest.mark.whole
@pytest.mark.parametrize("worksheet", LIBRARY.worksheets)
def test_every_filled_handout(worksheet: str) -> None:
    _, typed = TYPED["where-harm-occurred"]
    assert not faults_of_filled(worksheet, "en", typed)


@every_sample
def test_every_sample(name: str) -> None:
    assert not faults(written(name))


@every_script
def test_every_script(tag: str) -> None:
    assert not faults(specimen_file(tag))


ALONG = ("报警 110，急救", "警，")
"""Strong, one of their letters begins with a move along one axis, which a validator takes for a width: in the first
behind its width, in the second without it."""
each_along = pytest.mark.parametrize("text", ALONG)


@each_along
def test_letters_that_begin_with_a_move_along_one_axis(text: str) -> None:
    assert not faults(pdf.write(lettered("zh-Hans", text), PLAIN))


@each_along
def test_their_pictures_are_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = painted(pdf.write(lettered("zh-Hans", text), PLAIN))
    embedded_fonts._embedded.cache_clear()
    monkeypatch.setattr(font_subset, "with_plain_moves", bytes)
    data = pdf.write(lettered("zh-Hans", text), PLAIN)
    embedded_fonts._embedded.cache_clear()
    assert faults(data)
    assert painted(data) == plain


def painted(data: bytes) -> list[bytes]:
    """The pages as PDFium paints them."""
    return [bytes(page.render(scale=3).to_pil().tobytes()) for page in pypdfium2.PdfDocument(data)]
