"""At a glance: which languages have a word of a worksheet, whatever ends the lines of a catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from worksheet_builder.project.library import Library, Shelf
from worksheet_builder.translation.translated_structures import languages_with

HEAD = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n\n'
ENDS = ("\n", "\r\n", "\r")
TEXTS = (
    ("", False),
    ('msgctxt "title"\nmsgid "Waves"\nmsgstr ""\n', False),
    ('msgctxt "title"\nmsgid "Waves"\nmsgstr "Olas"\n', True),
    ('msgctxt "title"\nmsgid "Waves"\nmsgstr ""\n"Olas"\n', True),
)


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(("entries", "begun"), TEXTS)
def test_a_language_is_begun_with_its_first_word(tmp_path: Path, end: str, entries: str, begun: bool) -> None:
    folder = tmp_path / "locales" / "es"
    folder.mkdir(parents=True)
    (folder / "waves.po").write_bytes((HEAD + entries).replace("\n", end).encode())
    assert ("es" in languages_with(Library((Shelf(tmp_path),)), "waves")) is begun
