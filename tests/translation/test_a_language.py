"""A language on disk, from its start to a handout that may be printed, through the library's own files."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from worksheet_builder.definitions.worksheet import Worksheet
from worksheet_builder.foundation.phrases import phrases_in
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.reading.loader import parse_worksheet, read_common
from worksheet_builder.translation.catalogue import Catalogue
from worksheet_builder.translation.catalogue_files import strays, tags_in
from worksheet_builder.translation.extraction import extract
from worksheet_builder.translation.language_facts import Facts, language_of
from worksheet_builder.translation.po_merge import Change
from worksheet_builder.translation.po_update import Started, extend, start, update
from worksheet_builder.translation.states import State
from worksheet_builder.translation.translation_status import status

SHEET = """\
title: A quiet place
summary: Find a place that is *quiet*.
collection: rest
intensity: practical
minutes: 5
blocks:
  - prose: why
    text: Rest helps.
  - scale: noise
    question: How loud is it?
    low: Quiet
    high: Loud
"""

REVIEWED = "# state: reviewed by Ana Ruiz on 2026-11-22"


def worksheet(folder: Path, text: str = SHEET) -> Worksheet:
    """The worksheet as it stands in a project."""
    return parse_worksheet(text, folder / "worksheets" / "rest" / "quiet-place.yaml")


def started(folder: Path, tag: str = "es") -> Started:
    """A project with one language."""
    return start(tag, [worksheet(folder)], read_common(), folder / "locales")


def fill(path: Path, words: str = "Palabra.") -> None:
    """Put words in every empty msgstr, as a translator would."""
    head, *entries = path.read_text("utf-8").split('msgid ""\nmsgstr ""\n"Project', 1)
    body = entries[0].replace('msgstr ""', f'msgstr "{words}"')
    path.write_text(f'{head}msgid ""\nmsgstr ""\n"Project{body}', "utf-8")


def say_of(path: Path, address: str, comment: str) -> None:
    """Put a comment line over an entry."""
    line = f'msgctxt "{address}"'
    path.write_text(path.read_text("utf-8").replace(line, f"{comment}\n{line}"), "utf-8")


def refused(action: Any, *arguments: Any) -> tuple[str, str]:
    """What the action is refused for, and the hint."""
    with pytest.raises(Refused) as caught:
        action(*arguments)
    (problem,) = caught.value.problems
    return problem.sentence, problem.hint


def test_a_start_makes_a_folder_with_every_string_empty(tmp_path: Path) -> None:
    made = started(tmp_path, "fa")
    assert sorted(path.name for path in made.files) == ["common.po", "language.yaml", "quiet-place.po"]
    assert sorted(made.folder.iterdir()) == sorted(made.files)
    assert made.strings == len(extract(worksheet(tmp_path))) + len(extract(read_common()))
    assert tags_in(tmp_path / "locales") == ("fa",)
    facts = (made.folder / "language.yaml").read_text("utf-8")
    assert "direction: right-to-left\nscript: Arab\ndigits: arabext\n" in facts
    assert 'name: "فارسی"\nenglish_name: "Persian"\n' in facts


def test_a_started_catalogue_tells_the_translator_what_each_string_is(tmp_path: Path) -> None:
    path = started(tmp_path).folder / "quiet-place.po"
    assert path.read_text("utf-8") == (Path(__file__).parent / "quiet-place.po").read_text("utf-8")


def test_two_starts_give_the_same_bytes(tmp_path: Path) -> None:
    one, two = started(tmp_path / "one"), started(tmp_path / "two")
    assert [path.read_bytes() for path in one.files] == [path.read_bytes() for path in two.files]


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("Spanish", "Did you mean ‘es’?"),
        ("pt_BR", "Did you mean ‘pt-BR’?"),
        ("ukrainian", "Did you mean ‘uk’?"),
        ("q", "Give a tag such as es, uk or zh-Hans."),
        ("../es", "Give a tag such as es, uk or zh-Hans."),
        ("", "Give a tag such as es, uk or zh-Hans."),
    ],
)
def test_an_unknown_tag_is_refused_with_the_likeliest(tmp_path: Path, tag: str, hint: str) -> None:
    sentence = f"‘{tag}’ is not the tag of a language that CLDR knows."
    assert refused(started, tmp_path, tag) == (sentence, hint)
    assert not (tmp_path / "locales").exists()


def test_english_is_not_translated_into(tmp_path: Path) -> None:
    assert refused(started, tmp_path, "en")[0] == "English is the language that the worksheets are written in."


def test_a_language_is_started_once(tmp_path: Path) -> None:
    fill(started(tmp_path).folder / "quiet-place.po")
    sentence, hint = refused(started, tmp_path)
    assert sentence == "Spanish has been started already."
    assert hint == (
        "‘worksheet-builder translate update es’ brings it up to date; "
        "‘worksheet-builder translate start es WORKSHEET’ begins a worksheet in it."
    )
    assert "Palabra" in (tmp_path / "locales/es/quiet-place.po").read_text("utf-8")


def test_a_start_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []

    def full(file: int) -> None:
        synced.append(file)
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Refused, match="The disk is full"):
        started(tmp_path)
    assert len(synced) == 2 and not list((tmp_path / "locales").iterdir())


def test_more_is_begun_in_a_language_that_has_started(tmp_path: Path) -> None:
    locales = tmp_path / "locales"
    start("es", [], read_common(), locales)
    made = extend("es", [worksheet(tmp_path)], locales)
    assert [path.name for path in made.files] == ["quiet-place.po"]
    assert made.strings == len(extract(worksheet(tmp_path)))
    assert made.files[0].read_text("utf-8") == (Path(__file__).parent / "quiet-place.po").read_text("utf-8")


def test_what_is_begun_is_not_begun_again(tmp_path: Path) -> None:
    path = started(tmp_path).folder / "quiet-place.po"
    fill(path)
    sentence, hint = refused(extend, "es", [worksheet(tmp_path)], tmp_path / "locales")
    assert sentence == "‘quiet-place’ has been begun in Spanish already."
    assert hint == "‘worksheet-builder translate update es quiet-place’ brings it up to date."
    assert "Palabra" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("line", "wrong"),
    [("direction: right-to-left", "direction: left-to-right"), ("script: Arab", "script: Latn"), ("arabext", "latn")],
)
def test_facts_that_handouts_do_not_follow_are_told(tmp_path: Path, line: str, wrong: str) -> None:
    path = started(tmp_path, "fa").folder / "language.yaml"
    path.write_text(path.read_text("utf-8").replace(line, wrong), "utf-8")
    sentence, hint = refused(Facts.read, path, language_of("fa"))
    assert "but handouts in ‘fa’ are made with" in sentence
    assert "or choose another tag for the folder" in hint


def test_what_the_checks_know_can_be_given_in_the_folder(tmp_path: Path) -> None:
    path = started(tmp_path, "fa").folder / "language.yaml"
    assert "ي" in Facts.read(path, language_of("fa")).checks.foreign_letters
    path.write_text(path.read_text("utf-8") + "checks:\n  foreign_letters: ة\n", "utf-8")
    assert Facts.read(path, language_of("fa")).checks.foreign_letters == "ة"


def test_what_only_the_languages_of_the_tool_say_is_told(tmp_path: Path) -> None:
    path = started(tmp_path, "cs").folder / "language.yaml"
    begun = path.read_text("utf-8")
    path.write_text(f"{begun}writing:\n  one_letter_words_stay: true\n", "utf-8")
    assert Facts.read(path, language_of("cs")).language == "cs"
    path.write_text(f"{begun}writing:\n  strict_breaks: true\n", "utf-8")
    sentence, hint = refused(Facts.read, path, language_of("cs"))
    assert sentence == "‘writing’ has no effect here: it is read from the languages that come with the tool."
    assert hint == "Take it out, or add it to the language there."


def test_the_story_of_a_changed_sentence(tmp_path: Path) -> None:
    locales = tmp_path / "locales"
    common = read_common()
    for path in started(tmp_path).files[:2]:
        fill(path)
    old, new = worksheet(tmp_path), worksheet(tmp_path, SHEET.replace("Rest helps.", "A short rest helps."))
    assert not Catalogue.find([locales], "es", "quiet-place").translate(old).problems

    (problem,) = Catalogue.find([locales], "es", "quiet-place").translate(new).problems
    assert problem.sentence == (
        "The English of ‘why.text’ was “Rest helps.” when it was translated; now it is “A short rest helps.”."
    )
    path = locales / "es" / "quiet-place.po"
    assert problem.place and problem.place.file == str(path)
    assert path.read_text("utf-8").split("\n")[problem.place.line - 2] == 'msgid "Rest helps."'

    untouched, changed = update(["es"], [new], common, locales)
    assert (untouched.name, untouched.written, untouched.changes) == ("common", False, ())
    assert (changed.name, changed.written) == ("quiet-place", True)
    assert changed.changes == ((Change.STALE, "why.text"),)

    catalogue = Catalogue.find([locales], "es", "quiet-place")
    assert [unit.phrase.address for unit in catalogue.units(new) if unit.state is State.STALE] == ["why.text"]
    assert len(catalogue.translate(new).problems) == 1
    draft = catalogue.translate(new, draft=True)
    assert not draft.problems
    assert draft.state is State.STALE
    english = [phrase.text for phrase in phrases_in(draft.value) if phrase.language == "en"]
    assert english == ["[EN] A short rest helps."]

    assert [updated.written for updated in update(["es"], [new], common, locales)] == [False, False]
    assert [updated.written for updated in update(["es"], [old], common, locales)] == [False, True]
    assert not Catalogue.find([locales], "es", "quiet-place").translate(old).problems


def test_translated_words_carry_language_and_the_place_of_their_msgstr(tmp_path: Path) -> None:
    path = started(tmp_path).folder / "quiet-place.po"
    fill(path)
    phrases = phrases_in(Catalogue.read(path, "es").translate(worksheet(tmp_path)).value)
    lines = path.read_text("utf-8").split("\n")
    assert {phrase.language for phrase in phrases} == {"es"}
    assert {lines[phrase.place.line - 1] for phrase in phrases} == {'msgstr "Palabra."'}


def test_an_update_adds_the_catalogue_of_a_new_worksheet(tmp_path: Path) -> None:
    start("es", [], read_common(), tmp_path / "locales")
    _, added = update(["es"], [worksheet(tmp_path)], read_common(), tmp_path / "locales")
    assert added.written
    assert [change for change, _ in added.changes] == [Change.NEW] * len(extract(worksheet(tmp_path)))
    assert strays(tmp_path / "locales", "es", ["quiet-place"]) == ()
    assert [path.name for path in strays(tmp_path / "locales", "es", [])] == ["quiet-place.po"]


def test_an_update_writes_nothing_when_one_file_cannot_be_read(tmp_path: Path) -> None:
    folder = started(tmp_path).folder
    (folder / "common.po").write_text("msgid \n", "utf-8")
    changed = worksheet(tmp_path, SHEET.replace("Rest helps.", "A short rest helps."))
    before = (folder / "quiet-place.po").read_bytes()
    sentence, _ = refused(update, ["es"], [changed], read_common(), tmp_path / "locales")
    assert sentence == "‘msgid’ does not begin anything that a PO file knows."
    assert (folder / "quiet-place.po").read_bytes() == before


def test_an_update_of_a_language_without_a_folder_is_refused(tmp_path: Path) -> None:
    sentence, hint = refused(update, ["cs"], [], read_common(), tmp_path / "locales")
    assert (sentence, hint) == ("Czech has no folder yet.", "Run ‘worksheet-builder translate start cs’.")


def test_an_update_keeps_the_line_ends_of_the_file(tmp_path: Path) -> None:
    path = started(tmp_path).folder / "quiet-place.po"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    update(["es"], [worksheet(tmp_path, SHEET.replace("Rest helps.", "Rest."))], read_common(), tmp_path / "locales")
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n")
    assert not path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_an_empty_file_gets_a_header(tmp_path: Path) -> None:
    path = started(tmp_path).folder / "quiet-place.po"
    expected = path.read_bytes()
    path.write_bytes(b"")
    update(["es"], [worksheet(tmp_path)], read_common(), tmp_path / "locales")
    assert path.read_bytes() == expected


def test_the_status_counts_and_a_file_that_cannot_be_read_is_a_problem_beside(tmp_path: Path) -> None:
    folder = started(tmp_path).folder
    fill(folder / "quiet-place.po")
    say_of(folder / "quiet-place.po", "title", REVIEWED)
    say_of(folder / "quiet-place.po", "noise.low", "#, fuzzy")
    (folder / "common.po").write_text("oops\n", "utf-8")
    report = status(["es", "cs"], [worksheet(tmp_path)], read_common(), [tmp_path / "locales"])
    assert [problem.sentence for problem in report.problems] == ["‘oops’ does not begin anything that a PO file knows."]
    spanish, *czech = report.sums
    assert spanish.data() == {
        "language": "es",
        "worksheet": "quiet-place",
        "state": "stale",
        "strings": 6,
        "missing": 0,
        "stale": 1,
        "draft": 0,
        "translated": 4,
        "reviewed": 1,
    }
    assert [(each.name, each.state) for each in czech] == [("common", State.MISSING), ("quiet-place", State.MISSING)]


def test_the_project_comes_before_what_is_built_in(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder in (ours, theirs):
        fill(started(folder).folder / "quiet-place.po", folder.name)
    found = Catalogue.find([ours / "locales", theirs / "locales"], "es", "quiet-place")
    assert found.translate(worksheet(tmp_path)).value.title.text == "ours"
    (ours / "locales/es/quiet-place.po").unlink()
    found = Catalogue.find([ours / "locales", theirs / "locales"], "es", "quiet-place")
    assert found.translate(worksheet(tmp_path)).value.title.text == "theirs"


def test_a_reviewed_string_says_who_and_when(tmp_path: Path) -> None:
    path = started(tmp_path).folder / "quiet-place.po"
    fill(path)
    say_of(path, "title", REVIEWED)
    unit = Catalogue.read(path, "es").unit(worksheet(tmp_path).title)
    assert (unit.state, unit.reviewer, str(unit.reviewed)) == (State.REVIEWED, "Ana Ruiz", "2026-11-22")
