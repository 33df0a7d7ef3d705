"""Make text and files fit for an XML 1.0 parser."""

from __future__ import annotations

import re

IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not allow (section 2.2, Char)."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def possible_in_xml(words: str) -> str:
    """The text with each character that XML 1.0 does not allow replaced by U+FFFD."""
    return IMPOSSIBLE.sub("\ufffd", words)


def in_utf_8(data: bytes) -> bytes:
    """Convert an XML file from UTF-16 (used by some Windows programs) to UTF-8; return all other bytes unchanged.

    UTF-16 is recognised by its byte order mark or by ‘<’ as its first character (XML 1.0, appendix F.1); the XML
    declaration, which would name the old encoding, is removed. Raises UnicodeDecodeError.
    """
    starts = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
    code = starts.get(data[:2])
    return _DECLARATION.sub("", data.decode(code)).encode() if code else data
