"""Sanitise an SVG drawing: only shapes, paints and groups are kept; everything else is refused or removed.

Content that can run, load something, name a person or need a font is not kept (SVG 2, 2.2, secure static mode).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ..foundation.xml_text import in_utf_8
from . import svg_style

MOST_BYTES = 1_000_000
MOST_ELEMENTS = 20_000
MOST_USES = 100
DEEPEST = 60
_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_SHAPES = "path rect circle ellipse line polyline polygon use"
_KEPT = frozenset(f"svg g defs symbol clipPath mask linearGradient radialGradient stop style switch {_SHAPES}".split())
_DROPPED = frozenset("title desc metadata".split())
_ATTRIBUTES = frozenset(
    "id class style transform viewBox width height x y x1 x2 y1 y2 cx cy r rx ry fx fy d points offset pathLength "
    "fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray "
    "stroke-dashoffset stroke-opacity opacity clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits "
    "gradientUnits gradientTransform spreadMethod fr stop-color stop-opacity color display visibility overflow "
    "preserveAspectRatio paint-order vector-effect version href transform-origin mask-type "
    "systemLanguage requiredExtensions requiredFeatures".split()
)
_OUTSIDE = re.compile(r"""@|\\|expression|javascript|url\(\s*+["']?+(?!#)""", re.IGNORECASE)
_RULE = re.compile(r"@(?!import)(-?[a-z][a-z-]*)", re.IGNORECASE)
"""A CSS at-rule other than ‘@import’, such as ‘@media’: it loads nothing, and is reported by its own name."""
_UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "q": 24 / 25.4}
"""Pixels in a unit of length (CSS Values 4, 6.2)."""
_SENTENCES = {
    "script": "The drawing holds a script.",
    "image": "The drawing holds a picture of another kind.",
    "text": "The drawing holds letters that need a font.",
    "tspan": "The drawing holds letters that need a font.",
    "foreignObject": "The drawing holds a piece of a web page.",
}
_HINT = "Save it as plain SVG with all letters turned into paths, or as PNG about 1000 pixels wide."


class Unclean(ValueError):
    """Raised for a drawing that is refused, with a sentence, a hint, and the line of the fault (0: the whole file)."""

    def __init__(self, sentence: str, line: int = 0, hint: str = _HINT) -> None:
        super().__init__(sentence)
        self.sentence, self.hint, self.line = sentence, hint, line


def cleaned(data: bytes) -> bytes:
    """The drawing as UTF-8 with its visible content only; the same input gives the same bytes; raises Unclean."""
    root = _parsed(data)
    uses = 0
    for count, (element, depth) in enumerate(list(_walk(root)), 1):
        if count > MOST_ELEMENTS or depth > DEEPEST:
            raise Unclean("The drawing is far too large for a logo.")
        _clean(element)
        uses += _name(element) == "use"
    if uses > MOST_USES or _nested(root):
        raise Unclean("The drawing repeats its parts too often.")
    _give_size(root)
    etree.cleanup_namespaces(root)
    return bytes(etree.tostring(root, encoding="utf-8"))


def size(data: bytes) -> tuple[float, float]:
    """Width and height of a clean drawing, in pixels."""
    return _measured(_parsed(data))


def resized(data: bytes, wide: int, tall: int) -> bytes:
    """The clean drawing in another size, in pixels."""
    root = _parsed(data)
    root.set("width", str(wide))
    root.set("height", str(tall))
    return bytes(etree.tostring(root, encoding="utf-8"))


def _parsed(data: bytes) -> Any:
    if len(data) > MOST_BYTES:
        raise Unclean("The drawing is larger than a megabyte.")
    try:
        data = in_utf_8(data)
    except UnicodeDecodeError as error:
        raise Unclean("The drawing is damaged.") from error
    if b"\0" in data or re.search(rb"<!ENTITY", data, re.IGNORECASE):
        raise Unclean("The drawing holds shorthands (entities) that could stand for anything.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unclean("The drawing is damaged.", getattr(error, "lineno", 0) or 0) from error
    if root.tag != f"{{{_SVG}}}svg":
        raise Unclean("The file is not an SVG drawing.")
    return root


def _walk(element: Any, depth: int = 0) -> Iterator[tuple[Any, int]]:
    """The elements that are kept and their depth, parents first; elements that draw nothing are removed on the way."""
    yield element, depth
    if depth > DEEPEST:
        return
    for child in list(element):
        if etree.QName(child).namespace != _SVG or _name(child) in _DROPPED:
            element.remove(child)
        else:
            yield from _walk(child, depth + 1)


def _name(element: Any) -> str:
    return str(etree.QName(element).localname)


def _clean(element: Any) -> None:
    """Remove what draws nothing from an element; raises Unclean for harmful or unsupported content."""
    name, line = _name(element), element.sourceline or 0
    if name not in _KEPT:
        raise Unclean(_SENTENCES.get(name, f"The drawing uses ‘{name}’, which a printed logo cannot."), line)
    element.tail = None
    if name == "style":
        _style_sheet(element)
    else:
        element.text = None
    for key, value in list(element.attrib.items()):
        local = etree.QName(key).localname
        if local.lower().startswith("on"):
            raise Unclean("The drawing holds a script.", line)
        if local == "href" and not value.startswith("#"):
            raise Unclean("The drawing refers to something outside itself.", line)
        if etree.QName(key).namespace not in (None, _XLINK) or local not in _ATTRIBUTES:
            del element.attrib[key]
        elif local != "href" and _OUTSIDE.search(value):
            raise Unclean("The drawing refers to something outside itself.", line)
        elif local != "href":
            _plain(element, key)


def _style_sheet(element: Any) -> None:
    """Keep the rules of a style sheet that apply to print and that every program supports; raises Unclean."""
    text, line = element.text or "", element.sourceline or 0
    if rule := _RULE.search(text):
        raise Unclean(f"The style of the drawing uses ‘@{rule[1]}’, which a printed logo cannot.", line)
    if _OUTSIDE.search(text):
        raise Unclean("The drawing refers to something outside itself.", line)
    if element.get("media", "all").strip().lower() not in ("all", "print", "screen", ""):
        raise Unclean("The style of the drawing uses ‘media’, which a printed logo cannot.", line)
    try:
        element.text = svg_style.plain_sheet(text)
    except svg_style.UnknownStyle as error:
        raise Unclean(f"The style of the drawing uses ‘{error}’, which a printed logo cannot.", line) from error


def _plain(element: Any, key: str) -> None:
    """Keep the parts of an attribute that every program draws alike; raises Unclean."""
    value = element.get(key)
    try:
        if key == "style":
            element.set(key, svg_style.plain_declarations(value, element.attrib, root=element.getparent() is None))
        elif key == "pathLength" and any("dasharray" in f"{name} {it}" for name, it in element.attrib.items()):
            raise svg_style.UnknownStyle(key)
        elif key not in ("id", "class"):
            svg_style.plain_value(value)
    except svg_style.UnknownStyle as error:
        sentence = f"The drawing uses ‘{error}’, which a printed logo cannot."
        raise Unclean(sentence, element.sourceline or 0) from error


def _nested(root: Any) -> bool:
    """Whether an element repeated by `use` contains a `use` too, which could multiply without limit."""
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    for use in root.iter(f"{{{_SVG}}}use"):
        target = by_id.get((use.get("href") or use.get(f"{{{_XLINK}}}href") or "")[1:])
        if target is not None and next(target.iter(f"{{{_SVG}}}use"), None) is not None:
            return True
    return False


def _give_size(root: Any) -> None:
    """Set width, height and viewBox in pixels, so that the drawing has the same size in every program."""
    wide, tall = _measured(root)
    if not _box(root):
        root.set("viewBox", f"0 0 {wide:g} {tall:g}")
    root.set("width", f"{wide:g}")
    root.set("height", f"{tall:g}")


def _measured(root: Any) -> tuple[float, float]:
    """Width and height in pixels: as they are given, else from the viewBox (SVG 2, 8.2); raises Unclean."""
    wide, tall = (_length(root.get(side)) for side in ("width", "height"))
    box = _box(root)
    if box:
        share = box[0] / box[1]
        wide, tall = wide or (tall * share if tall else box[0]), tall or (wide / share if wide else box[1])
    if not (0 < wide < 1e6 and 0 < tall < 1e6 and 0.05 <= wide / tall <= 20):
        hint = "Give it a viewBox with width and height, neither more than twenty times the other."
        raise Unclean("The drawing does not say a size that a logo can have.", hint=hint)
    return wide, tall


def _box(root: Any) -> tuple[float, float] | None:
    """Width and height of the viewBox; None if the drawing has no valid one."""
    numbers = re.findall(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?", root.get("viewBox", ""), re.IGNORECASE)
    wide, tall = (float(numbers[2]), float(numbers[3])) if len(numbers) == 4 else (0.0, 0.0)
    return (wide, tall) if wide > 0 and tall > 0 else None


def _length(text: str | None) -> float:
    """A length in CSS pixels; 0 if it is missing, or relative, such as a percentage."""
    number = r"\s*\+?((?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]{1,2})?)([a-z]*)\s*"
    match = re.fullmatch(number, text or "", re.IGNORECASE)
    return float(match[1]) * _UNITS.get(match[2].lower(), 0.0) if match else 0.0
