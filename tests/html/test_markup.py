"""Nodes become the elements that mean what they mean: goldens that can be read in a diff."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from worksheet_builder import html
from worksheet_builder.document import Group, GroupRole, Heading, Paragraph, answers
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.phrases import escape
from worksheet_builder.html.colour_scheme import properties
from worksheet_builder.html.page import shared
from worksheet_builder.html.site_index import SitePage, index

from ..conftest import Golden
from ..docx.samples import PLAIN, brand, png
from ..pdf.test_fields import expected
from .opened import classes, fields, opened, pretty, sheet, spoken, words
from .pages import HAND_MADE, every_block, hand_made, page, phrase

GOLDEN = Path(__file__).parent / "golden"
SPANISH = Language.of("es")


@pytest.mark.parametrize("name", ["english", "arabic", "pictured", "for-paper"])
def test_the_sheet_is_as_written(name: str, golden: Golden) -> None:
    golden("\n".join(pretty(sheet(hand_made(name)))) + "\n", GOLDEN / f"{name}.txt")


def test_the_list_of_pages_is_as_written(golden: Golden) -> None:
    """Each language has its part, with its own words and direction, in which all its pages are."""
    made = {name: HAND_MADE[name][0] for name in ("english", "arabic", "large-print")}
    made["in-two"] = replace(
        made["english"], title=replace(phrase("One"), parallel=phrase("Uno", "es")), beside=SPANISH
    )
    pages = [SitePage(f"{name}.html", document) for name, document in made.items()]
    (body,) = opened(index(pages, PLAIN)).iter("body")
    golden("\n".join(pretty(body)) + "\n", GOLDEN / "index.txt")


@pytest.mark.parametrize("name", HAND_MADE)
def test_every_page_parses_without_an_error(name: str) -> None:
    assert opened(hand_made(name)).tag == "html"


def test_every_block_has_its_place_on_a_page() -> None:
    assert opened(every_block()).tag == "html"


def test_words_are_never_taken_for_markup() -> None:
    document, brand = HAND_MADE["english"]
    sharp = '<b onclick="x">&amp; "quoted" </script> <!--'
    nodes = (Heading(1, phrase(sharp)), Paragraph(phrase(escape(f"*{sharp}*"))))
    made = html.write(replace(document, nodes=nodes), brand)
    assert [line.strip() for line in words(made) if line.strip()] == [sharp, f"*{sharp}*"]


@pytest.mark.parametrize("name", ["english", "arabic"])
def test_fields_are_called_what_they_are_called_in_a_pdf(name: str) -> None:
    wanted = [label.split() for _, label in expected(HAND_MADE[name][0])]
    assert [label.split() for _, label in spoken(hand_made(name))] == wanted


@pytest.mark.parametrize("name", HAND_MADE)
def test_each_answer_has_a_field_under_its_address(name: str) -> None:
    document = HAND_MADE[name][0]
    named = {field for field, _ in fields(hand_made(name))}
    if not document.output_options.fillable:
        assert not named
        return
    for answer in answers(document):
        assert any(field == answer.address or field.startswith(f"{answer.address}.") for field in named)


def test_ids_are_unique_and_references_lead_somewhere() -> None:
    for made in (every_block(), page("my-care-preferences"), hand_made("english")):
        ids = [it.get("id") for it in opened(made).iter() if it.get("id")]
        assert len(set(ids)) == len(ids)
        asked = {it.get("aria-describedby") for it in opened(made).iter()} - {None}
        assert asked <= set(ids)


def test_headings_begin_at_the_first_level_and_skip_none() -> None:
    for made in (page("my-care-preferences"), page("my-care-preferences", leaf=True), every_block()):
        levels = [int(it.tag[1]) for it in sheet(made).iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_heading_of_a_section_is_in_one_part_with_what_it_leads_to() -> None:
    heading = Group(GroupRole.BLOCK, (Heading(2, phrase("A section")),))
    block = Group(GroupRole.BLOCK, (Paragraph(phrase("Its words.")),))
    document, brand = HAND_MADE["english"]
    made = html.write(replace(document, nodes=(Heading(1, phrase("Title")), heading, block, block)), brand)
    steps = ["".join(it.itertext()) for it in sheet(made).iter("div") if "step" in classes(it)]
    assert steps == ["TitleA section", "Its words.", "Its words."] or steps == [
        "Title",
        "A sectionIts words.",
        "Its words.",
    ]


def test_what_stands_under_an_opening_is_in_one_part_with_it() -> None:
    title = Group(GroupRole.OPENING, (Heading(1, phrase("Title")),))
    block = Group(GroupRole.BLOCK, (Paragraph(phrase("Its words.")),))
    document, brand = HAND_MADE["english"]
    made = html.write(replace(document, nodes=(title, Paragraph(phrase(" It takes a while.")), block)), brand)
    steps = ["".join(it.itertext()) for it in sheet(made).iter("div") if "step" in classes(it)]
    assert steps == ["Title It takes a while.", "Its words."]


def test_every_button_does_what_the_script_of_the_page_can_do() -> None:
    script = re.search(r"const does = {\n(.*?)\n  };", shared("page.js"), re.DOTALL)
    assert script
    known = set(re.findall(r'^    "?([a-z-]+)"?[:,]', script[1], re.MULTILINE))
    pages = map(opened, (page("my-care-preferences"), every_block()))
    asked = {it.get("data-does") for made in pages for it in made.iter("button")}
    assert {"clear", "one", "print", "draw-back"} <= asked & known
    assert asked - known <= {None}


@pytest.mark.parametrize(
    ("name", "size"),
    [("body", "1rem"), ("title", "2.08rem"), ("section", "1.29rem"), ("fine", "0.875rem"), ("running", "0.792rem")],
)
def test_letters_are_as_large_as_readers_have_set_where_a_page_has_twelve_points(name: str, size: str) -> None:
    assert f"--size-{name}:{size};" in properties(PLAIN)


@pytest.mark.parametrize(
    ("wide", "tall", "rem"),
    [(120, 120, "3.071"), (240, 120, "6.142"), (60, 240, "1.299"), (100, 144, "2.559"), (1600, 20, "36.67")],
)
def test_a_logo_is_thirteen_millimetres_high_a_narrow_one_up_to_twenty_two_and_none_wider_than_a_line(
    wide: int, tall: int, rem: str
) -> None:
    """A line has 440 points at most: 36.67 times the size of twelve that readers have set."""
    assert f"--logo-width:{rem}rem;" in properties(brand(logo=png(wide, tall)))


def test_two_languages_stand_in_elements_of_their_own() -> None:
    made = page("circle-of-support", "ar", beside="en")
    seconds = [it for it in sheet(made).iter("span") if "second" in classes(it)]
    assert seconds
    assert {(it.get("lang"), it.get("dir")) for it in seconds} == {("en", "ltr")}
    assert opened(made).get("dir") == "rtl"


def test_a_leaf_alone_says_nothing_of_the_practice_or_of_a_crisis() -> None:
    made = page("my-care-preferences", leaf=True)
    whole = "".join(opened(made).find("body").itertext()).casefold()
    for word in ("example practice", "020 7946", "hurt yourself", "who to call", "stop here", "therap", "crisis"):
        assert word not in whole, word
    assert not list(opened(made).iter("a"))


@pytest.mark.parametrize(
    ("tag", "counter"), [("en", ""), ("fa", "persian"), ("ar-EG", "arabic-indic"), ("ne", "devanagari")]
)
def test_lists_are_numbered_in_the_digits_of_the_language(tag: str, counter: str) -> None:
    document = replace(HAND_MADE["english"][0], language=Language.of(tag))
    looks = html.write(document, PLAIN).decode()
    assert re.findall(r"ol \{ list-style-type: (\S+); \}", looks) == ([counter] if counter else [])
