"""The words of a practice in the language of the page, each phrase in the language and direction that it is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from worksheet_builder.definitions.practice import Practice
from worksheet_builder.definitions.practice_languages import in_language, lacking_words
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.reading.loader import parse_practice

from ...conftest import Run

FILE = """
name: Open Door
strapline: After hard care
footer: Please bring this page.
people:
  - {name: Layla, title: psychologist}
  - {name: Sami, title: nurse}
crisis:
  - {name: Our line, number: "06 555 0100", note: ask for us}
in:
  es:
    strapline: Después de una atención difícil
    titles: [psicóloga]
    crisis: [{name: Nuestra línea}]
"""


def practice(text: str = FILE) -> Practice:
    return parse_practice(text, Path("practice.yaml"))


def said(tag: str, text: str = FILE) -> dict[str, tuple[str, str]]:
    found = in_language(practice(text), Language.of(tag))
    first, second = found.people
    (contact,) = found.crisis
    named = {"strapline": found.strapline, "footer": found.footer, "first": first.title, "second": second.title}
    named |= {"contact": contact.name, "note": contact.note}
    return {name: (phrase.text, phrase.language) for name, phrase in named.items() if phrase}


def test_a_page_has_the_words_of_its_language_and_else_those_of_the_file() -> None:
    assert said("es") == {
        "strapline": ("Después de una atención difícil", "es"),
        "footer": ("Please bring this page.", "en"),
        "first": ("psicóloga", "es"),
        "second": ("nurse", "en"),
        "contact": ("Nuestra línea", "es"),
        "note": ("ask for us", "en"),
    }
    assert said("es-MX")["strapline"] == ("Después de una atención difícil", "es-MX")
    assert {language for _, language in said("ar").values()} == {"en"}


def test_a_file_may_be_in_another_language() -> None:
    assert {language for _, language in said("ar", f"language: ar\n{FILE}").values()} == {"ar"}


def test_what_is_lacking_is_told() -> None:
    told = [problem.sentence for problem in lacking_words(practice(), ("en", "es", "es-MX", "ar"))]
    assert told == [
        "On pages in Spanish these lines stand in English: ‘footer’, ‘people’.",
        "On pages in Spanish (Mexico) these lines stand in English: ‘footer’, ‘people’.",
        "On pages in Arabic these lines stand in English: ‘strapline’, ‘footer’, ‘people’, ‘crisis’.",
    ]


def test_who_answers_a_call_is_told_too() -> None:
    only = practice('name: Open Door\ncrisis: [{name: Our duty line, number: "06 555 0100"}]\n')
    (told,) = lacking_words(only, ("en", "ar"))
    assert told.sentence == "On pages in Arabic these lines stand in English: ‘crisis’."


def test_a_language_that_is_none_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        practice("language: xx\n")
    assert "‘xx’ is not a language." in caught.value.problems[0].sentence


def test_words_in_another_language_are_marked_as_such_on_the_page(run: Run, folder: Path) -> None:
    run("init", "--name", "Open Door")
    (folder / "practice.yaml").write_text(FILE, "utf-8")
    assert "On pages in Arabic these lines stand in English" in run("build", "waves", "-l", "ar", "-f", "html").stderr
    page = (folder / "handouts/ar/waves.html").read_text("utf-8")
    assert '<span lang="en" dir="ltr">After hard care</span>' in page
    assert '<span lang="en" dir="ltr">Our line</span>' in page
    run("build", "waves", "-l", "es", "-f", "html")
    assert '<p class="strapline">Después de una atención difícil</p>' in (folder / "handouts/es/waves.html").read_text(
        "utf-8"
    )
