"""The whole file: body, styles, theme, lists, settings, fonts, placeholders, header and footer."""

from __future__ import annotations

from docx.opc.part import Part

from ..design import MM
from ..document import Document
from ..practice import Brand
from .body import Body
from .controls import Controls
from .furniture import Around
from .glossary import glossary
from .look import Look, twips
from .markup import element, escaped, part, w
from .numbering import numbering
from .package import (
    FONTS,
    FOOTER,
    GLOSSARY,
    HEADER,
    MAIN,
    NUMBERING,
    PICTURES,
    PROPERTIES,
    SETTINGS,
    STYLES,
    THEME,
    Package,
)
from .pictures import Picture
from .runs import Runs
from .settings import settings
from .styles import stylesheet
from .theme import theme

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_HEADER_AT, _FOOTER_AT = 9 * MM, 8 * MM
_LOGO = "logo"


def handout(document: Document, brand: Brand, protect: bool) -> bytes:
    """The bytes of the DOCX; raises Refused for a logo that cannot be used."""
    look, package = Look.of(document, brand), Package()
    runs = Runs(look)
    controls = Controls(runs, document.furniture, fillable=document.setting.fillable, locked=protect)
    body = Body(look, runs, controls)
    picture = Picture.logo(brand.logo, brand.practice.place) if brand.logo else None
    around = _around(Around(document, brand, runs), picture)
    written = w("body", body.nodes(document.nodes), _section(look, around))
    main = package.add(MAIN, "/word/document.xml", part("w:document", {}, written, prefixes="w r mc w14"))
    package.add(PROPERTIES, "/docProps/core.xml", _properties(document))
    _add_around(package, main, around, picture)
    _furnish(package, main, look, protect)
    package.add(NUMBERING, "/word/numbering.xml", numbering(look, body.restarts), main)
    if document.setting.fillable:
        blob = glossary(controls)
        _furnish(package, package.add(GLOSSARY, "/word/glossary/document.xml", blob, main), look, False)
    return package.save()


def _around(around: Around, picture: Picture | None) -> dict[str, bytes]:
    """The headers and footers by the stem of their file names; the first page has a header if there is a brand."""
    first = around.first_header(picture, _LOGO)
    parts = {"headerFirst": first} if first else {}
    return {**parts, "header": around.header(), "footerFirst": around.footer(), "footer": around.footer()}


def _add_around(package: Package, main: Part, around: dict[str, bytes], picture: Picture | None) -> None:
    for stem, blob in around.items():
        kind = HEADER if stem.startswith("header") else FOOTER
        added = package.add(kind, f"/word/{stem}.xml", blob, main)
        if stem == "headerFirst" and picture:
            package.add(PICTURES[picture.suffix], f"/word/media/{_LOGO}.{picture.suffix}", picture.data, added)


def _furnish(package: Package, main: Part, look: Look, protect: bool) -> None:
    """Styles, settings, theme and fonts, which the glossary has to have as well."""
    folder = str(main.partname.baseURI)
    package.add(STYLES, f"{folder}/styles.xml", stylesheet(look), main)
    package.add(SETTINGS, f"{folder}/settings.xml", settings(look, protect), main)
    package.add(THEME, f"{folder}/theme/theme1.xml", theme(look), main)
    package.add(FONTS, f"{folder}/fontTable.xml", part("w:fonts", {}, look.faces.table()), main)


def _section(look: Look, around: dict[str, bytes]) -> str:
    wide, tall = (twips(points) for points in look.paper.points)
    margins, side = look.design.margins, twips(look.design.margins.side * MM)
    return w(
        "sectPr",
        *(_reference(stem) for stem in around),
        w("pgSz", w=wide, h=tall),
        w("pgMar", top=twips(margins.top * MM), right=side, bottom=twips(margins.bottom * MM), left=side,
          header=twips(_HEADER_AT), footer=twips(_FOOTER_AT), gutter=0),
        w("titlePg"),
        w("bidi") if look.language.rtl else "",
    )  # fmt: skip


def _reference(stem: str) -> str:
    name, first = stem.removesuffix("First"), stem.endswith("First")
    return element(f"w:{name}Reference", {"w:type": "first" if first else "default", "r:id": stem})


def _properties(document: Document) -> bytes:
    """Title and language of the file, and nothing about who made it or when."""
    title = element("dc:title", {}, escaped(document.title.plain()))
    language = element("dc:language", {}, escaped(document.language.tag))
    return part("cp:coreProperties", {"xmlns:cp": _CORE, "xmlns:dc": _DC}, title, language, prefixes="")
