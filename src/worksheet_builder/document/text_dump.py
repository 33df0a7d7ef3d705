"""A document as plain text, to compare in a diff and to read in a terminal.

One line for each printed item, indented under its container; marks, such as *stars*, stay as typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from ..foundation.phrases import Phrase
from .nodes import (
    Answer,
    Contents,
    Day,
    Divider,
    Figure,
    Form,
    Group,
    Heading,
    Lines,
    Listing,
    Node,
    Option,
    Paragraph,
    Part,
    Role,
    Scale,
    Spot,
    Table,
    Ticks,
)
from .whole_document import Document

_STEP = "  "


def outline(document: Document) -> str:
    """The whole document as text: a line with id, languages, edition and paper, then header, nodes and footer."""
    output_options, header_footer = document.output_options, document.header_footer
    tags = " with ".join(it.tag for it in (document.language, document.beside) if it)
    made = (tags, output_options.edition.value, output_options.paper.value)
    head = f"{document.id}: {', '.join(made)}{'' if output_options.fillable else ', not fillable'}"
    practice, page, notice = header_footer.practice, header_footer.page, header_footer.notice
    above = [f"header: {_phrase_text(line)}" for line in practice.head()]
    below = [*practice.foot(first=True), *practice.contact, page, *([notice] if notice else [])]
    foot = [f"footer: {_phrase_text(line)}" for line in below]
    return "\n".join([head, *above, *outlined(document.nodes), *foot]) + "\n"


def outlined(nodes: Iterable[Node]) -> Iterator[str]:
    """The lines for sibling nodes; a caption or label with the same words as a paragraph among them is left out."""
    together = tuple(nodes)
    prompts = frozenset(node.text for node in together if isinstance(node, Paragraph))
    for node in together:
        yield from _node(node, prompts)


def _node(node: Node, prompts: frozenset[Phrase]) -> Iterator[str]:
    match node:
        case Heading(level, text, depth, mark):
            yield f"{'#' * (level + depth)} {_phrase_text(text)}{' (with its mark)' if mark else ''}"
        case Paragraph(text, role, after):
            how = f" ({_phrase_text(after)})" if after else ""
            yield _phrase_text(text) if role is Role.BODY else f"{role.value}: {_phrase_text(text)}{how}"
        case Listing(items, ordered):
            marks = (f"{number}." for number in range(1, len(items) + 1)) if ordered else ("-" for _ in items)
            yield from (f"{mark} {_phrase_text(item)}" for mark, item in zip(marks, items, strict=True))
        case Table():
            yield from _table(node, prompts)
        case Answer():
            yield from _answer(node, prompts)
        case Figure():
            yield from _figure(node, prompts)
        case Contents(leads):
            for lead in leads:
                yield f"to {lead.part}: {_phrase_text(lead.title)}"
                yield from _under(_phrase_text(it) for it in (lead.note,) if it)
        case Part(part, title, children):
            yield f"sheet {part}: {_phrase_text(title)}"
            yield from _under(outlined(children))
        case Group(role, children, drawing):
            yield role.value if drawing is None else f"{role.value}, drawn"
            yield from _under(outlined(children))
        case Divider():
            yield "---"
        case _:
            assert_never(node)


def _table(table: Table, prompts: frozenset[Phrase]) -> Iterator[str]:
    yield "table" if table.caption in prompts else f"table: {_phrase_text(table.caption)}"
    for width, name in zip(table.widths, table.header, strict=True):
        yield f"{_STEP}column {width:g}: {_phrase_text(name)}"
    if table.example:
        yield f"{_STEP}example"
        yield from (f"{_STEP * 2}cell: {_phrase_text(cell)}" for cell in table.example)
    for row in table.rows:
        yield f"{_STEP}row"
        for at, cell in enumerate(row):
            if isinstance(cell, Phrase):
                yield f"{_STEP * 2}{'row heading' if table.row_headers and at == 0 else 'cell'}: {_phrase_text(cell)}"
            else:
                yield from _under(_under(_answer(cell, prompts)))


def _figure(figure: Figure, prompts: frozenset[Phrase]) -> Iterator[str]:
    yield f"figure: {_phrase_text(figure.alt)}"
    if figure.scale:
        yield from _under(_answer(figure.scale, prompts))
    for spot in figure.spots:
        yield from _under(_spot(spot, prompts))
    yield from _under(f"under it: {_phrase_text(caption)}" for caption in figure.captions)


def _spot(spot: Spot, prompts: frozenset[Phrase]) -> Iterator[str]:
    number = "" if spot.number is None else f"{spot.number}. "
    yield f"beside it: {number}{_phrase_text(spot.label) if spot.label else ''}".rstrip()
    if spot.room:
        known = prompts | {spot.label} if spot.label else prompts
        yield from _under(_answer(spot.room, known))


def _answer(answer: Answer, prompts: frozenset[Phrase]) -> Iterator[str]:
    """The address and form of an answer, and its label for screen readers if this is not printed beside the field."""
    yield f"answer {answer.address}: {_form(answer.form)}"
    lead = answer.form.lead if isinstance(answer.form, Lines) else None
    if answer.label not in prompts and answer.label != lead:
        yield f"{_STEP}spoken: {_phrase_text(answer.label)}"
    yield from _under(_words(answer.form))


def _form(form: Form) -> str:
    match form:
        case Lines(count):
            return "1 line" if count == 1 else f"{count} lines"
        case Ticks(_, many):
            return "tick any" if many else "tick one"
        case Scale(lowest, highest):
            return f"mark one from {lowest} to {highest}"
        case Day():
            return "a day"
        case _:
            assert_never(form)


def _words(form: Form) -> Iterator[str]:
    """The words that are printed in the form itself."""
    match form:
        case Lines(_, lead):
            yield from (f"{_phrase_text(part)} ___" for part in (lead,) if part)
        case Ticks(options, many, other):
            yield from (_option(option, "[ ]" if many else "( )") for option in options)
            yield from (f"{'[ ]' if many else '( )'} {_phrase_text(part)} ___" for part in (other,) if part)
        case Scale(lowest, highest, low, high, word):
            yield from (f"{at}: {_phrase_text(end)}" for at, end in ((lowest, low), (highest, high)) if end)
            yield from (f"{_phrase_text(part)} ___" for part in (word,) if part)
        case Day():
            pass
        case _:
            assert_never(form)


def _option(option: Option, box: str) -> str:
    return f"{box} {_phrase_text(option.text)} ({option.key})"


def _phrase_text(text: Phrase) -> str:
    said = " / ".join(text.text.split("\n"))
    return f"{said} || {_phrase_text(text.parallel)}" if text.parallel else said


def _under(lines: Iterable[str]) -> Iterator[str]:
    return (f"{_STEP}{line}" for line in lines)
