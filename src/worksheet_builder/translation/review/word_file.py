"""Files for review in Word: write the strings as tables, and read edited tables back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ...ooxml.table_reader import ReadRow, UnreadableFile, read_file
from ...ooxml.table_writer import Cell, Row, Rows, write_rows
from ...project.language_files import described_languages
from ..review_words import ReviewWords, review_words_of
from .reply import Key, Reply
from .review_sheet import Item, ReviewSheet

NUMBER, ABOUT, ENGLISH, WORDS, BETTER, COMMENT, BACK, REVIEWED = (
    "No.",
    "About",
    "English",
    "Translation",
    "Better translation",
    "Comment",
    "Back into English",
    "Reviewed",
)
_WIDTHS = {NUMBER: 5, ABOUT: 14, ENGLISH: 26, WORDS: 26, BETTER: 24, COMMENT: 14, BACK: 20, REVIEWED: 10}
_FIELDS = {
    NUMBER: "number",
    ABOUT: "about",
    ENGLISH: "english",
    WORDS: "words",
    BETTER: "better",
    COMMENT: "comment",
    BACK: "back",
    REVIEWED: "reviewed",
}
_WHOLE = "I have read every row, and stand for the words as they are or as I have written them."
_ALL = "row-all"
_SIGNS = frozenset("☒☑✓✔✅🗹✗✘×")
_LETTERS = frozenset("xX")
_ANY = "\0"
"""A placeholder for the name of any language."""
_NO_TICK = " \u00a0\n[]()_☐□⬜\ufe0e\ufe0f"
"""Characters that may surround a tick, or are left in a box that is not ticked."""


def to_word(sheets: Sequence[ReviewSheet], back: bool = False) -> bytes:
    """The sheets of one language as a DOCX; with `back` there is a column for a translation back into English."""
    language = sheets[0].language
    columns = tuple(name for name in _WIDTHS if name != BACK or back)
    sections = tuple((sheet.title, tuple(_row(item, sheet, columns) for item in sheet.items)) for sheet in sheets)
    words = review_words_of(language.tag)
    title = f"{language.english_name} ({language.name}): translation to review"
    widths = tuple(_WIDTHS[name] for name in columns)
    heads = tuple(_head(name, words) for name in columns)
    if not words.steps:
        said = _introduction(language.english_name, back)
        return write_rows(Rows(title, said, _WHOLE, heads, widths, sections, language))
    said = (*words.steps, *([words.back_step] if back else []))
    return write_rows(
        Rows(words.title or title, said, words.whole or _WHOLE, heads, widths, sections, language, own=True)
    )


def _head(name: str, words: ReviewWords) -> str:
    """The head of a column in the language of the reviewer, and under it the English one, by which it is read back."""
    own: str = getattr(words, _FIELDS[name])
    return f"{own}\n{name}" if own else name


def _introduction(name: str, back: bool) -> tuple[str, ...]:
    """The English instructions for a reviewer who reads English and the language of that name."""
    return (
        f"Thank you for reading this {name} translation. The words are for people whom healthcare has hurt, so they "
        "should be plain, warm and exact. You need nothing but this file.",
        f"1. Read the English and the {name} in each row. If the {name} is good, write nothing.",
        f"2. If it is not, write the whole text as it should be under ‘{BETTER}’. Leave the column ‘{WORDS}’ alone.",
        f"3. Under ‘{COMMENT}’ you can say why, or ask. Comments in the margin and tracked changes are read too.",
        "4. Words in curly brackets, such as {minutes}, are filled in by the computer: keep them as they are. Stars "
        "around words, as in *this*, make them stand out: put them around the same words.",
        f"5. Tick ‘{REVIEWED}’ in each row that you stand for, or the box below for all rows.",
        *([f"6. Under ‘{BACK}’ write what the {name} says, without looking at the English."] if back else []),
        "Do not delete rows or columns. Save the file as a Word document and send it back.",
    )


def _row(item: Item, sheet: ReviewSheet, columns: tuple[str, ...]) -> Row:
    language = sheet.language
    about = (line.removeprefix(f"{sheet.title} · ") for line in (*item.about, item.standing))
    cells = {
        NUMBER: Cell(str(item.number), number=True),
        ABOUT: Cell("\n".join(about), small=True),
        ENGLISH: Cell(item.unit.phrase.text),
        WORDS: Cell(item.unit.words, language),
        BETTER: Cell("", language),
        REVIEWED: Cell(tick=True),
    }
    return Row(str(item.key), tuple(cells.get(name, Cell()) for name in columns))


def from_word(data: bytes) -> tuple[Reply, ...]:
    """Read the rows of a DOCX, in their order; raises `table_reader.UnreadableFile`."""
    file = read_file(data)
    whole, _ = _tick(file.controls.get(_ALL, ""))
    heads = [_names(row) for table in file.tables for row in table if _is_head(row)]
    tables = [[*_replies(table, heads, whole)] for table in file.tables]
    for before, style, said in file.between:
        if not _is_our_own(style, said):
            _add_comment(tables, before, said)
    return tuple(reply for replies in tables for reply in replies)


def _add_comment(tables: list[list[Reply]], before: int, said: str) -> None:
    """Add text from between the tables to the comment of the row before it, or of the first row if there is none."""
    earlier = [replies for replies in tables[:before] if replies]
    if earlier:
        earlier[-1][-1] = _commented(earlier[-1][-1], said)
    elif later := next(filter(None, tables), None):
        later[0] = _commented(later[0], said)


def _commented(reply: Reply, *said: str) -> Reply:
    """The reply with more texts in its comment, one on each line."""
    return replace(reply, comment="\n".join(filter(None, (reply.comment, *said))))


def _is_our_own(style: str, said: str) -> bool:
    """Whether a paragraph outside of the tables is a title or an instruction that was sent out."""
    return style.startswith(("Title", "Heading")) or _instructions().fullmatch(_plain(said)) is not None


@cache
def _instructions() -> re.Pattern[str]:
    """A pattern for the instructions that files of all languages contain, in the form that `_plain` gives."""
    lines = {_WHOLE, *_introduction(_ANY, True)}
    for words in map(review_words_of, described_languages()):
        lines |= {*words.steps, words.back_step, words.whole}
    return re.compile("|".join(".+".join(map(_plain, line.split(_ANY))) for line in sorted(lines)))


def _plain(said: str) -> str:
    """The letters and digits only: office programs change quotes and spaces, and a tick precedes the last line."""
    return "".join(it for it in said if it.isalnum())


def _is_head(row: ReadRow) -> bool:
    return ENGLISH in _names(row) and BETTER in _names(row)


def _names(row: ReadRow) -> tuple[str, ...]:
    """The English heads of the columns, the last line of each cell."""
    return tuple(cell.strip().rpartition("\n")[2].strip() for cell in row.cells)


def _replies(table: tuple[ReadRow, ...], heads: list[tuple[str, ...]], whole: bool) -> Iterator[Reply]:
    if not any(Key.find(name) for row in table for name in row.names) and not any(map(_is_head, table)):
        return
    columns = next((_names(row) for row in table if _is_head(row)), None) or _columns(table, heads)
    for row in table:
        if _is_head(row):
            columns = _names(row)
        elif any(row.cells):
            merged = any(columns[at] in (WORDS, BETTER) for at in row.merged if at < len(columns))
            reply = _reply(row, dict(zip(columns, row.cells, strict=False)), whole)
            yield replace(_commented(reply, *_beside(row, columns)), merged=merged)


def _beside(row: ReadRow, columns: tuple[str, ...]) -> Iterator[str]:
    """The texts in columns that the reviewer added; none if a column that was sent is missing, as it may be renamed."""
    if set(columns) >= set(_WIDTHS) - {BACK}:
        names = (*columns, *("" for _ in row.cells[len(columns) :]))
        yield from (cell for name, cell in zip(names, row.cells, strict=False) if name not in _WIDTHS)


def _columns(table: tuple[ReadRow, ...], heads: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The column names of a table without a head row: those of another table, or those that are sent.

    Raises UnreadableFile if columns are missing too.
    """
    count = max(len(row.cells) for row in table)
    sent = (tuple(name for name in _WIDTHS if name != BACK), tuple(_WIDTHS))
    if found := next((names for names in (*heads, *sent) if len(names) == count), None):
        return found
    sentence = "The row with the names of the columns is gone, and columns are too."
    raise UnreadableFile(sentence, f"Write the names above their columns again, such as ‘{ENGLISH}’ and ‘{BETTER}’.")


def _reply(row: ReadRow, cells: dict[str, str], whole: bool) -> Reply:
    ticked, beside = _tick(cells.get(REVIEWED, ""))
    comment = "\n".join(filter(None, (cells.get(COMMENT, ""), beside, *row.comments)))
    return Reply(
        f"row {cells.get(NUMBER) or '?'}",
        next((key for name in row.names if (key := Key.find(name))), None),
        cells.get(ENGLISH, ""),
        cells.get(WORDS, ""),
        cells.get(BETTER, ""),
        comment,
        cells.get(BACK, ""),
        whole or ticked,
        emptied=WORDS in cells and not cells[WORDS],
    )


def _tick(text: str) -> tuple[bool, str]:
    """Whether a box is ticked, and what else is written there; a word such as ‘yes’ is no tick, as it is ambiguous."""
    plain = text.strip(_NO_TICK)
    ticked = plain in _LETTERS or plain[:1] in _SIGNS
    return ticked, plain[1:].strip(_NO_TICK) if ticked else plain
