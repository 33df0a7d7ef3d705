"""What a handout in another language needs: the words that it prints, and a notice while one of them is unreviewed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.document import Edition
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.project.library import Library

from ..absent import ABSENT
from ..conftest import Run

TAG = ABSENT[0]
REVIEWED = "state: reviewed by Anna Example on 2026-11-22"
PACK = """\
title: Ours
summary: Two pages.
worksheets:
  - sheet: first
  - sheet: second
"""
NOTES = """\
therapist:
  purpose: To learn.
  introduce: It is yours.
  strength: Keep it.
  too_little: Ask.
  too_much: Stop.
  pacing: {slow: Slowly.}
"""


@pytest.fixture
def project(run: Run, folder: Path) -> Path:
    """A project with two worksheets and a pack of both, begun in a language that the library is not in."""
    (folder / "practice.yaml").write_text("name: X\n", "utf-8")
    for name in ("first", "second"):
        run("new", name)
        path = folder / f"worksheets/own/{name}.yaml"
        path.write_text(path.read_text("utf-8") + NOTES, "utf-8")
    (folder / "packs").mkdir()
    (folder / "packs/ours.yaml").write_text(PACK, "utf-8")
    run("translate", "start", TAG, "first", "second", "ours")
    return folder


def translate(project: Path, name: str, remark: str, wanted: Callable[[str], bool] = lambda address: True) -> None:
    """Fill the entries of a file whose addresses are wanted with the English, each with a remark."""
    path = project / "locales" / TAG / f"{name}.po"
    file = polib.pofile(str(path))
    for entry in file:
        if wanted(str(entry.msgctxt)):
            entry.msgstr, entry.tcomment = entry.msgid, remark
    file.save()


def composer(project: Path, edition: Edition = Edition.CLIENT) -> Composer:
    return Composer(Library.open(project), Order(edition=edition))


def test_a_page_for_clients_does_not_need_the_words_for_therapists(project: Path) -> None:
    translate(project, "common", "")
    translate(project, "first", "", lambda address: not address.startswith("therapist"))
    sheet = composer(project).library.worksheets["first"]
    assert composer(project).document(sheet, TAG).title.language == TAG
    with pytest.raises(Refused) as refused:
        composer(project, Edition.THERAPIST).document(sheet, TAG)
    (problem,) = refused.value.problems
    assert problem.place and Path(problem.place.file).name == "first.po"
    assert "strings are not translated yet" in problem.sentence


def test_the_line_of_a_pack_for_therapists_is_not_needed_for_clients(project: Path) -> None:
    path = project / "packs/ours.yaml"
    path.write_text(f"{PACK}therapist: The gentlest first.\n", "utf-8")
    translate(project, "common", "")
    for name in ("first", "second", "pack-ours"):
        translate(project, name, "")
    assert composer(project).pack(path, TAG).title.language == TAG
    with pytest.raises(Refused) as refused:
        composer(project, Edition.THERAPIST).pack(path, TAG)
    assert ["‘therapist’" in problem.sentence for problem in refused.value.problems] == [True]


@pytest.mark.parametrize("unreviewed", [None, "common", "first", "second", "pack-ours"])
def test_a_pack_says_that_it_is_not_reviewed_where_one_of_its_parts_is_not(
    project: Path, unreviewed: str | None
) -> None:
    for name in ("common", "first", "second", "pack-ours"):
        translate(project, name, "" if name == unreviewed else REVIEWED)
    made = composer(project)
    notice = made.pack(made.library.packs["ours"], TAG).header_footer.notice
    assert (notice is not None) == (unreviewed is not None)


@pytest.mark.parametrize("unreviewed", [None, "common", "first"])
def test_a_sheet_says_that_it_is_not_reviewed_where_its_words_or_the_common_ones_are_not(
    project: Path, unreviewed: str | None
) -> None:
    for name in ("common", "first"):
        translate(project, name, "" if name == unreviewed else REVIEWED)
    made = composer(project)
    notice = made.document(made.library.worksheets["first"], TAG).header_footer.notice
    assert (notice is not None) == (unreviewed is not None)
