"""Writes the structure tree, with the parent tree, which leads back from content to tags (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..layout.tag_tree import Attributes, Content, Tag, Widget
from .form_fields import Placed
from .objects import PdfCanvas, references, text_string


def put_structure(
    pdf: PdfCanvas,
    root: Tag,
    pages: Sequence[int],
    marked: Sequence[Sequence[Tag]],
    placed: Sequence[Placed[Any]],
) -> tuple[int, dict[int, int]]:
    """Write the tree; `pages` are object numbers, `marked` are the tags of each page's content by MCID.

    Returns the object number of the tree, and for each widget's object number its key in the parent tree.
    """
    top = pdf.reserve()
    widgets = [item.number for item in placed]
    _put(pdf, root, top, pages, widgets)
    rows = {number: len(pages) + index for index, number in enumerate(widgets)}
    numbers = "".join(f"{page} [{references(tag.number for tag in tags)}]" for page, tags in enumerate(marked))
    numbers += "".join(f" {rows[item.number]} {item.field.mark.number} 0 R" for item in placed)
    parent_tree = pdf.put(f"<</Nums [{numbers}]>>".encode())
    tree = (
        f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree {parent_tree} 0 R"
        f"/ParentTreeNextKey {len(pages) + len(placed)}/RoleMap <</Aside/Div/Letterhead/Div/Imprint/Div>>>>"
    )
    return pdf.put(tree.encode(), top), rows


def _put(pdf: PdfCanvas, tag: Tag, above: int, pages: Sequence[int], widgets: Sequence[int]) -> None:
    """Write a tag and all its descendants; `above` is the object number of its parent."""
    number = tag.number = pdf.reserve()
    home, kids = None, []
    for child in tag.children:
        match child:
            case Tag():
                _put(pdf, child, number, pages, widgets)
                kids.append(f"{child.number} 0 R")
            case Content(page, place):
                if home is None:
                    home = page
                apart = f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {place}>>"
                kids.append(str(place) if page == home else apart)
            case Widget(page, index):
                kids.append(f"<</Type/OBJR/Pg {pages[page]} 0 R/Obj {widgets[index]} 0 R>>")
    body = f"<</S/{tag.kind}/P {above} 0 R"
    if home is not None:
        body += f"/Pg {pages[home]} 0 R"
    if kids:
        body += f"/K [{' '.join(kids)}]"
    if tag.language:
        body += f"/Lang ({tag.language})"
    if tag.alt:
        body += f"/Alt {text_string(tag.alt)}"
    if tag.said:
        body += f"/ActualText {text_string(tag.said)}"
    if tag.attributes:
        body += f"/A {_attributes(tag.attributes)}"
    pdf.put(f"{body}>>".encode(), number)


def _attributes(attributes: Attributes) -> str:
    """The attribute dictionary (ISO 32000-1, 14.7.5)."""
    entries = f"/O/{attributes.owner}"
    if attributes.box:
        entries += f"/BBox [{' '.join(f'{side:.2f}' for side in attributes.box)}]"
    entries += "".join(f"/{name}/{value}" for name, value in attributes.names)
    if attributes.summary:
        entries += f"/Summary {text_string(attributes.summary)}"
    return f"<<{entries}>>"
