"""What other people's tools make of an XLIFF file: no word is lost, none comes in that is none, remarks are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from worksheet_builder.foundation.problems import Refused

from .samples import Desk, desk
from .test_xliff import Agency, N, older

MATCHES = "{urn:oasis:names:tc:xliff:matches:2.0}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
SDL = "http://sdl.com/FileTypes/SdlXliff/1.0"


@pytest.fixture
def spanish(tmp_path: Path) -> Desk:
    return desk(tmp_path)


def target(agency: Agency, address: str, inside: str) -> Any:
    """Give a unit a target with this XML in it."""
    segment = agency.segment(address)
    for before in segment.findall(f"{N}target"):
        segment.remove(before)
    segment.append(etree.fromstring(f'<target xmlns="{N[1:-1]}">{inside}</target>'))
    segment.set("state", "translated")
    return segment[-1]


@pytest.mark.parametrize(
    "inside",
    [
        'Una noche.\n<pc id="1" dataRefStart="d1" dataRefEnd="d1">Usted</pc> manda.',
        'Una noche.\n<pc id="1" dispStart="*" dispEnd="*">Usted</pc> manda.',
        'Una noche.\n<sc id="1" dataRef="d1"/>Usted<ec startRef="1" dataRef="d1"/> manda.',
    ],
)
def test_marks_that_a_tool_has_put_into_pairs_are_kept(spanish: Desk, inside: str) -> None:
    agency = Agency(spanish.xliff())
    target(agency, "why.text", inside)
    assert not spanish.take(agency.saved(), name="back.xlf").problems
    assert spanish.words()["why.text"] == "Una noche.\n*Usted* manda."


def test_a_remark_typed_into_the_words_is_none_of_them(spanish: Desk) -> None:
    agency = Agency(spanish.xliff())
    target(agency, "last", "Buenas<!-- or tardes? --> noches.")
    spanish.take(agency.saved(), name="back.xlf", by="Ana Example")
    assert spanish.words()["last"] == "Buenas noches."
    assert "# Ana Example: or tardes?\n" in spanish.po.read_text("utf-8")


def test_a_remark_from_one_place_to_another_is_kept(spanish: Desk) -> None:
    agency = Agency(spanish.xliff())
    target(agency, "last", '<sm id="m" type="comment" value="Too formal?"/>Buenas<em startRef="m"/> noches.')
    spanish.take(agency.saved(), name="back.xlf", by="Ana Example")
    assert "# Ana Example: Too formal?\n" in spanish.po.read_text("utf-8")


def test_a_note_on_the_whole_file_is_kept_once(spanish: Desk) -> None:
    agency = Agency(spanish.xliff())
    notes = etree.Element(f"{N}notes")
    etree.SubElement(notes, f"{N}note").text = "Formal throughout?"
    next(agency.root.iter(f"{N}file")).insert(0, notes)
    spanish.take(agency.saved(), name="back.xlf", by="Ana Example")
    assert spanish.po.read_text("utf-8").count("# Ana Example: Formal throughout?\n") == 1


def test_what_a_memory_offers_brings_no_marks_of_its_own(spanish: Desk) -> None:
    agency = Agency(spanish.xliff())
    match = etree.SubElement(
        etree.SubElement(agency.segment("time").getparent(), f"{MATCHES}matches"), f"{MATCHES}match"
    )
    etree.SubElement(etree.SubElement(match, f"{N}originalData"), f"{N}data", id="d1").text = "{hours}"
    taken = spanish.take(agency.saved(), name="back.xlf")
    assert (taken.told, taken.problems) == ((), ())


def test_targets_stand_in_the_order_that_they_name(spanish: Desk) -> None:
    agency = Agency(spanish.xliff())
    target(agency, "last", "noches.").set("order", "2")
    other = etree.SubElement(agency.segment("last").getparent(), f"{N}segment", state="translated")
    etree.SubElement(other, f"{N}target", order="1").text = "Buenas "
    spanish.take(agency.saved(), name="back.xlf")
    assert spanish.words()["last"] == "Buenas noches."


def test_words_that_are_marked_as_another_language_are_told(spanish: Desk) -> None:
    agency = Agency(spanish.xliff())
    target(agency, "last", "Gute Nacht.").set(LANGUAGE, "de")
    (problem,) = spanish.take(agency.saved(), name="back.xlf").problems
    assert problem.sentence == "Unit 4: the words for ‘last’ are marked as de."
    assert "Gute Nacht." in problem.hint and spanish.words()["last"] == ""
    target(agency, "last", "Buenas noches.").set(LANGUAGE, "es-MX")
    assert not spanish.take(agency.saved(), name="back.xlf").problems
    assert spanish.words()["last"] == "Buenas noches."


def test_a_target_of_nothing_but_spaces_is_none(spanish: Desk) -> None:
    agency = Agency(spanish.xliff())
    target(agency, "title", " \n ")
    taken = spanish.take(agency.saved(), name="back.xlf")
    assert (taken.told, taken.problems) == ((), ())
    assert spanish.words()["title"] == "Dormir"


@pytest.mark.parametrize("code", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read(spanish: Desk, code: str) -> None:
    agency = Agency(spanish.xliff())
    target(agency, "last", "Buenas noches.")
    spanish.take(f'<?xml version="1.0" encoding="UTF-16"?>{agency.saved().decode()}'.encode(code), name="back.xlf")
    assert spanish.words()["last"] == "Buenas noches."


UNIT = '<trans-unit id="1"><source>Good night.</source><target state="translated">{}</target></trans-unit>'
COMMENTED = (
    older(UNIT.format('<mrk mtype="x-sdl-comment" sdl:cid="c1">Buenas</mrk> noches.'))
    .replace(b"<xliff ", f'<xliff xmlns:sdl="{SDL}" '.encode())
    .replace(
        b"<file ",
        f'<doc-info xmlns="{SDL}"><cmt-defs><cmt-def id="c1"><Comments xmlns=""><Comment user="Ana">Too formal?'
        f"</Comment></Comments></cmt-def></cmt-defs></doc-info><file ".encode(),
    )
)


@pytest.mark.parametrize(
    "file",
    [
        COMMENTED,
        older(UNIT.format('<mrk mtype="x-comment" comment="Too formal?">Buenas</mrk> noches.')),
        older(UNIT.format("Buenas noches.<!-- Too formal? -->")),
        older(UNIT.format("Buenas noches.")).replace(b"<body>", b"<header><note>Too formal?</note></header><body>"),
    ],
    ids=["Trados", "mark", "by hand", "head"],
)
def test_remarks_of_the_older_xliff_are_kept(spanish: Desk, file: bytes) -> None:
    spanish.take(file, name="back.xlf", by="Ana Example")
    assert spanish.words()["last"] == "Buenas noches."
    assert spanish.po.read_text("utf-8").count("# Ana Example: Too formal?\n") == 1


def test_words_that_a_tracked_change_takes_out_are_out(spanish: Desk) -> None:
    changed = '<mrk mtype="x-sdl-deleted">tardes</mrk><mrk mtype="x-sdl-added">noches</mrk>'
    spanish.take(older(UNIT.format(f"Buenas {changed}.")), name="back.xlf")
    assert spanish.words()["last"] == "Buenas noches."


@pytest.mark.parametrize("damage", [lambda it: it[:-30], lambda _: b"<!doctype html><html></html>"])
def test_what_is_wrong_with_xliff_asks_for_xliff(spanish: Desk, damage: Callable[[bytes], bytes]) -> None:
    with pytest.raises(Refused) as refused:
        spanish.take(damage(spanish.xliff()), name="back.xlf")
    assert {problem.hint for problem in refused.value.problems} == {"Ask for the file again, as XLIFF 2.0 or 1.2."}
