"""Word files of rows: what names their controls and bookmarks is there once."""

from __future__ import annotations

import io
from zipfile import ZipFile
from zlib import crc32

from lxml import etree

from worksheet_builder.foundation.languages import Language
from worksheet_builder.ooxml.markup import NAMESPACES
from worksheet_builder.ooxml.table_writer import Cell, Row, Rows, write_rows

W = f"{{{NAMESPACES['w']}}}"
ALIKE = ("row-956a9f617d", "row-9f360143da")
"""Two names that have the same checksum in 31 bits, as some two of a few thousand rows may."""


def test_no_two_controls_have_the_same_number() -> None:
    assert len({crc32(name.encode()) & 0x7FFFFFFF for name in ALIKE}) == 1
    rows = tuple(Row(name, (Cell(str(at), number=True), Cell(tick=True))) for at, name in enumerate(ALIKE, 1))
    table = Rows("Rows", ("Read these.",), "All", ("No.", "Read"), (1, 4), (("Part", rows),), Language.of("es"))
    with ZipFile(io.BytesIO(write_rows(table))) as file:
        body = etree.fromstring(file.read("word/document.xml"))
    numbers = [it.get(f"{W}val") for it in body.iterfind(f".//{W}sdtPr/{W}id")]
    assert len(numbers) == 1 + 2 * len(ALIKE)
    assert len({*numbers}) == len(numbers)
    assert numbers[1] == str(crc32(ALIKE[0].encode()) & 0x7FFFFFFF), "the number of the first is by its name, for good"
