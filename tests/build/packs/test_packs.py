"""A pack is one handout: cover, contents that lead to every sheet, and the sheets as they are by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import docx_integrity
import page
import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator

from worksheet_builder import docx, html, pdf
from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.definitions.collections import opening_drawing
from worksheet_builder.definitions.pack import Pack
from worksheet_builder.document import (
    Contents,
    Document,
    Edition,
    Group,
    GroupRole,
    Node,
    Part,
    Style,
    answers,
    opening_drawing_of,
    parts,
    walk,
    words,
)
from worksheet_builder.document.text_dump import outline
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.phrases import rephrase
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.layout.fitting import fitted
from worksheet_builder.layout.running_header import page_frames
from worksheet_builder.project.library import Library
from worksheet_builder.project.package_files import built_in_folder
from worksheet_builder.reading import json_schema
from worksheet_builder.reading.loader import read_pack
from worksheet_builder.translation.extraction import extract

from ...bilingual.samples import beside, stub
from ...conftest import Golden
from ...docx import opened as word
from ...docx.test_validators import WRONGLY_FOUND
from ...pdf import opened as portable

LIBRARY = Library.open(Path(__file__).parent)
GOLDEN = Path(__file__).parent / "golden"
SCHEMA = built_in_folder() / "packs" / "packs.schema.json"
PRACTICE = Path(__file__).parents[3] / "docs" / "example-practice" / "practice.yaml"
COMPOSER = Composer(LIBRARY, Order(draft=True))
SOME = ("after-a-birth", "first-sessions", "for-staff", "easy-read")
"""The packs that are read back in the usual run, each in another making; `whole` has all in each."""
every_pack = pytest.mark.parametrize("name", LIBRARY.packs)
MAKINGS = {
    "plain": Order(draft=True),
    "therapist": Order(draft=True, edition=Edition.THERAPIST),
    "large-print": Order(draft=True, style=Style.LARGE_PRINT),
    "for-paper": Order(draft=True, fillable=False),
}


@lru_cache(maxsize=32)
def composed(name: str, tag: str = "en", other: str | None = None, composer: Composer = COMPOSER) -> Document:
    return composer.pack(LIBRARY.packs[name], tag, other)


@cache
def written(name: str) -> bytes:
    """A pack in English as a PDF, which is written once for all who read it."""
    return pdf.write(composed(name), COMPOSER.brand)


@cache
def written_for_word(name: str) -> bytes:
    return docx.write(composed(name), COMPOSER.brand)


def said(texts: list[str]) -> list[str]:
    """The words one by one; page numbers and the numbers of rings are labels."""
    return [it for it in " ".join(texts).split() if not it.isdecimal() and it != "…"]


def expected(document: Document) -> list[str]:
    return said([phrase.plain() for phrase in words(document)])


def faults(data: bytes) -> list[str]:
    reports = (page.validate_pdf_bytes(data, profile=profile) for profile in ("ua1", "2a"))
    return [str(fault) for report in reports for fault in report.failures]


@pytest.fixture(scope="module")
def audit() -> OpenXmlValidator:
    return OpenXmlValidator()


def test_the_opening_of_a_pack(golden: Golden) -> None:
    composer = Composer(LIBRARY, Order(edition=Edition.THERAPIST, draft=True))
    document = composed("first-sessions", composer=composer)
    headed = replace(
        document, nodes=tuple(replace(it, children=()) if it in parts(document) else it for it in document.nodes)
    )
    golden(outline(headed), GOLDEN / "first-sessions.txt")


def both_formats_say_what_the_pack_says(name: str, making: str, audit: OpenXmlValidator, tmp_path: Path) -> None:
    composer = Composer(LIBRARY, MAKINGS[making])
    document = composed(name, composer=composer)
    data, printed = portable.written(document, composer.brand)
    assert said(portable.texts(data)) == expected(printed)
    assert faults(data) == []
    path = tmp_path / "pack.docx"
    path.write_bytes(docx.write(document, composer.brand))
    assert said(word.texts(path.read_bytes())) == expected(document)
    assert [str(it) for it in audit.validate(path).errors if WRONGLY_FOUND not in str(it)] == []
    assert [str(it) for it in docx_integrity.check(path)] == []


@pytest.mark.parametrize(("name", "making"), list(zip(SOME, MAKINGS, strict=True)))
def test_both_formats_say_what_a_pack_says(name: str, making: str, audit: OpenXmlValidator, tmp_path: Path) -> None:
    both_formats_say_what_the_pack_says(name, making, audit, tmp_path)


@pytest.mark.whole
@every_pack
@pytest.mark.parametrize("making", MAKINGS)
def test_both_formats_say_what_every_pack_says(name: str, making: str, audit: OpenXmlValidator, tmp_path: Path) -> None:
    both_formats_say_what_the_pack_says(name, making, audit, tmp_path)


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """The first two sheets of a pack, whose words are translated."""
    text = LIBRARY.packs["first-sessions"].read_text("utf-8")
    kept, *rest = text.split("  - sheet: what-is-medical-trauma")
    path = tmp_path / "first-sessions.yaml"
    path.write_text(kept + rest[0][rest[0].index("therapist:") :], "utf-8")
    return path


@pytest.mark.parametrize(("tag", "other"), [("es", None), ("es", "en"), ("en", "es")])
def test_a_pack_in_other_languages(short: Path, tag: str, other: str | None) -> None:
    document = COMPOSER.pack(short, tag, other)
    data, printed = portable.written(document, COMPOSER.brand)
    assert said(portable.texts(data)) == expected(printed)
    assert said(word.texts(docx.write(document, COMPOSER.brand))) == expected(document)
    assert faults(data) == []


def test_a_right_to_left_pack_beside_english(short: Path) -> None:
    english = COMPOSER.pack(short, "en")
    arabic = replace(rephrase(english, lambda it: stub(it, "ar")), language=Language.of("ar"))
    for document in (arabic, beside(arabic, english), beside(english, arabic)):
        data, printed = portable.written(document, COMPOSER.brand)
        assert said(portable.texts(data)) == expected(printed)
        assert faults(data) == []


@every_pack
def test_each_sheet_is_the_one_by_itself(name: str) -> None:
    document = composed(name)
    pack = read_pack(LIBRARY.packs[name])
    for part, entry in zip(parts(document), pack.worksheets, strict=True):
        alone = COMPOSER.document(LIBRARY.worksheets[entry.sheet], "en")
        bound = replace(document, nodes=part.children)
        assert [it.address for it in answers(alone)] == [it.address for it in answers(bound)]
        lacking = {phrase.plain() for phrase in words(alone)} - {phrase.plain() for phrase in words(bound)}
        assert all(any(said in whole for said in SAID_ONCE) for whole in lacking), lacking


SAID_ONCE = ("You can skip any part", "If there may be a complaint", "Keep something steadying", "Before you start")
"""What a cover says for all sheets of a pack."""


@every_pack
def test_what_holds_for_all_is_said_once_and_whom_to_call_on_every_sheet(name: str) -> None:
    composer = Composer(LIBRARY, Order(draft=True, practice=PRACTICE, today=date(2026, 11, 29)))
    document = composed(name, composer=composer)
    said = [phrase.plain() for phrase in words(document)]
    cover = [node for node in document.nodes if not isinstance(node, Part)]
    for_clients = [part for part in parts(document) if whom_to_call(part.children)]
    assert whom_to_call(cover) is bool(for_clients)
    assert said.count("Before you start") == sum("Before you start" in plain(it.children) for it in for_clients) + bool(
        for_clients
    )
    assert sum("You can skip any part" in it for it in said) == bool(for_clients)
    for part in for_clients:
        alone = plain(composer.document(LIBRARY.worksheets[part.id], "en").nodes)
        for it in ("You can call", "Please start this page"):
            assert any(it in line for line in alone) is any(it in line for line in plain(part.children))


def whom_to_call(nodes: Iterable[Node]) -> bool:
    return any(isinstance(node, Group) and node.role is GroupRole.CONTACTS for node in walk(tuple(nodes)))


def plain(nodes: Iterable[Node]) -> list[str]:
    return [phrase.plain() for phrase in words(replace(composed("first-sessions"), nodes=tuple(nodes)))]


WEEKS = """\
title: Two weeks
summary: A page for each week.
worksheets:
  - {sheet: waves, as: week-1, title: The first week, intro: Only look this week., note: To begin with.}
  - {sheet: waves, as: week-2}
  - {sheet: waves}
"""


@pytest.fixture
def weeks(tmp_path: Path) -> Document:
    (tmp_path / "weeks.yaml").write_text(WEEKS, "utf-8")
    return COMPOSER.pack(tmp_path / "weeks.yaml", "en")


def test_the_same_sheet_may_stand_again_with_fields_of_its_own(weeks: Document, audit: OpenXmlValidator) -> None:
    assert [part.id for part in parts(weeks)] == ["week-1", "week-2", "waves"]
    addresses = [it.address for it in answers(weeks)]
    assert len(set(addresses)) == len(addresses)
    first, second, third = (
        [it.address.partition(".")[2] for it in answers(replace(weeks, nodes=part.children))] for part in parts(weeks)
    )
    assert first == second == third
    data = pdf.write(weeks, COMPOSER.brand)
    with portable.opened(data) as file:
        names = [str(it.T) for it in file.Root.AcroForm.Fields]
    assert len(set(names)) == len(names)
    tags = [it.tag for it in word.controls(docx.write(weeks, COMPOSER.brand)) if it.tag]  # rows repeat without one
    assert len(set(tags)) == len(tags)
    page = html.write(weeks, COMPOSER.brand).decode()
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(set(ids)) == len(ids)


def test_it_may_have_a_few_words_of_its_own_in_every_format(weeks: Document) -> None:
    own, other, _ = parts(weeks)
    assert own.title.plain() == "The first week" and other.title.plain() == "When strong feelings come and go"
    assert plain(own.children)[:2] == ["The first week", "Only look this week."]
    data, printed = portable.written(weeks, COMPOSER.brand)
    assert said(portable.texts(data)) == expected(printed)
    assert said(word.texts(docx.write(weeks, COMPOSER.brand))) == expected(weeks)
    assert "Only look this week." in html.write(weeks, COMPOSER.brand).decode()


def test_words_of_its_own_have_addresses_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "weeks.yaml").write_text(WEEKS, "utf-8")
    found = {it.address for it in extract(read_pack(tmp_path / "weeks.yaml"))}
    assert {"week-1.title", "week-1.intro", "week-1.note"} <= found


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (("as: week-2", "as: week-1"), "‘week-1’ stands twice; it is also in line 4."),
        (("as: week-2", "note: again"), "‘waves’ stands twice; it is also in line 5."),
        (("as: week-2", "as: Week 2"), "‘Week 2’ cannot be a short name."),
    ],
)
def test_two_with_one_name_are_refused(tmp_path: Path, changed: tuple[str, str], sentence: str) -> None:
    (tmp_path / "weeks.yaml").write_text(WEEKS.replace(*changed), "utf-8")
    with pytest.raises(Refused) as refused:
        read_pack(tmp_path / "weeks.yaml")
    assert [problem.sentence for problem in refused.value.problems] == [sentence]


@every_pack
def test_no_two_fields_share_a_name(name: str) -> None:
    document = composed(name)
    addresses = [it.address for it in answers(document)]
    assert len(set(addresses)) == len(addresses)
    tags = [it.tag for it in word.controls(written_for_word(name)) if it.tag]  # rows repeat without one
    assert len(set(tags)) == len(tags)


@pytest.mark.parametrize(
    "name", [pytest.param(it, marks=() if it in SOME else (pytest.mark.whole,)) for it in LIBRARY.packs]
)
def test_the_contents_lead_to_the_page_they_name(name: str) -> None:
    document, data = composed(name), written(name)
    tree = portable.structure(data)
    entries = [it for it in tree.walk() if it.kind == "TOCI"]
    numbers = [next(it.text for it in entry.walk() if it.kind == "Lbl") for entry in entries]
    with portable.opened(data) as file:
        pages = [it.objgen for it in file.pages]
        links = [it for it in file.pages[0].Annots if it.Subtype == "/Link"]
        led = [pages.index(link.Dest[0].objgen) + 1 for link in links]
        assert [str(number) for number in led] == numbers
        assert [str(link.Contents) for link in links] == [part.title.plain() for part in parts(document)]
        assert len(links) == len(parts(document)) and led == sorted(set(led)) and led[0] > 1
        texts = portable.texts(data)
        assert all(part.title.plain() in texts for part in parts(document))


@every_pack
def test_every_link_belongs_to_a_link_tag(name: str) -> None:
    with portable.opened(written(name)) as file:
        rows = dict(_pairs(file.Root.StructTreeRoot.ParentTree.Nums))
        for link in (it for it in file.pages[0].Annots if it.Subtype == "/Link"):
            assert str(rows[int(link.StructParent)].S) == "/Link"


def _pairs(numbers: Any) -> list[tuple[int, Any]]:
    items = list(numbers)
    return [(int(items[at]), items[at + 1]) for at in range(0, len(items), 2)]


def test_bookmarks_are_nested() -> None:
    document = composed("first-sessions")
    with portable.opened(written("first-sessions")) as file, file.open_outline() as found:
        (whole,) = found.root
        assert whole.title == document.title.plain()
        assert [sheet.title for sheet in whole.children] == [part.title.plain() for part in parts(document)]
        assert all(sheet.children for sheet in whole.children)


def test_a_cover_opens_with_the_drawing_of_the_pack_or_else_of_its_first_sheet(tmp_path: Path) -> None:
    cover = composed("grief-and-anger").nodes
    assert opening_drawing_of(cover) == opening_drawing("", "rain-and-sun")
    path = tmp_path / "grief-and-anger.yaml"
    path.write_text(LIBRARY.packs["grief-and-anger"].read_text("utf-8").replace("drawing: rain-and-sun\n", ""), "utf-8")
    first, *_ = parts(composed("grief-and-anger"))
    assert opening_drawing_of(COMPOSER.pack(path, "en").nodes) == opening_drawing_of(first.children)
    plain = Composer(LIBRARY, Order(draft=True, pictures=False))
    assert opening_drawing_of(composed("grief-and-anger", composer=plain).nodes) is None


def test_the_head_of_each_page_names_its_sheet() -> None:
    document = composed("grief-and-anger")
    titles = [part.title.plain() for part in parts(document)]
    heads = []
    for index, sheet in enumerate(pypdfium2.PdfDocument(written("grief-and-anger"))):
        text = sheet.get_textpage().get_text_bounded(bottom=sheet.get_height() - 38).strip()
        heads += [text] if index else []
    begun = [index for index, text in enumerate(heads) if not text]
    assert len(begun) == len(titles)
    assert [heads[index + 1] for index in begun] == titles
    assert [*dict.fromkeys(filter(None, heads))] == titles


@pytest.mark.parametrize("name", ["grief-and-anger", "first-sessions"])
def test_a_page_where_a_sheet_begins_has_no_running_header_to_go_away_from(name: str) -> None:
    layout = fitted(composed(name), COMPOSER.brand)
    opening = page_frames(layout.context).opening
    begun = [layout.pages[index] for index in layout.context.starts.values()]
    assert len(begun) > 2 and all(page.frame == opening for page in begun)


@every_pack
def test_word_links_lead_to_bookmarks_and_sections_have_their_heads(name: str) -> None:
    document, data = composed(name), written_for_word(name)
    body = word.part(data)
    marks = [it.get(f"{word.W}name") for it in word.found(body, "//w:bookmarkStart")]
    links = word.found(body, "//w:hyperlink")
    assert [it.get(f"{word.W}anchor") for it in links] == marks
    fields = [it.get(f"{word.W}instr").split() for it in word.found(body, "//w:hyperlink/w:fldSimple")]
    assert fields == [["PAGEREF", mark, "\\h"] for mark in marks]
    sections = word.found(body, "//w:sectPr")
    leaves = [node for node in walk(document.nodes) if isinstance(node, Group) and node.role is GroupRole.LEAF]
    assert len(sections) == len(parts(document)) + len(leaves) + 1
    found = [word.part(data, f"word/header{at}.xml") for at, _ in enumerate(parts(document), 1)]
    heads = ["".join(it.text or "" for it in word.found(head, ".//w:t")) for head in found]
    assert heads == [part.title.plain() for part in parts(document)]
    assert all(word.found(head, ".//w:drawing") for head in found)


@every_pack
def test_every_note_has_an_address_of_its_own(name: str) -> None:
    pack = read_pack(LIBRARY.packs[name])
    addresses = [wanted.address for wanted in extract(pack)]
    assert len(set(addresses)) == len(addresses)
    assert {f"{entry.sheet}.note" for entry in pack.worksheets if entry.note} <= set(addresses)


@every_pack
def test_the_client_edition_has_no_word_for_the_therapist(name: str) -> None:
    therapist = read_pack(LIBRARY.packs[name]).therapist
    assert therapist
    assert not [phrase for phrase in words(composed(name)) if phrase.address == therapist.address]


def test_the_committed_schema_is_the_generated_one() -> None:
    assert SCHEMA.read_text("utf-8") == json_schema.text(Pack)


@every_pack
def test_the_first_line_names_the_schema(name: str) -> None:
    first = LIBRARY.packs[name].read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=packs.schema.json"


def test_contents_are_the_only_thing_that_leads() -> None:
    found = [node for node in walk(composed("first-sessions").nodes) if isinstance(node, Contents)]
    assert [[lead.part for lead in it.leads] for it in found] == [
        ["window-of-tolerance", "alarm-freeze-and-afterwards", "what-is-medical-trauma", "where-harm-occurred"]
    ]


@every_pack
def test_its_cover_speaks_of_all_its_pages(name: str) -> None:
    """A sentence of one sheet, such as that on legal advice, stands on the cover in words for the whole pack."""
    document = composed(name)
    cover = replace(document, nodes=tuple(it for it in document.nodes if not isinstance(it, Part)))
    assert not [told for phrase in words(cover) if "this page" in (told := phrase.plain())]
