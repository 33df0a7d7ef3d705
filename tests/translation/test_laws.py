"""The laws of catalogues, held for any sheet and any history."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from worksheet_builder.foundation.phrases import phrases_in
from worksheet_builder.translation.po_file import PoEntry, PoFile
from worksheet_builder.translation.po_merge import Change, merge
from worksheet_builder.translation.po_parser import parse
from worksheet_builder.translation.states import Mark, State

from .sheets import HEADER, catalogue, sheet, wanted

ADDRESSES = ("title", "why.text", "kinds.question", "kinds.options.a", "kinds.options.b", "last")
ENGLISH = ("It hurts.", "It hurts a lot.", "Nobody listened.", "About {minutes} minutes.", "One\nand two.")

addresses = st.sampled_from(ADDRESSES)
sheets = st.dictionaries(addresses, st.sampled_from(ENGLISH))
characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0\x0b\x0c\x1c\x1d\x1e\x85")
texts = st.text(characters, min_size=1).filter(str.strip)


@st.composite
def files(draw: st.DrawFn) -> PoFile:
    """A file that updates and translators have been at: each has words of its own, to be told apart by."""
    file = PoFile(HEADER, ())
    for english in draw(st.lists(sheets, max_size=4)):
        file = merge(file, wanted(english)).file
        file = file.with_entries(tuple(worked_on(draw, entry, file) for entry in file.entries))
    return file


def worked_on(draw: st.DrawFn, entry: PoEntry, file: PoFile) -> PoEntry:
    """The entry after a translator had it in an editor."""
    words = f"{entry.address} {len(file.entries)} {draw(st.integers(0, 999))}"
    match draw(st.sampled_from(("left", "left", "left", "reworded", "unflagged", "flagged", "marked", "emptied"))):
        case "reworded" if not entry.obsolete:
            return entry.changed(words=words, flags=(), previous=None)
        case "unflagged" if not entry.obsolete:
            return entry.changed(flags=tuple(flag for flag in entry.flags if flag != "fuzzy"), previous=None)
        case "flagged" if entry.words:
            return entry.changed(flags=tuple(dict.fromkeys(("fuzzy", *entry.flags))))
        case "marked":
            return entry.changed(comments=("# A remark.", str(Mark(State.DRAFT))))
        case "emptied" if not entry.obsolete:
            return entry.changed(words="")
        case _:
            return entry


def said(file: PoFile) -> list[tuple[str | None, str]]:
    """All words of a file, those set aside too, with their addresses."""
    return sorted((entry.address, entry.words) for entry in file.entries if entry.words)


@given(sheets)
def test_a_catalogue_of_the_english_changes_nothing_but_language_and_place(english: Mapping[str, str]) -> None:
    file = PoFile(HEADER, tuple(PoEntry(address, text, text) for address, text in english.items()))
    translated = catalogue(file).translate(sheet(english))
    assert not translated.problems
    assert {address: phrase.text for address, phrase in translated.value.texts.items()} == english
    assert all(phrase.language == "es" for phrase in phrases_in(translated.value))


@given(sheets)
def test_what_is_extracted_is_what_is_looked_up(english: Mapping[str, str]) -> None:
    extracted = {(want.address, want.english) for want in wanted(english)}
    looked_up = {(unit.phrase.address, unit.phrase.text) for unit in catalogue(PoFile(None, ())).units(sheet(english))}
    assert extracted == looked_up
    filled = merge(PoFile(HEADER, ()), wanted(english)).file
    done = filled.with_entries(tuple(entry.changed(words="Sí.") for entry in filled.entries))
    assert not catalogue(done).translate(sheet(english)).problems


@given(files(), sheets)
def test_an_update_loses_no_words_and_moves_none_to_another_address(file: PoFile, english: Mapping[str, str]) -> None:
    assert said(merge(file, wanted(english)).file) == said(file)


@given(files(), sheets)
def test_an_update_gives_exactly_the_sheet_in_its_order(file: PoFile, english: Mapping[str, str]) -> None:
    active = [entry for entry in merge(file, wanted(english)).file.entries if not entry.obsolete]
    assert [(entry.address, entry.english) for entry in active] == list(english.items())


@given(files(), sheets)
def test_an_update_keeps_each_remark(file: PoFile, english: Mapping[str, str]) -> None:
    def remarks(of: PoFile) -> int:
        return sum(entry.comments.count("# A remark.") for entry in of.entries)

    assert remarks(merge(file, wanted(english)).file) == remarks(file)


@given(files(), sheets)
def test_an_update_done_twice_is_done_once(file: PoFile, english: Mapping[str, str]) -> None:
    once = merge(file, wanted(english)).file.to_bytes()
    again = merge(parse(once, "x.po"), wanted(english))
    assert again.file.to_bytes() == once
    assert not [change for change, _ in again.changes if change is not Change.GONE]


@given(sheets, sheets)
def test_english_that_comes_back_brings_back_the_file(english: Mapping[str, str], other: Mapping[str, str]) -> None:
    file = merge(PoFile(HEADER, ()), wanted(english)).file
    before = file.with_entries(tuple(entry.changed(words=f"<{entry.address}>") for entry in file.entries))
    reworded = {address: other.get(address, text) for address, text in english.items()}
    there = parse(merge(before, wanted(reworded)).file.to_bytes(), "x.po")
    assert merge(there, wanted(english)).file.to_bytes() == before.to_bytes()


@given(files(), sheets, st.sampled_from((b"\n", b"\r\n")), st.sampled_from((b"", b"\xef\xbb\xbf")), st.data())
def test_a_file_with_nothing_to_do_keeps_its_bytes(
    file: PoFile, english: Mapping[str, str], newline: bytes, mark: bytes, data: st.DataObject
) -> None:
    lines = merge(file, wanted(english)).file.to_bytes().split(b"\n")
    loose = [line + b"\n" * data.draw(st.integers(0, 1)) if line.endswith(b'"') else line for line in lines]
    laid_out = mark + b"\n".join(loose).replace(b"\n", newline)
    assert merge(parse(laid_out, "x.po"), wanted(english)).file.to_bytes() == laid_out


@given(files(), sheets, sheets)
def test_what_is_changed_in_a_file_leaves_the_other_entries_as_they_were(
    file: PoFile, english: Mapping[str, str], other: Mapping[str, str]
) -> None:
    before = parse(merge(file, wanted(english)).file.to_bytes(), "x.po")
    after = merge(before, wanted({**english, **other})).file
    same = {address for address in english if english[address] == other.get(address, english[address])}
    kept = {entry.address: entry.raw for entry in before.entries if entry.address in same and not entry.obsolete}
    assert kept == {entry.address: entry.raw for entry in after.entries if entry.address in kept and not entry.obsolete}


@given(files(), sheets, st.booleans(), st.booleans())
def test_nothing_is_printed_that_was_not_made_for_this_english(
    file: PoFile, english: Mapping[str, str], updated: bool, draft: bool
) -> None:
    file = merge(file, wanted(english)).file if updated else file
    current = {
        (entry.address, entry.english, entry.words)
        for entry in file.entries
        if not entry.obsolete and not entry.fuzzy and entry.words
    }
    translated = catalogue(file).translate(sheet(english), draft)
    for address, phrase in translated.value.texts.items():
        if phrase.language == "es":
            assert (address, english[address], phrase.text) in current
        else:
            assert re.sub(r"^\[EN\] ", "", phrase.text, flags=re.MULTILINE) == english[address]
            assert phrase.text.startswith("[EN] ")
    unprintable = [unit for unit in translated.units if not unit.state.printable]
    assert len(translated.problems) == (0 if draft else len(unprintable))


@given(files(), sheets)
def test_a_review_speaks_for_its_words_only(file: PoFile, english: Mapping[str, str]) -> None:
    """Whatever editors do to words or English afterwards, leaving the comment in place, they are no longer reviewed."""
    file = merge(file, wanted(english)).file
    for entry in file.entries:
        reviewed = replace(entry, flags=(), words="Sí.", raw=())
        mark = Mark(State.REVIEWED, "Ana", date(2026, 11, 22), reviewed.sealed())
        reviewed = replace(reviewed, comments=(str(mark),))
        assert reviewed.state is State.REVIEWED
        assert replace(reviewed, words="No.").state is State.TRANSLATED
        assert replace(reviewed, english="Other.").state is State.TRANSLATED
        assert replace(reviewed, address="other").state is State.TRANSLATED


@given(st.lists(st.tuples(texts, texts, texts), unique_by=lambda parts: parts[:2]), st.booleans())
def test_any_text_is_read_back_as_it_was_written(parts: Iterable[tuple[str, str, str]], obsolete: bool) -> None:
    entries = tuple(PoEntry(address, english, words, obsolete=obsolete) for address, english, words in parts)
    file = PoFile(HEADER, entries)
    again = parse(file.to_bytes(), "x.po")
    assert again.entries == entries
    assert again.header == HEADER
    lines = file.to_bytes().decode().split("\n")
    for entry in again.entries:
        assert lines[entry.line - 1].removeprefix("#~ ").startswith("msgstr ")
