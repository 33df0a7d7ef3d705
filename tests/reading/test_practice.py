"""`practice.yaml`, designs and the bibliography: what is good is read, what is broken is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from worksheet_builder.definitions.practice import DEFAULT_ACCENT
from worksheet_builder.document import Paper
from worksheet_builder.foundation.colours import Colour
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.reading.loader import design_names, read_bibliography, read_design, read_practice

GOOD = """\
name: Riverside Practice
strapline: Therapy after healthcare that hurt
logo: logo.svg
accent: "#1f6f78"
address: 12 Long Lane, York
phone: 01904 000000
email: hello@riverside.example
website: riverside.example
footer: Member of a professional body
country: US
crisis:
  - name: A listening line
    number: "116 123"
    always: true
  - name: Urgent mental health help
    number: "111"
"""


def problems(path: Path, text: str, reader: Callable[[Path], object] = read_practice) -> list[str]:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        reader(path)
    placed = [(problem.place, problem) for problem in refused.value.problems if problem.place]
    return [f"{place.line}: {problem.sentence} | {problem.hint}" for place, problem in placed]


def test_a_practice_is_read(tmp_path: Path) -> None:
    (tmp_path / "practice.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    practice = read_practice(tmp_path / "practice.yaml")
    assert practice.name and practice.name.text == "Riverside Practice"
    assert practice.logo == tmp_path / "logo.svg"
    assert practice.accent == Colour(31, 111, 120)
    assert practice.sheet_of_paper() is Paper.LETTER
    assert [contact.number for contact in practice.crisis] == ["116 123", "111"]
    assert practice.contact_line() == ("01904 000000", "hello@riverside.example", "riverside.example")


def test_a_practice_needs_no_more_than_a_name(tmp_path: Path) -> None:
    (tmp_path / "practice.yaml").write_text("name: Riverside\n", encoding="utf-8")
    practice = read_practice(tmp_path / "practice.yaml")
    assert practice.accent == DEFAULT_ACCENT
    assert practice.sheet_of_paper() is Paper.A4
    assert practice.contact_line() == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("accent: #1f6f78\n", "1: ‘accent’ is empty: what begins with ‘#’ is left out. | "),
        ("accent: teal\n", '1: ‘teal’ is not a colour. | Write it as in "#2f6670", in quotation marks.'),
        ("logo: nowhere.png\n", "1: There is no file ‘nowhere.png’. | Give the path from the folder of this file."),
        ("country: England\n", "1: ‘England’ is not a country code. | Did you mean GB, United Kingdom?"),
        ("paper: a5\n", "1: ‘paper’ cannot be ‘a5’. | Choose from: a4, letter."),
        ("colour: red\n", "1: Unknown key ‘colour’ in ‘practice’. | "),
        ("crisis:\n  - name: A line\n", "2: ‘number’ is missing in ‘contact’. | Add a line ‘number: …’."),
        ("footer: Page {page}\n", "1: The text holds ‘{page}’, a place that nothing fills. | "),
    ],
)
def test_a_broken_practice_is_refused(tmp_path: Path, text: str, told: str) -> None:
    (found,) = problems(tmp_path / "practice.yaml", text)
    assert found.startswith(told)


def test_all_that_is_wrong_with_a_practice_is_told_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path / "practice.yaml", "accent: lilac\ncountry: England\nphone:\nnam: Riverside\n")
    assert [line.split(":")[0] for line in found] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("name", design_names())
def test_every_design_is_read_and_leaves_room_for_a_hand(name: str) -> None:
    design = read_design(name)
    assert design.pitch >= 8
    assert design.sizes.body >= 12
    assert min(design.sizes.hint, design.sizes.fine) >= 9
    assert design.for_large_print().sizes.body == 18


def test_a_bibliography_is_read(tmp_path: Path) -> None:
    path = tmp_path / "bibliography.yaml"
    path.write_text(
        "hall-2017:\n  authors: Hall MF, Hall SE\n  year: 2017\n  title: A book\n  source: A publisher\n"
        "  kind: book\n  says: Something.\n  checked: today\n  url: https://example.org\n",
        encoding="utf-8",
    )
    reference = read_bibliography(path)["hall-2017"]
    assert str(reference) == "Hall MF, Hall SE (2017). A book. A publisher. https://example.org"


def test_a_broken_bibliography_is_refused_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = "Hall 2017:\n  authors: Hall\n  year: last\nboss-2010:\n  author: Boss\n"
    found = problems(tmp_path / "bibliography.yaml", text, read_bibliography)
    assert [line.split(" |")[0] for line in found] == [
        "1: ‘Hall 2017’ cannot be an id, the short name by which a part is known.",
        "2: ‘checked’ is missing in ‘reference’.",
        "2: ‘kind’ is missing in ‘reference’.",
        "2: ‘says’ is missing in ‘reference’.",
        "2: ‘source’ is missing in ‘reference’.",
        "2: ‘title’ is missing in ‘reference’.",
        "3: ‘year’ has to be a whole number, not ‘last’.",
        "5: Unknown key ‘author’ in ‘reference’.",
        "5: ‘checked’ is missing in ‘reference’.",
        "5: ‘kind’ is missing in ‘reference’.",
        "5: ‘says’ is missing in ‘reference’.",
        "5: ‘source’ is missing in ‘reference’.",
        "5: ‘title’ is missing in ‘reference’.",
        "5: ‘year’ is missing in ‘reference’.",
    ]
