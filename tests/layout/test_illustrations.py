"""A drawing beside words alone gives way before a sheet takes a page more; the words, and other drawings, never do."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from worksheet_builder.definitions.blocks import ComposeContext
from worksheet_builder.document import Group, GroupRole
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.layout.context import LayoutContext
from worksheet_builder.layout.display_list import StrokeOp, TextOp
from worksheet_builder.layout.fitting import Layout
from worksheet_builder.reading.block_examples import Example
from worksheet_builder.reading.loader import read_common

from ..docx.samples import PLAIN, english

WORDS = "A tree stands by the water, and nobody asks anything of you there. " * 2
PROSE = f"  - prose: there\n    drawing: rest-under-a-tree\n    text: {WORDS}\n"
SECTION = f"  - section: there\n    title: A place\n    drawing: rest-under-a-tree\n    text: {WORDS}\n"
NEXT = f"  - until-next-time: there\n    drawing: rest-under-a-tree\n    text: {WORDS}\n"
TICKED = "  - pictured: there\n    reply: tick\n    drawings: {one: rest-under-a-tree}\n    entries: {one: A tree.}\n"


def laid_out(yaml: str, sparing: int, *, pictures: bool = True) -> tuple[list[float], str]:
    """The heights of what is drawn, and the words, of a block where so many steps of room are given up."""
    sheet = ComposeContext("sheet", read_common(), pictures=pictures)
    blocks = Example("any", "", yaml, "", Path("any.md")).blocks()
    nodes = tuple(Group(GroupRole.BLOCK, block.compose(sheet)) for block in blocks)
    layout = Layout.of(LayoutContext(replace(english(), nodes=nodes), PLAIN, density=3, sparing=sparing))
    ops = [op for box in layout.boxes for op in box.ops]
    drawn = [op.height for op in ops if isinstance(op, StrokeOp) and len(op.strokes) > 3]
    return drawn, " ".join(op.line.text.strip() for op in ops if isinstance(op, TextOp))


@pytest.mark.parametrize("yaml", [PROSE, SECTION, NEXT])
def test_beside_words_it_gives_way_step_by_step(yaml: str) -> None:
    ((usual,), words), ((smaller,), same), (none, also) = (laid_out(yaml, sparing) for sparing in range(3))
    assert none == [] and 0 < smaller < usual
    assert words == same == also and WORDS.strip() in words


def test_beside_a_single_line_it_can_still_be_made_out() -> None:
    (drawn,), _ = laid_out("  - prose: there\n    drawing: candle\n    text: A light.\n", 1)
    assert drawn >= 40.0


def test_beside_what_is_answered_it_stays() -> None:
    assert len({laid_out(TICKED, sparing)[0][0] for sparing in range(3)}) == 1


def test_a_sheet_without_pictures_has_the_words_alone() -> None:
    assert laid_out(PROSE, 0, pictures=False) == ([], WORDS.strip())


@pytest.mark.parametrize("yaml", [PROSE, SECTION, NEXT])
def test_a_drawing_that_there_is_not_is_told(yaml: str) -> None:
    with pytest.raises(Refused, match="no drawing ‘rest-under-a-tre’"):
        laid_out(yaml.replace("a-tree", "a-tre"), 0)


EASY = "  - pictured: there\n    reply: tick\n    drawings: {one: look, two: stop-board, three: signs-to-point-at}\n"
EASY += "    entries: {one: Look., two: Stop., three: Sit.}\n"


def test_in_easy_read_rows_are_alike_whatever_is_drawn() -> None:
    sheet = ComposeContext("sheet", read_common())
    nodes = tuple(
        Group(GroupRole.BLOCK, block.compose(sheet)) for block in Example("any", "", EASY, "", Path("any.md")).blocks()
    )
    document = replace(english(), nodes=nodes, easy_read=True)
    layout = Layout.of(LayoutContext(document, PLAIN))
    (page,) = layout.pages
    unit = layout.context.unit
    drawn = [(y + op.y, op) for y, box in page.tops() for op in box.ops if isinstance(op, StrokeOp)]
    middles = [y + op.height / 2 for y, op in drawn]
    words = [y + op.y for y, box in page.tops() for op in box.ops if isinstance(op, TextOp)]
    assert max(op.height for _, op in drawn) <= 76 * unit + 0.01
    apart = [after - before for before, after in pairwise(middles)]
    assert max(apart) - min(apart) <= 2 * layout.context.rhythm.step, "rows are equally high, but for a tall drawing"
    assert [word - middle for word, middle in zip(words, middles, strict=True)] == pytest.approx([5.0] * 3, abs=4.0)
    pens = {op.unit for _, op in drawn}
    assert min(pens) >= 0.8 * unit and max(pens) <= unit
