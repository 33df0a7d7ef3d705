"""Boxes for answers: writing lines, tick boxes, scales and dates, with a form field on each in a fillable document.

In a document for paper, the drawing itself has a tag with print field attributes (ISO 32000-1, 14.8.5.6).
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from ..document import Answer, Day, Lines, Option, Scale, Ticks, field_names
from ..document.measures import beside_each_other
from ..foundation.phrases import Phrase
from ..foundation.problems import Problem
from .begun_text import begun_lines, written
from .boxes import Box, Column, keep_together, spaced
from .context import LayoutContext, stack
from .display_list import Artifact, DrawOp, FieldKind, FieldOp, RectangleOp, TextOp, moved
from .field_marks import crossed, field_tag
from .field_metrics import LIFT
from .tag_tree import Attributes, Tag
from .writing_lines import writing_room, writing_rule

BOX = 0.98
"""The side of a tick box, in ems of the text beside it."""
BESIDE = 1.75
"""The indent of the words beside a tick box, in ems."""
GUTTER = 14.0
"""Space between two columns of boxes, in points."""
_EDGE = 1.0
"""The height in points that the outline of a ring adds; at the closest density the ring is smaller by as much."""
_UNDER = 2.5
"""Points that rings are smaller and lower where lines stand closest, so that no letter above touches them."""
_WORD = 5.0
"""The least length of a line for one word, as a multiple of the side of a ring."""
_TOGETHER = 2
"""The least number of rows of options on each side of a page break if `sparing`; otherwise options are not cut."""


def answer_boxes(context: LayoutContext, answer: Answer, column: Column, tag: Tag) -> list[Box]:
    """The boxes of one answer."""
    match answer.form:
        case Lines():
            return _line_boxes(context, answer, answer.form, column, tag)
        case Ticks():
            return _ticks(context, answer, answer.form, column, tag)
        case Scale():
            return [_scale(context, answer, answer.form, column, tag)]
        case Day():
            return [_day(context, answer, column, tag)]
        case _:
            assert_never(answer.form)


def _line_boxes(context: LayoutContext, answer: Answer, form: Lines, column: Column, tag: Tag) -> list[Box]:
    if form.lead is None:
        return [ruled(context, answer, form.count, column, tag)]
    if form.count == 1:
        return [_led(context, answer, form.lead, column, tag)]
    lead = context.lines(
        form.lead, context.line_style("ink"), column, tag.add("P"), keep=True, before=context.rhythm.answer
    )
    return keep_together([*lead, ruled(context, answer, form.count, column, tag)])


def ruled(context: LayoutContext, answer: Answer, count: int, column: Column, tag: Tag) -> Box:
    """The box of `count` writing lines, or fewer if `sparing`; its `grow` makes it again with more of them."""
    label, pitch, count = context.said(answer), context.pitch, context.room(count)
    form, mark = field_tag(context, FieldKind.LINES, label, tag.add("Div"), context.begun(answer.address))
    begun = begun_lines(context, answer.address, column, pitch, mark)
    count = max(count, len(begun))

    def make(more: int) -> Box:
        total = count + more
        ops = writing_room(context, column, total, mark)
        if context.fillable:
            area = context.field_metrics.room(column.x, pitch, column.width, total)
            ops.append(written(FieldOp(*area, FieldKind.LINES, answer.address, label, form), context, begun))
        else:
            ops += [moved(op, 0.0, 0.0) for op in begun]
        return Box(total * pitch, ops, grow=make, lines=count, pitch=pitch, place=answer.label.place)

    return make(0)


def _led(context: LayoutContext, answer: Answer, lead: Phrase, column: Column, tag: Tag) -> Box:
    """The box of one writing line after the words `lead`; if they leave too little room, the line is below them."""
    line_style = context.line_style("ink")
    width = context.setter.width(lead, line_style.style) + line_style.style.size * 0.4
    if lead.parallel or width > column.width * 0.62 or _overflows(context, answer, column.inset(width)):
        words = context.lines(lead, line_style, column, tag.add("P"), keep=True)
        return stack([*words, ruled(context, answer, 1, column, tag)])
    height = max(context.pitch, line_style.leading)
    rule, room = height, column.inset(width)
    line = context.setter.line(lead, line_style.style)
    words_mark = context.spoken(lead, tag.add("P"))
    ops: list[DrawOp] = [
        TextOp(column.x, rule - LIFT, line.width, line, line_style.style.size, line_style.colour, words_mark)
    ]
    ops += _one_line(context, answer, room, rule, tag)
    return Box(height, ops, place=lead.place)


def _overflows(context: LayoutContext, answer: Answer, room: Column) -> bool:
    """Whether the begun answer needs more than one line."""
    return len(begun_lines(context, answer.address, room, 0.0, Artifact.LAYOUT)) > 1


def _day(context: LayoutContext, answer: Answer, column: Column, tag: Tag) -> Box:
    """The box of a writing line as long as a date needs; it cannot grow."""
    short = Column(column.x, min(column.width, context.design.day))
    ops = _one_line(context, answer, short, context.pitch, tag)
    return Box(context.pitch, ops, place=answer.label.place)


def _one_line(context: LayoutContext, answer: Answer, column: Column, y: float, tag: Tag) -> list[DrawOp]:
    """The rule of a single writing line at `y`, with its field; a begun answer of several lines becomes a problem."""
    label = context.said(answer)
    form, mark = field_tag(context, FieldKind.LINE, label, tag.add("Div"), context.begun(answer.address))
    ops: list[DrawOp] = [writing_rule(context, column, y, mark)]
    begun = begun_lines(context, answer.address, column, y, mark)
    if len(begun) > 1:
        sentence = f"What is begun in ‘{answer.address}’ is longer than its line."
        context.setter.problems.append(Problem(None, sentence, "Begin it with fewer words."))
    if context.fillable:
        area = context.field_metrics.line(column.x, y, column.width)
        ops.append(written(FieldOp(*area, FieldKind.LINE, answer.address, label, form), context, begun))
    return ops if context.fillable else [*ops, *begun]


def _ticks(context: LayoutContext, answer: Answer, form: Ticks, column: Column, tag: Tag) -> list[Box]:
    whole = tag.add("L", attributes=Attributes.list("None"))
    rows = _rows(context, form, column)
    half = Column(column.x, (column.width - GUTTER) / 2)
    paired = all(len(row) == 2 for row in rows[:-1]) and len(rows[0]) == 2
    boxes = [_tick_row(context, answer, form, row, half if paired or len(row) == 2 else column, whole) for row in rows]
    if form.other:
        boxes.append(_other(context, answer, form, form.other, column, whole))
    for box in boxes[1:]:
        spaced([box], context.rhythm.row)
    together = keep_together(boxes)
    if context.sparing:
        for box in together[_TOGETHER - 1 : -_TOGETHER]:
            box.keep = False
    return together


def _rows(context: LayoutContext, form: Ticks, column: Column) -> list[tuple[Option, ...]]:
    """The options in rows: two short ones to a row if all are short, or if `sparing`; otherwise one to a row."""
    style = context.line_style("ink").style
    half = (column.width - GUTTER) / 2 - style.size * BESIDE
    short = beside_each_other(form, style.size, lambda words: context.setter.width(words, style) <= half)
    if not all(short) and not context.sparing:
        return [(option,) for option in form.options]
    rows: list[tuple[Option, ...]] = []
    at = 0
    while at < len(form.options):
        step = 2 if all(short[at : at + 2]) else 1
        rows.append(form.options[at : at + step])
        at += step
    return rows


def _tick_row(
    context: LayoutContext, answer: Answer, form: Ticks, row: tuple[Option, ...], column: Column, whole: Tag
) -> Box:
    merged = Box(0.0, place=row[0].text.place)
    for index, option in enumerate(row):
        part = Column(column.x + index * (column.width + GUTTER), column.width)
        entry = whole.add("LI")
        top = context.baseline(context.line_style("ink"))
        merged.ops += _box(context, answer, form, option, part.x, top, entry.add("Lbl"))
        box = context.block(option.text, context.line_style("ink"), _beside(context, part), entry.add("LBody"))
        merged.ops += box.ops
        merged.height = max(merged.height, box.height)
    return merged


def _beside(context: LayoutContext, column: Column) -> Column:
    """The column of the words beside a tick box."""
    return column.inset(context.line_style("ink").style.size * BESIDE)


def _box(
    context: LayoutContext, answer: Answer, form: Ticks, option: Option, x: float, base: float, tag: Tag
) -> list[DrawOp]:
    """A tick box, or a ring if only one option can be chosen, on the baseline `base`, with its field."""
    kind = FieldKind.CHECK if form.many else FieldKind.RADIO
    text, question = option.text.plain(), context.said(answer)
    begun = context.begun(field_names.mark(answer.address, option.key))
    form_tag, mark = field_tag(context, kind, text, tag, begun)
    side = context.line_style("ink").style.size * BOX
    x, y = x + 0.6, base - side * 0.86
    radius = 2.0 if form.many else side / 2
    ops: list[DrawOp] = [
        RectangleOp(x, y, side, side, mark, stroke=context.palette.border, thickness=1.0, radius=radius)
    ]
    if context.fillable:
        name = field_names.mark(answer.address, option.key) if form.many else field_names.choice(answer.address)
        label = f"{question} {text}"
        ops.append(FieldOp(x, y, side, side, kind, name, label, form_tag, option.key, question, begun))
    return ops if context.fillable or not begun else [*ops, crossed(context, x, y, side, mark)]


def _other(context: LayoutContext, answer: Answer, form: Ticks, other: Phrase, column: Column, whole: Tag) -> Box:
    """The box of a tick box with a writing line for the client's own words."""
    entry = whole.add("LI")
    label = entry.add("Lbl")
    own = replace(answer, address=field_names.other_words(answer.address), label=other)
    box = _led(context, own, other, _beside(context, column), entry.add("LBody"))
    first = next(op for op in box.ops if isinstance(op, TextOp))
    box.ops[:0] = _box(context, answer, form, Option(field_names.OTHER, other), column.x, first.y, label)
    return box


def _scale(context: LayoutContext, answer: Answer, form: Scale, column: Column, tag: Tag) -> Box:
    """The box of a scale: its numbers in rings across the column, and below them the meaning of its ends."""
    whole = tag.add("L", attributes=Attributes.list("None"))
    numbers = form.numbers
    least = context.rhythm.up(context.line_style("ink").style.size * 1.95) - (_EDGE if context.closest else 0.0)
    row, room = _beside_word(context, form, column, least)
    high = min(least, row.width / len(numbers) - 4.0)
    tight = context.sparing > 0 or context.closest
    under = _UNDER if tight else 0.0
    side = high - under
    step = (row.width - side) / max(1, len(numbers) - 1)
    box = Box(context.rhythm.up(high + _EDGE), place=answer.label.place)
    for index, number in enumerate(numbers):
        drawn = ring(context, answer, number, row.x + index * step, side, whole)
        box.ops += [moved(op, 0.0, under) for op in drawn]
    ends = _ends(context, form, row, tag)
    if form.word and room:
        ends.append(context.block(form.word, context.line_style("hint"), room, tag.add("P")))
        box.ops += _one_line(context, _word(answer, form.word), room, high, tag)
    for end in ends:
        box.ops += [moved(op, 0.0, box.height) for op in end.ops]
    box.height += max((end.height for end in ends), default=0.0)
    if form.word and room is None:
        box = stack([box, _led(context, _word(answer, form.word), form.word, column, tag)])
    air = 0.0 if tight else context.rhythm.step
    return replace(box, height=box.height + air, ops=[moved(op, 0.0, air) for op in box.ops])


def _word(answer: Answer, label: Phrase) -> Answer:
    """The answer for a word that is written in place of a number."""
    return Answer(field_names.word(answer.address), label, Lines(1))


def _beside_word(context: LayoutContext, form: Scale, column: Column, side: float) -> tuple[Column, Column | None]:
    """The column of the numbers, and that of the word beside them, None if there is no word or too little room."""
    if form.word is None:
        return column, None
    wide = len(form.numbers) * (side + 4.0)
    rest = column.width - wide - GUTTER
    if rest < max(_WORD * side, context.width(form.word, context.line_style("hint"))):
        return column, None
    return Column(column.x, wide), Column(column.x + wide + GUTTER, rest)


def _ends(context: LayoutContext, form: Scale, column: Column, tag: Tag) -> list[Box]:
    """The boxes with the meaning of the low end and the high end of a scale, if they have any, each on its side."""
    line_style, half, ends = context.line_style("hint"), column.width / 2 - 8.0, []
    if form.low:
        width = min(half, context.width(form.low, line_style) + 0.5)
        ends.append(context.block(form.low, line_style, Column(column.x, width), tag.add("P")))
    if form.high:
        width = min(half, context.width(form.high, line_style) + 0.5)
        ends.append(context.block(form.high, line_style, Column(column.x + column.width - width, width), tag.add("P")))
    return ends


def ring(context: LayoutContext, answer: Answer, number: int, x: float, side: float, whole: Tag) -> list[DrawOp]:
    """The operations for one number of a scale in a ring of `side` points, its top at y = 0, with its field."""
    line_style = context.line_style("ink")
    entry = whole.add("LI")
    line = context.number_line(number, line_style, answer.label)
    base = side / 2 + context.setter.height(line_style.style)[0] * 0.335
    style = (line_style.style.size, line_style.colour, entry.add("Lbl"))
    question, label = context.said(answer), context.chosen(answer, number)
    begun = context.begun(field_names.mark(answer.address, str(number)))
    form, mark = field_tag(context, FieldKind.RADIO, label, entry.add("LBody"), begun)
    thick = 3.0 if begun and not context.fillable else 1.0
    colour = context.palette.ink if thick > 1 else context.palette.border
    ops: list[DrawOp] = [
        RectangleOp(x, 0.0, side, side, mark, stroke=colour, thickness=thick, radius=side / 2),
        TextOp(x + (side - line.width) / 2, base, line.width, line, *style),
    ]
    if context.fillable:
        name = field_names.choice(answer.address)
        field = FieldOp(x, 0.0, side, side, FieldKind.RADIO, name, label, form, str(number), question, begun)
        ops.append(field)
    return ops
