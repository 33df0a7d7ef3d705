"""The whole file: body, styles, theme, lists, settings, fonts, placeholders, header and footer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil

from docx.opc.part import Part

from ..definitions.practice import Brand
from ..document import Document, Style, is_leaf, opening_drawing_of, walk
from ..document import parts as sheets_of
from ..document.field_labels import field_labels
from ..document.page_limits import promised
from ..document.traversal import unplaced
from ..foundation.problems import refuse_if
from ..foundation.records import record
from ..ooxml.markup import element, escaped, part, w
from ..ooxml.package import (
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
from .body_markup import DocumentBody
from .content_controls import Controls
from .header_footer_markup import HeaderFooterWriter
from .kept_together import kept_together
from .letterhead_markup import Letterhead, room_of_logo
from .numbering import numbering
from .page_estimate import LESS_SURE, SURE, overfull, sides
from .paragraph_markup import paragraph
from .picture_markup import Picture
from .placeholder_part import glossary
from .run_markup import Runs
from .sections import BARE, sections
from .settings_part import settings
from .style_context import StyleContext
from .stylesheet import stylesheet
from .theme import theme

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_LOGO = "logo"
_MOST = 200
"""The most paragraphs of a sheet that is fitted to its promised pages; a longer one could not be."""


def handout(document: Document, brand: Brand) -> bytes:
    """Write the DOCX; raises Refused for a logo that cannot be used, or a prefilled answer whose field is not there."""
    written = _accompanied(_fitting(document, brand), document, brand)
    context, controls, body, around = written.context, written.controls, written.body, written.around
    package, protect = Package(), document.output_options.protected
    refuse_if(unplaced(document, controls.placed))
    main = package.add(MAIN, "/word/document.xml", kept_together(written.main, around, context))
    for name, data in body.figures.parts.items():
        package.add(PICTURES[name.rpartition(".")[2]], f"/word/media/{name}", data, main)
    package.add(PROPERTIES, "/docProps/core.xml", _properties(document))
    heads = HeaderFooterWriter(document, brand, Runs(context))
    pictures = _small(heads) | ({"headerFirst": (_LOGO, written.picture)} if written.picture else {})
    _add_around(package, main, around | _heads(heads) | _bare(heads), pictures)
    _furnish(package, main, context, protect)
    package.add(NUMBERING, "/word/numbering.xml", numbering(context, body.restarts), main)
    if document.output_options.fillable:
        blob = glossary(controls)
        _furnish(package, package.add(GLOSSARY, "/word/glossary/document.xml", blob, main), context, False)
    return package.save()


@record
class _Written:
    """The main part, written with the sizes and spacing of one StyleContext, and the parts that it needs around it."""

    context: StyleContext
    runs: Runs
    controls: Controls
    body: DocumentBody
    around: dict[str, bytes]
    picture: Picture | None
    main: bytes

    @classmethod
    def of(cls, context: StyleContext, document: Document, brand: Brand, like: Runs | None = None) -> _Written:
        """Write the document; `like` are runs of the same document in another context, to reuse their markup."""
        runs, options = Runs(context, like=like), document.output_options
        bookmarked = Runs(context, document.anchors, like=runs)
        named = (runs, document.header_footer, field_labels(document))
        controls = Controls(*named, fillable=options.fillable, locked=options.protected, begun=document.begun)
        picture = Picture.logo(brand, room_of_logo(brand, document, context.measure)) if brand.logo else None
        first = Letterhead(document, brand, runs).part(picture, _LOGO)
        around = _around(HeaderFooterWriter(document, brand, runs), first)
        *ends, last = (section.markup(context) for section in sections(document, around))
        body = DocumentBody(context, bookmarked, controls, ends)
        written = w("body", body.nodes(document.nodes), last)
        main = part("w:document", {}, written, prefixes=_prefixes(body))
        return cls(context, runs, controls, body, around, picture, main)

    def sides(self, shares: Sequence[float] = ()) -> tuple[float, float]:
        """Estimate the pages of the sheet and of its page for other people; `shares` of a page are counted on."""
        sure = (SURE,) if self.context.language.script == "Latn" else (SURE, LESS_SURE)
        return sides(self.main, self.around, self.context, shares or sure)

    def overfull(self, share: float = SURE) -> bool:
        """Whether the crisis contacts, with all that is kept with them, are estimated higher than a share of a page."""
        return overfull(self.main, self.around, self.context, share)


def _accompanied(written: _Written, document: Document, brand: Brand) -> _Written:
    """The same, or in large type a version that keeps only the last paragraph of a panel with the crisis contacts.

    This is needed where all that is kept together is higher than a page, which would leave the contacts alone on one.
    """
    large = document.easy_read or brand.style is Style.LARGE_PRINT
    if not (large and written.overfull()):
        return written
    parted = _Written.of(replace(written.context, parted=True), document, brand)
    return written if parted.overfull(1.0) else parted


def _fitting(document: Document, brand: Brand) -> _Written:
    """Write the document with all its writing lines, or reduced in steps until it fits its promised pages.

    A pack promises none. Most sheets fit at the first step or the second. The last step may fill its pages completely,
    since nothing more can be reduced. A sheet too long even for that takes the middle step or the last, whichever first
    saves a page.
    """
    loose = _Written.of(StyleContext.of(document, brand), document, brand)
    most = None if any(sheets_of(document)) or loose.main.count(b"<w:p>") > _MOST else promised(document)
    if most is None or _fits(taken := loose.sides(), most):
        return loose
    steps = [*loose.context.closer(brand)]
    tried = list[tuple[_Written, int]]()
    for step in steps:
        closer = _Written.of(step, document, brand, loose.runs)
        if _fits(sides := closer.sides((1.0,) if step is steps[-1] else ()), most):
            return closer
        tried.append((closer, sum(map(ceil, sides))))
    halves = (tried[(len(tried) - 1) // 2], tried[-1]) if tried else ()
    return next((closer for closer, pages in halves if pages < sum(map(ceil, taken))), loose)


def _fits(taken: tuple[float, float], most: tuple[int, int]) -> bool:
    """Whether a sheet and its page for other people take no more pages than promised."""
    return taken[0] <= most[0] and taken[1] <= most[1]


def _prefixes(body: DocumentBody) -> str:
    return "w r mc w14 w15 wp a pic" if body.figures.parts else "w r mc w14 w15"


def _around(around: HeaderFooterWriter, first: bytes | None) -> dict[str, bytes]:
    """The headers and footers by file name stem; `first` is the header of the first page, if there is one."""
    parts = {"headerFirst": first} if first else {}
    header = around.header(around.document.title, _small(around).get("header"))
    return {**parts, "header": header, "footerFirst": around.footer(first=True), "footer": around.footer()}


def _heads(around: HeaderFooterWriter) -> dict[str, bytes]:
    """The headers of the sheets of a pack, each with the title of its own."""
    small = _small(around)
    sheets = enumerate(sheets_of(around.document), 1)
    return {(stem := f"header{at}"): around.header(it.title, small.get(stem), at) for at, it in sheets}


def _small(around: HeaderFooterWriter) -> dict[str, tuple[str, Picture]]:
    """The small opening drawing of each header, by its file name stem, with the relationship id used in the header."""
    document = around.document
    heads = [("header", document.title, document.nodes)]
    heads += [(f"header{at}", it.title, it.children) for at, it in enumerate(sheets_of(document), 1)]
    small = ((stem, around.small(title, opening_drawing_of(nodes))) for stem, title, nodes in heads)
    return {stem: (f"{stem}-small", picture) for stem, picture in small if picture}


def _bare(around: HeaderFooterWriter) -> dict[str, bytes]:
    """The header and footer of pages for other people, if there are any: only the notice in the footer."""
    if not any(map(is_leaf, walk(around.document.nodes))):
        return {}
    header, footer = BARE
    return {header: part("w:hdr", {}, paragraph("header"), prefixes="w r"), footer: around.bare_footer()}


def _add_around(
    package: Package, main: Part, around: dict[str, bytes], pictures: Mapping[str, tuple[str, Picture]]
) -> None:
    for stem, blob in around.items():
        kind = HEADER if stem.startswith("header") else FOOTER
        added = package.add(kind, f"/word/{stem}.xml", blob, main)
        if stem in pictures:
            name, picture = pictures[stem]
            package.add(PICTURES["png"], f"/word/media/{name}.png", picture.data, added)
            if picture.vector:
                package.add(PICTURES["svg"], f"/word/media/{name}-drawing.svg", picture.vector, added)


def _furnish(package: Package, main: Part, context: StyleContext, protect: bool) -> None:
    """Add styles, settings, theme and font table; the glossary document needs its own copy of each."""
    folder = str(main.partname.baseURI)
    package.add(STYLES, f"{folder}/styles.xml", stylesheet(context), main)
    package.add(SETTINGS, f"{folder}/settings.xml", settings(context, protect), main)
    package.add(THEME, f"{folder}/theme/theme1.xml", theme(context), main)
    package.add(FONTS, f"{folder}/fontTable.xml", part("w:fonts", {}, context.faces.table()), main)


def _properties(document: Document) -> bytes:
    """The core properties: title, rights, language and source of the file; no author and no date, for privacy."""
    title = element("dc:title", {}, escaped(document.file_title.plain()))
    rights = document.rights
    said = element("dc:description", {}, escaped(f"{rights.words} {rights.licence}")) if rights else ""
    language = element("dc:language", {}, escaped(document.language.tag))
    identifier = element("dc:identifier", {}, escaped(document.identifier)) if document.identifier else ""
    return part(
        "cp:coreProperties", {"xmlns:cp": _CORE, "xmlns:dc": _DC}, title, said, identifier, language, prefixes=""
    )
