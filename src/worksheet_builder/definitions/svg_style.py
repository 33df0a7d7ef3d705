"""Reduce the CSS of a drawing to what every program draws alike; CSS that some programs ignore is refused.

Browsers support all of CSS; programs that draw for print support colours, line widths and simple selectors. They
ignore the rest, so that the drawing comes out black, or different.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_BLOCK = re.compile(r"([^{}]*)\{([^{}]*)\}")
_FUNCTION = re.compile(
    r"\b(var|env|attr|calc|min|max|clamp|color|color-mix|light-dark|oklch|oklab|lch|lab|hwb)\(", re.IGNORECASE
)
_GEOMETRY = frozenset("width height x y cx cy r rx ry d transform translate rotate scale offset-path".split())
"""Properties that CSS can set since SVG 2, and that few programs read from CSS."""
_NOT_SET = frozenset(("", "none", "auto"))
_STATE = re.compile(r":(?:hover|focus|active|visited|link|target)", re.IGNORECASE)
"""Pseudo-classes for states that do not exist on paper."""
_UNKNOWN = re.compile(r"::?(?!first-child)[a-z-]+|~(?!=)", re.IGNORECASE)
_FIXED_STROKE = "non-scaling-stroke"


class UnknownStyle(ValueError):
    """Raised for CSS that not every program supports; its text is the CSS, such as ‘var()’ or ‘:nth-child’."""


def plain_value(value: str) -> None:
    """Raise UnknownStyle for a value that not every program supports."""
    if function := _FUNCTION.search(value):
        raise UnknownStyle(f"{function[1].lower()}()")
    if value.strip().lower() == _FIXED_STROKE:
        raise UnknownStyle(_FIXED_STROKE)


def plain_declarations(text: str, known: Collection[str] = (), *, root: bool) -> str:
    """The declarations of one element or rule that every program supports; `known` are properties that have a value.

    An unsupported value is left out if its property has a value before (CSS Syntax 3, 2.2); else raises UnknownStyle.
    Geometry of the `root` element is left out.
    """
    names, kept = set(known), []
    for declaration in _COMMENT.sub("", text).split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        name = name.lower()
        if not value or name.startswith("--") or (root and name in _GEOMETRY):
            continue
        try:
            plain_value(value)
        except UnknownStyle:
            if name in names:
                continue
            raise
        if name in _GEOMETRY and value.lower() not in _NOT_SET:
            raise UnknownStyle(f"{name}:")
        names.add(name)
        kept.append(f"{name}:{value}")
    return ";".join(kept)


def plain_sheet(text: str) -> str:
    """The rules of a style sheet that draw something on paper; raises UnknownStyle."""
    return "".join(_rules(_COMMENT.sub("", text)))


def _rules(text: str) -> Iterator[str]:
    for selector, declarations in _BLOCK.findall(text):
        selectors = [it.strip() for it in selector.split(",") if not _STATE.search(it)]
        plain = plain_declarations(declarations, root=all(it in ("svg", ":root") for it in selectors))
        if not plain or not selectors:
            continue
        if unknown := _UNKNOWN.search(",".join(selectors)):
            raise UnknownStyle(unknown[0].lower())
        yield f"{','.join(selectors)}{{{plain}}}"
