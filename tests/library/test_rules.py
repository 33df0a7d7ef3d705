"""The rules that every worksheet of the library keeps, one test for each.

WS-L01  The client’s text has a SMOG grade of 8 or under.
WS-L02  Its sentences have 12 words or fewer on average.
WS-L03  None of its sentences has more than 20 words.
WS-L04  It has no word that people harmed in care have met as blame or as a promise.
WS-L05  Short forms are explained where they first stand.
WS-L06  Its words fit every gender and every form of family.
WS-L07  It asks for nothing that identifies a person.
WS-L08  No sentence to the therapist has more than 30 words.
WS-L09  The introduction has 40 to 70 words.
WS-L10  No list to the client has more than seven entries.
WS-L11  The sheet has a title, a summary and the safety text of its intensity.
WS-L12  It has evidence, each source is in the bibliography, and the therapist is told how far each goes.
WS-L13  The notes to the therapist are complete.
WS-L14  It has no six words in a row from the article that the library grew from.
WS-L15  No sentence to the therapist stands in two sheets.
WS-L16  Its folder is its collection, and its first line names the schema.
WS-L17  The sheets are those of the table, in its collections.
WS-L18  Its pages are as many as are promised: see ``test_fit``.
WS-L19  No two phrases and no two fields share an address.
WS-L20  It is set with real quotation marks, and without long dashes.

The first nine are told to authors of other worksheets too, as advice, by ``worksheet-builder check``.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from worksheet_builder.checks.readability import sentences
from worksheet_builder.checks.style_guide import RULES, Rule
from worksheet_builder.document import answers, words
from worksheet_builder.foundation.phrases import Phrase, phrases_in
from worksheet_builder.reading.loader import read_common

from .sheets import PATHS, composed, each_client_sheet, each_sheet, references, sheet

COLLECTIONS = {
    "understanding": "what-is-medical-trauma what-is-clinician-associated-trauma why-it-affected-me common-reactions "
    "more-than-i-could-carry window-of-tolerance alarm-freeze-and-afterwards then-and-now",
    "mapping-harm": "where-harm-occurred timeline-of-care sources-of-harm who-decided where-i-carry-it "
    "filling-in-the-gaps birth-in-moments i-was-there-too my-child-was-ill what-was-done-at-the-birth my-body-my-say",
    "grief-and-anger": "grief-and-anger believed-at-last what-was-lost what-my-anger-protects letter-i-will-not-send "
    "letter-to-the-one-who-was-there pain-that-remains waves a-baby-who-died",
    "self-trust": "trusting-myself-again what-i-knew whose-voice-is-this listening-to-my-body small-promises "
    "choosing-by-what-matters not-about-me my-weeks",
    "speaking-up": "my-care-preferences preparing-for-an-appointment words-for-hard-moments choosing-a-clinician "
    "deciding-about-feedback harmed-in-therapy how-i-communicate",
    "returning-to-care": "steady-in-the-waiting-room procedure-plan steps-back-to-care after-the-appointment "
    "panic-or-illness serious-news strength-to-spend held-against-my-will",
    "support": "circle-of-support telling-my-story for-partners-and-family",
    "caring-staff": "after-a-hard-case worn-down",
    "easy-read": "easy-before-a-visit easy-what-helps-me easy-stop-sign easy-in-the-waiting-room easy-afterwards "
    "easy-people-who-help easy-what-happened-to-me easy-how-i-feel",
    "using-these-pages": "before-you-use-these-pages",
}
ARTICLE = frozenset((Path(__file__).parent / "article.txt").read_text("utf-8").split())
"""The first 48 bits of the SHA-256 of each six words in a row; the article itself is its author’s."""
LETTERS_AND_DIGITS = re.compile(r"[^\W_]+")
SHORT = 5
"""The words of a sentence that may stand twice, such as ‘Steadying pages first’."""
TYPEWRITTEN = re.compile(r"[\"'`—]|\.\.\.|--")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_ws_l01_to_l09_the_text_keeps_the_rules(rule: Rule) -> None:
    """Of all sheets at once: every sentence of theirs that breaks a rule is told."""
    assert [str(problem) for path in PATHS for problem in rule.find(sheet(path))] == [], rule.law


def test_the_table_above_says_what_the_rules_say() -> None:
    assert __doc__
    assert all(f"{rule.code}  {rule.law}\n" in __doc__ for rule in RULES)


@each_sheet
def test_ws_l10_lists_are_short(path: Path) -> None:
    worksheet = sheet(path)
    for value in (*worksheet.blocks, *(worksheet.leaf.blocks if worksheet.leaf else ())):
        assert all(len(entries) <= 7 for entries in lists_in(value))


@each_client_sheet
def test_ws_l11_the_sheet_says_what_it_is_and_how_to_stop(path: Path) -> None:
    worksheet = sheet(path)
    assert worksheet.title.plain() and worksheet.summary.plain()
    safety = read_common().safety
    carried = getattr(safety.carried, worksheet.intensity)
    items = {**safety.items, **(safety.easy if worksheet.easy_read else {})}
    printed = " ".join(phrase.plain() for phrase in words(composed(worksheet)))
    keys = [key for entry in (*carried.before, *carried.after) for key in entry.split()]
    assert all(items["tell" if key == "call" else key].plain() in printed for key in keys)
    assert bool(carried.after) == (worksheet.intensity in ("reflective", "activating"))
    assert ("call" in keys) == (worksheet.intensity != "practical")


@each_client_sheet
def test_ws_l12_each_source_is_known_and_weighed(path: Path) -> None:
    worksheet = sheet(path)
    assert worksheet.evidence
    assert worksheet.therapist
    strength = worksheet.therapist.strength.plain()
    for key in worksheet.evidence:
        source = references()[key]
        names = {re.split(r"[ ,]", source.authors)[0], key.split("-")[0].upper(), key.split("-")[0].title()}
        assert any(re.search(rf"\b{name}\b", strength) for name in names), key
        assert str(source.year) in strength, key


@each_client_sheet
def test_ws_l13_the_notes_to_the_therapist_are_complete(path: Path) -> None:
    notes = sheet(path).therapist
    assert notes
    for name in ("purpose", "introduce", "too_much", "too_little", "strength"):
        assert getattr(notes, name).plain(), name
    assert notes.pacing
    assert notes.thresholds or notes.not_yet
    assert notes.checks or notes.before_leaving


@each_sheet
def test_ws_l14_the_words_are_our_own(path: Path) -> None:
    assert not [
        run for phrase in phrases_in(sheet(path)) for run in runs_of_six(phrase.plain()) if hashed(run) in ARTICLE
    ]


def test_the_hashes_are_of_six_words_in_a_row() -> None:
    """With the title of the article, which anybody may quote."""
    title = "When Treatment Hurts: Understanding Medical and Clinician-Associated Traumatisation"
    assert all(hashed(run) in ARTICLE for run in runs_of_six(title))


def test_ws_l15_no_sentence_to_the_therapist_stands_twice() -> None:
    found: dict[str, set[str]] = {}
    for path in PATHS:
        for phrase in phrases_in(sheet(path).therapist):
            for sentence in sentences(phrase.plain()):
                said = LETTERS_AND_DIGITS.findall(sentence.lower())
                if len(said) > SHORT:
                    found.setdefault(" ".join(said), set()).add(path.stem)
    assert not {sentence: stems for sentence, stems in found.items() if len(stems) > 1}


@each_sheet
def test_ws_l16_the_file_stands_where_it_belongs(path: Path) -> None:
    assert sheet(path).id == path.stem
    assert sheet(path).collection == path.parent.name
    first = path.read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../worksheet.schema.json"


def test_ws_l17_the_library_is_the_table() -> None:
    found = {(path.parent.name, path.stem) for path in PATHS}
    assert found == {(collection, name) for collection, names in COLLECTIONS.items() for name in names.split()}


@each_sheet
def test_ws_l19_every_address_is_one(path: Path) -> None:
    assert repeated(phrase.address for phrase in phrases_in(sheet(path))) == []
    assert repeated(answer.address for answer in answers(composed(sheet(path)))) == []


@each_sheet
def test_ws_l20_the_characters_are_real(path: Path) -> None:
    assert not [phrase.address for phrase in phrases_in(sheet(path)) if TYPEWRITTEN.search(phrase.plain())]


def test_every_source_can_be_found() -> None:
    for key, source in references().items():
        assert source.doi or source.url, key
        assert 1850 < source.year < 2100, key


def lists_in(value: Any) -> Iterator[Mapping[str, Phrase]]:
    """Every keyed map in a structure."""
    if isinstance(value, Mapping):
        yield value
    for name in getattr(value, "__dataclass_fields__", ()):
        if not isinstance(value, Phrase):
            yield from lists_in(getattr(value, name))


def runs_of_six(text: str) -> list[str]:
    found = LETTERS_AND_DIGITS.findall(text.lower())
    return [" ".join(found[at : at + 6]) for at in range(len(found) - 5)]


def hashed(run: str) -> str:
    return hashlib.sha256(run.encode()).hexdigest()[:12]


def repeated(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]
