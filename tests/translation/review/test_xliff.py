"""XLIFF 2.0: a strict file goes out; states, codes and words come back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from worksheet_builder.foundation.problems import Refused
from worksheet_builder.translation.catalogue import Catalogue
from worksheet_builder.translation.po_merge import merge
from worksheet_builder.translation.review import Outcome
from worksheet_builder.translation.review.xliff import _CODE, NAMESPACE, _content, _named, _text
from worksheet_builder.translation.states import State

from ..sheets import wanted
from ..test_laws import characters
from .samples import Desk, desk

N = f"{{{NAMESPACE}}}"
BY = {"by": "Ana Example", "on": date(2026, 11, 22)}


@pytest.fixture
def spanish(tmp_path: Path) -> Desk:
    return desk(tmp_path)


class Agency:
    """A file in the hands of an agency."""

    def __init__(self, data: bytes) -> None:
        self.root: Any = etree.fromstring(data)

    def segment(self, address: str) -> Any:
        unit = next(it for it in self.root.iter(f"{N}unit") if it.get("name") == address)
        return unit.find(f"{N}segment")

    def translate(self, address: str, words: str, state: str = "translated") -> None:
        segment = self.segment(address)
        target = segment.find(f"{N}target")
        if target is None:
            target = etree.SubElement(segment, f"{N}target")
        for child in list(target):
            target.remove(child)
        target.text = words
        segment.set("state", state)

    def saved(self) -> bytes:
        return bytes(etree.tostring(self.root))


def states(it: Desk) -> dict[str | None, State]:
    return {entry.address: entry.state for entry in Catalogue.read(it.po, "es").file.entries}


def test_a_file_says_what_is_to_be_done(spanish: Desk) -> None:
    root: Any = etree.fromstring(spanish.xliff())
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.0", "en", "es")
    assert [it.get("state") for it in root.iter(f"{N}segment")] == ["translated"] * 3 + ["initial"]
    (time,) = [it for it in root.iter(f"{N}unit") if it.get("name") == "time"]
    assert [it.text for it in time.iter(f"{N}data")] == ["{minutes}"]
    assert [it.get("id") for it in time.iter(f"{N}ph")] == ["c1", "c1"]


@settings(max_examples=50, deadline=None)
@given(st.text(characters), st.text(st.sampled_from("ab*{}[]\\ \0\n")))
def test_any_text_comes_back_as_it_went(plain: str, marked: str) -> None:
    for text in (plain, marked, "[x]{en} *y* {slot}" + marked):
        codes = {code: f"d{at}" for at, code in enumerate(dict.fromkeys(_CODE.findall(text)))}
        element: Any = etree.Element(_named("source"))
        _content(element, text, codes, {})
        again: Any = etree.fromstring(etree.tostring(element))
        assert _text(again, {name: code for code, name in codes.items()}) == text


def test_words_come_back(spanish: Desk) -> None:
    agency = Agency(spanish.xliff())
    agency.translate("last", "Buenas noches.")
    spanish.take(agency.saved(), name="back.xlf")
    assert spanish.words()["last"] == "Buenas noches."
    assert states(spanish)["last"] is State.TRANSLATED


def test_a_review_comes_back_with_a_name(spanish: Desk) -> None:
    agency = Agency(spanish.xliff())
    agency.segment("title").set("state", "final")
    spanish.take(agency.saved(), name="back.xlf", **BY)
    assert [state.value for state in states(spanish).values()] == ["reviewed", "translated", "translated", "missing"]
    before = spanish.po.read_bytes()
    assert not spanish.take(spanish.xliff(), name="back.xlf").written
    assert spanish.po.read_bytes() == before


def test_stale_words_that_still_hold_become_current(spanish: Desk) -> None:
    english = {**spanish.english, "title": "Sleeping"}
    spanish.po.write_bytes(merge(Catalogue.read(spanish.po, "es").file, wanted(english)).file.to_bytes())
    agency = Agency(Desk(spanish.locales, english).xliff())
    assert agency.segment("title").get("state") == "initial"
    agency.segment("title").set("state", "translated")
    assert states(spanish)["title"] is State.STALE
    spanish.take(agency.saved(), name="back.xlf")
    assert states(spanish)["title"] is State.TRANSLATED


def test_a_unit_cut_into_segments_is_one_string(spanish: Desk) -> None:
    agency = Agency(spanish.xliff())
    segment = agency.segment("last")
    segment.set("state", "translated")
    etree.SubElement(segment, f"{N}target").text = "Buenas "
    other = etree.SubElement(segment.getparent(), f"{N}segment", state="translated")
    etree.SubElement(other, f"{N}target").text = "noches."
    spanish.take(agency.saved(), name="back.xlf")
    assert spanish.words()["last"] == "Buenas noches."


def test_english_that_a_tool_has_put_into_the_target_is_not_taken(spanish: Desk) -> None:
    agency = Agency(spanish.xliff())
    for address in ("title", "last"):
        agency.translate(address, spanish.english[address], "initial")
    taken = spanish.take(agency.saved(), name="back.xlf")
    assert (taken.told, taken.problems) == ((), ())
    assert (spanish.words()["title"], spanish.words()["last"]) == ("Dormir", "")


def test_words_in_their_first_state_are_no_finished_translation(spanish: Desk) -> None:
    agency = Agency(spanish.xliff())
    agency.translate("last", "Buenas noches.", "initial")
    (told,) = spanish.take(agency.saved(), name="back.xlf").told
    assert told.outcome is Outcome.UNFINISHED
    assert states(spanish)["last"] is State.STALE


def test_what_a_translator_notes_is_a_comment(spanish: Desk) -> None:
    agency = Agency(spanish.xliff())
    unit = agency.segment("title").getparent()
    etree.SubElement(unit.find(f"{N}notes"), f"{N}note", category="comment").text = "Or ‘El sueño’?"
    etree.SubElement(unit.find(f"{N}notes"), f"{N}note").text = "Please look."
    spanish.take(agency.saved(), name="back.xlf", by="Ana Example")
    text = spanish.po.read_text("utf-8")
    assert "# Ana Example: Or ‘El sueño’?\n# Ana Example: Please look.\n" in text
    assert text.count("# Ana Example") == 2


def older(units: str) -> bytes:
    """A file of XLIFF 1.2."""
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="sleep" '
        f'source-language="en" target-language="es" datatype="plaintext"><body>{units}</body></file></xliff>'
    ).encode()


def test_the_older_xliff_comes_back_too(spanish: Desk) -> None:
    (key,) = [str(item.key) for sheet in spanish.sheets() for item in sheet.items if item.address == "time"]
    taken = spanish.take(
        older(
            '<trans-unit id="1"><source>Good night.</source><target state="translated">Buenas noches.</target>'
            '<note>Context</note><note from="Ana">Or ‘Que descanse’?</note></trans-unit>'
            f'<trans-unit id="u-{key}"><source>About <ph id="1">{{minutes}}</ph> minutes.</source>'
            '<target state="final">Cerca de <x id="1" equiv-text="{minutes}"/> minutos.</target></trans-unit>'
            '<trans-unit id="3"><source>Sleep</source><target state="new">Sleep</target></trans-unit>'
        ),
        name="back.xlf",
        **BY,
    )
    assert not taken.problems
    assert spanish.words()["last"] == "Buenas noches."
    assert spanish.words()["time"] == "Cerca de {minutes} minutos."
    assert states(spanish)["time"] is State.REVIEWED
    assert spanish.words()["title"] == "Dormir"
    text = spanish.po.read_text("utf-8")
    assert "# Ana Example: Or ‘Que descanse’?\n" in text and "Example: Context" not in text


@pytest.mark.parametrize(
    "unit",
    [
        '<alt-trans match-quality="90%"><source>Good day.</source><target>Buenos días.</target></alt-trans>',
        '<seg-source><mrk mtype="seg" mid="0">Good night.</mrk></seg-source>',
        '<context-group purpose="location"><context context-type="sourcefile">a.yaml</context></context-group>',
        '<group/><m:extra xmlns:m="urn:x"><m:target>No</m:target></m:extra>',
    ],
)
def test_what_a_tool_offers_beside_a_translation_is_not_it(spanish: Desk, unit: str) -> None:
    target = '<target state="translated"><mrk mtype="seg" mid="0">Buenas noches.</mrk></target>'
    for at, parts in enumerate([f"{unit}{target}", f"{target}{unit}"]):
        wanted = "Buenas noches." if not at else "Felices sueños."
        parts = parts.replace("Buenas noches.", wanted)
        made = older(f'<trans-unit id="1"><source>Good night.</source>{parts}</trans-unit>')
        taken = spanish.take(made, name=f"back-{at}.xlf", **BY)
        assert not taken.problems
        assert spanish.words()["last"] == wanted
    alone = older(f'<trans-unit id="1"><source>Good night.</source>{unit}</trans-unit>')
    spanish.take(alone, name="alone.xlf", **BY)
    assert spanish.words()["last"] == "Felices sueños."


@pytest.mark.parametrize("code", ["utf-16", "utf-16-be"])
def test_a_file_in_utf_16_is_read(spanish: Desk, code: str) -> None:
    agency = Agency(spanish.xliff())
    agency.translate("last", "Buenas noches.")
    text = f'<?xml version="1.0" encoding="UTF-16"?>\n{agency.saved().decode()}'
    mark = "" if code == "utf-16" else "\ufeff"
    spanish.take(f"{mark}{text}".encode(code), name="back.xlf")
    assert spanish.words()["last"] == "Buenas noches."


def test_half_a_letter_of_utf_16_is_told(spanish: Desk) -> None:
    with pytest.raises(Refused) as refused:
        spanish.take("<xliff/>".encode("utf-16") + b"x", name="back.xlf")
    assert [problem.sentence for problem in refused.value.problems] == ["The file is damaged."]


@pytest.mark.parametrize("words", ["  Buenas noches.", "\n      Buenas noches.\n    ", "Buenas noches.\u00a0"])
def test_white_space_that_a_tool_puts_around_words_is_none_of_theirs(spanish: Desk, words: str) -> None:
    agency = Agency(spanish.xliff())
    agency.translate("last", words)
    spanish.take(agency.saved(), name="back.xlf")
    assert spanish.words()["last"] == "Buenas noches."


def test_words_of_another_language_are_not_taken(spanish: Desk) -> None:
    unit = '<trans-unit id="1"><source>Good night.</source><target state="translated">Gute Nacht.</target></trans-unit>'
    taken = spanish.take(older(unit).replace(b'"es"', b'"de-AT"'), name="back.xlf")
    assert taken.problems
    assert spanish.words()["last"] == ""
    assert not spanish.take(older(unit).replace(b'"es"', b'"es-MX"'), name="back.xlf").problems
    assert spanish.words()["last"] == "Gute Nacht."
