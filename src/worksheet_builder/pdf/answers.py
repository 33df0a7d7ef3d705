"""Room for the client: ruled lines, boxes to tick, scales, with a form field on each where fields are wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from ..document import Answer, Lines, Option, Scale, Ticks
from ..phrases import Phrase
from .ink import Artifact, Box, Field, FieldKind, Ink, Mark, Rule, Text, moved
from .press import Look, Press, stack
from .slabs import Column, Slab, keep_together, spaced
from .tags import Tag

BOX = 0.98
"""The side of a tick box, in ems of the text beside it."""
GUTTER = 14.0
"""Space between two columns of boxes, in points."""


def answer_slabs(press: Press, answer: Answer, column: Column, tag: Tag) -> list[Slab]:
    """The slabs of one answer."""
    match answer.form:
        case Lines():
            return _lines(press, answer, answer.form, column, tag)
        case Ticks():
            return _ticks(press, answer, answer.form, column, tag)
        case Scale():
            return [_scale(press, answer, answer.form, column, tag)]
        case _:
            assert_never(answer.form)


def text_field(press: Press, answer: Answer, box: tuple[float, float, float, float], many: bool, tag: Tag) -> list[Ink]:
    """A field to type in over the box (x, y, width, height); without fields, a tag that says there is one to fill."""
    x, y, width, height = box
    if not press.fillable:
        return []
    kind = FieldKind.LINES if many else FieldKind.LINE
    return [Field(x, y, width, height, kind, answer.address, answer.label.plain(), tag.add("Form"), pitch=press.pitch)]


def _lines(press: Press, answer: Answer, form: Lines, column: Column, tag: Tag) -> list[Slab]:
    if form.lead is None:
        return [_ruled(press, answer, form.count, column, tag)]
    look = press.look("ink")
    if form.count == 1:
        return [_led(press, answer, form.lead, look, column, tag)]
    lead = press.lines(form.lead, look, column, tag.add("P"), keep=True, before=7.0)
    return keep_together([*lead, _ruled(press, answer, form.count, column, tag)])


def _ruled(press: Press, answer: Answer, count: int, column: Column, tag: Tag) -> Slab:
    """Writing lines as one slab that can be made again with more of them."""
    holder = tag.add("Div") if press.fillable else tag
    children = list(holder.children)

    def make(more: int) -> Slab:
        holder.children[:] = children
        total = count + more
        inks: list[Ink] = [writing_rule(press, column, (index + 1) * press.pitch) for index in range(total)]
        box = (column.x, 2.0, column.width, total * press.pitch - 1.0)
        inks += text_field(press, answer, box, total > 1, holder)
        return Slab(
            total * press.pitch + 2.0, inks, grow=make, lines=count, pitch=press.pitch, place=answer.label.place
        )

    return make(0)


def writing_rule(press: Press, column: Column, y: float) -> Rule:
    """One line to write on."""
    dotted = press.design.lines == "dotted"
    return Rule(column.x, y, column.width, 0.7, press.palette.line, Artifact.LAYOUT, dotted)


def _led(press: Press, answer: Answer, lead: Phrase, look: Look, column: Column, tag: Tag) -> Slab:
    """One line that begins with words; when they leave too little room, the line stands under them."""
    width = press.setter.width(lead, look.style) + look.style.size * 0.4
    if width > column.width * 0.62:
        words = press.lines(lead, look, column, tag.add("P"), keep=True)
        return stack([*words, _ruled(press, answer, 1, column, tag)])
    height = max(press.pitch + 2.0, look.leading)
    line = press.setter.line(lead, look.style)
    base = height - 4.5
    text = Text(column.x, base, line.width, line, look.style.size, look.colour, press.spoken(lead, tag.add("P")))
    room = column.inset(width)
    rule = writing_rule(press, room, height - 2.0)
    box = (room.x, 1.0, room.width, height - 3.5)
    return Slab(height, [text, rule, *text_field(press, answer, box, False, tag)], place=lead.place)


def _ticks(press: Press, answer: Answer, form: Ticks, column: Column, tag: Tag) -> list[Slab]:
    whole = tag.add("L", attributes="<</O/List/ListNumbering/None>>")
    look = press.look("ink")
    rows = _rows(press, form, look, column)
    slabs = [_tick_row(press, answer, form, row, column, whole, len(rows[0]) > 1) for row in rows]
    if form.other:
        slabs.append(_other(press, answer, form, form.other, column, whole))
    return spaced(keep_together([spaced([slab], 3.5)[0] for slab in slabs]), 4.0)


def _rows(press: Press, form: Ticks, look: Look, column: Column) -> list[tuple[Option, ...]]:
    """Two short options to a row where all of them fit and there is no need to hurry the eye; else one."""
    half = (column.width - GUTTER) / 2 - look.style.size * 1.75
    short = all(press.setter.width(option.text, look.style) <= half for option in form.options)
    if short and len(form.options) >= 4 and look.style.size <= 14:
        return [tuple(form.options[at : at + 2]) for at in range(0, len(form.options), 2)]
    return [(option,) for option in form.options]


def _tick_row(
    press: Press, answer: Answer, form: Ticks, row: tuple[Option, ...], column: Column, whole: Tag, paired: bool
) -> Slab:
    wide = (column.width - GUTTER) / 2 if paired else column.width
    merged = Slab(0.0)
    for index, option in enumerate(row):
        part = Column(column.x + index * (wide + GUTTER), wide)
        slab = _tick(press, answer, form, option, part, whole)
        merged.inks += slab.inks
        merged.height = max(merged.height, slab.height)
    merged.place = row[0].text.place
    return merged


def _tick(press: Press, answer: Answer, form: Ticks, option: Option, column: Column, whole: Tag) -> Slab:
    look = press.look("ink")
    entry = whole.add("LI")
    inks = _box(press, answer, form, option.key, option.text, look, column, entry.add("Lbl"))
    slab = press.block(option.text, look, column.inset(look.style.size * 1.75), entry.add("LBody"))
    slab.inks = inks + slab.inks
    return slab


def _box(
    press: Press, answer: Answer, form: Ticks, key: str, text: Phrase, look: Look, column: Column, tag: Tag
) -> list[Ink]:
    side = look.style.size * BOX
    top = press.baseline(look) - side * 0.86
    x = column.x + 0.6
    kind = FieldKind.CHECK if form.many else FieldKind.RADIO
    form_tag = tag.add("Form", attributes=_print_field(kind, press))
    mark: Mark = Artifact.LAYOUT if press.fillable else form_tag
    radius = side / 2 if not form.many else 2.0
    box = Box(x, top, side, side, mark, stroke=press.palette.line, thickness=1.0, radius=radius)
    if not press.fillable:
        form_tag.alt = text.plain()
        return [box]
    name = f"{answer.address}.{key if form.many else 'choice'}"
    label = f"{answer.label.plain()} {text.plain()}"
    field = Field(x, top, side, side, kind, name, label, form_tag, option=key, round=not form.many)
    return [box, field]


def _print_field(kind: FieldKind, press: Press) -> str:
    """A box on paper says what it is (ISO 32000-1, 14.8.5.6)."""
    if press.fillable:
        return ""
    role = {FieldKind.CHECK: "cb", FieldKind.RADIO: "rb"}[kind]
    return f"<</O/PrintField/Role/{role}/checked/off>>"


def _other(press: Press, answer: Answer, form: Ticks, other: Phrase, column: Column, whole: Tag) -> Slab:
    look = press.look("ink")
    entry = whole.add("LI")
    slab = _led(
        press,
        replace(answer, address=f"{answer.address}.other-text", label=other),
        other,
        look,
        column.inset(look.style.size * 1.75),
        entry.add("LBody"),
    )
    text = next(ink for ink in slab.inks if isinstance(ink, Text))
    lift = text.y - press.baseline(look)
    tag = Tag("Lbl")
    entry.children.insert(0, tag)
    inks = _box(press, answer, form, "other", other, look, column, tag)
    slab.inks = [moved(ink, 0.0, lift) for ink in inks] + slab.inks
    return slab


def _scale(press: Press, answer: Answer, form: Scale, column: Column, tag: Tag) -> Slab:
    """Numbers in rings across the column, and what the ends mean under them."""
    look, quiet = press.look("ink"), press.look("hint")
    whole = tag.add("L", attributes="<</O/List/ListNumbering/None>>")
    numbers = range(form.lowest, form.highest + 1)
    side = min(look.style.size * 2.05, column.width / len(numbers) - 4.0)
    step = (column.width - side) / max(1, len(numbers) - 1)
    slab = Slab(0.0, before=6.0, place=answer.label.place)
    for index, number in enumerate(numbers):
        slab.inks += _ring(press, answer, number, column.x + index * step, side, whole)
    top = side + 3.0
    half = Column(column.x, column.width / 2 - 8.0)
    low = press.block(form.low, quiet, half, tag.add("P"))
    high_width = min(half.width, press.setter.width(form.high, quiet.style) + 0.5)
    high = press.block(form.high, quiet, Column(column.x + column.width - high_width, high_width), tag.add("P"))
    slab.inks += [moved(ink, 0.0, top) for ink in (*low.inks, *high.inks)]
    slab.height = top + max(low.height, high.height)
    return slab


def _ring(press: Press, answer: Answer, number: int, x: float, side: float, whole: Tag) -> list[Ink]:
    look = press.look("ink")
    entry = whole.add("LI")
    words = replace(answer.label, text=press.document.language.number(number), language=press.document.language.tag)
    line = press.setter.line(words, look.style)
    ascent = press.setter.height(look.style)[0]
    text = Text(
        x + (side - line.width) / 2,
        side / 2 + ascent * 0.335,
        line.width,
        line,
        look.style.size,
        look.colour,
        entry.add("Lbl"),
    )
    body = entry.add("LBody").add("Form", attributes=_print_field(FieldKind.RADIO, press))
    mark: Mark = Artifact.LAYOUT if press.fillable else body
    ring = Box(x, 0.0, side, side, mark, stroke=press.palette.line, thickness=1.0, radius=side / 2)
    if not press.fillable:
        body.alt = words.text
        return [ring, text]
    label = press.furniture.chosen.fill(question=answer.label.plain(), number=words.text).plain()
    field = Field(x, 0.0, side, side, FieldKind.RADIO, answer.address, label, body, option=str(number), round=True)
    return [ring, text, field]
