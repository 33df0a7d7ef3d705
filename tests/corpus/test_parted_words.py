"""A word that a line parts in a narrow column is found whole, and heard whole: not as "sobre-llevarlo"."""

from __future__ import annotations

from dataclasses import replace

import pymupdf
import pytest
from tests.docx.samples import english
from tests.pdf import engines
from tests.pdf.opened import texts
from tests.pdf.samples import PLAIN, said
from tests.pdf.test_validators import faults

from worksheet_builder import pdf
from worksheet_builder.document import Document, Table
from worksheet_builder.foundation.languages import Language

PARTED = {
    "es": ("sobrellevarlo", "Lo más difícil es sobrellevarlo en casa cuando nadie pregunta"),
    "de": ("Behandlungsfehler", "Nach dem Behandlungsfehler hat niemand mit mir gesprochen"),
    "cs": ("nevyslechne", "Že mě nevyslechne nikdo ani podruhé"),
    "uk": ("перевіряли", "Мені казали, що серце двічі перевіряли минулого місяця"),
    "en": ("pharmacist", "What the friendly pharmacist said to me about it"),
}
every_language = pytest.mark.parametrize("tag", PARTED)


def narrow(tag: str) -> Document:
    """A table of five columns, its words in the first of them."""
    phrase, blank = (replace(said(text), language=tag) for text in (PARTED[tag][1], "…"))
    row = (phrase, *(blank,) * 4)
    table = Table(blank, (blank,) * 5, (row,), (0.2,) * 5)
    return replace(english(), id=f"parted-{tag}", language=Language.of(tag), title=blank, nodes=(table,))


@every_language
def test_the_tags_say_the_word_whole(tag: str) -> None:
    data = pdf.write(narrow(tag), PLAIN)
    opened = pymupdf.open(stream=data, filetype="pdf")
    assert PARTED[tag][0] not in "".join(page.get_text() for page in opened), "the line does not part it"
    assert PARTED[tag][1] in texts(data)
    assert PARTED[tag][0] in engines.tags(data)


@every_language
@pytest.mark.parametrize("engine", ["poppler", "PDFium"])
def test_programs_put_the_word_together(tag: str, engine: str) -> None:
    assert PARTED[tag][0] in engines.ENGINES[engine](pdf.write(narrow(tag), PLAIN))


@every_language
def test_the_file_is_sound(tag: str) -> None:
    assert faults(pdf.write(narrow(tag), PLAIN)) == []
