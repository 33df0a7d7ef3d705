"""Pictures in Word: a PNG with the alternative text that a screen reader speaks.

An SVG original can be given beside the PNG, which programs without SVG show instead.
"""

from __future__ import annotations

import io

from ..definitions.logo_size import logo_size
from ..definitions.practice import Brand
from ..definitions.raster_logo_reader import UnreadablePicture, as_png, size_of
from ..foundation.problems import Problem, Refused
from ..foundation.records import record
from ..ooxml.markup import NAMESPACES, element

_PLATE = 2.5
"""The width in points of the white border around a logo that was not made for a coloured background."""
_EMU = 12_700
"""English metric units in a point."""
_NO_DISTANCE: dict[str, object] = {"distT": 0, "distB": 0, "distL": 0, "distR": 0}
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


@record
class Picture:
    """A PNG with its size in points as it is placed."""

    data: bytes
    width: float
    height: float
    vector: bytes | None = None
    """The SVG that the PNG was made from, if there is one."""

    @classmethod
    def logo(cls, brand: Brand, room: float) -> Picture:
        """Check the logo of a brand and fit it into `room` points of width; raises Refused for no usable picture."""
        try:
            png = as_png(brand.logo or b"")
        except UnreadablePicture as error:
            raise Refused([Problem(brand.practice.place, error.sentence, error.hint)]) from error
        wide, tall = logo_size(brand, room)
        if brand.plated:
            return cls(_on_white(png, round(_PLATE / tall * size_of(png)[1])), wide + 2 * _PLATE, tall + 2 * _PLATE)
        return cls(png, wide, tall, brand.vector)

    def drawn(self, relation: str, words: str, number: int = 1, vector: str | None = None) -> str:
        """The picture in a line of text, the `number`th of its part; `relation` and `vector` are ids of PNG and SVG."""
        about = _about(words, number)
        inline = element(
            "wp:inline",
            _NO_DISTANCE,
            element("wp:extent", self._size),
            element("wp:docPr", about, _decorative(words)),
            self._graphic(relation, about, vector),
        )
        return element("w:drawing", {}, inline)

    def anchored(
        self,
        relation: str,
        words: str,
        number: int,
        vector: str | None,
        left: float | None,
        *,
        over: bool = False,
        above: float = 0.0,
    ) -> str:
        """The picture, anchored to a paragraph: `above` points over its top, `left` points from the column's left edge.

        If `left` is None, the picture is at the column's right edge, since programs measure a distance from different
        sides in right-to-left text.

        A paragraph's background covers a picture behind the text, but not one that is set `over` it.
        """
        about, lowered = _about(words, number), str(round(-above * _EMU))
        kind = {"simplePos": 0, "relativeHeight": number, "behindDoc": 0 if over else 1, "locked": 0, "layoutInCell": 1}
        anchor = element(
            "wp:anchor",
            {**_NO_DISTANCE, **kind, "allowOverlap": 1},
            element("wp:simplePos", {"x": 0, "y": 0}),
            _across(left),
            element("wp:positionV", {"relativeFrom": "paragraph"}, element("wp:posOffset", {}, lowered)),
            element("wp:extent", self._size),
            element("wp:effectExtent", {"l": 0, "t": 0, "r": 0, "b": 0}),
            element("wp:wrapNone", {}),
            element("wp:docPr", about, _decorative(words)),
            self._graphic(relation, about, vector),
        )
        return element("w:drawing", {}, anchor)

    def at_end(self, relation: str, number: int, vector: str | None, *, rtl: bool, over: bool = False) -> str:
        """The picture, marked as decorative, at the side where the lines of its paragraph end."""
        shown = self.anchored(relation, "", number, vector, None, over=over)
        return shown.replace(">right<", ">left<", 1) if rtl else shown

    def at_start(self, relation: str, number: int, vector: str | None, *, rtl: bool, above: float) -> str:
        """The picture, marked as decorative, at the side where the lines of its paragraph begin."""
        shown = self.anchored(relation, "", number, vector, None, over=True, above=above)
        return shown if rtl else shown.replace(">right<", ">left<", 1)

    @property
    def _size(self) -> dict[str, object]:
        return {"cx": round(self.width * _EMU), "cy": round(self.height * _EMU)}

    def _graphic(self, relation: str, about: dict[str, object], vector: str | None) -> str:
        blip = element("a:blip", {"r:embed": relation}, _vector(vector))
        frame = element("a:xfrm", {}, element("a:off", {"x": 0, "y": 0}), element("a:ext", self._size))
        shape = element("a:prstGeom", {"prst": "rect"}, element("a:avLst", {}))
        stretch = element("a:stretch", {}, element("a:fillRect", {}))
        locks = element("a:picLocks", {"noChangeAspect": 1})
        picture = element(
            "pic:pic",
            {},
            element("pic:nvPicPr", {}, element("pic:cNvPr", about), element("pic:cNvPicPr", {}, locks)),
            element("pic:blipFill", {}, blip, stretch),
            element("pic:spPr", {}, frame, shape),
        )
        return element("a:graphic", {}, element("a:graphicData", {"uri": NAMESPACES["pic"]}, picture))


def _on_white(png: bytes, dots: int) -> bytes:
    """The picture on white, with a border of `dots` pixels."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as opened:
        logo = opened.convert("RGBA")
    plate = Image.new("RGB", (logo.width + 2 * dots, logo.height + 2 * dots), "white")
    plate.paste(logo, (dots, dots), logo)
    stream = io.BytesIO()
    plate.save(stream, "PNG")
    return stream.getvalue()


def _about(words: str, number: int) -> dict[str, object]:
    return {"id": number, "name": f"Picture {number}", "descr": words}


def _across(left: float | None) -> str:
    place = element("wp:align", {}, "right")
    if left is not None:
        place = element("wp:posOffset", {}, str(round(left * _EMU)))
    return element("wp:positionH", {"relativeFrom": "column"}, place)


def _decorative(words: str) -> str:
    """The markup that marks a picture without alternative text as decorative (Word 2019)."""
    if words:
        return ""
    mark = element("adec:decorative", {"xmlns:adec": _DECORATIVE, "val": 1})
    extension = element("a:ext", {"uri": "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"}, mark)
    return element("a:extLst", {"xmlns:a": NAMESPACES["a"]}, extension)


def _vector(relation: str | None) -> str:
    if relation is None:
        return ""
    svg = element("asvg:svgBlip", {"xmlns:asvg": _SVG, "r:embed": relation})
    return element("a:extLst", {}, element("a:ext", {"uri": "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"}, svg))
