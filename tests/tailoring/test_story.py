"""A practice tailors a sheet, translates what is its own, and follows the library when it moves on."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from worksheet_builder.reading.tailoring_loader import read_sheet

from .samples import Desk, fill


@pytest.fixture
def ours(desk: Desk) -> Any:
    """The sheet tailored in three ways, and a part of it moved."""
    desk.run("tailor", "quiet-place", "--as", "ours", "--drop", "kinds.options.friend", "--drop", "kinds.hint")
    desk.run("tailor", "ours", "--reword", "words.prompt=What do you want to keep?")
    desk.run("tailor", "ours", "--add", "{prose: last, text: See you soon.}", "--after", "words")
    return desk.folder / "worksheets/own/ours.yaml"


def built(desk: Desk, *tags: Any, code: int = 0) -> Any:
    """What became of each handout, by language and format."""
    words = [part for tag in tags for part in ("-l", tag)]
    result = desk.run("build", "ours", *words, "--json", code=code)
    return {(row["language"], row["format"]): row for row in json.loads(result.stdout)}


def test_languages_follow(desk: Desk, ours: Any) -> None:
    """In English at once; elsewhere just the strings that were changed are missing, and told."""
    made = built(desk, "en", "es", "ar", code=1)
    assert {key for key, row in made.items() if row["status"] == "made"} == {("en", "pdf"), ("en", "docx")}
    for tag in ("es", "ar"):
        for form in ("pdf", "docx"):
            said = [problem["sentence"] for problem in made[tag, form]["problems"]]
            assert len(said) == 2, said
            assert any("‘words.prompt’ is not in" in sentence for sentence in said)
            assert any("‘last.text’ is not in" in sentence for sentence in said)
    rows = json.loads(desk.run("translate", "status", "es", "--json").stdout)
    assert next((row["strings"], row["missing"]) for row in rows if row["worksheet"] == "ours") == (2, 2)


OWN = {
    "es": {"words.prompt": "¿Qué desea conservar?", "last.text": "Hasta pronto."},
    "ar": {"words.prompt": "ماذا تريد أن تحفظ؟", "last.text": "إلى اللقاء."},
}


def words_at(words: Mapping[str, str]) -> Callable[[str, str], str]:
    return lambda address, _: words[address]


def translate(desk: Desk) -> None:
    for tag, words in OWN.items():
        desk.run("translate", "start", tag, "ours")
        filled = fill(desk.folder / "locales" / tag / "ours.po", tag, words_at(words))
        assert filled == ["words.prompt", "last.text"]


def test_what_is_translated_is_built(desk: Desk, ours: Any) -> None:
    translate(desk)
    made = built(desk, "en", "es", "ar")
    assert {row["status"] for row in made.values()} == {"made"}
    shown = desk.run("show", "ours", "-l", "es").stdout
    assert "¿Qué desea conservar?" in shown and "Digo: A garden" in shown
    assert "A friend" not in shown


def test_words_in_the_file_come_first(desk: Desk, ours: Any) -> None:
    text = ours.read_text(encoding="utf-8")
    text = text.replace("to: What do you want to keep?", 'to: What do you want to keep?\n    in: {es: "¿Qué guarda?"}')
    ours.write_text(text, encoding="utf-8")
    desk.run("translate", "start", "es", "ours")
    assert fill(desk.folder / "locales/es/ours.po", "es") == ["last.text"]
    assert "¿Qué guarda?" in desk.run("show", "ours", "-l", "es").stdout
    assert {row["status"] for row in built(desk, "es").values()} == {"made"}


@pytest.fixture
def moved(desk: Desk, ours: Any) -> Any:
    """The library has changed in a dropped, a reworded and an untouched place."""
    translate(desk)
    desk.change_library("A friend", "A good friend")
    desk.change_library("What would you like to remember?", "What would you like to keep in mind?")
    desk.change_library("A garden", "A garden or a park")
    for tag in ("es", "ar"):
        desk.run("translate", "status", tag)
    return ours


def test_what_matters_is_told_with_both_wordings(desk: Desk, moved: Any) -> None:
    result = desk.run("build", "ours", "-f", "pdf")
    flat = " ".join(result.stderr.split())
    assert "it was “A friend” and is now “A good friend”" in flat
    assert (
        "it was “What would you like to remember?” and is now “What would you like to keep in mind?”; "
        "yours is “What do you want to keep?”" in flat
    )
    assert "park" not in flat
    for command in (("list",), ("check",), ("show", "ours"), ("show", "ours", "--changes")):
        assert "is now “A good friend”" in " ".join(desk.run(*command).stderr.split()), command


def test_nothing_changes_unasked(desk: Desk, moved: Any) -> None:
    before = moved.read_bytes()
    said = desk.run("tailor", "update").stdout
    assert "was:   A friend" in said and "now:   A good friend" in said and "yours: (dropped)" in said
    assert "yours: What do you want to keep?" in said
    desk.run("build", "ours", "-f", "pdf")
    desk.run("check")
    assert moved.read_bytes() == before


def test_one_is_accepted_then_the_rest(desk: Desk, moved: Any) -> None:
    desk.run("tailor", "update", "ours", "--accept", "kinds.options.friend")
    said = desk.run("build", "ours", "-f", "pdf").stderr
    assert "good friend" not in said and "What would you like to keep in mind?" in said
    desk.run("tailor", "update", "--accept-all")
    assert "keep in mind" not in desk.run("build", "ours", "-f", "pdf").stderr
    assert "up to date" in desk.run("tailor", "update").stderr
    assert read_sheet(desk.open(), moved).origin.remarks("ours", None) == ()


def test_accepted_and_translated_it_is_built_in_step(desk: Desk, moved: Any) -> None:
    desk.run("tailor", "update", "--accept-all")
    for tag in ("es", "ar"):
        made = built(desk, tag, code=1)
        (problem,) = made[tag, "pdf"]["problems"]
        assert "‘kinds.options.garden’" in problem["sentence"]
        text = (desk.library / f"locales/{tag}/quiet-place.po").read_text(encoding="utf-8")
        text = text.replace('msgid "A garden"', 'msgid "A garden or a park"')
        (desk.library / f"locales/{tag}/quiet-place.po").write_text(text, encoding="utf-8")
    made = built(desk, "en", "es", "ar")
    assert {row["status"] for row in made.values()} == {"made"}
    assert len(made) == 6


def test_an_untouched_part_needs_no_word_in_a_build(desk: Desk, ours: Any) -> None:
    desk.change_library("A garden", "A garden or a park")
    assert "changed" not in desk.run("build", "ours", "-f", "pdf").stderr
    for command in ("list", "check"):
        assert desk.run(command).stderr.count("‘quiet-place’ has changed since, in parts") == 1
    assert "other parts have changed" in desk.run("tailor", "update").stderr
    desk.run("tailor", "update", "--accept-all")
    assert "has changed since" not in desk.run("check").stderr


def test_a_change_that_the_library_has_made_too_is_needed_no_longer(desk: Desk, ours: Any) -> None:
    desk.change_library("What would you like to remember?", "What do you want to keep?")
    assert "says now what you changed it to" in " ".join(desk.run("build", "ours", "-f", "pdf").stderr.split())
    desk.run("tailor", "update", "--accept", "words.prompt")
    assert "words.prompt" not in ours.read_text(encoding="utf-8")
    assert "{prose" not in desk.run("build", "ours").stderr


def test_a_part_that_is_gone_stops_the_build_and_can_be_settled(desk: Desk, ours: Any) -> None:
    desk.change_library("      friend: A friend\n", "")
    said = desk.run("build", "ours", code=1).stderr
    assert "There is no ‘kinds.options.friend’ in ‘quiet-place’." in said
    assert "‘kinds.options.friend’ is gone from ‘quiet-place’" in desk.run("tailor", "update").stdout
    desk.run("tailor", "update", "--accept", "kinds.options.friend")
    desk.run("build", "ours")


def test_a_part_that_was_renamed_is_found(desk: Desk, ours: Any) -> None:
    desk.change_library("      friend: A friend\n", "      companion: A friend\n")
    path = desk.library / "worksheets/rest/quiet-place.yaml"
    path.write_text(path.read_text() + "renamed: {kinds.options.friend: kinds.options.companion}\n")
    assert "It is called ‘kinds.options.companion’ now." in desk.run("build", "ours", code=1).stderr
    desk.run("tailor", "update", "--accept-all")
    assert "companion" in ours.read_text(encoding="utf-8")
    desk.run("build", "ours")
    assert "A friend" not in desk.run("show", "ours").stdout
