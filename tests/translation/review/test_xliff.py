"""XLIFF 2.0: a strict file goes out; states, codes and words come back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from worksheet_builder.translation import Catalogue, State
from worksheet_builder.translation.po_merge import merge
from worksheet_builder.translation.review.xliff import _CODE, NAMESPACE, _content, _named, _text

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
