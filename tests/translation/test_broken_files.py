"""Files that cannot be read: each fault is a sentence with a place and a hint, and all are found at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from worksheet_builder.foundation.problems import Problem, Refused
from worksheet_builder.translation.catalogue import Catalogue
from worksheet_builder.translation.catalogue_files import read_po

from .sheets import sheet

BROKEN = Path(__file__).parent / "broken"
HEADER = b'msgid ""\nmsgstr "Language: es\\n"\n\n'
ENTRY = 'msgctxt "a"\nmsgid "It hurts."\nmsgstr "Duele, sí."\n'.encode()


def problems_of(path: Path) -> tuple[Problem, ...]:
    """What reading refuses the file for."""
    with pytest.raises(Refused) as refused:
        read_po(path, "es")
    return refused.value.problems


def told(path: Path) -> str:
    """The problems as a person reads them, with the name of the file only."""
    return "".join(f"{str(problem).replace(str(path), path.name)}\n  {problem.hint}\n" for problem in problems_of(path))


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.po")), ids=lambda path: path.stem)
def test_a_broken_file_is_refused_in_words(path: Path) -> None:
    assert told(path) == path.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (HEADER + ENTRY.replace("í".encode(), b"\xed"), "6:17: The byte 0xed is not UTF-8."),
        (b"\xff\xfe" + (HEADER + ENTRY).decode().encode("utf-16-le"), "The file is written in UTF-16."),
        (b"\x00\x01\x02", "1:1: ‘\ufffd\ufffd\ufffd’ does not begin anything that a PO file knows."),
    ],
    ids=["latin-1", "utf-16", "not text at all"],
)
def test_bytes_that_are_no_po_file(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "sleep.po"
    path.write_bytes(data)
    (problem, *_) = problems_of(path)
    assert str(problem).removeprefix(f"{path}:").lstrip() == said


def test_a_file_that_is_not_there_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        Catalogue.find([tmp_path], "es", "sleep")
    (problem,) = refused.value.problems
    assert problem.sentence == "There is no Spanish translation of ‘sleep’."
    assert problem.hint == "Run ‘worksheet-builder translate start es’."


@pytest.mark.parametrize(
    "data",
    [
        HEADER + ENTRY,
        b"\xef\xbb\xbf" + HEADER + ENTRY,
        (HEADER + ENTRY).replace(b"\n", b"\r\n"),
        (HEADER + ENTRY).replace(b"\n", b"\r"),
        HEADER.replace(b"\n", b"\r\n") + ENTRY.replace(b"\n", b"\r", 1),
        b"\xef\xbb\xbf" + (HEADER + ENTRY).replace(b"\n", b"\r\n"),
        HEADER.replace(b"es\\n", b"es_MX\\nContent-Type: text/plain; charset=utf8\\n") + ENTRY,
        HEADER + ENTRY.rstrip(b"\n"),
        ENTRY,
        HEADER + b"  " + ENTRY.replace(b"\n", b"  \n\t"),
        HEADER + b"\n#\n#,\n#:\n#.\n#~\n" + ENTRY + b"\n#~\n# The end.",
    ],
    ids=[
        "plain",
        "BOM",
        "CRLF",
        "BOM and CRLF",
        "CR",
        "mixed",
        "region",
        "no line end",
        "no header",
        "indented",
        "bare",
    ],
)
def test_what_editors_leave_behind_is_read(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "sleep.po"
    path.write_bytes(data)
    catalogue = Catalogue.read(path, "es")
    translated = catalogue.translate(sheet({"a": "It hurts."}))
    assert translated.value.texts["a"].text == "Duele, sí."
    assert translated.value.texts["a"].place.line == len(data[: data.index(b"Duele")].splitlines())
    assert catalogue.file.to_bytes() == data
