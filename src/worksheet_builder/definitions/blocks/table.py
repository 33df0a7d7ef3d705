"""A table to fill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Annotated, ClassVar

from ... import document
from ...document import Answer, Cell, Lines, Node
from ...foundation.phrases import Phrase, run_on
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, Hint, NewPage, Prompt, asked, count_problems, range_problems


@record
class TableBlock:
    """A table to fill: named columns, and rows that are named, blank, or both."""

    kind: ClassVar[str] = "table"
    id: str
    place: Place
    prompt: Prompt
    columns: Annotated[Mapping[str, Phrase], "Two to four, each as ‘name: heading’, with one to five words."]
    hint: Hint = None
    rows: Annotated[Mapping[str, Phrase], "Rows that have names, up to seven, each as ‘name: text’."] = field(
        default_factory=dict
    )
    row_heading: Annotated[Phrase | None, "The heading over the names of the rows; goes with ‘rows’."] = None
    blank_rows: Annotated[int, "How many rows without names: 0 to 12."] = 0
    lines: Annotated[int, "How many lines in each box: 1 to 6, 2 if left out."] = 2
    example: Annotated[Mapping[str, Phrase], "A row as somebody might fill it, each column as ‘name: text’."] = field(
        default_factory=dict
    )
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """Up to four columns, at least two with that of row names; one row or more, up to seven named, twelve blank."""
        if not 1 <= len(self.columns) <= 4 or len(self.columns) + bool(self.rows) < 2:
            yield Problem(
                self.place,
                f"The table has {len(self.columns)} columns.",
                "Give it two to four, so that there is room to write in each.",
            )
        yield from range_problems(self.place, "lines", self.lines, 1, 6)
        yield from range_problems(self.place, "blank_rows", self.blank_rows, 0, 12)
        yield from count_problems(self.place, "rows", self.rows, 0)
        if not self.rows and not self.blank_rows:
            yield Problem(self.place, "The table has no rows.", "Give ‘rows’ with names, or ‘blank_rows: 4’.")
        if self.rows and not self.row_heading:
            yield Problem(
                self.place,
                "The column with the names of the rows has no heading.",
                "Add ‘row_heading’, so that a screen reader can say what the names are.",
            )
        if self.example and set(self.example) != set(self.columns):
            sentence = "The example does not fill just the columns of the table."
            yield Problem(self.place, sentence, f"Write a text under ‘example’ for each of: {', '.join(self.columns)}.")

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, then the table; the names of rows take a little less room than the answers."""
        named = self.row_heading is not None and bool(self.rows)
        lead = (self.row_heading,) if named and self.row_heading else ()
        rows = [self._row(sheet, key, name) for key, name in self.rows.items()]
        rows += [self._blank_row(sheet, number, named) for number in range(1, self.blank_rows + 1)]
        return (
            *asked(self.prompt, self.hint),
            document.Table(
                caption=self.prompt,
                header=(*lead, *self.columns.values()),
                rows=tuple(rows),
                widths=((0.8,) if named else ()) + (1.0,) * len(self.columns),
                row_headers=named,
                example=self._example(sheet, named) if self.example and sheet.examples else (),
            ),
        )

    def _example(self, sheet: ComposeContext, named: bool) -> tuple[Phrase, ...]:
        """The example row; its first cell says that it is an example."""
        label = sheet.common.example
        first, *others = (self.example[key] for key in self.columns)
        return (label, first, *others) if named else (run_on(label, first, like=first), *others)

    def _row(self, sheet: ComposeContext, key: str, name: Phrase) -> tuple[Cell, ...]:
        return (name, *(self._cell(sheet, key, column, name) for column in self.columns))

    def _blank_row(self, sheet: ComposeContext, number: int, named: bool) -> tuple[Cell, ...]:
        """A row without a name; its addresses are unique, since no author can write an id like `_blank-1`."""
        key = f"_blank-{number}"
        name = sheet.common.row.fill(number=str(number))
        columns = [self._cell(sheet, key, column, name) for column in self.columns]
        if named and self.row_heading:
            label = sheet.common.cell.fill(column=self.row_heading, row=name)
            columns.insert(0, Answer(sheet.field(self.id, key, "_name"), label, Lines(self.lines)))
        return tuple(columns)

    def _cell(self, sheet: ComposeContext, row: str, column: str, row_name: Phrase) -> Answer:
        label = sheet.common.cell.fill(column=self.columns[column], row=row_name)
        return Answer(sheet.field(self.id, row, column), label, Lines(self.lines))
