"""The theme: the practice's colours and fonts under the names that Word's Design tab changes."""

from __future__ import annotations

from functools import lru_cache

from ..ooxml.markup import element, part
from .style_context import StyleContext, ThemeColour

_SLOTS: dict[str, ThemeColour] = {
    "dk1": "ink",
    "dk2": "quiet",
    "lt2": "tint",
    "accent1": "accent",
    "accent2": "solid",
    "accent3": "ornament",
    "accent4": "border",
    "accent5": "band",
    "accent6": "rule",
    "hlink": "accent",
    "folHlink": "quiet",
}
_ORDER = "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split()
_SCRIPT_CODES = {"Kore": "Hang"}
"""The theme's code for a script, if it is not the ISO 15924 code of the language."""


@lru_cache(maxsize=64)
def theme(context: StyleContext) -> bytes:
    """`theme1.xml`, with the colours and fonts of the context."""
    parts = element("a:themeElements", {}, _colours(context), _fonts(context), _manners())
    return part("a:theme", {"name": "Worksheet"}, parts, prefixes="a")


def _colours(context: StyleContext) -> str:
    slots = (element(f"a:{slot}", {}, _rgb(context, slot)) for slot in _ORDER)
    return element("a:clrScheme", {"name": "Worksheet"}, *slots)


def _rgb(context: StyleContext, slot: str) -> str:
    return element("a:srgbClr", {"val": context.hex(_SLOTS[slot]) if slot in _SLOTS else "FFFFFF"})


def _fonts(context: StyleContext) -> str:
    faces = context.faces
    named = faces.complex or faces.east_asian
    script = _SCRIPT_CODES.get(context.language.script, context.language.script)
    slots = (
        element("a:latin", {"typeface": faces.latin}),
        element("a:ea", {"typeface": faces.east_asian}),
        element("a:cs", {"typeface": faces.complex}),
        element("a:font", {"script": script, "typeface": named}) if named else "",
    )
    both = (element(f"a:{kind}Font", {}, *slots) for kind in ("major", "minor"))
    return element("a:fontScheme", {"name": "Worksheet"}, *both)


def _manners() -> str:
    """Fills, lines and effects that a theme must have three of; nothing in a handout uses them."""
    fill = element("a:solidFill", {}, element("a:schemeClr", {"val": "phClr"}))
    line = element("a:ln", {"w": 9525}, fill)
    effect = element("a:effectStyle", {}, element("a:effectLst", {}))
    lists = {"fillStyleLst": fill, "lnStyleLst": line, "effectStyleLst": effect, "bgFillStyleLst": fill}
    threes = (element(f"a:{name}", {}, it * 3) for name, it in lists.items())
    return element("a:fmtScheme", {"name": "Worksheet"}, *threes)
