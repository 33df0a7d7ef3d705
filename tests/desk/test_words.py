"""Every word that a page asks for is there, and every word that is there is asked for."""

from __future__ import annotations

import re
from dataclasses import fields

from worksheet_builder.definitions.desk_words import DeskWords
from worksheet_builder.project.package_files import package_file
from worksheet_builder.reading.loader import read_common

BY_NAME = {"collections", "intensities", "states", "options", "fields", "choices", "parts", "outcomes"}
"""Sections whose words are found by a name that data gives."""
TEMPLATES = sorted(package_file("desk/templates").glob("*.html"))
USED = {found for path in TEMPLATES for found in re.findall(r"\bw\.(\w+)\.([a-z_]+)", path.read_text("utf-8"))}

TOLD = re.findall(r'"([a-z_]+)"', package_file("desk/plain_problems.py").read_text("utf-8"))
USED |= {("files", it) for it in TOLD if it in read_common().desk.files}


def test_every_word_of_a_page_is_there() -> None:
    words = read_common().desk
    assert [(section, name) for section, name in sorted(USED) if name not in getattr(words, section)] == []


def test_no_word_is_idle() -> None:
    words = read_common().desk
    idle = [
        (it.name, name)
        for it in fields(DeskWords)
        if it.name not in BY_NAME | {"cover"}
        for name in getattr(words, it.name)
        if (it.name, name) not in USED and not name.startswith("section-")
    ]
    assert idle == []


def test_a_page_has_no_word_of_its_own() -> None:
    """Between tags stands nothing that no catalogue has; names of languages and signs are no words."""
    for path in TEMPLATES:
        marks = r"[\w-]+=\"[^\"]*\"|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>"
        bare = re.sub(marks, " ", path.read_text("utf-8"), flags=re.DOTALL)
        assert re.findall(r"[A-Za-z]{2,}", bare) == [], path.name


def test_the_style_closes_what_it_opens() -> None:
    """No rule stands in the condition of another by a brace that was lost."""
    text = package_file("desk/static/desk.css").read_text("utf-8")
    depth = deepest = 0
    for sign in re.findall("[{}]", text):
        depth += 1 if sign == "{" else -1
        deepest = max(deepest, depth)
        assert depth >= 0
    assert (depth, deepest) == (0, 2)
