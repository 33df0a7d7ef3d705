"""A page as the tests look at it: parsed as strictly as the standard says, with its words, fields, policy and links."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import html5lib
from lxml import etree

INLINE = {"a", "bdi", "span", "strong"}
"""Elements that stand within a line; all others begin one."""
SVG = "{http://www.w3.org/2000/svg}"


@lru_cache(maxsize=16)
def opened(data: bytes) -> etree._Element:
    """The page as a tree; raises html5lib's ParseError for anything that the standard calls an error."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("lxml"), strict=True, namespaceHTMLElements=False)
    root: etree._Element = parser.parse(data.decode()).getroot()
    return root


def classes(element: etree._Element) -> set[str]:
    return set((element.get("class") or "").split())


def sheet(data: bytes) -> etree._Element:
    """The part that is the sheet, without the practice and the tools."""
    return next(opened(data).iter("main"))


def words(data: bytes) -> Iterator[str]:
    """The words of the sheet, line by line; numbers of scales, tools and what stands in empty boxes are not words."""
    yield from "".join(_pieces(sheet(data))).split("\n")


def _pieces(element: etree._Element) -> Iterator[str]:
    inline = element.tag in INLINE
    if (
        not isinstance(element.tag, str)
        or element.tag in ("textarea", "svg", f"{SVG}svg")
        or classes(element) & {"ui", "number"}
    ):
        return
    yield "" if inline else "\n"
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield "" if inline else "\n"


def fields(data: bytes) -> list[tuple[str, str]]:
    """The name and value of each field of the sheet in reading order; the value of what is not a ring is empty."""
    named = (it for it in sheet(data).iter("input", "textarea") if it.get("name"))
    return [(it.get("name") or "", it.get("value") or "") for it in named]


def spoken(data: bytes) -> list[tuple[str, str]]:
    """What a screen reader calls each field: its own name, for rings and boxes to tick after that of their group."""
    found = []
    for field in (it for it in sheet(data).iter("input", "textarea") if it.get("name")):
        group = next((it.get("aria-label") for it in field.iterancestors("fieldset")), "")
        label = next(iter(field.iterancestors("label")), None)
        own = field.get("aria-label") or " ".join("".join(label.itertext() if label is not None else ()).split())
        found.append((field.get("name", ""), own if field.tag == "textarea" else f"{group} {own}".strip()))
    return found


def links(data: bytes) -> list[str]:
    """Where the links of the page lead."""
    return [it.get("href") or "" for it in opened(data).iter("a")]


def policy(data: bytes) -> dict[str, list[str]]:
    """The content security policy of the page, by directive."""
    metas = (it for it in opened(data).iter("meta") if it.get("http-equiv") == "Content-Security-Policy")
    return {name: rest for name, *rest in (part.split() for part in next(metas).get("content").split(";"))}


def pretty(element: etree._Element, depth: int = 0) -> Iterator[str]:
    """The markup, one element or text a line, as it is compared with a golden text."""
    step = "  " * depth
    name = str(element.tag).removeprefix(SVG)
    if name == "path":
        yield f"{step}<path {element.get('class')}>"
        return
    told = "".join(f' {key!s}="{value!s}"' if value else f" {key!s}" for key, value in element.attrib.items())
    yield f"{step}<{name}{told}>"
    for text, child in ((element.text, None), *((child.tail, child) for child in element)):
        if child is not None:
            yield from pretty(child, depth + 1)
        if text and text.strip():
            yield f"{step}  {' '.join(text.split())}"
