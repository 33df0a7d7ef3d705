"""`pack`: what it makes, under which name, and what it refuses without writing anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ...conftest import USUAL, Run

PACK = """\
title: My pack
summary: Two pages, in your own time.
worksheets:
  - sheet: where-harm-occurred
    note: One moment is enough.
  - sheet: trusting-myself-again
"""


def made(folder: Path) -> list[str]:
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if not path.name.startswith("."))


@pytest.fixture
def pack(folder: Path) -> Path:
    path = folder / "my-pack.yaml"
    path.write_text(PACK, "utf-8")
    return path


def test_one_file_in_each_format(run: Run, folder: Path, pack: Path) -> None:
    run("pack", "my-pack.yaml")
    assert made(folder / "handouts") == sorted(f"en/pack-my-pack.{name}" for name in USUAL)


def test_the_choices_are_those_of_build(run: Run, folder: Path) -> None:
    run("pack", "first-sessions", "-f", "pdf", "-o", "out", "--edition", "therapist", "--style", "low-ink")
    run("pack", "first-sessions", "-f", "docx", "-o", "out", "--bilingual", "es", "--paper", "letter", "--no-fill")
    run("pack", "first-sessions", "-f", "docx", "-o", "out", "-l", "en", "-l", "es")
    names = ("en/pack-first-sessions-en-es-letter-no-fill.docx", "en/pack-first-sessions-therapist-low-ink.pdf")
    assert made(folder / "out") == [
        names[0],
        names[1],
        "en/pack-first-sessions.docx",
        "es/pack-first-sessions.docx",
    ]


def test_json_tells_what_was_made(run: Run) -> None:
    (one,) = json.loads(run("pack", "first-sessions", "-f", "pdf", "--json").stdout)
    assert one["worksheet"] == "pack-first-sessions"
    assert one["status"] == "made" and one["pages"] > 2


def test_a_pack_of_the_project_comes_first(run: Run, folder: Path) -> None:
    (folder / "practice.yaml").write_text("name: Open Door\n", "utf-8")
    (folder / "packs").mkdir()
    (folder / "packs" / "first-sessions.yaml").write_text(PACK, "utf-8")
    rows = json.loads(run("list", "--packs", "--json").stdout)
    assert {row["id"]: row["title"] for row in rows}["first-sessions"] == "My pack"
    assert "My pack" in run("list", "--packs").stdout
    run("pack", "first-sessions")


def test_what_has_not_changed_is_not_made_again(run: Run, folder: Path, pack: Path) -> None:
    run("pack", "my-pack.yaml")
    assert f"{len(USUAL)} unchanged" in run("pack", "my-pack.yaml").stderr
    pack.write_text(PACK.replace("My pack", "Our pack"), "utf-8")
    assert f"{len(USUAL)} handouts made." in run("pack", "my-pack.yaml").stderr


def test_the_same_pack_gives_the_same_bytes(run: Run, folder: Path) -> None:
    run("pack", "grief-and-anger", "-o", "one")
    run("pack", "grief-and-anger", "-o", "two")
    assert made(folder / "one") == made(folder / "two")
    for name in made(folder / "one"):
        assert (folder / "one" / name).read_bytes() == (folder / "two" / name).read_bytes()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "my-pack.yaml: The file is empty."),
        ("- a\n- b\n", "my-pack.yaml:1:1: "),
        (
            "title: A\nsummary: B\nworksheets: where-harm-occurred\n",
            "my-pack.yaml:3:13: ‘worksheets’ has to be a list.",
        ),
        ("title: A\nsummary: B\nworksheets: []\n", "my-pack.yaml:1:1: The pack names no worksheets."),
        ("title: A\nsummary: B\n", "my-pack.yaml:1:1: ‘worksheets’ is missing in ‘pack’."),
        ("title: [A]\nsummary: B\nworksheets:\n  - sheet: waves\n", "my-pack.yaml:1:8: ‘title’ has to be text."),
        ("title: A\nsummary: B\nworksheets:\n  - waves\n", "my-pack.yaml:4:5: "),
        ("title: A\nsummary: B\nworksheets:\n  - note: B\n", "my-pack.yaml:4:5: ‘sheet’ is missing in ‘entry’."),
        ("title: A\nsumary: B\nworksheets:\n  - sheet: waves\n", "my-pack.yaml:2:1: Unknown key ‘sumary’ in ‘pack’."),
        (
            PACK.replace("harm-occurred", "harm-occured"),
            "my-pack.yaml:4:5: There is no worksheet ‘where-harm-occured’.",
        ),
        (
            PACK.replace("trusting-myself-again", "where-harm-occurred"),
            "‘where-harm-occurred’ stands twice",
        ),
        (PACK.replace("Two pages", "Take {two} pages"), "The text holds ‘{two}’, a place that nothing fills."),
    ],
)
def test_a_broken_pack_is_told_with_its_place_and_makes_nothing(
    run: Run, folder: Path, pack: Path, text: str, told: str
) -> None:
    pack.write_text(text, "utf-8")
    assert told in run("pack", "my-pack.yaml", code=1).stderr
    assert made(folder) == ["my-pack.yaml"]


def test_all_unknown_worksheets_are_told_at_once(run: Run, pack: Path) -> None:
    pack.write_text(PACK.replace("harm-occurred", "harm").replace("again", "agan"), "utf-8")
    told = run("pack", "my-pack.yaml", code=1).stderr
    assert "There is no worksheet ‘where-harm’." in told and "Did you mean ‘trusting-myself-again’?" in told


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("nowhere.yaml",), 1, "nowhere.yaml: There is no such file."),
        (("first-session",), 1, "There is no pack ‘first-session’."),
        (("first-sessions", "-l", "fi"), 1, "There is no Finnish translation of ‘pack-first-sessions’."),
        (("first-sessions", "-l", "xx"), 2, "Invalid value for '-l'"),
        (("first-sessions", "-l", "es", "--bilingual", "es"), 2, "‘es’ cannot stand beside itself"),
        ((), 2, "Missing argument 'PACK'."),
    ],
)
def test_what_cannot_be_made(run: Run, folder: Path, words: tuple[str, ...], code: int, sentence: str) -> None:
    assert sentence in run("pack", *words, code=code).stderr
    assert made(folder) == []


def test_a_pack_is_checked_and_translated_like_a_worksheet(run: Run, folder: Path) -> None:
    (folder / "practice.yaml").write_text("name: Open Door\n", "utf-8")
    (folder / "packs").mkdir()
    (folder / "packs" / "mine.yaml").write_text(PACK, "utf-8")
    run("check", "packs")
    run("translate", "start", "fr")
    assert "pack-mine.po" in {path.name for path in (folder / "locales" / "fr").iterdir()}
    assert "where-harm-occurred.note" in (folder / "locales/fr/pack-mine.po").read_text("utf-8")
    assert "pack-mine" in run("translate", "status", "fr").stdout
    (folder / "packs" / "mine.yaml").write_text(PACK.replace("harm-occurred", "harm"), "utf-8")
    assert "mine.yaml:4:5: There is no worksheet ‘where-harm’." in run("check", "packs", code=1).stderr
