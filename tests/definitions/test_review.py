"""The clinical review: a sheet is its author’s draft until somebody answers for it, and everywhere says which."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.document import Edition, words
from worksheet_builder.foundation.phrases import seal
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.project.library import Library
from worksheet_builder.reading import json_schema
from worksheet_builder.reading.loader import read_worksheet

from ..conftest import Run

REVIEW = """\
review:
  by: Ann Example
  registration: HCPC PYL00000
  on: 2026-05-01
"""
SHEET = "where-harm-occurred"


@pytest.fixture
def signed(folder: Path) -> Path:
    """A sheet of the library, signed, as one of the user’s own."""
    path = folder / "worksheets/mapping-harm/where-harm-occurred.yaml"
    path.parent.mkdir(parents=True)
    source = Path(Library.open().worksheets[SHEET])
    review = f"{REVIEW}  words: {seal(read_worksheet(source))}\n"
    path.write_text(source.read_text("utf-8").replace("\nblocks:\n", f"\n{review}blocks:\n"), "utf-8")
    (folder / "practice.yaml").write_text("name: X\n", "utf-8")
    return path


def said(path: Path, language: str = "en", beside: str | None = None, edition: Edition = Edition.THERAPIST) -> str:
    library = Library.open()
    return "\n".join(
        phrase.plain() for phrase in words(Composer(library, Order(edition=edition)).document(path, language, beside))
    )


def test_without_a_review_the_therapist_reads_that_it_is_a_draft(folder: Path) -> None:
    told = said(Library.open().worksheets["where-harm-occurred"])
    assert "It has not yet been reviewed by a registered clinician." in told


def test_with_one_the_therapist_reads_who_and_when(signed: Path) -> None:
    told = said(signed)
    assert "Reviewed by Ann Example (HCPC PYL00000), 1 May 2026." in told
    assert "author’s draft" not in told


def test_the_client_reads_nothing_of_it(signed: Path) -> None:
    assert "Ann Example" not in said(signed, edition=Edition.CLIENT)


def test_each_language_writes_the_day_in_its_own_way(signed: Path) -> None:
    told = said(signed, "es", "en")
    assert "Ann Example (HCPC PYL00000), 1 may 2026." in told
    assert "Reviewed by Ann Example (HCPC PYL00000), 1 May 2026." in told


def test_list_and_show_say_it(run: Run, signed: Path) -> None:
    rows = {row["id"]: row["review"] for row in json.loads(run("list", "--json").stdout)}
    whose = {"state": "reviewed", "by": "Ann Example", "registration": "HCPC PYL00000", "on": "2026-05-01"}
    assert rows["where-harm-occurred"] == whose
    assert rows["grief-and-anger"] == {"state": "draft"}
    table = {line.split()[0]: line for line in run("list").stdout.splitlines()}
    assert " reviewed " in table["where-harm-occurred"] and " draft " in table["grief-and-anger"]
    assert "review     by Ann Example (HCPC PYL00000), 2026-05-01\n" in run("show", "where-harm-occurred").stdout
    draft = "review     the author’s draft, not yet reviewed by a registered clinician\n"
    assert draft in run("show", "grief-and-anger").stdout


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("  on: 2026-05-01\n", "‘on’ is missing in ‘review’."),
        ("  registration: HCPC PYL00000\n", "‘registration’ is missing in ‘review’."),
        ("  by: Ann Example\n", "‘by’ is missing in ‘review’."),
    ],
)
def test_a_review_is_whole(signed: Path, line: str, sentence: str) -> None:
    signed.write_text(signed.read_text("utf-8").replace(line, ""), "utf-8")
    with pytest.raises(Refused) as refused:
        read_worksheet(signed)
    assert sentence in str(refused.value)


def test_it_speaks_for_the_words_that_were_read(signed: Path) -> None:
    signed.write_text(signed.read_text("utf-8").replace("minutes: 20", "minutes: 25"), "utf-8")
    assert read_worksheet(signed).review
    signed.write_text(signed.read_text("utf-8").replace("You do not have to prove", "You need not prove"), "utf-8")
    with pytest.raises(Refused) as refused:
        read_worksheet(signed)
    (problem,) = refused.value.problems
    assert problem.sentence == "The words of this sheet have changed since Ann Example reviewed it."
    assert problem.place.line == signed.read_text("utf-8").splitlines().index("review:") + 2
    again = re.search("words: [0-9a-f]{8}", problem.hint)
    assert again
    signed.write_text(re.sub("words: [0-9a-f]{8}", again[0], signed.read_text("utf-8")), "utf-8")
    assert read_worksheet(signed).review


def test_a_review_says_which_words_were_read(signed: Path) -> None:
    signed.write_text(re.sub("  words: .*\n", "", signed.read_text("utf-8")), "utf-8")
    with pytest.raises(Refused, match="‘review’ does not say which words were read"):
        read_worksheet(signed)


def test_the_schema_knows_it(signed: Path) -> None:
    text = signed.read_text("utf-8")
    jsonschema.Draft7Validator(json_schema.worksheet()).validate(
        yaml.load(text, yaml.BaseLoader) | {"minutes": 20, "blocks": []}
    )
