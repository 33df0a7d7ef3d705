"""Feeds whatever a coverage-guided fuzzer invents to one part of the tool: anything but Refused is a find.

``python fuzz/fuzz.py PART [options of libFuzzer]``; the parts are the functions of this file.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["worksheet_builder", "yaml", "babel"]):
    from worksheet_builder.build.manifest import NAME, Manifest
    from worksheet_builder.definitions import svg_sanitiser
    from worksheet_builder.foundation.languages import Language
    from worksheet_builder.foundation.phrases import Phrase
    from worksheet_builder.foundation.problems import Place, Refused
    from worksheet_builder.reading.loader import parse_worksheet, read_practice
    from worksheet_builder.text import TextStyle, Typesetter
    from worksheet_builder.translation.po_parser import parse
    from worksheet_builder.translation.review.import_file import read as read_reply

FOLDER = Path(tempfile.mkdtemp())
HEAD = "title: T\nsummary: S\ncollection: own\nintensity: practical\nminutes: 5\nblocks:\n"


def definition(data: bytes) -> None:
    """A worksheet, with a sound beginning for every second one."""
    text = data[1:].decode("utf-8", "replace")
    parse_worksheet(HEAD + text if data[:1] > b"\x7f" else text, Path("sheet.yaml"))


def catalogue(data: bytes) -> None:
    """A PO file."""
    parse(data, "sheet.po")


def practice(data: bytes) -> None:
    """A practice file."""
    path = FOLDER / "practice.yaml"
    path.write_bytes(b"name: X\n" + data)
    read_practice(path)


def drawing(data: bytes) -> None:
    """An SVG, whole or the inside of one."""
    whole = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1">%s</svg>' % data[1:]
    with contextlib.suppress(svg_sanitiser.Unclean):
        svg_sanitiser.size(svg_sanitiser.cleaned(whole if data[:1] > b"\x7f" else data))


def manifest(data: bytes) -> None:
    """The list of what was made."""
    (FOLDER / NAME).write_bytes(data)
    Manifest.open(FOLDER)


def reply(data: bytes) -> None:
    """The Word file that a reviewer sends back."""
    path = FOLDER / "reply.docx"
    path.write_bytes(data)
    read_reply(path)


def text(data: bytes) -> None:
    """Words in a narrow column."""
    tags = ("en", "ar", "ja", "th", "hi", "he")
    words = Phrase(
        data[1:].decode("utf-8", "replace"), "a.text", Place("a.yaml", 1, 1), tags[(data or b"\0")[0] % len(tags)]
    )
    Typesetter(Language.of(words.language)).lines(words, TextStyle(11.5, False, False), 90.0)


PARTS: dict[str, Callable[[bytes], None]] = {
    part.__name__: part for part in (definition, catalogue, practice, drawing, manifest, reply, text)
}


def main() -> None:
    """Fuzz the part that is named."""
    part = PARTS[sys.argv.pop(1)]

    def once(data: bytes) -> None:
        try:
            part(data)
        except Refused as refused:
            assert refused.problems

    atheris.Setup([*sys.argv, "-timeout=5", "-rss_limit_mb=1000"], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
