"""Each check has catalogues that trip it, and it alone, and catalogues in which nothing is to be found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from worksheet_builder.foundation.problems import Place
from worksheet_builder.translation.catalogue import Catalogue
from worksheet_builder.translation.catalogue_files import read_po
from worksheet_builder.translation.glossary import Glossary
from worksheet_builder.translation.language_facts import Facts, language_of
from worksheet_builder.translation.po_file import PoEntry, PoFile
from worksheet_builder.translation.quality import ADVICE, CHECKS, CheckedString, Proofs, grouped, proofread
from worksheet_builder.translation.quality.fine_comments import fine_in

from ..sheets import HEADER, sheet

HERE = Path(__file__).parent
TRIPS, FINE = (sorted((HERE / name).glob("*.po")) for name in ("trips", "fine"))
ALL = {**CHECKS, **ADVICE}
QUOTES = {"cs": "„“‚‘", "es": "«»“”", "de": "„“‚‘", "uk": "«»„“", "ar": "«»“”", "ar-EG": "«»“”", "fr": "«»“”"}
ALLIES = {"invisible": {"spaces"}, "script": {"letters"}, "numbers": {"more-numbers"}, "avoid": {"terms"}}
"""What a fault may trip besides its own check."""


def line_of(entry: PoEntry, path: Path) -> CheckedString:
    tag = path.stem.split(".")[1]
    language = language_of(tag)
    most = re.search(r"At most (\d+)", " ".join(entry.extracted))
    facts = replace(Facts.of(language), quotation_marks=tuple(QUOTES.get(tag, "")))
    glossary = Glossary.read(HERE / f"glossary.{tag}.yaml")
    place = Place(str(path), entry.line, 1)
    room = int(most[1]) if most else 0
    sisters = {it: Glossary.read(HERE / f"glossary.{it}.yaml") for it in facts.checks.sisters}
    words = entry.address or "", entry.english, entry.words
    return CheckedString(*words, place, language, facts, glossary, room, sisters)


def tripped(entry: PoEntry, path: Path) -> set[str]:
    line = line_of(entry, path)
    return {name for name, check in ALL.items() if name not in fine_in(entry) and list(check(line))}


def test_every_check_has_both() -> None:
    for paths in (TRIPS, FINE):
        assert {path.name.split(".")[0] for path in paths} == set(ALL)


@pytest.mark.parametrize("path", TRIPS, ids=lambda path: path.stem)
def test_each_string_trips_its_check_alone(path: Path) -> None:
    name, tag = path.stem.split(".")
    for entry in read_po(path, tag).entries:
        found = tripped(entry, path)
        assert name in found, entry.words
        assert found <= {name} | ALLIES.get(name, set()), entry.words


@pytest.mark.parametrize("path", FINE, ids=lambda path: path.stem)
def test_nothing_is_found_where_nothing_is_wrong(path: Path) -> None:
    for entry in read_po(path, path.stem.split(".")[1]).entries:
        assert not tripped(entry, path), entry.words


@pytest.mark.parametrize("path", TRIPS, ids=lambda path: path.stem)
def test_every_remark_says_what_to_do(path: Path) -> None:
    for entry in read_po(path, path.stem.split(".")[1]).entries:
        for check in ALL.values():
            for remark in check(line_of(entry, path)):
                assert remark.sentence.endswith((".", "”"))
                assert remark.hint.endswith(".")


def test_one_english_in_two_ways_is_worth_a_look(tmp_path: Path) -> None:
    english = dict.fromkeys("abc", "Write here, if you like.")
    words = {"a": "Escriba aquí, si quiere.", "b": "Anote aquí, si quiere.", "c": "escriba aquí, si quiere"}
    made = proofs_of(tmp_path, english, words)
    assert [problem.sentence.split(":")[0] for problem in made.advice] == ["‘b’"]
    assert not proofs_of(tmp_path, english, dict.fromkeys(english, "Escriba aquí.")).advice
    labels = dict.fromkeys("ab", "Write here.")
    assert not proofs_of(tmp_path, labels, {"a": "Escriba aquí.", "b": "Anote aquí."}).advice


def test_what_somebody_knows_better_is_not_told(tmp_path: Path) -> None:
    words = {"a": "Tres  espacios, 24 horas."}
    assert len(proofs_of(tmp_path, {"a": "Three hours"}, words).problems) == 1
    comments = ("# fine: spaces, more-numbers (a table)",)
    made = proofs_of(tmp_path, {"a": "Three hours"}, words, comments)
    assert (made.problems, made.advice) == ((), ())


def test_a_comment_names_checks_and_says_why(tmp_path: Path) -> None:
    def told(comment: str) -> list[str]:
        made = proofs_of(tmp_path, {"a": "Three hours"}, {"a": "Tres horas"}, (comment,))
        return [problem.sentence for problem in made.advice]

    assert told("# fine: spaces (a table)") == told("# fine: spaces, marks – a table") == []
    assert told("# fine: nonsense (because)") == ["‘a’: ‘fine: nonsense’ names no check."]
    assert told("# fine: spaces") == ["‘a’: ‘fine: spaces’ gives no reason."]


def test_what_is_the_same_of_many_strings_is_told_once(tmp_path: Path) -> None:
    words = dict.fromkeys("abcdefg", "Dos  espacios")
    found = proofs_of(tmp_path, dict.fromkeys(words, "Two"), words).problems
    (one,) = grouped(found)
    assert one.place == found[0].place
    assert one.sentence.endswith("The same of ‘b’ in sleep, ‘c’ in sleep, ‘d’ in sleep, ‘e’ in sleep and 2 more.")


def test_what_is_stale_or_missing_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "sleep.po"
    file = PoFile(HEADER, (PoEntry("a", "Was.", "Dos  espacios."), PoEntry("b", "Is.", "", flags=("fuzzy",))))
    path.write_bytes(file.to_bytes())
    structure = sheet({"a": "Is now.", "b": "Is."})
    assert proofread([(Catalogue.read(path, "es"), structure)], Facts.of(language_of("es")), Glossary()) == Proofs()


def proofs_of(
    folder: Path, english: Mapping[str, str], words: Mapping[str, str], comments: tuple[str, ...] = ()
) -> Proofs:
    path = folder / "sleep.po"
    entries = tuple(PoEntry(address, text, words[address], comments) for address, text in english.items())
    path.write_bytes(PoFile(HEADER, entries).to_bytes())
    return proofread([(Catalogue.read(path, "es"), sheet(english))], Facts.of(language_of("es")), Glossary())
