"""The tags of fields; on paper the drawing itself is tagged, with print field attributes (ISO 32000-1, 14.8.5.6)."""

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


def field_tag(context: LayoutContext, kind: FieldKind, label: str, tag: Tag, begun: str) -> tuple[Tag, Mark]:
    """The new tag of a field, and the mark of its drawing: an artifact under a form field, on paper the tag itself."""
    if context.fillable:
        return tag.add("Form"), Artifact.LAYOUT
    marks = kind in (FieldKind.CHECK, FieldKind.RADIO)
    form = tag.add("Form", attributes=_MARKED[kind] if begun and marks else _PRINTED[kind])
    form.alt = f"{label} {begun}" if begun and not marks else label
    return form, form


def crossed(context: LayoutContext, x: float, y: float, side: float, mark: Mark) -> RectangleOp:
    """The square that fills a marked tick box or ring on paper; `side` is that of the box, in points."""
    inset = side * 0.24
    inner = side - 2 * inset
    return RectangleOp(x + inset, y + inset, inner, inner, mark, fill=context.palette.ink, radius=1.0)
