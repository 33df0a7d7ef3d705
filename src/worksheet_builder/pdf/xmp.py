"""The metadata of the file: XMP for PDF/A-2a and PDF/UA-1, and the output intent with its colour space, sRGB."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from ..document import Document
from ..project.package_files import package_file
from .objects import PRODUCER, PdfCanvas, stream

_RIGHTS = """
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt></dc:rights>
<xmpRights:Marked>True</xmpRights:Marked>
<xmpRights:WebStatement>{licence}</xmpRights:WebStatement>
<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt></xmpRights:UsageTerms>"""
"""The XMP properties of its rights (XMP Specification Part 1, 8.4 and 8.5)."""
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{summary}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>{rights}
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def put_metadata(pdf: PdfCanvas, document: Document) -> int:
    """Write the XMP packet; returns the number of its object."""
    title, summary = escape(document.file_title.plain(), quote=False), escape(document.summary.plain(), quote=False)
    spoken = (it.tag for it in (document.language, document.beside) if it)
    languages = "".join(f"<rdf:li>{tag}</rdf:li>" for tag in spoken)
    rights = _rights(document)
    packet = _XMP.format(title=title, summary=summary, languages=languages, rights=rights, producer=PRODUCER)
    return pdf.put_stream(packet.encode(), "/Type/Metadata/Subtype/XML", compress=False)


def _rights(document: Document) -> str:
    rights = document.rights
    if rights is None:
        return ""
    return _RIGHTS.format(words=escape(rights.words, quote=False), licence=escape(rights.licence, quote=False))


def put_intent(pdf: PdfCanvas) -> int:
    """Write the output intent (ISO 32000-1, 14.11.5), sRGB; returns the number of its object."""
    return pdf.put(
        b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile %d 0 R>>"
        % pdf.put(_srgb())
    )


@lru_cache(maxsize=1)
def _srgb() -> bytes:
    """The ICC profile of sRGB, as a stream object (`tools/srgb_profile.py` writes its file)."""
    return stream(package_file("data/srgb.icc").read_bytes(), "/N 3")
