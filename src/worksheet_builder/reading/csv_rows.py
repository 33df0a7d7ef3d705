"""Read a table as CSV (RFC 4180), each cell with its place; semicolons or tabs, as Excel writes, may separate cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..foundation.problems import Place, Problem, refuse_if
from ..foundation.records import record

_SEPARATORS = ",;\t"
_OPEN = "A quotation mark opens here and is never closed."
_CLOSE = "Close it, or write it twice to have it in the text."


@record
class CsvCell:
    """The text of a cell, and where it begins."""

    text: str
    place: Place


def read_rows(text: str, file: str) -> list[list[CsvCell]]:
    """The rows that are not empty; raises Refused if a cell begins with a quotation mark and does not end with one."""
    problems: list[Problem] = []
    rows: list[list[CsvCell]] = [[]]
    for cell, ends in _cells(text, file, problems):
        rows[-1].append(cell)
        if ends:
            rows.append([])
    refuse_if(problems)
    return [row for row in rows if any(cell.text for cell in row)]


def _cells(text: str, file: str, problems: list[Problem]) -> Iterator[tuple[CsvCell, bool]]:
    """Each cell, and whether its row ends with it."""
    separator = _separator(text)
    cell = re.compile(rf'"((?:[^"]|"")*)"(?=[{separator}\r\n]|$)|([^{separator}\r\n]*)')
    at, line, start = 0, 1, 0
    while at < len(text):
        found = cell.match(text, at)
        assert found is not None  # the second half of the pattern matches an empty text, too
        place = Place(file, line, at - start + 1)
        quoted, plain = found.groups()
        if quoted is None and plain.startswith('"'):
            problems.append(Problem(place, _OPEN, _CLOSE))
        yield CsvCell((plain if quoted is None else quoted.replace('""', '"')).strip(), place), _ends(text, found.end())
        at = found.end() + (2 if text[found.end() : found.end() + 2] == "\r\n" else 1)
        if breaks := text.count("\n", place_start := found.start(), at):
            line, start = line + breaks, text.rfind("\n", place_start, at) + 1


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or text[at] in "\r\n"


def _separator(text: str) -> str:
    """The separator that occurs most often in the first line."""
    head = text.split("\n", 1)[0]
    return max(_SEPARATORS, key=head.count)
