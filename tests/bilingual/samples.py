"""Documents in two languages: every kind of node beside every script, and the sheets of the library."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polib

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.document import Document
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.phrases import Phrase, paired, rephrase
from worksheet_builder.foundation.problems import Place
from worksheet_builder.project.library import Library
from worksheet_builder.reading.block_examples import Example
from worksheet_builder.reading.loader import read_common, read_worksheet
from worksheet_builder.translation.extraction import extract

from ..docx.samples import english
from ..pdf.samples import specimen

LIBRARY = Library.open(Path(__file__).parent)
_ARABIC = "يمكنك أن تتوقف في أي وقت"


def beside(first: Document, second: Document) -> Document:
    """One document with the words of both."""
    return replace(paired(first, second), beside=second.language)


def in_two(tag: str, other: str) -> Document:
    """Every kind of node in two languages; one of them is English."""
    return beside(*(english() if it == "en" else specimen(it) for it in (tag, other)))


def example_in_two(example: Example, other: str) -> Document:
    """The example of a block beside words in another language."""
    document = replace(english(), nodes=example.nodes())
    return beside(document, replace(rephrase(document, lambda it: stub(it, other)), language=Language.of(other)))


def stub(phrase: Phrase, tag: str) -> Phrase:
    """Words that stand for a translation, with the slots of the English."""
    slots = " ".join(f"{{{span.slot}}}" for span in phrase.spans() if span.slot)
    words = _ARABIC if tag == "ar" else f"({phrase.plain().split('{')[0].strip()})"
    return replace(phrase, text=f"{words} {slots}".strip(), language=tag)


def arabic_project(folder: Path, *worksheets: str) -> None:
    """A project whose worksheets have Arabic words, made up by the rule of `stub`."""
    (folder / "worksheets").mkdir()
    structures = [read_worksheet(LIBRARY.worksheets[name]) for name in worksheets]
    for name, structure in (("common", read_common()), *zip(worksheets, structures, strict=True)):
        file = polib.POFile()
        file.metadata = {"Language": "ar", "Content-Type": "text/plain; charset=UTF-8"}
        for wanted in extract(structure):
            words = stub(Phrase(wanted.english, wanted.address, Place("")), "ar").text
            file.append(polib.POEntry(msgctxt=wanted.address, msgid=wanted.english, msgstr=words))
        path = folder / "locales" / "ar" / f"{name}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        file.save(str(path))


def composed(worksheet: str, tag: str, other: str, composer: Composer | None = None) -> Document:
    """A sheet of the library in two languages; what is not translated yet stays English, marked."""
    return (composer or Composer(LIBRARY, Order(draft=True))).document(LIBRARY.worksheets[worksheet], tag, other)
