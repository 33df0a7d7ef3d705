"""The styling of a page as CSS custom properties: sizes and class names of the design, light and dark palettes."""

from __future__ import annotations

from dataclasses import fields

from ..definitions.logo_size import logo_size
from ..definitions.practice import Brand
from ..document import Style
from ..document.rhythm import Rhythm
from ..foundation.colours import BLACK, NIGHT, WHITE, Colour
from ..foundation.palette import Palette

_BODY = 12.0
"""The size of running text in points that is one rem, the font size that the reader has set."""
_COLUMN = 440.0
"""The greatest width of a line on a phone page, in points."""
_COLOURS = tuple(it.name for it in fields(Palette))


def properties(brand: Brand) -> str:
    """The rules of the custom properties, to be put before the style sheet that all pages share."""
    practice = brand.practice
    low = brand.style is Style.LOW_INK
    dark = Palette.dark(BLACK) if low else Palette.dark(practice.accent, practice.second, brand.stock)
    light, night = _palette(brand.palette, WHITE), _palette(dark, NIGHT)
    return f":root{{{_sizes(brand)}{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{night}}}}}\n"


def manners(brand: Brand) -> str:
    """The choices of the design and the place of the logo, as class names for the body."""
    design = brand.design
    return " ".join((*(f"{name}-{getattr(design, name)}" for name in _MANNERS), f"logo-{brand.logo_place}"))


_MANNERS = ("header", "title", "title_align", "asked", "align", "section", "opening", "panel", "table", "lines")


def _sizes(brand: Brand) -> str:
    design = brand.design
    sizes = {name: getattr(design.sizes, name) / _BODY for name in design.sizes.__dataclass_fields__}
    measures = {f"size-{name}": f"{value:.3g}rem" for name, value in sizes.items()}
    measures |= {
        "size-number": f"{design.sizes.number / _BODY:.3g}rem",
        "gap": f"{Rhythm.of(design).aside / _BODY:.3g}rem",
    }
    measures |= {"leading": f"{max(1.4, design.leading):.3g}", "radius": f"{design.radius:g}px"}
    if brand.logo:
        measures["logo-width"] = f"{logo_size(brand, _COLUMN)[0] / _BODY:.4g}rem"
    return "".join(f"--{name}:{value};" for name, value in measures.items())


def _palette(palette: Palette, ground: Colour) -> str:
    named = {name: getattr(palette, name) for name in _COLOURS} | {"ground": ground}
    return "".join(f"--{name.replace('_', '-')}:{colour};" for name, colour in named.items())
