"""Names and links that would lead out of a folder, or that another system cannot keep."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from worksheet_builder.build.jobs import plan
from worksheet_builder.foundation.files import LONGEST_NAME, unfit_name, write_whole
from worksheet_builder.foundation.problems import Refused

from ..conftest import Run

SHEET = "trusting-myself-again"
links = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets only administrators make links")
CLIMBING = [
    "../up",
    "..",
    "a/../../up",
    "/tmp/up",
    "a\\..\\up",
    "C:up",
    "~up",
    ".hidden",
    "a b",
    "ä",
    "A",
    "a\nb",
    "a\0b",
]


@pytest.mark.parametrize("name", CLIMBING)
def test_an_id_cannot_climb_out_of_its_folder(run: Run, folder: Path, name: str) -> None:
    for words in ([name], ["sound", "--collection", name]):
        assert "cannot be an id" in run("new", *words, code=1).stderr
    assert not list(folder.iterdir())


@pytest.mark.parametrize("name", ["con", "nul", "aux", "prn", "com1", "lpt9"])
def test_names_that_windows_keeps_are_refused(run: Run, folder: Path, name: str) -> None:
    for words in ([name], ["sound", "--collection", name]):
        assert "is a name that Windows keeps for itself" in run("new", *words, code=1).stderr
    path = folder / f"{name}.yaml"
    path.write_bytes(Path(__file__).parents[2].joinpath("worksheets").rglob(f"{SHEET}.yaml").__next__().read_bytes())
    assert "is a name that Windows keeps for itself" in run("build", path, code=1).stderr


@pytest.mark.parametrize("name", ["console", "null", "com", "com10", "auxiliary", "a" * LONGEST_NAME])
def test_other_names_are_kept(name: str) -> None:
    assert unfit_name(name) is None


def test_a_name_that_is_too_long_is_refused(run: Run, folder: Path) -> None:
    assert f"has {LONGEST_NAME + 1} letters" in run("new", "a" * (LONGEST_NAME + 1), code=1).stderr
    assert "letters" in run("new", "a" * 3000, code=1).stderr
    assert not list(folder.iterdir())


def test_the_longest_name_can_be_built_in_its_longest_variant(run: Run, folder: Path) -> None:
    run("new", "a" * LONGEST_NAME)
    longest = ("--edition", "therapist", "--style", "large-print", "--paper", "letter", "--no-fill", "--no-examples")
    run("build", "a" * LONGEST_NAME, *longest, "--protect")
    (name,) = [path.name for path in (folder / "handouts").rglob("*.docx")]
    assert len(f"pack-{name}-zh-Hant-pt-BR") <= 143


def test_what_is_half_written_has_a_shorter_name_than_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []

    def renamed(self: Path, target: Path) -> Path:
        opened.append(self.name)
        return self.rename(target)

    monkeypatch.setattr(Path, "replace", renamed)
    write_whole(tmp_path / ("a" * 139 + ".pdf"), b"")
    assert len(opened[0]) < 143


def test_names_that_differ_in_their_capitals_only_are_one() -> None:
    with pytest.raises(Refused, match="would become the same handout"):
        plan([Path("a/mine.yaml"), Path("b/Mine.yaml")], ["en"], ["pdf"])


@links
@pytest.mark.parametrize("kind", ["folder", "file", "dangling", "list"])
def test_nothing_is_written_through_a_link(run: Run, folder: Path, kind: str) -> None:
    outside = folder / "outside"
    outside.mkdir()
    out = folder / "handouts"
    (out / "en").mkdir(parents=True)
    if kind == "folder":
        (out / "en").rmdir()
        (out / "en").symlink_to(outside)
    elif kind == "list":
        (outside / "list").write_text("{}")
        (out / ".worksheet-builder.json").symlink_to(outside / "list")
    else:
        if kind == "file":
            (outside / "secret").write_text("mine")
        (out / "en" / f"{SHEET}.pdf").symlink_to(outside / "secret")
    result = run("build", SHEET, "-f", "pdf", "--overwrite", "--force", code=1)
    assert "A link stands here" in result.stderr or "not a file of its own" in result.stderr
    assert {path.name: path.read_text() for path in outside.iterdir()} in ({}, {"secret": "mine"}, {"list": "{}"})


@links
def test_the_folder_itself_may_be_a_link(run: Run, folder: Path) -> None:
    (folder / "synced").mkdir()
    (folder / "handouts").symlink_to(folder / "synced")
    run("build", SHEET, "-f", "pdf")
    assert (folder / "synced/en" / f"{SHEET}.pdf").is_file()


@links
def test_a_link_planted_for_the_unfinished_file_is_not_followed(run: Run, folder: Path) -> None:
    import os

    outside = folder / "outside"
    outside.write_text("mine")
    (folder / "handouts/en").mkdir(parents=True)
    (folder / "handouts/en" / f".{SHEET}.pdf.wb{os.getpid()}.part").symlink_to(outside)
    run("build", SHEET, "-f", "pdf")
    assert outside.read_text() == "mine"


@links
@pytest.mark.parametrize("name", ["handouts/en/trusting-myself-again.pdf", "handouts/.worksheet-builder.json"])
def test_a_pipe_does_not_keep_it_waiting(run: Run, folder: Path, name: str) -> None:
    import os

    (folder / name).parent.mkdir(parents=True)
    os.mkfifo(folder / name)
    run("build", SHEET, "-f", "pdf", code=1)


def test_a_folder_that_is_gone_is_told(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = folder / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    for words in (["build", SHEET], ["list"], ["check"], ["doctor"]):
        assert "The folder that you are in is not there any more." in run(*words, code=1).stderr
