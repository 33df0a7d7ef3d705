"""The settings of the document: language, theme mapping, protection, and no record of who saved it and when."""

from __future__ import annotations

from functools import lru_cache

from ..ooxml.markup import part, w
from .style_context import StyleContext

_MAPPING = {
    "bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2", "accent1": "accent1", "accent2": "accent2",
    "accent3": "accent3", "accent4": "accent4", "accent5": "accent5", "accent6": "accent6",
    "hyperlink": "hyperlink", "followedHyperlink": "followedHyperlink",
}  # fmt: skip
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}


@lru_cache(maxsize=64)
def settings(context: StyleContext, protect: bool) -> bytes:
    """`settings.xml`: Word writes no name or date into a filled sheet, and if `protect`, allows only filling in."""
    compatible = (
        w("compatSetting", name=name, uri="http://schemas.microsoft.com/office/word", val=value)
        for name, value in _COMPATIBILITY.items()
    )
    return part(
        "w:settings",
        {},
        w("zoom", percent=100),
        w("removePersonalInformation"),
        w("removeDateAndTime"),
        w("documentProtection", edit="forms", enforcement=1) if protect else "",
        w("defaultTabStop", val=720),
        w("autoHyphenation"),
        w("consecutiveHyphenLimit", val=2),
        w("doNotHyphenateCaps"),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", *compatible),
        w("themeFontLang", val=context.region, eastAsia=context.region if context.faces.east_asian else None,
          bidi=context.region if context.complex else None),
        w("clrSchemeMapping", **_MAPPING),
        w("decimalSymbol", val=context.decimal),
        w("listSeparator", val=";" if context.decimal == "," else ","),
    )  # fmt: skip
