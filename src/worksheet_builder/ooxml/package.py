"""Write the parts of a Word file into a ZIP archive, always with the same bytes: no time, author or random order.

The objects of parts and relationships are those of python-docx.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePosixPath
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from .markup import DECLARATION, element

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "svg": "image/svg+xml",
}
_EPOCH = (1980, 1, 1, 0, 0, 0)


class Kind(NamedTuple):
    """The kind of a part: the type of relationships to it, and its content type (OPC, ECMA-376 part 2)."""

    relation: str
    content: str


MAIN = Kind(RT.OFFICE_DOCUMENT, CT.WML_DOCUMENT_MAIN)
PROPERTIES = Kind(RT.CORE_PROPERTIES, CT.OPC_CORE_PROPERTIES)
STYLES = Kind(RT.STYLES, CT.WML_STYLES)
NUMBERING = Kind(RT.NUMBERING, CT.WML_NUMBERING)
SETTINGS = Kind(RT.SETTINGS, CT.WML_SETTINGS)
FONTS = Kind(RT.FONT_TABLE, CT.WML_FONT_TABLE)
THEME = Kind(RT.THEME, CT.OFC_THEME)
GLOSSARY = Kind(RT.GLOSSARY_DOCUMENT, CT.WML_DOCUMENT_GLOSSARY)
HEADER = Kind(RT.HEADER, CT.WML_HEADER)
FOOTER = Kind(RT.FOOTER, CT.WML_FOOTER)
PICTURES = {suffix: Kind(RT.IMAGE, _DEFAULTS[suffix]) for suffix in ("png", "svg")}


class Package:
    """The parts of one file."""

    def __init__(self) -> None:
        self._opc = OpcPackage()

    def add(self, kind: Kind, name: str, blob: bytes, source: Part | None = None) -> Part:
        """Add a part such as ``/word/styles.xml``; `source`, or else the package, refers to it with its stem as id."""
        part = Part(PackURI(name), kind.content, blob)
        (self._opc if source is None else source).load_rel(kind.relation, part, PurePosixPath(name).stem)
        return part

    def save(self) -> bytes:
        """The bytes of the file: the same parts give the same bytes."""
        parts = sorted(self._opc.iter_parts(), key=lambda part: str(part.partname))
        members = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": self._opc.rels.xml}
        for part in parts:
            members[part.partname.membername] = part.blob
            if part.rels:
                members[part.partname.rels_uri.membername] = part.rels.xml
        return _zipped(members)


def _content_types(parts: list[Part]) -> bytes:
    suffixes = {"rels", "xml"} | {part.partname.ext for part in parts}
    defaults = (element("Default", {"Extension": it, "ContentType": _DEFAULTS[it]}) for it in sorted(suffixes))
    overrides = (
        element("Override", {"PartName": part.partname, "ContentType": part.content_type})
        for part in parts
        if part.partname.ext == "xml"
    )
    listed = element("Types", {"xmlns": _TYPES}, *defaults, *overrides)
    return (DECLARATION + listed).encode()


def _zipped(members: dict[str, bytes | str]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data)
    return stream.getvalue()
