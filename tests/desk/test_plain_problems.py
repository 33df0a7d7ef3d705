"""What is told at the desk asks nobody to edit YAML or to open a terminal: the problem, and what the desk says."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from worksheet_builder.desk.interface_words import words_in
from worksheet_builder.desk.plain_problems import plain
from worksheet_builder.foundation.problems import Place, Problem
from worksheet_builder.project.library import Library

OURS, SHEET = Place("ours/practice.yaml", 7, 1), Place("worksheets/a.yaml", 3, 1)
UPDATE, REVIEW = "Run ‘worksheet-builder translate update es’.", "‘worksheet-builder translate review’ makes one."
LIKE = "Write it like us@example.org."
TOLD = [
    (Problem(OURS, "‘name’ is missing in a person.", "Add a line ‘name: …’."), "‘Name’ is missing", "Fill in ‘Name’"),
    (Problem(OURS, "‘logo_height’ is 99.", "Give millimetres."), "‘Height of the logo", "Give millimetres."),
    (Problem(OURS, "No logo.", "Add a line ‘logo: …’, if you want one."), "No logo.", "Fill in ‘Logo’"),
    (Problem(OURS, "It is broken.", "A quotation mark has no partner."), "It is broken.", "practice.yaml, line 7"),
    (Problem(SHEET, "‘text’ is missing.", "Add a line ‘text: …’."), "‘text’ is missing.", "a.yaml, line 3"),
    (
        Problem(SHEET, "Stale.", UPDATE),
        "Stale.",
        "bring the language up to date",
    ),
    (
        Problem(None, "Not yet.", REVIEW),
        "Not yet.",
        "let somebody review it",
    ),
    (
        Problem(OURS, "‘x’ is no address.", LIKE),
        "‘x’ is no",
        LIKE,
    ),
    (Problem(None, "<b>bold</b>", "<i>"), "&lt;b&gt;bold", "&lt;i&gt;"),
]


@pytest.mark.parametrize(("problem", "sentence", "hint"), TOLD)
def test_it_is_told_as_the_desk_has_it(problem: Problem, sentence: str, hint: str) -> None:
    (told,) = plain([problem], words_in(Library.open(), "en"))
    bare = [re.sub("</?span[^>]*>", "", str(it)) for it in (told.sentence, told.hint)]
    assert sentence in bare[0] and hint in bare[1]


def test_the_form_of_a_practice_speaks_of_its_fields(desk: TestClient) -> None:
    page = desk.get("/practice").text
    told = page[page.index('class="problems"') :].partition("</ul>")[0]
    assert "Add a line" not in told and ": …’" not in told and "Fill in ‘" in told
