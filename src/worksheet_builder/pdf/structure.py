"""The structure tree as objects of the file, with the parent tree that leads back from marks to tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .canvas import Raw, SheetCanvas, references, text_string
from .fields import Placed
from .tags import Content, Tag, Widget, walk


def put_structure(
    pdf: SheetCanvas,
    root: Tag,
    pages: Sequence[int],
    marked: Sequence[Sequence[Tag]],
    placed: Sequence[Placed[Any]],
) -> tuple[int, dict[int, int]]:
    """Write the tree; `marked` are the tags of each page's content in order.

    Returns the number of the root, and for each widget's object number its row in the parent tree.
    """
    tree = Raw()
    top = pdf.reserve(tree)
    tags = [(tag, Raw()) for tag in walk(root)]
    for tag, raw in tags:
        tag.number = pdf.reserve(raw)
    above = {child.number: tag.number for tag, _ in tags for child in tag.children if isinstance(child, Tag)}
    widgets = [item.number for item in placed]
    for tag, raw in tags:
        raw.body = _element(tag, above.get(tag.number, top), pages, widgets).encode()
    rows = {number: len(pages) + index for index, number in enumerate(widgets)}
    numbers = "".join(f"{page} [{references(tag.number for tag in tags)}]" for page, tags in enumerate(marked))
    numbers += "".join(f" {rows[item.number]} {item.field.mark.number} 0 R" for item in placed)
    parent_tree = pdf.put(f"<</Nums [{numbers}]>>".encode())
    tree.body = (
        f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree {parent_tree} 0 R"
        f"/ParentTreeNextKey {len(pages) + len(placed)}/RoleMap <</Aside/Div>>>>"
    ).encode()
    return top, rows


def _element(tag: Tag, above: int, pages: Sequence[int], widgets: Sequence[int]) -> str:
    home = next((child.page for child in tag.children if isinstance(child, Content)), None)
    kids = " ".join([_kid(child, home, pages, widgets) for child in tag.children])
    parts = [f"<</S/{tag.kind}/P {above} 0 R"]
    if home is not None:
        parts.append(f"/Pg {pages[home]} 0 R")
    if kids:
        parts.append(f"/K [{kids}]")
    if tag.language:
        parts.append(f"/Lang ({tag.language})")
    if tag.alt:
        parts.append(f"/Alt {text_string(tag.alt).decode()}")
    if tag.attributes:
        parts.append(f"/A {tag.attributes}")
    parts.append(">>")
    return "".join(parts)


def _kid(child: Tag | Content | Widget, home: int | None, pages: Sequence[int], widgets: Sequence[int]) -> str:
    match child:
        case Tag():
            return f"{child.number} 0 R"
        case Content():
            if child.page == home:
                return str(child.number)
            return f"<</Type/MCR/Pg {pages[child.page]} 0 R/MCID {child.number}>>"
        case Widget():
            return f"<</Type/OBJR/Pg {pages[child.page]} 0 R/Obj {widgets[child.index]} 0 R>>"
