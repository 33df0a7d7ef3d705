"""Many practices in a folder or a table: each is read as its file would be, and all that is wrong is told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from worksheet_builder.foundation.problems import Refused
from worksheet_builder.reading.practices_reader import ManyPractices, read_practices

YAML = """\
name: North Clinic
address: 1 High Street, "Old Mill"
phone: "020 7946 0001"
country: GB
accent: "#aa3355"
languages: [en, es]
logo_holds_name: false
logo_height: 20
crisis:
  - name: Our duty line
    number: "020 7946 0019"
    always: true
people:
  - name: A. Name
    title: Therapist
"""
HEAD = "id,name,address,phone,country,accent,languages,logo_holds_name,logo_height,crisis,people"
ADDRESS = '"1 High Street, ""Old Mill"""'
CRISIS = '"[{name: Our duty line, number: ""020 7946 0019"", always: true}]"'
PEOPLE = '"[{name: A. Name, title: Therapist}]"'
CELLS = ("north", "North Clinic", ADDRESS, "020 7946 0001", "GB", "#aa3355", "en es", "no", "20", CRISIS, PEOPLE)
CSV = f"{HEAD}\n{','.join(CELLS)}\n"
SEMICOLONS = f"{HEAD.replace(',', ';')}\r\n{';'.join(CELLS)}\r\n"


def told(read: ManyPractices) -> list[str]:
    return [f"{it.place and (it.place.line, it.place.column)} {it.sentence}" for it in read.problems]


@pytest.fixture
def forms(tmp_path: Path) -> dict[str, Path]:
    """The same practice in each way that it can be given."""
    (tmp_path / "files").mkdir()
    (tmp_path / "files/north.yaml").write_text(YAML, "utf-8")
    (tmp_path / "folders/north").mkdir(parents=True)
    (tmp_path / "folders/north/practice.yaml").write_text(YAML, "utf-8")
    (tmp_path / "table.csv").write_text(CSV, "utf-8")
    (tmp_path / "excel.csv").write_text("\ufeff" + SEMICOLONS, "utf-8")
    rows = "".join(f"  {line}\n" for line in YAML.splitlines())
    (tmp_path / "table.yaml").write_text(f"north:\n{rows}", "utf-8")
    return {name: tmp_path / name for name in ("files", "folders", "table.csv", "excel.csv", "table.yaml")}


@pytest.mark.parametrize("form", ["folders", "table.csv", "excel.csv", "table.yaml"])
def test_a_practice_is_the_same_however_it_is_given(forms: dict[str, Path], form: str) -> None:
    from worksheet_builder.build.fingerprint import Fingerprint
    from worksheet_builder.project.library import Library

    (one,), (other,) = (read_practices(forms[it]).practices for it in ("files", form))
    digests = Fingerprint(Library.open(), None, references=False)
    assert one.id == other.id == "north"
    assert digests.of_value(one.practice) == digests.of_value(other.practice)
    assert other.practice.languages == ("en", "es") and other.practice.crisis[0].always


def test_everything_that_is_wrong_in_a_table_is_told_with_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    rows = ["id,name,country,languages,people", "north,North,GB,en es,[", 'north,"So""uth",XX,xx', ",West,,,,more"]
    path.write_text("\n".join([*rows, 'B C,"\n",,']) + "\n", "utf-8")
    assert told(read_practices(path)) == [
        "(3, 1) The id ‘north’ stands twice; it is also in " + f"{path}:2:1.",
        "(4, 1) The practice has no id.",
        "(5, 1) ‘B C’ cannot name a practice.",
        "(2, 22) What stands under ‘people’ cannot be read.",
        "(3, 17) ‘XX’ is not a country code.",
        "(3, 20) ‘xx’ is not a language.",
        "(4, 10) This cell stands under no column.",
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("id,acent,id\n", ["(1, 4) A practice has no field ‘acent’.", "(1, 10) The column ‘id’ stands twice."]),
        ("name\n", ["(1, 1) The table has no column ‘id’."]),
        ('id,name\na,"open\n', ["(2, 3) A quotation mark opens here and is never closed."]),
        ("id,name\n", ["(0, 0) There is no practice here."]),
        ("", ["(0, 0) The table has no column ‘id’."]),
    ],
)
def test_a_table_that_cannot_be_told_apart_is_refused(tmp_path: Path, text: str, sentences: list[str]) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(Refused) as refused:
        read_practices(path)
    found = refused.value.problems
    assert [f"{it.place and (it.place.line, it.place.column)} {it.sentence}" for it in found] == sentences
    assert all(it.hint for it in found)


def test_a_table_in_yaml_tells_of_every_row(tmp_path: Path) -> None:
    path = tmp_path / "table.yaml"
    path.write_text("north:\n  name: North\n  acent: red\nsouth: x\nnorth:\n  name: N\n", "utf-8")
    assert told(read_practices(path)) == [
        f"(5, 1) The id ‘north’ stands twice; it is also in {path}:1:1.",
        "(3, 3) Unknown key ‘acent’ in ‘practice’.",
        "(4, 1) Nothing is said of the practice ‘south’.",
    ]


def test_a_table_in_yaml_may_have_more_rows_than_a_map_of_a_sheet(tmp_path: Path) -> None:
    path = tmp_path / "table.yaml"
    path.write_text("".join(f"clinic-{at}:\n  name: Clinic {at}\n" for at in range(1200)), "utf-8")
    read = read_practices(path)
    assert len(read.practices) == 1200 and not read.problems


def test_what_else_lies_in_a_folder_is_no_practice(tmp_path: Path) -> None:
    (tmp_path / "north.yaml").write_text("name: North\n", "utf-8")
    (tmp_path / "south").mkdir()
    (tmp_path / "south/practice.yml").write_text("name: South\n", "utf-8")
    (tmp_path / "logos").mkdir()
    for name in ("notes.txt", ".hidden.yaml", "logos/logo.svg"):
        (tmp_path / name).write_text("x", "utf-8")
    read = read_practices(tmp_path)
    assert [it.id for it in read.practices] == ["north", "south"] and not read.problems


def test_two_files_of_one_id_are_told(tmp_path: Path) -> None:
    (tmp_path / "north.yaml").write_text("name: North\n", "utf-8")
    (tmp_path / "north.yml").write_text("name: North\n", "utf-8")
    (sentence,) = told(read_practices(tmp_path))
    assert "The id ‘north’ stands twice" in sentence
