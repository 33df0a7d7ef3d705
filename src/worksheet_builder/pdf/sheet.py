"""One PDF from its document: lay out, draw, then write every object once."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from io import BytesIO

from ..document import Document, Heading
from ..document import walk as nodes
from ..fonts import stack
from ..practice import Brand
from ..problems import Refused
from ..text import open_face
from .canvas import Raw, SheetCanvas, stream, text_string
from .content import PageContent
from .fields import Fields
from .flow import flow
from .fonts import DocumentFonts
from .furniture import Frame, frames, furniture
from .ink import Artifact, Box, Field, Ink, mirrored, moved
from .metadata import srgb_profile, xmp
from .pages import Page, paginate
from .press import Press
from .slabs import Ground
from .structure import put_structure
from .tags import Content, Tag, prune, walk


class Sheet:
    """The making of one file."""

    def __init__(self, document: Document, brand: Brand) -> None:
        self.document = document
        self.press, self.root, self.pages = fitted(document, brand)
        title = document.title.plain()
        size = (self.press.page_width, self.press.page_height)
        self.canvas = SheetCanvas(size, title, document.language.tag)
        self.fonts = DocumentFonts()
        face = open_face(stack(document.language, brand.practice.font).regular[0])
        self.fields = Fields(self.canvas, document.language, face, self.press.palette.ink)

    def write(self) -> bytes:
        """Draw every page, then write every object."""
        first, others = frames(self.press)
        count = len(self.pages)
        drawn = [self._draw(page, index, count, others if index else first) for index, page in enumerate(self.pages)]
        if self.press.setter.problems:
            raise Refused(self.press.setter.problems)
        return self._file(drawn)

    def _draw(self, page: Page, index: int, count: int, frame: Frame) -> PageContent:
        content = PageContent(index, self.press.page_height, self.fonts)
        content.draw(furniture(self.press, index, count))
        content.draw(self._grounds(page, frame))
        for top, slab in page.tops():
            inks = [self._placed(ink, frame.top + top) for ink in slab.inks]
            content.draw(inks)
            for ink in inks:
                if isinstance(ink, Field):
                    self.fields.place(ink, index, self.press.page_height)
        return content

    def _placed(self, ink: Ink, top: float) -> Ink:
        if self.press.rtl:
            ink = mirrored(ink, self.press.column.width)
        return moved(ink, self.press.side, top)

    def _grounds(self, page: Page, frame: Frame) -> list[Ink]:
        """What lies under the panels, one box for each run of slabs on the same ground."""
        inks: list[Ink] = []
        run: tuple[Ground, float, float] | None = None
        for top, slab in [*page.tops(), (0.0, None)]:
            ground = slab.ground if slab else None
            if run and run[0] is not ground:
                inks += [self._placed(ink, frame.top) for ink in self._ground(*run)]
                run = None
            if slab and ground:
                run = (ground, run[1] if run else top, top + slab.height)
        return inks

    def _ground(self, ground: Ground, top: float, bottom: float) -> list[Ink]:
        column = self.press.column
        layout = Artifact.LAYOUT
        inks: list[Ink] = [
            Box(0.0, top, column.width, bottom - top, layout, ground.fill, ground.stroke, 0.8, ground.radius)
        ]
        if ground.bar:
            inks.append(Box(0.0, top, 3.0, bottom - top, layout, fill=ground.bar))
        return inks

    def _file(self, drawn: list[PageContent]) -> bytes:
        canvas = self.canvas
        prune(self.root)
        raws = [Raw() for _ in drawn]
        pages = [canvas.reserve(raw) for raw in raws]
        tree, rows = put_structure(canvas, self.root, pages, [content.tags for content in drawn], self.fields.placed)
        form = self.fields.put(pages, rows)
        font_entries = self.fonts.put(canvas)
        for index, (content, raw) in enumerate(zip(drawn, raws, strict=True)):
            self._put_page(index, content, raw, font_entries)
        catalogue = {
            "StructTreeRoot": f"{tree} 0 R".encode(),
            "MarkInfo": b"<</Marked true>>",
            "ViewerPreferences": b"<</DisplayDocTitle true%s>>" % (b"/Direction/R2L" if self.press.rtl else b""),
            "Metadata": f"{self._metadata()} 0 R".encode(),
            "OutputIntents": f"[{self._intent()} 0 R]".encode(),
        }
        if form:
            catalogue["AcroForm"] = f"{form} 0 R".encode()
        catalogue["Outlines"] = b"%d 0 R" % self._put_outline(pages)
        return canvas.finish(catalogue)

    def _put_page(self, index: int, content: PageContent, raw: Raw, font_entries: str) -> None:
        canvas = self.canvas
        body = canvas.put_stream(content.stream())
        images = "".join(
            f"/I{number} {_put_image(canvas, data)} 0 R" for number, data in enumerate(content.pictures, 1)
        )
        annotations = " ".join(f"{item.number} 0 R" for item in self.fields.placed if item.page == index)
        width, height = self.press.page_width, self.press.page_height
        raw.body = (
            f"<</Type/Page/Parent {canvas.page_tree} 0 R/MediaBox [0 0 {width:.6g} {height:.6g}]/Contents {body} 0 R"
            f"/Resources <</Font <<{font_entries}>>{f'/XObject <<{images}>>' if images else ''}>>"
            f"/Group <</S/Transparency/CS/DeviceRGB>>"
            f"/StructParents {index}/Tabs/S{f'/Annots [{annotations}]' if annotations else ''}>>"
        ).encode()
        canvas.add_page(raw)

    def _metadata(self) -> int:
        document = self.document
        packet = xmp(document.title.plain(), document.summary.plain(), document.language.tag)
        return self.canvas.put(stream(packet, "/Type/Metadata/Subtype/XML", compress=False))

    def _intent(self) -> int:
        profile = self.canvas.put(_profile_stream())
        return self.canvas.put(
            f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
            f"/DestOutputProfile {profile} 0 R>>".encode()
        )

    def _put_outline(self, pages: list[int]) -> int:
        """A bookmark for each heading, all at one level under the title."""
        entries = [(tag, _first_page(tag)) for tag in walk(self.root) if tag.kind in ("H1", "H2")]
        raws = [Raw() for _ in entries]
        outline = Raw()
        top = self.canvas.reserve(outline)
        numbers = [self.canvas.reserve(raw) for raw in raws]
        for index, ((_, page), raw) in enumerate(zip(entries, raws, strict=True)):
            before = f"/Prev {numbers[index - 1]} 0 R" if index else ""
            after = f"/Next {numbers[index + 1]} 0 R" if index + 1 < len(numbers) else ""
            title = text_string(self._titles()[index]).decode()
            raw.body = f"<</Title {title}/Parent {top} 0 R/Dest [{pages[page]} 0 R/Fit]{before}{after}>>".encode()
        outline.body = f"<</Type/Outlines/First {numbers[0]} 0 R/Last {numbers[-1]} 0 R/Count {len(numbers)}>>".encode()
        return top

    def _titles(self) -> list[str]:
        headings = [node for node in nodes(self.document.nodes) if isinstance(node, Heading)]
        return [heading.text.plain() for heading in headings if heading.level < 3]


def fitted(document: Document, brand: Brand) -> tuple[Press, Tag, list[Page]]:
    """The pages as the design wants them, or set a little closer where that saves a page."""
    loose = _laid_out(document, brand, 0.0)
    if len(loose[2]) < 2:
        return loose
    tight = _laid_out(document, brand, 1.0)
    if len(tight[2]) >= len(loose[2]):
        return loose
    half = _laid_out(document, brand, 0.5)
    return half if len(half[2]) == len(tight[2]) else tight


def _laid_out(document: Document, brand: Brand, share: float) -> tuple[Press, Tag, list[Page]]:
    press = Press(document, replace(brand, design=brand.design.tightened(share)))
    root = Tag("Document")
    first, others = frames(press)
    slabs = flow(press, document.nodes, press.column, root)
    return press, root, paginate(slabs, first.height, others.height)


def _first_page(tag: Tag) -> int:
    return next((child.page for child in tag.children if isinstance(child, Content)), 0)


@lru_cache(maxsize=1)
def _profile_stream() -> bytes:
    return stream(srgb_profile(), "/N 3")


@lru_cache(maxsize=16)
def _image_parts(data: bytes) -> tuple[bytes, bytes | None, str, str]:
    """Pixels, transparency, and the dictionaries of both."""
    from PIL import Image

    with Image.open(BytesIO(data)) as image:
        rgba = image.convert("RGBA")
    size = f"/Type/XObject/Subtype/Image/Width {rgba.width}/Height {rgba.height}/BitsPerComponent 8"
    alpha = rgba.getchannel("A")
    mask = None if alpha.getextrema() == (255, 255) else alpha.tobytes()
    return rgba.convert("RGB").tobytes(), mask, f"{size}/ColorSpace/DeviceRGB", f"{size}/ColorSpace/DeviceGray"


def _put_image(canvas: SheetCanvas, data: bytes) -> int:
    pixels, mask, entries, mask_entries = _image_parts(data)
    if mask is not None:
        entries += f"/SMask {canvas.put_stream(mask, mask_entries)} 0 R"
    return canvas.put_stream(pixels, entries)
