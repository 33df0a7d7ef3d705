"""Advice: what each rule finds in a sheet that breaks it, where, and what is said of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from worksheet_builder.checks.style_guide import RULES, advice
from worksheet_builder.reading.loader import parse_worksheet

from ..conftest import Run

SHEET = """\
title: A sheet
summary: What this page is for.
collection: own
intensity: settling
minutes: 10
blocks:
  - prose: why
    text: {text}
therapist:
  purpose: {note}
  not_yet: {{a: Not now.}}
  introduce: {introduction}
  pacing: {{a: Slowly.}}
  too_much: Stop.
  too_little: Wait.
  strength: It is weak.
  when: {{a: Now.}}
  adaptations: {{a: Draw it.}}
  physical_cautions: {{a: Sit.}}
  culture: Ask.
  interpreter: Meet first.
  before_leaving: {{a: Ask how it was.}}
"""
TEXT, NOTE = "You can stop at any time.", "It helps to look."
INTRODUCTION = " ".join(["You can say what you like."] * 8)
BROKEN = {
    "WS-L01": {"text": "Documentation facilitates investigation. " * 12},
    "WS-L02": {"text": "One two three four five six seven eight nine ten eleven twelve thirteen. " * 12},
    "WS-L03": {"text": "You can " + "go on and " * 7 + "stop."},
    "WS-L04": {"text": "You should calm down."},
    "WS-L05": {"text": "You were in the ICU."},
    "WS-L06": {"text": "Your mother can help."},
    "WS-L07": {"text": "Write the full name of the nurse."},
    "WS-L08": {"note": "Ask " + "and ask again " * 10 + "now."},
    "WS-L09": {"introduction": "Here is a page."},
}
SOUND = [
    "You were in intensive care (ICU). The ICU was loud.",
    "You can leave out your name and your date of birth.",
    "Long COVID can last.",
    "The history of the heart, the shed and the hymn.",
    "You can have justice, and a mustard seed.",
]


def found(text: str = TEXT, note: str = NOTE, introduction: str = INTRODUCTION) -> tuple[str, ...]:
    words = SHEET.format(text=text, note=note, introduction=introduction)
    return tuple(map(str, advice(parse_worksheet(words, Path("own/sheet.yaml")))))


def test_every_rule_is_tried() -> None:
    assert [rule.code for rule in RULES] == list(BROKEN)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_finds_what_breaks_it(rule: Any) -> None:
    words = SHEET.format(**{"text": TEXT, "note": NOTE, "introduction": INTRODUCTION, **BROKEN[rule.code]})
    sheet = parse_worksheet(words, Path("own/sheet.yaml"))
    problems = list(rule.find(sheet))
    assert problems and all(problem.hint for problem in problems)
    assert {str(problem) for problem in problems} <= set(map(str, advice(sheet)))


def test_a_sound_sheet_needs_no_advice() -> None:
    assert found() == ()


@pytest.mark.parametrize("text", SOUND)
def test_what_is_right_as_it_is(text: str) -> None:
    assert found(text) == ()


def test_the_place_is_the_line_of_the_phrase() -> None:
    assert found("You must ask.") == ("own/sheet.yaml:8:11: ‘must’ can hurt somebody who was harmed in care.",)


def test_the_check_tells_it_and_does_not_fail(run: Run, folder: Path) -> None:
    run("new", "mine")
    path = folder / "worksheets/own/mine.yaml"
    assert "no problems." in run("check", path).stderr
    path.write_text(path.read_text("utf-8").replace("A few words are enough.", "You should only write."), "utf-8")
    result = run("check", path)
    assert "‘should’ can hurt" in result.stderr and "‘only’ can hurt" in result.stderr
    assert "1 file checked, no problems, 2 to think about." in result.stderr
    assert '"level": "advice"' in run("check", path, "--json").stdout


def test_the_page_for_other_people_is_read_too_and_may_say_who_one_is() -> None:
    leaf = "leaf: {title: For staff, for: staff, blocks: [{prose: who, text: Write your full name. You must ask.}]}\n"
    told = advice(parse_worksheet(SHEET.format(text=TEXT, note=NOTE, introduction=INTRODUCTION) + leaf, Path("a.yaml")))
    assert [problem.sentence for problem in told] == ["‘must’ can hurt somebody who was harmed in care."]


def test_a_sheet_to_therapists_is_held_to_what_therapists_read() -> None:
    text = "You should " + "go on and " * 7 + "stop."
    sheet = SHEET.format(text=text, note=NOTE, introduction=INTRODUCTION) + "audience: therapist\n"
    assert not advice(parse_worksheet(sheet, Path("a.yaml")))
