"""The styles of a drawing, as far as every program draws them alike: what one of them would pass over is told.

A browser follows all of CSS; whoever draws for paper knows colours, widths of lines and plain selectors. What they do
not know they leave out, and the drawing comes out black, or as another one.
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
"""What a style can set since SVG 2, and few programs read there."""
_NOT_SET = frozenset(("", "none", "auto"))
_STATE = re.compile(r":(?:hover|focus|active|visited|link|target)", re.IGNORECASE)
"""What nothing on paper is in."""
_UNKNOWN = re.compile(r"::?(?!first-child)[a-z-]+|~(?!=)", re.IGNORECASE)
_FIXED_STROKE = "non-scaling-stroke"


class UnknownStyle(ValueError):
    """What it is that not every program knows, such as ‘var()’ or ‘:nth-child’."""


def plain_value(value: str) -> None:
    """Raises UnknownStyle for a value that stands for itself in few programs only."""
    if function := _FUNCTION.search(value):
        raise UnknownStyle(f"{function[1].lower()}()")
    if value.strip().lower() == _FIXED_STROKE:
        raise UnknownStyle(_FIXED_STROKE)


def plain_declarations(text: str, known: Collection[str] = (), root: bool = False) -> str:
    """The declarations of one element or rule; `known`: what has a value already, to fall back to.

    A value that few know is left out where there is another, as CSS has it (Syntax 3, 2.2); else raises UnknownStyle.
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
