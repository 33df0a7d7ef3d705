"""Other programs read our files as we do, and what they write back still says the same."""

from __future__ import annotations

import io
import shutil
import subprocess
import textwrap
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po as babel_read
from hypothesis import given
from hypothesis import strategies as st

from worksheet_builder.translation.po_file import PoEntry, PoFile
from worksheet_builder.translation.po_merge import merge
from worksheet_builder.translation.po_parser import parse
from worksheet_builder.translation.states import State, rejoined

from .sheets import HEADER, wanted

HERE = Path(__file__).parent
REVIEWER = "Olena Kovalenko-Petrenko (Association of Psychotherapists, Kyiv)"
ENGLISH = {
    "title": "A page",
    "why.text": 'Words, with a \\ and "quotation marks".\nA second paragraph, long enough to be wrapped by tools.',
    "time": "About {minutes} minutes.",
    "last": "The end.",
}
WORDS = st.text(st.characters(categories=("L", "M", "P", "Zs"), include_characters="\n\t"), min_size=1)


def lived_in() -> bytes:
    """A file with each state in it, and something set aside."""
    file = merge(PoFile(HEADER, ()), wanted({**ENGLISH, "gone": "Gone.", "title": "A sheet"})).file
    words = {
        "title": ("Una hoja", ()),
        "time": ("Unos {minutes} minutos.", ("# state: reviewed by Ana Ruiz on 2026-11-22",)),
        "why.text": ("Palabras.\nMás palabras.", ("# state: draft", "# A remark.")),
        "gone": ("Ido.", ()),
    }
    empty: tuple[str, tuple[str, ...]] = ("", ())
    filled = tuple(
        entry.changed(words=words.get(str(entry.address), empty)[0], comments=words.get(str(entry.address), empty)[1])
        for entry in file.entries
    )
    return merge(file.with_entries(filled), wanted(ENGLISH)).file.to_bytes()


STATES = {
    "title": State.STALE,
    "why.text": State.DRAFT,
    "time": State.REVIEWED,
    "last": State.MISSING,
}


def states(data: bytes) -> dict[str | None, State]:
    """The state of each string in use."""
    return {entry.address: entry.state for entry in parse(data, "x.po").entries if not entry.obsolete}


def test_the_file_has_every_state() -> None:
    assert states(lived_in()) == STATES


@given(st.lists(st.tuples(WORDS, WORDS), unique_by=lambda pair: pair[0]))
def test_babel_and_polib_read_what_we_wrote(pairs: list[tuple[str, str]]) -> None:
    entries = tuple(PoEntry(f"a.{number}", english, words) for number, (english, words) in enumerate(pairs))
    text = PoFile(HEADER, entries).to_bytes().decode()
    expected = [(entry.address, entry.english, entry.words) for entry in entries]
    assert [(entry.msgctxt, entry.msgid, entry.msgstr) for entry in polib.pofile(text)] == expected
    assert [(entry.context, entry.id, entry.string) for entry in babel_read(io.StringIO(text)) if entry.id] == expected


def test_polib_keeps_states_and_updates_leave_its_file_alone() -> None:
    written = str(polib.pofile(lived_in().decode())).encode()
    assert states(written) == STATES
    assert merge(parse(written, "x.po"), wanted(ENGLISH)).file.to_bytes() == written


@pytest.mark.parametrize(
    ("tool", "changed"),
    [("polib", {}), ("weblate", {"title": State.TRANSLATED, "last": State.TRANSLATED})],
)
def test_a_file_that_a_tool_saved_has_its_states(tool: str, changed: dict[str, State]) -> None:
    """Lines longer than the tool's width, as polib 1.2 breaks them; a header and no ‘fuzzy’, as Weblate's library."""
    data = (HERE / "tools" / f"{tool}.po").read_bytes()
    assert states(data) == {**STATES, **changed}
    assert {entry.address: entry.mark.by for entry in parse(data, "x.po").entries if entry.mark}["time"] == REVIEWER
    updated = merge(parse(data, "x.po"), wanted(ENGLISH))
    assert not updated.changes
    assert states(updated.file.to_bytes()) == {**STATES, **changed}
    again = merge(parse(updated.file.to_bytes(), "x.po"), wanted(ENGLISH)).file
    assert again.to_bytes() == updated.file.to_bytes()


def test_earlier_english_goes_with_the_flag_that_it_explains() -> None:
    data = (HERE / "tools" / "weblate.po").read_bytes()
    assert b"#| msgid" in data
    assert b"#| msgid" not in merge(parse(data, "x.po"), wanted(ENGLISH)).file.to_bytes()


@pytest.mark.parametrize("width", range(30, 130, 3))
def test_a_state_may_be_broken_into_lines_anywhere(width: int) -> None:
    mark = f"# state: reviewed by {REVIEWER} on 2026-11-22 [9fd0d10d]"
    lines = textwrap.wrap(mark, width, subsequent_indent="# ")
    assert rejoined([*lines, "# A remark on 2026-11-23"]) == (mark, "# A remark on 2026-11-23")


@pytest.mark.skipif(not shutil.which("msgcat"), reason="GNU gettext is not installed")
@pytest.mark.parametrize("command", [["msgcat"], ["msgcat", "--no-wrap"], ["msgcat", "--width=40"], ["msgattrib"]])
def test_gettext_keeps_states_and_updates_leave_its_file_alone(tmp_path: Path, command: list[str]) -> None:
    path = tmp_path / "x.po"
    path.write_bytes(lived_in())
    written = subprocess.run([*command, str(path)], check=True, capture_output=True).stdout
    assert states(written) == STATES
    assert merge(parse(written, "x.po"), wanted(ENGLISH)).file.to_bytes() == written


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext is not installed")
def test_gettext_finds_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_bytes(lived_in())
    checked = subprocess.run(
        ["msgfmt", "--check-format", "--check-domain", "-o", str(tmp_path / "x.mo"), str(path)],
        capture_output=True,
        text=True,
    )
    assert (checked.returncode, checked.stderr) == (0, "")
