"""An order holds every option of a build, and each option that makes another page makes another name."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast

import click
import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS, Format
from worksheet_builder.build.jobs import Job, JobRunner
from worksheet_builder.build.manifest import Manifest
from worksheet_builder.build.order import _NOT_OF_THE_PAGE, Order
from worksheet_builder.cli.build_command import build
from worksheet_builder.cli.build_options import _negated
from worksheet_builder.cli.pack_command import pack
from worksheet_builder.definitions.tailoring import ClientChanges
from worksheet_builder.document import Edition, Paper, Posture, Style
from worksheet_builder.foundation.problems import Place
from worksheet_builder.project.library import Library

LIBRARY = Library.open(Path(__file__).parent)
OTHERWISE: Mapping[str, Any] = {
    "edition": Edition.THERAPIST,
    "style": Style.LARGE_PRINT,
    "paper": Paper.LETTER,
    "design": "banner",
    "fillable": False,
    "examples": False,
    "pictures": False,
    "body": Posture.SEATED,
    "more_room": True,
    "leaf": True,
    "protected": True,
    "client": ClientChanges(place=Place("changes.yaml"), minutes=5),
}
"""For each option that a page can show, another value than the usual one."""
UNSEEN = {"draft", "require"}
"""They decide whether a page is made at all: what could differ is refused without them."""
SHEETS = {"examples": "what-was-lost", "pictures": "then-and-now", "body": "where-i-carry-it"}
SHEET = "my-care-preferences"
"""The sheets that the options are tried on: one with what each of them changes."""


@cache
def usual_path_and_bytes(format_name: str, sheet: str) -> tuple[Path, bytes]:
    """Of a page without any option, with which all others are compared."""
    return path_and_bytes(format_name, sheet)


def path_and_bytes(format_name: str, sheet: str = SHEET, **options: Any) -> tuple[Path, bytes]:
    composer = Composer(LIBRARY, Order(**options))
    job = Job(LIBRARY.worksheets[sheet], "en", (format_name,))
    document = composer.document(job.worksheet, "en")
    path = JobRunner(composer, Manifest(Path("out"))).path(job, format_name)
    return path, FORMATS[format_name].write(document, composer.brand)


def test_every_option_is_known_to_make_another_page_or_not() -> None:
    assert {it.name for it in fields(Order)} == {*OTHERWISE, *UNSEEN, *_NOT_OF_THE_PAGE}


def test_an_order_that_says_nothing_has_all_that_helps_and_replaces_nothing() -> None:
    """A flag takes away what there is otherwise."""
    usual, taking = Order(), {it.name for it in build.params if it.callback is _negated}
    assert {it.name for it in fields(usual) if getattr(usual, it.name) is True} == taking


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("option", OTHERWISE)
def test_another_page_has_another_name(option: str, format_name: str) -> None:
    sheet = SHEETS.get(option, SHEET)
    usual, usual_bytes = usual_path_and_bytes(format_name, sheet)
    other, other_bytes = path_and_bytes(format_name, sheet, **{option: OTHERWISE[option]})
    unseen = option in FORMATS[format_name].unseen
    assert (other_bytes == usual_bytes, other == usual) == (unseen, unseen)
    assert usual.name == f"{sheet}.{format_name}"


def test_a_format_leaves_out_options_that_there_are() -> None:
    assert set().union(*(it.unseen for it in FORMATS.values())) <= {*OTHERWISE}


def test_no_two_orders_share_a_name() -> None:
    together = [
        {name: OTHERWISE[name] for name in names}
        for count in range(len(OTHERWISE) + 1)
        for names in itertools.combinations(OTHERWISE, count)
    ]
    orders = [Order(**options) for options in together]
    possible = [order for order in orders if not [*order.contradictions()]]
    assert len({order.suffix("docx", Paper.A4) for order in possible}) == len(possible) > 90


CONTRARY: tuple[tuple[dict[str, Any], dict[str, Any], str], ...] = (
    (
        {"draft": True},
        {"require": "reviewed"},
        "--draft prints what is not translated, --require refuses it; give one of the two.",
    ),
    (
        {"leaf": True},
        {"edition": Edition.THERAPIST},
        "A leaf is for other people and has no notes; leave --edition out.",
    ),
    (
        {"client": OTHERWISE["client"]},
        {"site": Path("pages")},
        "--with makes a handout for one client, which belongs into no folder of pages; leave --site out.",
    ),
    (
        {"site": Path("pages")},
        {"edition": Edition.THERAPIST},
        "--site makes pages for clients; leave --edition and other formats out.",
    ),
    (
        {"site": Path("pages")},
        {"formats": ("html", "pdf")},
        "--site makes pages for clients; leave --edition and other formats out.",
    ),
)
"""Two options each that contradict each other, and what is said of them."""


@pytest.mark.parametrize(("one", "other", "told"), CONTRARY)
def test_two_options_that_contradict_each_other_are_told_and_either_alone_is_taken(
    one: dict[str, Any], other: dict[str, Any], told: str
) -> None:
    assert [*Order(**one, **other).contradictions()] == [told]
    assert not [*Order(**one).contradictions(), *Order(**other).contradictions()]


def test_a_site_may_be_asked_for_with_its_own_format() -> None:
    assert not [*Order(site=Path("pages"), formats=("html",)).contradictions()]


@pytest.mark.parametrize(
    ("order", "suffix"),
    [
        (Order(), ""),
        (Order(paper=Paper.A4), ""),
        (Order(paper=Paper.LETTER), "-letter"),
        (Order(design="banner"), "-design-banner"),
        (Order(fillable=False), "-no-fill"),
        (Order(examples=False, leaf=True), "-leaf-no-examples"),
        (Order(more_room=True), "-more-room"),
        (Order(edition=Edition.THERAPIST, style=Style.LOW_INK), "-therapist-low-ink"),
        (Order(protected=True), "-protected"),
    ],
)
def test_what_a_name_says(order: Order, suffix: str) -> None:
    assert order.suffix("docx", Paper.A4) == suffix


def test_the_paper_of_the_practice_is_the_usual_one() -> None:
    assert Order(paper=Paper.LETTER).suffix("pdf", Paper.LETTER) == ""
    assert Order(paper=Paper.A4).suffix("pdf", Paper.LETTER) == "-a4"


def test_only_a_format_that_can_be_protected_says_that_it_is() -> None:
    assert [Order(protected=True).suffix(name, Paper.A4) for name in ("pdf", "docx")] == ["", "-protected"]


def test_a_name_is_silent_on_what_a_format_does_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    words_alone = Format(lambda document, brand: b"", "text/plain", frozenset({"style", "design", "fillable"}))
    monkeypatch.setitem(cast(dict[str, Format], FORMATS), "words", words_alone)
    order = Order(style=Style.LARGE_PRINT, design="banner", fillable=False, more_room=True)
    assert order.suffix("words", Paper.A4) == "-more-room"


def test_the_choices_of_a_page_are_all_but_what_is_read_elsewhere() -> None:
    order = Order(today=date(2026, 1, 1), force=True, workers=3, languages=("es",), output=Path("elsewhere"))
    assert order.page_choices() == Order().page_choices()
    for name, value in {**OTHERWISE, "draft": True, "require": "reviewed"}.items():
        changed = replace(Order(), **{name: value}).page_choices() != Order().page_choices()
        assert changed == (name != "paper"), name


@pytest.mark.parametrize(("command", "lacking"), [(build, set()), (pack, {"leaf", "client"})])
def test_commands_offer_every_option(command: click.Command, lacking: set[str]) -> None:
    offered = {it.name for it in command.params}
    assert {it.name for it in fields(Order)} - offered == {"today", "store", *lacking}


def test_languages_and_formats_are_named_once_in_their_order() -> None:
    assert Order(languages=("uk", "es", "uk")).tags(("ar",)) == ("uk", "es")
    assert (Order().tags(("ar", "es")), Order().tags()) == (("ar", "es"), ("en",))
    assert Order(formats=("docx", "pdf", "docx")).format_names() == ("docx", "pdf")
    assert Order().format_names() == ("pdf", "docx")
    assert Order(site=Path("pages")).format_names() == ("html",)
