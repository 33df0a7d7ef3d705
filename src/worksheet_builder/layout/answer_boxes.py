"""Room for the client: ruled lines, boxes to tick, scales, days, with a form field on each where fields are wanted.

On paper, what is written or ticked is a tag that says so by itself (print fields, ISO 32000-1, 14.8.5.6).
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from ..document import Answer, Day, Lines, Option, Scale, Ticks
from ..foundation.phrases import Phrase
from .boxes import Column, Slab, keep_together, spaced
from .context import Press, stack
from .display_list import Artifact, Box, Field, FieldKind, Ink, Mark, Rule, Text, moved
from .field_metrics import LIFT
from .tag_tree import Attributes, Tag

BOX = 0.98
"""The side of a tick box, in ems of the text beside it."""
BESIDE = 1.75
"""How far the words beside a box are set in, in ems."""
GUTTER = 14.0
"""Space between two columns of boxes, in points."""
UNDER = 2.0
"""Space under the last writing line, in points."""
_PRINTED = {
    FieldKind.LINE: Attributes("PrintField", (("Role", "tv"),)),
    FieldKind.LINES: Attributes("PrintField", (("Role", "tv"),)),
    FieldKind.CHECK: Attributes("PrintField", (("Role", "cb"), ("checked", "off"))),
    FieldKind.RADIO: Attributes("PrintField", (("Role", "rb"), ("checked", "off"))),
}


def answer_slabs(press: Press, answer: Answer, column: Column, tag: Tag) -> list[Slab]:
    """The slabs of one answer."""
    match answer.form:
        case Lines():
            return _lines(press, answer, answer.form, column, tag)
        case Ticks():
            return _ticks(press, answer, answer.form, column, tag)
        case Scale():
            return [_scale(press, answer, answer.form, column, tag)]
        case Day():
            return [_day(press, answer, column, tag)]
        case _:
            assert_never(answer.form)


def _form(press: Press, kind: FieldKind, label: str, tag: Tag) -> tuple[Tag, Mark]:
    """The tag of a field, and the mark of what is drawn for it: on paper the drawing is all there is."""
    if press.fillable:
        return tag.add("Form"), Artifact.LAYOUT
    form = tag.add("Form", attributes=_PRINTED[kind])
    form.alt = label
    return form, form


def _lines(press: Press, answer: Answer, form: Lines, column: Column, tag: Tag) -> list[Slab]:
    if form.lead is None:
        return [ruled(press, answer, form.count, column, tag)]
    if form.count == 1:
        return [_led(press, answer, form.lead, column, tag)]
    lead = press.lines(form.lead, press.look("ink"), column, tag.add("P"), keep=True, before=7.0)
    return keep_together([*lead, ruled(press, answer, form.count, column, tag)])


def ruled(press: Press, answer: Answer, count: int, column: Column, tag: Tag) -> Slab:
    """Writing lines as one slab that can be made again with more of them."""
    label, pitch = answer.label.plain(), press.pitch
    form, mark = _form(press, FieldKind.LINES, label, tag.add("Div"))

    def make(more: int) -> Slab:
        total = count + more
        inks: list[Ink] = [writing_rule(press, column, (index + 1) * pitch, mark) for index in range(total)]
        if press.fillable:
            kind = FieldKind.LINES if total > 1 else FieldKind.LINE
            area = press.typed.area(column.x, pitch, column.width, total)
            inks.append(Field(*area, kind, answer.address, label, form))
        return Slab(total * pitch + UNDER, inks, grow=make, lines=count, pitch=pitch, place=answer.label.place)

    return make(0)


def writing_rule(press: Press, column: Column, y: float, mark: Mark) -> Rule:
    """One line to write on."""
    dotted = press.design.lines == "dotted"
    return Rule(column.x, y, column.width, 0.7, press.palette.line, mark, dotted)


def _led(press: Press, answer: Answer, lead: Phrase, column: Column, tag: Tag) -> Slab:
    """One line that begins with words; when they leave too little room, the line stands under them."""
    look = press.look("ink")
    width = press.setter.width(lead, look.style) + look.style.size * 0.4
    if lead.echo or width > column.width * 0.62:
        words = press.lines(lead, look, column, tag.add("P"), keep=True)
        return stack([*words, ruled(press, answer, 1, column, tag)])
    height = max(press.pitch + UNDER, look.leading)
    rule, room = height - UNDER, column.inset(width)
    line = press.setter.line(lead, look.style)
    words_mark = press.spoken(lead, tag.add("P"))
    inks: list[Ink] = [Text(column.x, rule - LIFT, line.width, line, look.style.size, look.colour, words_mark)]
    inks += _one_line(press, answer, room, rule, tag)
    return Slab(height, inks, place=lead.place)


def _day(press: Press, answer: Answer, column: Column, tag: Tag) -> Slab:
    """A line as long as a day needs, which never becomes two."""
    short = Column(column.x, min(column.width, press.design.day))
    inks = _one_line(press, answer, short, press.pitch, tag)
    return Slab(press.pitch + UNDER, inks, place=answer.label.place)


def _one_line(press: Press, answer: Answer, column: Column, y: float, tag: Tag) -> list[Ink]:
    """The rule of a single line at `y`, with its field."""
    label = answer.label.plain()
    form, mark = _form(press, FieldKind.LINE, label, tag.add("Div"))
    inks: list[Ink] = [writing_rule(press, column, y, mark)]
    if press.fillable:
        inks.append(Field(*press.typed.area(column.x, y, column.width, 1), FieldKind.LINE, answer.address, label, form))
    return inks


def _ticks(press: Press, answer: Answer, form: Ticks, column: Column, tag: Tag) -> list[Slab]:
    whole = tag.add("L", attributes=Attributes.list("None"))
    rows = _rows(press, form, column)
    wide = column if len(rows[0]) == 1 else Column(column.x, (column.width - GUTTER) / 2)
    slabs = [_tick_row(press, answer, form, row, wide, whole) for row in rows]
    if form.other:
        slabs.append(_other(press, answer, form, form.other, column, whole))
    for slab in slabs:
        spaced([slab], 3.5)
    return spaced(keep_together(slabs), 4.0)


def _rows(press: Press, form: Ticks, column: Column) -> list[tuple[Option, ...]]:
    """Two short options to a row where all of them fit and there is no need to hurry the eye; else one."""
    style = press.look("ink").style
    half = (column.width - GUTTER) / 2 - style.size * BESIDE
    short = len(form.options) >= 4 and style.size <= 14
    if short and all(not it.text.echo and press.setter.width(it.text, style) <= half for it in form.options):
        return [form.options[at : at + 2] for at in range(0, len(form.options), 2)]
    return [(option,) for option in form.options]


def _tick_row(press: Press, answer: Answer, form: Ticks, row: tuple[Option, ...], column: Column, whole: Tag) -> Slab:
    merged = Slab(0.0, place=row[0].text.place)
    for index, option in enumerate(row):
        part = Column(column.x + index * (column.width + GUTTER), column.width)
        entry = whole.add("LI")
        top = press.baseline(press.look("ink"))
        merged.inks += _box(press, answer, form, option, part.x, top, entry.add("Lbl"))
        slab = press.block(option.text, press.look("ink"), _beside(press, part), entry.add("LBody"))
        merged.inks += slab.inks
        merged.height = max(merged.height, slab.height)
    return merged


def _beside(press: Press, column: Column) -> Column:
    """The column of the words beside a box."""
    return column.inset(press.look("ink").style.size * BESIDE)


def _box(press: Press, answer: Answer, form: Ticks, option: Option, x: float, base: float, tag: Tag) -> list[Ink]:
    """A box, or a ring where one only can be chosen, on a baseline."""
    kind = FieldKind.CHECK if form.many else FieldKind.RADIO
    text, question = option.text.plain(), answer.label.plain()
    form_tag, mark = _form(press, kind, text, tag)
    side = press.look("ink").style.size * BOX
    x, y = x + 0.6, base - side * 0.86
    radius = 2.0 if form.many else side / 2
    inks: list[Ink] = [Box(x, y, side, side, mark, stroke=press.palette.line, thickness=1.0, radius=radius)]
    if press.fillable:
        name = f"{answer.address}.{option.key if form.many else 'choice'}"
        label = f"{question} {text}"
        inks.append(Field(x, y, side, side, kind, name, label, form_tag, option.key, question))
    return inks


def _other(press: Press, answer: Answer, form: Ticks, other: Phrase, column: Column, whole: Tag) -> Slab:
    """A box whose words the client writes."""
    entry = whole.add("LI")
    label = entry.add("Lbl")
    own = replace(answer, address=f"{answer.address}.other-text", label=other)
    slab = _led(press, own, other, _beside(press, column), entry.add("LBody"))
    first = next(ink for ink in slab.inks if isinstance(ink, Text))
    slab.inks[:0] = _box(press, answer, form, Option("other", other), column.x, first.y, label)
    return slab


def _scale(press: Press, answer: Answer, form: Scale, column: Column, tag: Tag) -> Slab:
    """Numbers in rings across the column, and what the ends mean under them."""
    whole = tag.add("L", attributes=Attributes.list("None"))
    numbers = range(form.lowest, form.highest + 1)
    side = min(press.look("ink").style.size * 2.05, column.width / len(numbers) - 4.0)
    step = (column.width - side) / max(1, len(numbers) - 1)
    slab = Slab(side + 3.0, before=6.0, place=answer.label.place)
    for index, number in enumerate(numbers):
        slab.inks += ring(press, answer, number, column.x + index * step, side, whole)
    ends = _ends(press, form, column, tag)
    for end in ends:
        slab.inks += [moved(ink, 0.0, slab.height) for ink in end.inks]
    slab.height += max((end.height for end in ends), default=0.0)
    return slab


def _ends(press: Press, form: Scale, column: Column, tag: Tag) -> list[Slab]:
    """What the ends of a scale mean, those that are said, each on its own side."""
    look, half, ends = press.look("hint"), column.width / 2 - 8.0, []
    if form.low:
        width = min(half, press.width(form.low, look) + 0.5)
        ends.append(press.block(form.low, look, Column(column.x, width), tag.add("P")))
    if form.high:
        width = min(half, press.width(form.high, look) + 0.5)
        ends.append(press.block(form.high, look, Column(column.x + column.width - width, width), tag.add("P")))
    return ends


def ring(press: Press, answer: Answer, number: int, x: float, side: float, whole: Tag) -> list[Ink]:
    """One number of a scale in its ring, with its top at 0."""
    look, language = press.look("ink"), press.document.language
    entry = whole.add("LI")
    words = replace(answer.label, text=press.number(number), language=language.tag, echo=None)
    line = press.setter.line(words, look.style)
    base = side / 2 + press.setter.height(look.style)[0] * 0.335
    style = (look.style.size, look.colour, entry.add("Lbl"))
    label = press.furniture.chosen.fill(question=answer.label.plain(), number=words.text).plain()
    form, mark = _form(press, FieldKind.RADIO, words.text, entry.add("LBody"))
    inks: list[Ink] = [
        Box(x, 0.0, side, side, mark, stroke=press.palette.line, thickness=1.0, radius=side / 2),
        Text(x + (side - line.width) / 2, base, line.width, line, *style),
    ]
    if press.fillable:
        question = answer.label.plain()
        field = Field(x, 0.0, side, side, FieldKind.RADIO, answer.address, label, form, str(number), question)
        inks.append(field)
    return inks
