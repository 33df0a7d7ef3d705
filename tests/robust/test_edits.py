"""What a user has done to a handout is never lost, and what has not changed is not made again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from worksheet_builder.build.manifest import NAME

from ..conftest import Run

SHEET = "trusting-myself-again"
BOTH = ("-f", "pdf", "-f", "docx")
EDITED = "This handout has been edited since it was made, and was left as it is."
FOREIGN = "A file that this tool did not make stands here, and was left as it is."


def states(result: Any) -> list[str]:
    return [row["status"] for row in json.loads(result.stdout)]


@pytest.fixture
def sheet(run: Run, folder: Path) -> Path:
    """A project with one worksheet, whose handouts are made."""
    run("new", "mine")
    run("build", "mine", *BOTH)
    return folder / "worksheets/own/mine.yaml"


def test_what_is_made_stays_as_it_is(run: Run, sheet: Path, folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (folder / "handouts").rglob("*")}
    result = run("build", "mine", *BOTH, "--json")
    assert states(result) == ["unchanged", "unchanged"]
    assert "0 handouts made, 2 unchanged." in result.stderr
    assert {path: path.stat().st_mtime_ns for path in (folder / "handouts").rglob("*")} == before


def test_pages_are_known_though_nothing_is_made(run: Run, sheet: Path) -> None:
    first, second = (
        json.loads(run("build", "mine", *BOTH, "--json", *how).stdout)[0]["pages"] for how in (["--force"], [])
    )
    assert first == second > 0


def test_force_makes_it_anyway(run: Run, sheet: Path) -> None:
    assert states(run("build", "mine", *BOTH, "--json", "--force")) == ["made", "made"]


def test_an_edited_handout_is_left_alone(run: Run, sheet: Path, folder: Path) -> None:
    path = folder / "handouts/en/mine.docx"
    path.write_bytes(b"my own words")
    result = run("build", "mine", *BOTH, "--json", code=1)
    assert states(result) == ["unchanged", "kept"]
    assert f"mine.docx: {EDITED}" in result.stderr and "--overwrite" in result.stderr
    assert path.read_bytes() == b"my own words"


@pytest.mark.parametrize("how", [[], ["--force"]])
def test_an_edited_handout_is_left_alone_when_its_definition_changes(
    run: Run, sheet: Path, folder: Path, how: list[Any] | list[str]
) -> None:
    path = folder / "handouts/en/mine.docx"
    path.write_bytes(b"my own words")
    sheet.write_text(sheet.read_text("utf-8").replace("minutes: 15", "minutes: 20"), "utf-8")
    assert states(run("build", "mine", *BOTH, "--json", *how, code=1)) == ["made", "kept"]
    assert path.read_bytes() == b"my own words"


def test_overwrite_is_asked_for_by_name(run: Run, sheet: Path, folder: Path) -> None:
    path = folder / "handouts/en/mine.docx"
    made = path.read_bytes()
    path.write_bytes(b"my own words")
    assert states(run("build", "mine", *BOTH, "--json", "--overwrite")) == ["unchanged", "made"]
    assert path.read_bytes() == made
    assert states(run("build", "mine", *BOTH, "--json")) == ["unchanged", "unchanged"]


@pytest.mark.parametrize("how", [[], ["--overwrite"], ["--force", "--overwrite"]])
def test_a_file_that_it_did_not_make_is_never_touched(run: Run, folder: Path, how: list[Any] | list[str]) -> None:
    path = folder / "handouts/en" / f"{SHEET}.pdf"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"mine")
    result = run("build", SHEET, *BOTH, "--json", *how, code=1)
    assert states(result) == ["kept", "made"]
    assert FOREIGN in result.stderr
    assert path.read_bytes() == b"mine"


def test_a_folder_in_the_way_is_told(run: Run, folder: Path) -> None:
    (folder / "handouts/en" / f"{SHEET}.pdf").mkdir(parents=True)
    assert FOREIGN in run("build", SHEET, "-f", "pdf", code=1).stderr


def test_a_handout_that_was_removed_is_made_again(run: Run, sheet: Path, folder: Path) -> None:
    (folder / "handouts/en/mine.pdf").unlink()
    assert states(run("build", "mine", *BOTH, "--json")) == ["made", "unchanged"]


def test_without_its_list_it_knows_its_own_by_their_bytes(run: Run, sheet: Path, folder: Path) -> None:
    (folder / "handouts" / NAME).unlink()
    (folder / "handouts/en/mine.docx").write_bytes(b"my own words")
    assert states(run("build", "mine", *BOTH, "--json", code=1)) == ["unchanged", "kept"]
    assert states(run("build", "mine", "-f", "pdf", "--json")) == ["unchanged"]


def test_two_worksheets_whose_handouts_have_one_name(run: Run, folder: Path) -> None:
    for name in ("mine", "mine-large-print"):
        run("new", name)
    run("build", "mine-large-print", "-f", "pdf")
    made = (folder / "handouts/en/mine-large-print.pdf").read_bytes()
    result = run("build", "mine", "-f", "pdf", "--style", "large-print", code=1)
    assert "The handout of another worksheet stands here under the same name" in result.stderr
    assert (folder / "handouts/en/mine-large-print.pdf").read_bytes() == made


def test_a_preview_takes_no_place_of_yours(run: Run, folder: Path) -> None:
    run("init", "--name", "X", "--country", "GB")
    run("practice", "preview")
    run("practice", "preview")
    path = folder / "handouts/practice-preview.pdf"
    path.write_bytes(b"mine")
    assert "This file has been edited since it was made" in run("practice", "preview", code=1).stderr
    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize("twin", ["own/mine.yml", "other/mine.yaml", "own/Mine.yaml"])
def test_two_definitions_of_one_id_are_told(run: Run, folder: Path, small_library: Path, twin: str) -> None:
    run("new", "mine")
    path = folder / "worksheets" / twin
    path.parent.mkdir(exist_ok=True)
    path.write_bytes((folder / "worksheets/own/mine.yaml").read_bytes())
    for command in ("check", "doctor"):
        assert "are the same worksheet to the tool" in run(command, code=1).stderr


CHANGES = {
    "definition": ("worksheets/own/mine.yaml", "minutes: 15", "minutes: 20"),
    "practice": ("practice.yaml", "phone: 1", "phone: 2"),
    "design": ("designs/ours.yaml", "body: 11.0", "body: 11.5"),
    "catalogue": ("locales/es/mine.po", "Mía", "Mío"),
    "common words": ("locales/es/common.po", "\n# end", "\n# end of it"),
}


@pytest.fixture
def project(run: Run, folder: Path) -> Path:
    """A project in which everything that can change is there."""
    import polib

    run("new", "mine", "--title", "Mine")
    design = Path(__file__).parents[2] / "src/worksheet_builder/data/designs/clear.yaml"
    text = design.read_text("utf-8")
    (folder / "designs").mkdir()
    (folder / "designs/ours.yaml").write_text(text, "utf-8")
    Image.new("RGB", (60, 40), "#7a3b69").save(folder / "logo.png")
    (folder / "practice.yaml").write_text("name: X\nphone: 1\nlogo: logo.png\ndesign: ours\ncountry: US\n", "utf-8")
    run("translate", "start", "es")
    for path in (folder / "locales/es").glob("*.po"):
        catalogue = polib.pofile(str(path))
        for entry in catalogue:
            entry.msgstr = entry.msgstr or ("Mía" if entry.msgid == "Mine" else entry.msgid)
        catalogue.save(str(path))
    with (folder / "locales/es/common.po").open("a", encoding="utf-8") as file:
        file.write("\n# end\n")
    return folder


def test_only_what_changed_is_made_again(run: Run, project: Path) -> None:
    """One change after the other; the English handout does not depend on the Spanish words."""
    words = ("build", "mine", SHEET, "-l", "en", "-l", "es", "-f", "docx", "--draft", "--json")
    run(*words)
    assert states(run(*words)) == ["unchanged"] * 4
    body = next(line for line in (project / "designs/ours.yaml").read_text("utf-8").splitlines() if "body" in line)
    changes = {**CHANGES, "design": ("designs/ours.yaml", body, body.replace("body", "body") + "  # seen")}
    expected = {
        "definition": ["made", "made", "unchanged", "unchanged"],
        "practice": ["made"] * 4,
        "design": ["unchanged"] * 4,  # a remark changes nothing
        "catalogue": ["unchanged", "made", "unchanged", "unchanged"],
        "common words": ["unchanged", "made", "unchanged", "made"],
    }
    for name, (file, old, new) in changes.items():
        path = project / file
        text = path.read_text("utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new, 1), "utf-8")
        assert states(run(*words)) == expected[name], name
        assert states(run(*words)) == ["unchanged"] * 4, name
    Image.new("RGB", (60, 40), "#000000").save(project / "logo.png")
    assert states(run(*words)) == ["made"] * 4


@pytest.mark.parametrize("how", [["--no-fill"], ["--paper", "letter"]])
def test_another_choice_makes_it_again(run: Run, sheet: Path, how: list[str]) -> None:
    assert states(run("build", "mine", "-f", "pdf", "--json", *how)) == ["made"]
    assert states(run("build", "mine", "-f", "pdf", "--json", *how)) == ["unchanged"]


def test_the_version_and_what_sets_type_are_part_of_it(run: Run, sheet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from worksheet_builder.build import fingerprint

    monkeypatch.setattr(fingerprint, "__version__", "99")
    fingerprint.tool.cache_clear()
    try:
        assert states(run("build", "mine", *BOTH, "--json")) == ["made", "made"]
    finally:
        fingerprint.tool.cache_clear()


def test_a_refused_worksheet_keeps_its_old_handout_and_is_tried_again(run: Run, sheet: Path, folder: Path) -> None:
    good = sheet.read_text("utf-8")
    before = (folder / "handouts/en/mine.pdf").read_bytes()
    sheet.write_text(good + "bogus: 1\n", "utf-8")
    for _ in range(2):
        assert states(run("build", "mine", *BOTH, "--json", code=1)) == ["refused", "refused"]
    assert (folder / "handouts/en/mine.pdf").read_bytes() == before
    sheet.write_text(good, "utf-8")
    assert states(run("build", "mine", *BOTH, "--json")) == ["unchanged", "unchanged"]


def test_the_list_says_nothing_of_where_and_when(run: Run, sheet: Path, folder: Path) -> None:
    text = (folder / "handouts" / NAME).read_text("utf-8")
    assert str(folder) not in text and "20" + "26" not in json.dumps(sorted(json.loads(text)))
    rows = json.loads(text)["handouts"]
    assert sorted(rows) == list(rows) == ["en/mine.docx", "en/mine.pdf"]
    assert set(rows["en/mine.pdf"]) == {"worksheet", "made", "inputs", "pages"}


def test_nothing_that_writes_a_handout_is_loaded_when_nothing_is_made(run: Run, sheet: Path, folder: Path) -> None:
    """The second build costs little because it loads little; time itself is measured in the benchmarks."""
    code = (
        "import sys; from worksheet_builder.cli import main\n"
        "try: main(['build', 'mine'])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('reportlab', 'docx', 'uharfbuzz', 'icu4py', 'PIL', 'babel') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


BROKEN = {
    "not JSON": b"<<<<<<< mine",
    "not an object": b"[]",
    "another version": b'{"format": 2, "handouts": {}}',
    "a row too many": b'{"format": 1, "handouts": {"x": {"worksheet": "x", "made": "", "inputs": "", "by": "me"}}}',
    "a number for a hash": b'{"format": 1, "handouts": {"en/x.pdf": {"worksheet": "x", "made": 3, "inputs": ""}}}',
    "nested": b"[" * 100_000,
    "not UTF-8": b'{"format": 1, "handouts": {"\xff": {}}}',
    "NULs": b"\0" * 100,
    "cut": b'{"format": 1, "hand',
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_damaged_list_is_told_and_nothing_is_touched(run: Run, folder: Path, data: Any) -> None:
    (folder / "handouts").mkdir()
    (folder / "handouts" / NAME).write_bytes(data)
    result = run("build", SHEET, code=1)
    assert "The list of what was made here is damaged." in result.stderr and "Delete it." in result.stderr
    assert [path.name for path in (folder / "handouts").iterdir()] == [NAME]


def test_a_list_that_leads_elsewhere_writes_and_removes_nothing(run: Run, sheet: Path, folder: Path) -> None:
    """Paths in it are looked up, never followed."""
    outside = folder / "outside.pdf"
    outside.write_bytes(b"mine")
    path = folder / "handouts" / NAME
    listed = json.loads(path.read_text("utf-8"))
    listed["handouts"]["../outside.pdf"] = listed["handouts"]["en/mine.pdf"]
    path.write_text(json.dumps(listed), "utf-8")
    run("build", "mine", *BOTH, "--force", "--overwrite")
    assert outside.read_bytes() == b"mine"
