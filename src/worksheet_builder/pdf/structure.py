"""The structure tree as objects of the file, with the parent tree that leads back from marks to tags."""

from __future__ import annotations

from collections.abc import Sequence

from .canvas import Raw, SheetCanvas, text_string
from .fields import Placed
from .tags import Content, Tag, Widget, walk


def put_structure(
    canvas: SheetCanvas,
    root: Tag,
    pages: Sequence[int],
    marked: Sequence[Sequence[Tag]],
    placed: Sequence[Placed],
) -> tuple[int, dict[int, int]]:
    """Write the tree; `marked` are the tags of each page's content in order.

    Returns the number of the root, and for each widget's object number its row in the parent tree.
    """
    bodies: list[tuple[Tag, Raw]] = []
    for tag in walk(root):
        raw = Raw()
        tag.number = canvas.reserve(raw)
        bodies.append((tag, raw))
    rows = {item.number: len(pages) + index for index, item in enumerate(placed)}
    parents = {id(child): tag for tag in walk(root) for child in tag.children if isinstance(child, Tag)}
    tree = Raw()
    top = canvas.reserve(tree)
    for tag, raw in bodies:
        above = parents[id(tag)].number if id(tag) in parents else top
        raw.body = _element(tag, above, pages, placed).encode()
    numbers = "".join(
        f"{index} [{' '.join(f'{tag.number} 0 R' for tag in tags)}] " for index, tags in enumerate(marked)
    )
    numbers += "".join(f"{rows[item.number]} {item.field.mark.number} 0 R " for item in placed)
    parent_tree = canvas.put(f"<</Nums [{numbers}]>>".encode())
    tree.body = (
        f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree {parent_tree} 0 R"
        f"/ParentTreeNextKey {len(pages) + len(placed)}>>"
    ).encode()
    return top, rows


def _element(tag: Tag, above: int, pages: Sequence[int], placed: Sequence[Placed]) -> str:
    home = next((child.page for child in tag.children if isinstance(child, Content)), None)
    kids = " ".join(_kid(child, home, pages, placed) for child in tag.children)
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
    return "".join(parts) + ">>"


def _kid(child: Tag | Content | Widget, home: int | None, pages: Sequence[int], placed: Sequence[Placed]) -> str:
    match child:
        case Tag():
            return f"{child.number} 0 R"
        case Content():
            if child.page == home:
                return str(child.number)
            return f"<</Type/MCR/Pg {pages[child.page]} 0 R/MCID {child.number}>>"
        case Widget():
            return f"<</Type/OBJR/Pg {pages[child.page]} 0 R/Obj {placed[child.index].number} 0 R>>"
