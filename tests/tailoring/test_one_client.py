"""A handout for one client: the words go into the file that was asked for, and nowhere else on the disk."""

from __future__ import annotations

import io
import json
import os
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pytest
from openxml_audit import OpenXmlValidator

from .samples import Desk

WORDS = "zanzibarquince"
CHANGES = f"""\
title: {{to: A place for {WORDS}}}
changes:
  - drop: kinds.options.music
  - {{reword: words.prompt, to: What does {WORDS} want to keep?, in: {{ar: "ماذا {WORDS}؟"}}}}
begin:
  words: "{WORDS} said: a lamp, a cup, and the window that looks out over all of the gardens behind the long street"
  kinds: room
  kinds._other-text: {WORDS} shed
  noises.morning.loud: {WORDS} road
  _before: "7"
"""


@pytest.fixture
def changes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of changes, which is the therapist's own and lies elsewhere."""
    path = tmp_path_factory.mktemp("elsewhere") / "changes.yaml"
    path.write_text(CHANGES, encoding="utf-8")
    return path


def unpacked(data: bytes) -> bytes:
    """The bytes of a file with all that is compressed in it."""
    found = [data]
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found += [archive.read(name) for name in archive.namelist()]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"\n".join(found)


def holds(path: Path) -> bool:
    """Whether the words stand in a file or in its name, as letters or as a PDF writes them."""
    spelled = [WORDS.encode(), WORDS.encode("utf-16-be"), WORDS.encode("utf-16-be").hex().encode()]
    data = unpacked(path.read_bytes()).lower()
    return WORDS in path.name or any(it in data for it in spelled)


@pytest.mark.parametrize("given", ["file", "standard input"])
def test_the_words_are_nowhere_else(
    desk: Desk, changes: Any, given: Any, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The project, the library, the folder for temporary files and the home are searched afterwards."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setattr(tempfile, "tempdir", str(home))
    desk.run("build", "quiet-place")
    ledger = (desk.folder / "handouts/.worksheet-builder.json").read_bytes()
    every = ("-f", "pdf", "-f", "docx", "-f", "html")
    what = {"input": CHANGES} if given != "file" else {}
    result = desk.run("build", "quiet-place", "--with", "-" if what else changes, *every, "--json", **what)
    made = [Path(row["path"]) for row in json.loads(result.stdout)]
    assert [path.name for path in made] == [f"quiet-place-one-client.{form}" for form in ("pdf", "docx", "html")]
    assert WORDS not in result.output
    assert all(holds(desk.folder / path) for path in made)
    places = [desk.folder, desk.library, home]
    everywhere = {Path(folder) / name for place in places for folder, _, names in os.walk(place) for name in names}
    assert {it for it in everywhere if holds(it)} == {desk.folder / path for path in made}
    assert (desk.folder / "handouts/.worksheet-builder.json").read_bytes() == ledger


def test_what_a_file_says_of_itself_is_what_any_such_file_says(desk: Desk, changes: Any) -> None:
    desk.run("build", "quiet-place", "--with", changes)
    with pikepdf.open(desk.folder / "handouts/en/quiet-place-one-client.pdf") as pdf:
        assert str(pdf.docinfo["/Title"]) == "A quiet place"
        assert WORDS not in pdf.Root.Metadata.read_bytes().decode()
    with zipfile.ZipFile(desk.folder / "handouts/en/quiet-place-one-client.docx") as archive:
        core = archive.read("docProps/core.xml").decode()
    assert WORDS not in core and "A quiet place" in core


def test_later_runs_know_nothing_of_it(desk: Desk, changes: Any) -> None:
    """Not the next build, not a list, not a check; and what was made stays as it is."""
    desk.run("build", "quiet-place", "--with", changes)
    kept = (desk.folder / "handouts/en/quiet-place-one-client.pdf").read_bytes()
    for command in (("build", "--all"), ("list",), ("check",), ("doctor",), ("show", "quiet-place")):
        assert WORDS not in desk.run(*command, code=None).output
    again = desk.run("build", "quiet-place", "--with", changes, "-f", "pdf", code=1)
    assert "A handout for a client stands here already" in again.stderr
    assert (desk.folder / "handouts/en/quiet-place-one-client.pdf").read_bytes() == kept
    desk.run("build", "quiet-place", "--with", changes, "-f", "pdf", "--overwrite")


@pytest.mark.parametrize("options", [(), ("--no-fill",)])
def test_the_answers_stand_in_the_files(desk: Desk, changes: Any, options: Any) -> None:
    """As the values of fields, or on paper as text; both formats are sound by the standards."""
    desk.run("build", "quiet-place", "--with", changes, *options)
    stem = f"quiet-place{''.join(it.removeprefix('-') for it in options)}-one-client"
    pdf = desk.folder / "handouts/en" / f"{stem}.pdf"
    for profile in ("ua1", "2a"):
        assert "no failures" in str(page_validation.validate_pdf(str(pdf), profile=profile))
    word = pdf.with_suffix(".docx")
    known = [str(it) for it in OpenXmlValidator().validate(word).errors if "bbPlcHdr" not in str(it)]
    assert known == []
    text = unpacked(word.read_bytes()).decode("utf-8", "replace")
    assert f"{WORDS} said: a lamp" in text and f"{WORDS} shed" in text and f"{WORDS} road" in text
    assert text.count("☒") >= 1 and "●" in text
    if not options:
        with pikepdf.open(pdf) as opened:
            fields = dict(_fields(opened.Root.AcroForm.Fields, ""))
        assert fields["quiet-place.words"].startswith(f"{WORDS} said: a lamp")
        assert fields["quiet-place.kinds._other-text"] == f"{WORDS} shed"
        assert fields["quiet-place.noises.morning.loud"] == f"{WORDS} road"
        assert fields["quiet-place.kinds.room"] == "/room" and fields["quiet-place.kinds.garden"] == "/Off"
        assert fields["quiet-place._before._choice"] == "/7"
        assert fields["quiet-place._after._choice"] == "/Off"


def _fields(kids: Any, above: Any) -> Iterator[Any]:
    for kid in kids:
        name = f"{above}{kid.T}" if "/T" in kid else above
        if "/Kids" in kid and any("/T" in it for it in kid.Kids):
            yield from _fields([it for it in kid.Kids if "/T" in it], f"{name}.")
        if "/V" in kid:
            yield name, str(kid.V)


@pytest.mark.parametrize("options", [(), ("--no-fill",)])
def test_the_answers_stand_on_the_page_for_a_phone(desk: Desk, changes: Any, options: Any) -> None:
    desk.run("build", "quiet-place", "--with", changes, "-f", "html", *options)
    stem = f"quiet-place{''.join(it.removeprefix('-') for it in options)}-one-client"
    text = (desk.folder / f"handouts/en/{stem}.html").read_text(encoding="utf-8")
    assert text.count(WORDS) >= 5 and WORDS not in text.partition("</title>")[0]
    if not options:
        assert re.search(r'name="quiet-place\.kinds\.room"[^>]* checked', text)
        assert re.search(r'value="7"[^>]* checked', text)


def test_in_a_language_that_runs_from_the_right(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text('begin: {words: "مصباح وكوب"}\n', encoding="utf-8")
    desk.run("build", "quiet-place", "-l", "ar", "--with", path)
    pdf = desk.folder / "handouts/ar/quiet-place-one-client.pdf"
    assert "no failures" in str(page_validation.validate_pdf(str(pdf), profile="ua1"))
    with pikepdf.open(pdf) as opened:
        assert dict(_fields(opened.Root.AcroForm.Fields, ""))["quiet-place.words"] == "مصباح وكوب"


REFUSED = {
    "begin: {wrods: a}": ("There is no field ‘wrods’.", "Did you mean ‘words’?"),
    "begin: {kinds: [room]}": ("‘kinds’ has to be text.", "A text that begins with [ or { has to stand in quotation"),
    "begin: {kinds: attic}": ("‘quiet-place.kinds’ has no such answer.", "Choose from: room, garden, music, friend"),
    "begin: {_before: '3 4'}": ("‘quiet-place._before’ takes one answer.", "Keep one of: 0, 1,"),
    "changes: [{drop: pause}]": ("‘pause’ is a ‘rest’, which is there to keep a client safe.", "safety: true"),
    "based_on: quiet-place": ("Unknown key ‘based_on’", ""),
}


@pytest.mark.parametrize("text", REFUSED)
def test_refused(desk: Desk, text: str) -> None:
    said = " ".join(desk.run("build", "quiet-place", "--with", "-", input=text + "\n", code=1).stderr.split())
    sentence, hint = REFUSED[text]
    assert sentence in said and hint in said
    assert not (desk.folder / "handouts").exists() or not list((desk.folder / "handouts").rglob("*.pdf"))


def test_other_words_need_those_of_the_language(desk: Desk) -> None:
    """Nothing leads to a catalogue, where they would be kept."""
    text = "changes: [{reword: words.prompt, to: What stays?}]\n"
    said = desk.run("build", "quiet-place", "-l", "es", "--with", "-", input=text, code=1).stderr
    assert "Write it with the change, as ‘in: {es: …}’." in said and "translate" not in said.replace(
        "not translated", ""
    )


def test_only_one_sheet_at_a_time(desk: Desk) -> None:
    said = desk.run("build", "--all", "--with", "-", input="minutes: 5\n", code=2).stderr
    assert "--with is for one worksheet" in said
