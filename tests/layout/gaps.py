"""The distances on laid-out pages as a table: what stands above each question, answer, panel and figure, in points.

Distances run from the foot of one box to the top of the next, so that they are those of the grid and not of letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from worksheet_builder.layout.boxes import Box
from worksheet_builder.layout.display_list import FieldOp, RectangleOp, RuleOp, StrokeOp, TextOp
from worksheet_builder.layout.fitting import Layout
from worksheet_builder.layout.pagination import Page
from worksheet_builder.layout.tag_tree import Tag

_HEADINGS = frozenset(("H1", "H2", "H3", "H4"))


@dataclass(frozen=True)
class Gap:
    """What stands on a page, how far under what is before it, and of a question how far above its own answer."""

    kind: str
    page: int
    above: float | None
    """None at the top of a page."""
    answer: float | None
    words: str
    headed: bool = False
    """Whether a heading stands right before it."""

    def line(self) -> str:
        """As a row of a table."""
        above = "top" if self.above is None else f"{self.above:.1f}"
        answer = "" if self.answer is None else f"{self.answer:.1f}"
        kind = f"{self.kind} headed" if self.headed else self.kind
        return f"{kind:15} {self.page} {above:>5} {answer:>4}  {self.words}".rstrip()


def gaps(layout: Layout) -> Iterator[Gap]:
    """Every question, panel, figure and table of a document, in the order of its pages."""
    for number, page in enumerate(layout.pages, 1):
        yield from _on_page(page, number)


def table(layout: Layout) -> str:
    """All distances of a document, one to a line."""
    return "".join(f"{gap.line()}\n" for gap in gaps(layout))


def off_grid(layout: Layout) -> list[str]:
    """The words of each box that does not stand on the grid."""
    step = layout.context.rhythm.step / 2
    tops = [(top, box) for page in layout.pages for top, box in page.tops()]
    return [_words(box) for top, box in tops if abs(top / step - round(top / step)) > 0.01]


def _on_page(page: Page, number: int) -> Iterator[Gap]:
    placed = [(top, box) for top, box in page.tops() if not _is_rule(box)]
    for at, (top, box) in enumerate(placed):
        before = placed[at - 1] if at else None
        kind = _kind(box, before[1] if before else None)
        if kind:
            rule = _rule_over(page, box)
            above = top - before[0] - before[1].height - rule if before else None
            answer = _to_answer(placed, at) if kind == "question" else None
            headed = bool(before) and _tag(placed[at - 1][1]) in _HEADINGS
            yield Gap(kind, number, above, answer, _words(box)[:48], headed)


def _is_rule(box: Box) -> bool:
    """Whether it is a rule over or under a heading."""
    return bool(box.ops) and all(isinstance(op, RuleOp | RectangleOp) for op in box.ops) and not box.grow


def _rule_over(page: Page, box: Box) -> float:
    """The height of a rule that stands right over a box."""
    at = next(at for at, it in enumerate(page.boxes) if it is box)
    return page.boxes[at - 1].height if at and _is_rule(page.boxes[at - 1]) else 0.0


def _kind(box: Box, before: Box | None) -> str:
    if box.ground:
        return (
            "" if before and before.ground and (before.ground is box.ground or _shares_rule(before, box)) else "panel"
        )
    if _tag(box) == "H6":
        return "" if before and _tag(before) == "H6" and _mark(before) is _mark(box) else "question"
    if _tag(box) in ("H2", "H3"):
        return "" if before and _mark(before) is _mark(box) else "section"
    return "figure" if _draws(box) and not (before and _draws(before)) else ""


def _shares_rule(before: Box, box: Box) -> bool:
    """Whether two panels between rules follow each other, with one rule for both."""
    return bool(before.ground and before.ground.rules and box.ground and box.ground.rules)


def _to_answer(placed: list[tuple[float, Box]], at: int) -> float | None:
    """From the last of the words of a question to the first box with room to answer; None where there is none."""
    foot = placed[at][0] + placed[at][1].height
    for top, box in placed[at + 1 :]:
        if any(isinstance(op, FieldOp | StrokeOp) for op in box.ops) or _tag(box) == "TH":
            return top - foot
        if _tag(box) not in ("P", "H6", "Span") or box.ground:
            return None
        foot = top + box.height
    return None


def _draws(box: Box) -> bool:
    return any(isinstance(op, StrokeOp) and isinstance(op.mark, Tag) for op in box.ops)


def _mark(box: Box) -> object:
    return next((op.mark for op in box.ops if isinstance(op, TextOp)), None)


def _tag(box: Box) -> str:
    """The structure type of the first words of a box."""
    mark = _mark(box)
    return mark.kind if isinstance(mark, Tag) else ""


def _words(box: Box) -> str:
    return " ".join(op.line.text.strip() for op in box.ops if isinstance(op, TextOp))
