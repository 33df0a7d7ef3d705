"""A small library of its own, and what is done with a project beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from click.testing import Result

from worksheet_builder.project.library import Library
from worksheet_builder.translation.catalogue_files import read_po

SHEET = """\
title: A quiet place
message: You can stop at any time.
summary: Here you can look for what is quiet.
why: Nobody has tested this page.
collection: rest
intensity: reflective
minutes: 15
evidence: []
blocks:
  - prose: opening
    text: |-
      Some places are quieter than others.
      You may know one already.
  - checklist: kinds
    question: What is quiet for you?
    hint: A few are enough.
    options:
      room: A room of my own
      garden: A garden
      music: Music that I know
      friend: A friend
    other: true
  - rest: pause
    text: Look up for a moment.
  - table: noises
    prompt: What is loud, and what helps?
    columns:
      loud: What is loud
      helps: What helps
    rows:
      morning: In the morning
      evening: In the evening
    row_heading: When
    example: {loud: The road, helps: A closed window}
    lines: 1
  - writing: words
    prompt: What would you like to remember?
    lines: 3
keep: There is a quiet place for me.
therapist:
  purpose: To look for calm.
  introduce: Shall we look for a quiet place?
  pacing: {amount: One part is enough.}
  too_much: Look up together.
  too_little: Begin with one place.
  strength: Nobody has tested it.
  culture: Quiet may mean something else.
"""
PACK = """\
title: Quiet days
summary: Two pages for quiet days.
worksheets:
  - sheet: quiet-place
    note: To begin with.
  - sheet: loud-place
    note: When it is loud.
"""


@dataclass(frozen=True)
class Desk:
    """A project in the working directory, the library that it sees, and the command line."""

    folder: Path
    library: Path
    run: Callable[..., Result]

    def tailor(self, text: str, name: str = "ours", based_on: str = "quiet-place") -> Path:
        """A tailoring as its author would write it."""
        path = self.folder / "worksheets" / "own" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"based_on: {based_on}\n{text}", encoding="utf-8")
        return path

    def change_library(self, before: str, after: str, name: str = "quiet-place") -> None:
        """Change words of a sheet of the library."""
        path = self.library / "worksheets" / "rest" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")

    def open(self) -> Library:
        """The library as the project sees it."""
        return Library.open(self.folder)


def fill(path: Path, tag: str, words: Callable[[str, str], str] | None = None) -> list[str]:
    """Give each empty entry of a catalogue words, the English between marks unless said otherwise; their addresses."""
    file = read_po(path, tag)
    entries, filled = [], []
    for entry in file.entries:
        if not entry.words.strip() and not entry.obsolete:
            filled.append(entry.address or "")
            said = words(entry.address or "", entry.english) if words else spoken(tag, entry.english)
            entry = entry.changed(words=said)
        entries.append(entry)
    path.write_bytes(file.with_entries(tuple(entries)).to_bytes())
    return filled


def spoken(tag: str, english: str) -> str:
    """The English as if it were said in the language: marked, and with all that has to be kept."""
    first = {"es": "Digo: ", "ar": "أقول: "}[tag]
    return "\n".join(f"{first}{line}" for line in english.split("\n"))
