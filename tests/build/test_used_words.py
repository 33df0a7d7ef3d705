"""Only the words that a document prints have to be translated, and to be reviewed where that is asked for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.jobs import JobRunner, Status, plan
from worksheet_builder.build.manifest import Manifest
from worksheet_builder.build.order import Order
from worksheet_builder.document import Document, Edition, words
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.project.library import Library
from worksheet_builder.reading.loader import read_common, read_worksheet
from worksheet_builder.translation.extraction import phrases_to_translate

from ..absent import ABSENT, english_name

TAG, NAME = ABSENT[0], english_name(ABSENT[0])

SHEET = """\
title: A sheet
summary: What it is.
collection: own
intensity: settling
minutes: 5
blocks:
  - prose: why
    text: Some words.
therapist:
  purpose: What it is for.
  introduce: Words to say.
  pacing: {amount: A little.}
  strength: Nobody has tested it.
  too_much: Stop there.
  too_little: Wait.
"""


def po(rows: dict[str, str], state: str) -> str:
    """A catalogue in which each string is said in small capitals, as it were."""

    def entry(address: str, english: str) -> str:
        quoted = english.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'# state: {state}\nmsgctxt "{address}"\nmsgid "{quoted}"\nmsgstr "{quoted}"\n'

    return "\n".join(entry(*row) for row in rows.items())


class Project:
    """A project with one sheet in a language of its own, of whose words some can be taken away."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / "worksheets/sheet.yaml"
        (folder / f"locales/{TAG}").mkdir(parents=True)
        self.path.parent.mkdir()
        self.path.write_text(SHEET, "utf-8")
        self.common = {phrase.address: phrase.text for phrase in phrases_to_translate(read_common())}
        self.sheet = {phrase.address: phrase.text for phrase in phrases_to_translate(read_worksheet(self.path))}
        self.state = "translated"

    def composed(self, **options: Any) -> Document:
        for name, rows in (("common", self.common), ("sheet", self.sheet)):
            (self.folder / f"locales/{TAG}/{name}.po").write_text(po(rows, self.state), "utf-8")
        return Composer(Library.open(self.folder), Order(**options)).document(self.path, TAG)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def refused(project: Project, **options: Any) -> str:
    with pytest.raises(Refused) as caught:
        project.composed(**options)
    return " ".join(problem.sentence for problem in caught.value.problems)


@pytest.mark.parametrize(
    "address", ["figures.body", "rest.heading", "rating.word", "notes.purpose", "contents", "mark_any"]
)
def test_a_common_word_that_a_sheet_does_not_use_does_not_block_it(project: Project, address: str) -> None:
    del project.common[address]
    assert {phrase.language for phrase in words(project.composed())} == {TAG}


@pytest.mark.parametrize("address", ["minutes", "page"])
def test_one_that_it_uses_does(project: Project, address: str) -> None:
    del project.common[address]
    assert f"‘{address}’ is not in {NAME} yet" in refused(project)


def test_the_headings_of_the_therapist_block_the_edition_that_has_them_and_no_other(project: Project) -> None:
    for it in [it for it in project.common if it.startswith("notes.")]:
        del project.common[it]
    project.composed()
    assert "not translated yet" in refused(project, edition=Edition.THERAPIST)


def test_words_of_a_page_for_a_phone_block_that_page_and_no_other(project: Project) -> None:
    del project.common["phone.view.all"]
    document = project.composed()
    assert document.header_footer.phone is None
    composer = Composer(Library.open(project.folder), Order(formats=("pdf", "html"), output=project.folder / "out"))
    (job,) = plan([project.path], [TAG], ["pdf", "html"])
    made, refused_ = JobRunner(composer, Manifest(composer.order.output)).make(job)
    assert (made.status, refused_.status) == (Status.MADE, Status.REFUSED)
    assert "phone.view.all" in refused_.problems[0].sentence


def test_words_of_the_sheet_are_all_used(project: Project) -> None:
    del project.sheet["why.text"]
    assert f"‘why.text’ is not in {NAME} yet" in refused(project)


def test_only_what_is_used_has_to_be_reviewed(project: Project) -> None:
    project.state = "reviewed by Ann Example on 2026-11-22"
    document = project.composed(require="reviewed")
    assert document.header_footer.notice is None
    project.state = "draft"
    assert "are not reviewed yet" in refused(project, require="reviewed")


def test_the_line_that_a_translation_is_not_reviewed_has_to_be_there_where_it_is_printed(project: Project) -> None:
    del project.common["not_reviewed"]
    project.state = "reviewed by Ann Example on 2026-11-22"
    assert project.composed().header_footer.notice is None
    project.state = "draft"
    assert f"‘not_reviewed’ is not in {NAME} yet" in refused(project)


def test_no_mark_is_left_in_what_is_printed(project: Project) -> None:
    assert not re.search("[\ue000\ue001]", repr(project.composed()).encode().decode("unicode_escape"))
