"""Practice files whose words, pictures, drawings and letters come from somebody else."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from case import SHEET, Case

SOUND = SHEET.replace("{text}", "Words").encode()
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 20 10">%s</svg>'
WORDS = ("build", "sheet.yaml", "--practice", "p.yaml")
OUTSIDE = "refers to something outside itself"


def practice(data: str, says: str, **files: bytes) -> Case:
    named = {name.replace("__", "."): content for name, content in files.items()}
    return Case({"sheet.yaml": SOUND, "p.yaml": data.encode(), **named}, says, WORDS)


def picture(data: bytes | Callable[[], bytes], says: str, name: str = "logo.png") -> Case:
    return Case({"sheet.yaml": SOUND, "p.yaml": f"name: X\nlogo: {name}\n".encode(), name: data}, says, WORDS)


def drawing(inside: bytes, says: str) -> Case:
    return picture(SVG % inside, says, "logo.svg")


def font(data: bytes, says: str) -> Case:
    return practice("name: X\nfont_files:\n  regular: f.ttf\n", says, f__ttf=data)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(wide: int, tall: int, data: bytes | None = None, colour: int = 2, bits: int = 8) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", wide, tall, bits, colour, 0, 0, 0))
    rows = zlib.compress(b"\0" * (min(wide, 10_000) * 3 + 1) * min(tall, 10)) if data is None else data
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg() -> bytes:
    from PIL import Image

    kept = io.BytesIO()
    Image.new("RGB", (60, 40), "#7a3b69").save(kept, "JPEG")
    return kept.getvalue()


def other(kind: str) -> bytes:
    from PIL import Image

    kept = io.BytesIO()
    Image.new("RGB", (60, 40), "#7a3b69").save(kept, kind)
    return kept.getvalue()


def real_font() -> bytes:
    from worksheet_builder.fonts.families import stack
    from worksheet_builder.foundation.languages import Language

    return Path(stack(Language.of("en")).regular[0].path).read_bytes()


def without(data: bytes, *tables: bytes) -> bytes:
    """The font with tables renamed out of sight."""
    head = bytearray(data[: 12 + 16 * struct.unpack(">H", data[4:6])[0]])
    for at in range(12, len(head), 16):
        if bytes(head[at : at + 4]) in tables:
            head[at : at + 4] = b"zzzz"
    return bytes(head) + data[len(head) :]


def filled(data: bytes, table: bytes, value: int) -> bytes:
    """The font with a table overwritten by one byte."""
    broken = bytearray(data)
    for at in range(12, 12 + 16 * struct.unpack(">H", data[4:6])[0], 16):
        if data[at : at + 4] == table:
            start, length = struct.unpack(">II", data[at + 8 : at + 16])
            broken[start : start + length] = bytes([value]) * length
    return bytes(broken)


FONT = real_font()
CASES: dict[str, Case] = {
    # the file itself
    "empty": practice("", "empty"),
    "tag": practice("!!python/object:os.x {}\n", "is read as something else"),
    "bomb": practice("a: &a [*a]\n", "is read as something else"),
    "deep": practice("[" * 50_000, "nested too deeply"),
    "logo that climbs to nothing": practice("name: X\nlogo: ../../../../nowhere.png\n", "leads out of the folder"),
    "logo that is a secret": practice("name: X\nlogo: /etc/passwd\n", "leads out of the folder"),
    "logo that is a device": practice("name: X\nlogo: /dev/zero\n", ""),
    "logo that is a folder": practice("name: X\nlogo: .\n", ""),
    "logo with a NUL in its name": practice('name: X\nlogo: "a\\0.png"\n', ""),
    "logo with a name of ten thousand letters": practice(f"name: X\nlogo: {'a' * 10_000}.png\n", ""),
    "logo with a name of a thousand letters": practice(f"name: X\nlogo: {'a' * 1_000}.png\n", ""),
    "logo from the network": practice("name: X\nlogo: https://example.org/logo.png\n", "address on the web"),
    "logo that is itself": practice("name: X\nlogo: p.yaml\n", "not a PNG, JPEG or WebP"),
    "design that climbs": practice("name: X\ndesign: ../../../etc/passwd\n", "There is no design"),
    "design with a NUL": practice('name: X\ndesign: "a\\0b"\n', ""),
    "font that climbs": practice("name: X\nfont: ../../etc\n", ""),
    "font with a dot": practice("name: X\nfont: os.path\n", ""),
    "font of ten thousand letters": practice(f"name: X\nfont: {'a' * 4_000}\n", ""),
    "font with a NUL": practice('name: X\nfont: "a\\0b"\n', ""),
    "colour of four thousand letters": practice(f'accent: "#{"f" * 4_000}"\n', "ffff"),
    "colour of a function": practice('accent: "url(http://x)"\n', "is not a colour"),
    "name of ten thousand letters": practice(f"name: {'a' * 10_000}\n", "letters"),
    "name that is invisible": practice('name: "\\u202e"\n', "invisible"),
    "name with an escape sequence": practice('name: "\\e]0;x\\a"\n', "invisible"),
    "website that is a program": practice("name: X\nwebsite: javascript:alert(1)\n", "is not a web address"),
    "website that is a file": practice("name: X\nwebsite: file:///etc/passwd\n", "is not a web address"),
    "e-mail with a second line": practice('name: X\nemail: "a@b.cd\\nBcc: x@y.zz"\n', "is not an e-mail address"),
    "country of the unknown": practice("name: X\ncountry: ZZ\n", "is not a country"),
    "country that climbs": practice("name: X\ncountry: ../..\n", "is not a country"),
    "languages that are none": practice("name: X\nlanguages: [../.., '\\0']\n", "is not a language"),
    "five hundred people": practice("name: X\npeople:\n" + "  - name: A\n" * 500, "people"),
    "five thousand contacts": practice("crisis:\n" + "  - name: A\n    number: 1\n" * 5_000, "entries"),
    # pictures
    "no picture": picture(b"", "not a PNG, JPEG or WebP"),
    "text for a picture": picture(b"hello", "not a PNG, JPEG or WebP"),
    "a page for a picture": picture(b"<!DOCTYPE html><html></html>", "is a web page"),
    "a GIF": picture(other("GIF"), "not a PNG, JPEG or WebP"),
    "a TIFF": picture(other("TIFF"), "not a PNG, JPEG or WebP"),
    "a BMP": picture(other("BMP"), "not a PNG, JPEG or WebP"),
    "an icon": picture(other("ICO"), "not a PNG, JPEG or WebP"),
    "a PDF for a picture": picture(other("PDF"), "not a PNG, JPEG or WebP"),
    "a PostScript program": picture(
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run\n", "not a PNG, JPEG or WebP"
    ),
    "a font for a picture": picture(FONT[:5000], "not a PNG, JPEG or WebP"),
    "PNG that ends after its name": picture(b"\x89PNG\r\n\x1a\n", ""),
    "PNG that ends in its head": picture(png(10, 10)[:20], ""),
    "PNG that ends in its rows": picture(png(2000, 2000)[:70], ""),
    "PNG with a wrong sum": picture(png(10, 10).replace(b"IDAT", b"IDAX"), ""),
    "PNG of 200 megapixels": picture(png(20_000, 10_000), "pixels"),
    "PNG of four thousand megapixels": picture(png(65_535, 65_535), "pixels"),
    "PNG as large as can be said": picture(png(2**31 - 1, 2**31 - 1), ""),
    "PNG of no width": picture(png(0, 10), ""),
    "PNG of no height": picture(png(10, 0), ""),
    "PNG whose text unpacks to much": picture(
        lambda: png(10, 10).replace(
            b"\0\0\0\0IEND", chunk(b"zTXt", b"a\0\0" + zlib.compress(b"x" * 40_000_000)) + b"\0\0\0\0IEND"
        ),
        "",
    ),
    "PNG of rows that are no rows": picture(png(10, 10, b"hello"), ""),
    "PNG of a colour that is none": picture(png(10, 10, colour=5), ""),
    "PNG of seven bits": picture(png(10, 10, bits=7), ""),
    "JPEG that ends early": picture(jpeg()[:200], "damaged"),
    "JPEG of its first bytes": picture(jpeg()[:4], ""),
    "JPEG that says it is huge": picture(
        jpeg().replace(struct.pack(">HH", 40, 60), struct.pack(">HH", 65_500, 65_500), 1), "pixels"
    ),
    "JPEG of no size": picture(jpeg().replace(struct.pack(">HH", 40, 60), struct.pack(">HH", 0, 0), 1), ""),
    "twenty-one megabytes": picture(b"\x89PNG\r\n\x1a\n" + b"\0" * 21_000_000, "larger than 20 megabytes"),
    "a PNG that is a drawing": picture(SVG % b"<script/>", "script"),
    # drawings
    "drawing: empty": picture(b"", "", "logo.svg"),
    "drawing: script": drawing(b"<script>alert(1)</script>", "holds a script"),
    "drawing: script in another namespace": drawing(b'<x:script xmlns:x="http://www.w3.org/2000/svg"/>', "script"),
    "drawing: handler": drawing(b'<rect width="1" height="1" onload="alert(1)"/>', "holds a script"),
    "drawing: web page inside": drawing(b"<foreignObject><a/></foreignObject>", "web page"),
    "drawing: picture from the network": drawing(b'<image href="http://example.org/x.png"/>', "picture"),
    "drawing: picture inside": drawing(b'<image href="data:image/png;base64,AAAA"/>', "picture"),
    "drawing: file": drawing(b'<use xlink:href="file:///etc/passwd#a"/>', OUTSIDE),
    "drawing: link": drawing(b'<a href="http://example.org"><path d=""/></a>', "‘a’"),
    "drawing: style from elsewhere": drawing(b"<style>@import url(http://example.org/x.css);</style>", OUTSIDE),
    "drawing: paint from elsewhere": drawing(b'<rect fill="url(http://example.org#a)"/>', OUTSIDE),
    "drawing: paint behind an escape": drawing(b'<rect style="fill:u\\72l(http://example.org)"/>', OUTSIDE),
    "drawing: letters": drawing(b"<text>Practice</text>", "letters"),
    "drawing: it moves": drawing(b'<animate attributeName="x" to="9"/>', "‘animate’"),
    "drawing: it sets": drawing(b'<set attributeName="href" to="javascript:x"/>', "‘set’"),
    "drawing: filter": drawing(b'<filter id="a"><feImage href="http://x"/></filter>', "‘filter’"),
    "drawing: entity": picture(b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG % b"<path d='&a;'/>", "entities", "logo.svg"),
    "drawing: entity of a file": picture(
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG % b"&a;", "entities", "logo.svg"
    ),
    "drawing: entity bomb": picture(
        b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
        + b"]>"
        + SVG % b"&a11;",
        "entities",
        "logo.svg",
    ),
    "drawing: entity in UTF-16": picture(
        ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE svg [<!ENTITY a "b">]>' + (SVG % b"&a;").decode()).encode(
            "utf-16"
        ),
        "",
        "logo.svg",
    ),
    "drawing: entity in UTF-7": picture(
        b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-ENTITY a "b"+AD4-' + SVG % b"", "", "logo.svg"
    ),
    "drawing: types from elsewhere": picture(
        b'<!DOCTYPE svg SYSTEM "http://example.org/x.dtd">' + SVG % b"<script/>", "script", "logo.svg"
    ),
    "drawing: not closed": picture((SVG % b"<g>")[:-6], "damaged", "logo.svg"),
    "drawing: another kind of XML": picture(b"<?xml version='1.0'?><html/>", "not an SVG", "logo.svg"),
    "drawing: deep": drawing(b"<g>" * 5_000 + b"</g>" * 5_000, ""),
    "drawing: ten thousand deep, not closed": drawing(b"<g>" * 10_000, ""),
    "drawing: a hundred thousand parts": drawing(b"<g/>" * 100_000, "too large"),
    "drawing: two megabytes": drawing(b"<path d='" + b"M0 0" * 500_000 + b"'/>", "megabyte"),
    "drawing: a path of a hundred thousand steps that is no path": drawing(
        b"<script d='" + b"1e9 " * 99_999 + b"'/>", "script"
    ),
    "drawing: it repeats itself": drawing(b'<g id="a"><use href="#a"/></g>', ""),
    "drawing: it repeats without end": drawing(
        b'<g id="a0"><path d="M0 0"/></g>'
        + b"".join(b'<g id="a%d">%s</g>' % (n, b'<use href="#a%d"/>' % (n - 1) * 10) for n in range(1, 10)),
        "repeats its parts",
    ),
    "drawing: a thousand uses": drawing(b'<path id="a" d="M0 0"/>' + b'<use href="#a"/>' * 1_000, "repeats its parts"),
    "drawing: no size": picture(SVG.replace(b'viewBox="0 0 20 10"', b"") % b"", "size", "logo.svg"),
    "drawing: as wide as the world": picture(SVG.replace(b"20 10", b"1e30 1") % b"", "size", "logo.svg"),
    "drawing: of no height": picture(SVG.replace(b"20 10", b"20 0") % b"", "size", "logo.svg"),
    "drawing: of a size that is no number": picture(SVG.replace(b"20 10", b"nan inf") % b"", "size", "logo.svg"),
    "drawing: of a size with many dots": picture(SVG.replace(b"20 10", b"1.2.3 4..5") % b"", "size", "logo.svg"),
    "drawing: packed": picture(zlib.compress(SVG % b""), "", "logo.svg"),
    # letters
    "font: empty": font(b"", "font"),
    "font: text": font(b"hello", "font"),
    "font: its first hundred bytes": font(FONT[:100], "font"),
    "font: its first half": font(FONT[: len(FONT) // 2], ""),
    "font: noughts": font(b"\0" * 100_000, "font"),
    "font: a head that says a million tables": font(FONT[:4] + b"\xff\xff" + FONT[6:300], ""),
    "font: a collection without end": font(b"ttcf\0\1\0\0\xff\xff\xff\xff" + b"\0" * 100, "font"),
    "font: without characters": font(without(FONT, b"cmap"), "characters"),
    "font: without outlines": font(without(FONT, b"glyf", b"CFF ", b"CFF2"), "outlines"),
    "font: without a head": font(without(FONT, b"head"), ""),
    "font: without metrics": font(without(FONT, b"hhea", b"hmtx"), ""),
    "font: without its places": font(without(FONT, b"loca"), ""),
    "font: without a name": font(without(FONT, b"name", b"maxp"), ""),
    "font: outlines of ones": font(filled(FONT, b"glyf", 0xFF), "no shape"),
    "font: places of ones": font(filled(FONT, b"loca", 0xFF), ""),
    "font: characters of ones": font(filled(FONT, b"cmap", 0xFF), ""),
    **{
        f"font: {kind} of ones": font(filled(FONT, table, 0xFF), "some of its tables are broken")
        for table, kind in {b"GSUB": "rules", b"gvar": "variations", b"GPOS": "accents", b"name": "names"}.items()
    },
    "font: maxima of ones": font(filled(FONT, b"maxp", 0xFF), ""),
    "font: a head of ones": font(filled(FONT, b"head", 0xFF), ""),
}
