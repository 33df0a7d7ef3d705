"""What a reviewer does with a file in an office program, done to its XML."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ABOUT, ENGLISH, WORDS, BETTER, COMMENT = 1, 2, 3, 4, 5
REVIEWED = -1


class Opened:
    """A DOCX whose cells can be written in."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root: Any = etree.fromstring(self.parts["word/document.xml"])

    def rows(self) -> list[Any]:
        """The rows that hold strings."""
        return [row for row in self.root.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is None]

    def cell(self, row: int, column: int) -> Any:
        return self.rows()[row].findall(f"{W}tc")[column]

    def write(self, row: int, column: int, words: str) -> None:
        """Type a text into a cell, over what is there, a paragraph for each line."""
        cell = self.cell(row, column)
        for paragraph in cell.findall(f"{W}p"):
            cell.remove(paragraph)
        for line in words.split("\n"):
            run = etree.SubElement(etree.SubElement(cell, f"{W}p"), f"{W}r")
            etree.SubElement(run, f"{W}t").text = line

    def tick(self, row: int) -> None:
        self._tick(self.cell(row, REVIEWED))

    def tick_all(self) -> None:
        self._tick(next(it for it in self.root.iter(f"{W}p") if it.find(f"{W}sdt") is not None))

    def _tick(self, element: Any) -> None:
        next(element.iter(f"{W}t")).text = "☒"

    def drop(self, *names: str) -> None:
        """Lose elements as other programs do, keeping what is in a control."""
        for name in names:
            for element in list(self.root.iter(f"{W}{name}")):
                content = element.find(f"{W}sdtContent")
                for child in list(content) if content is not None else ():
                    element.addprevious(child)
                element.getparent().remove(element)

    def saved(self, change: Callable[[dict[str, bytes]], None] | None = None) -> bytes:
        self.parts["word/document.xml"] = etree.tostring(self.root)
        if change:
            change(self.parts)
        return zipped(self.parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()
