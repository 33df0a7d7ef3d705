"""What comes out of a file is the author's text, in the order it is read, in every script."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from worksheet_builder import pdf
from worksheet_builder.document import Document, Heading, Paragraph, Role, walk, words
from worksheet_builder.foundation.languages import Language

from . import engines
from .engines import AT_HAND, ENGINES, Sought
from .opened import around, opened, structure, texts
from .samples import PLAIN, SAMPLES, SPECIMENS, every_sample, every_script, said, specimen, specimen_file, written

ASKED = (Role.PROMPT, Role.PANEL_HEADING)
WORDS, PAIRS = 0.97, 0.8
"""The shares of words and of neighbouring pairs that each program has to find."""
ORDERED = 0.95
"""The share of words that the structure tree has to give in the right order."""


@every_sample
def test_the_words_are_those_of_the_document(name: str) -> None:
    assert texts(written(name)) == [phrase.plain() for phrase in words(SAMPLES[name][0])]


@every_script
def test_every_script_comes_out_as_it_went_in(tag: str) -> None:
    document = specimen(tag)
    expected = [phrase.plain() for phrase in words(document)]
    assert texts(specimen_file(tag)) == expected


@every_script
def test_the_language_is_said(tag: str) -> None:
    with opened(specimen_file(tag)) as file:
        assert str(file.Root.Lang) == tag
        assert file.Root.ViewerPreferences.DisplayDocTitle


def test_parts_in_another_language_say_so() -> None:
    with opened(written("arabic")) as file:
        assert any(b"/Lang (en)" in page.Contents.read_bytes() for page in file.pages)


def test_bookmarks_are_nested_as_the_headings_are() -> None:
    with opened(written("english")) as file, file.open_outline() as outline:
        (whole,) = outline.root
        assert whole.title == "Mapping where harm occurred"
        assert [part.title for part in whole.children] == ["What happened", "Where and who", "For the therapist"]


def test_no_heading_skips_a_level() -> None:
    document = SAMPLES["english"][0]
    deep = replace(document, nodes=(document.nodes[0], Heading(3, said("Deep")), Heading(3, said("As deep"))))
    kinds = [element.kind for element in structure(pdf.write(deep, PLAIN)).walk() if element.kind.startswith("H")]
    assert kinds == ["H1", "H2", "H2"]


@pytest.mark.parametrize("name", ["branded", "arabic", "large-print"])
def test_what_stands_around_the_text_is_read_once(name: str) -> None:
    """The practice and the notice are content on the first page, and artifacts on the others; so are page numbers."""
    data = written(name)
    read = around(data)
    assert len(read) == len(set(read)) > 1
    assert any("Lindengarten" in text for text in read)
    assert not any("Page 1" in text or "صفحة" in text for text in read + texts(data))
    assert not any("Lindengarten" in text for text in texts(data))


def test_the_logo_says_whose_it_is() -> None:
    (logo,) = (part for part in structure(written("branded")).children[0].walk() if part.kind == "Figure")
    assert logo.alt
    assert "Lindengarten" in logo.alt


def test_questions_and_headings_of_panels_are_headings() -> None:
    document = SAMPLES["english"][0]
    asked = [node.text.plain() for node in walk(document.nodes) if isinstance(node, Paragraph) and node.role in ASKED]
    headings = [
        part for part in structure(written("english")).walk() if part.kind[0] == "H" and part.kind[1:].isdigit()
    ]
    assert asked
    assert set(asked) <= {heading.text for heading in headings}
    levels = [int(heading.kind[1:]) for heading in headings]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize("engine", AT_HAND)
@every_script
def test_other_programs_find_the_words(tag: str, engine: str) -> None:
    check_found(tag, engine)


@pytest.mark.whole
@every_script
def test_firefox_finds_the_words(tag: str) -> None:
    """Debian's pdf.js takes the Lao letter ໜ apart, as a compatibility character; newer ones leave it."""
    assert not engines.missing()
    check_found(tag, "pdf.js", 0.8 if tag == "lo" else WORDS)


def check_found(tag: str, engine: str, least: float = WORDS) -> None:
    document = specimen(tag)
    sought = Sought.in_texts([phrase.plain() for phrase in words(document)], tag)
    text = ENGINES[engine](specimen_file(tag))
    found, pairs = sought.found(text)
    assert found >= least, sought.lost(text)
    assert pairs >= (PAIRS if least == WORDS else 0.6)


@every_script
def test_the_tags_say_the_words_in_order(tag: str) -> None:
    document = specimen(tag)
    sought = Sought.in_texts([phrase.plain() for phrase in words(document)], tag)
    assert min(sought.found(engines.tags(specimen_file(tag)))) >= ORDERED


THIRDS = 3


@every_script
def test_what_is_painted_under_the_tags_is_in_order(tag: str) -> None:
    """Text that runs to the left is painted from left to right, as programs that search expect it.

    With every third node, others for the next script: Poppler compares each mark of a file with all others.
    """
    document = specimen(tag)
    document = replace(document, nodes=document.nodes[list(SPECIMENS).index(tag) % THIRDS :: THIRDS])
    sought = Sought.in_texts([phrase.plain() for phrase in words(document)], tag)
    text = engines.structure(pdf.write(document, PLAIN))
    assert sought.found(text[::-1] if document.language.rtl else text)[0] >= ORDERED


AWKWARD = {
    "soft hyphens": ("de", "Haft\u00adpflicht\u00adversicherung und Be\u00adhand\u00adlungs\u00adfehler"),
    "combining marks": ("vi", "Thi\u0323 Ngo\u0323c phu\u0323c ho\u0302\u0300i"),
    "keycaps": ("en", "Press 1\ufe0f\u20e3 and then 2\ufe0f\u20e3 again"),
    "no-break spaces": ("en", "Dr\u00a0Amira\u202fKhan"),
    "a ligature of two letters": ("ar", "الآن لا إلى الأطباء"),
    "marks on a letter": ("ar", "رضَّ قليلًا"),
    "zero-width joiners": ("fa", "می\u200cروم خانه\u200cها نمی\u200cخواهم"),
    "conjuncts": ("hi", "क्षत्रिय स्त्री शक्ति दिन दिनों"),
    "letters set apart for what is below them": ("bn", "শ্রদ্ধা"),
    "a sign that stands twice in a cluster": ("km", "ស្រ្តី"),
    "letters of Korean in parts": ("ko", "\u1112\u1161\u11ab\u1100\u1173\u11af"),
    "tone marks of old Korean": ("ko", "한\u302e글"),
    "marks of direction": ("ar", "كتب \u2066Anna Weiss\u2069 رقم \u200f123-456\u200e انتهى"),
    "an embedding": ("fa", "نوشت \u202aAnna\u202c نامه"),
    "a mark of the order of bytes": ("en", "one\ufefftwo three"),
    "lines that make a word longer": ("ar", "الرحمـــن كتـاب"),
    "people joined to one sign": ("en", "Family 👩\u200d👩\u200d👧 here"),
    "variation selectors": ("ja", "葛\U000e0100城市 か\u3099くせい"),
}
SET_APART = ("marks on a letter", "variation selectors")
"""pdf.js puts a space behind a code that has a mark in it, and before a mark at the end of a word to the left."""


@pytest.mark.parametrize("engine", AT_HAND)
@pytest.mark.parametrize("symptom", AWKWARD)
def test_awkward_letters_come_out_as_they_went_in(symptom: str, engine: str) -> None:
    tag, text = AWKWARD[symptom]
    found = engines.plain(ENGINES[engine](lettered_file(tag, text)))
    for word in engines.plain(text).split():
        assert word in found


@pytest.mark.whole
@pytest.mark.parametrize("symptom", [name for name in AWKWARD if name not in SET_APART])
def test_awkward_letters_come_out_of_firefox(symptom: str) -> None:
    tag, text = AWKWARD[symptom]
    found = engines.plain(ENGINES["pdf.js"](pdf.write(lettered(tag, text), PLAIN)))
    for word in engines.plain(text).split():
        assert word in found


@cache
def lettered_file(tag: str, text: str) -> bytes:
    return pdf.write(lettered(tag, text), PLAIN)


def lettered(tag: str, text: str) -> Document:
    """A sheet that says only this."""
    title = replace(said(text), language=tag)
    language = Language.of(tag)
    return replace(SAMPLES["english"][0], language=language, title=title, nodes=(Heading(1, title), Paragraph(title)))


def test_a_number_in_a_line_that_runs_to_the_left_keeps_its_order() -> None:
    """A file that asks for two pages side by side from the right is read by PDFium as if every line ran to the left."""
    data = pdf.write(lettered("ar", "اكتب إلى anna.mayer@example.org أو إلى Lindengarten Practice"), PLAIN)
    assert "anna.mayer@example.org" in engines.pdfium(data)
    assert "Lindengarten Practice" in engines.pdfium(data)
