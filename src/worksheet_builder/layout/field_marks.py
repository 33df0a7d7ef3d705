"""The tag of a field, and what stands for it on paper: a drawing that says by itself whether it is marked."""

from __future__ import annotations

from .context import LayoutContext
from .display_list import Artifact, FieldKind, Mark, RectangleOp
from .tag_tree import Attributes, Tag

_PRINTED = {
    FieldKind.LINE: Attributes("PrintField", (("Role", "tv"),)),
    FieldKind.LINES: Attributes("PrintField", (("Role", "tv"),)),
    FieldKind.CHECK: Attributes("PrintField", (("Role", "cb"), ("checked", "off"))),
    FieldKind.RADIO: Attributes("PrintField", (("Role", "rb"), ("checked", "off"))),
}
_MARKED = {
    FieldKind.CHECK: Attributes("PrintField", (("Role", "cb"), ("checked", "on"))),
    FieldKind.RADIO: Attributes("PrintField", (("Role", "rb"), ("checked", "on"))),
}


def field_tag(context: LayoutContext, kind: FieldKind, label: str, tag: Tag, begun: str = "") -> tuple[Tag, Mark]:
    """The tag of a field, and the mark of what is drawn for it: on paper the drawing is all there is."""
    if context.fillable:
        return tag.add("Form"), Artifact.LAYOUT
    marks = kind in (FieldKind.CHECK, FieldKind.RADIO)
    form = tag.add("Form", attributes=_MARKED[kind] if begun and marks else _PRINTED[kind])
    form.alt = f"{label} {begun}" if begun and not marks else label
    return form, form


def crossed(context: LayoutContext, x: float, y: float, side: float, mark: Mark) -> RectangleOp:
    """What fills a box or ring that is marked on paper."""
    inset = side * 0.24
    inner = side - 2 * inset
    return RectangleOp(x + inset, y + inset, inner, inner, mark, fill=context.palette.ink, radius=1.0)
