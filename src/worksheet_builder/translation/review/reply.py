"""The lasting name of a string on its way out and back, and what a reviewer says of it."""

from __future__ import annotations

import hashlib
import re

from ...foundation.records import record
from ...foundation.xml_text import possible_in_xml

_KEY = re.compile(r"([0-9a-f]{10})[-_]([0-9a-f]{8})[-_]([0-9a-f]{8})$")


@record
class Key:
    """Checksums of where a string stands, of its English and of its words when it went out."""

    identity: str
    source: str
    words: str

    @classmethod
    def of(cls, tag: str, name: str, address: str, english: str, words: str) -> Key:
        """The key of an entry in the catalogue of that name."""
        return cls(_checksum(f"{tag}\0{name}\0{address}", 10), _checksum(english, 8), _checksum(shown(words), 8))

    @classmethod
    def find(cls, text: str) -> Key | None:
        """The key at the end of a tag or a bookmark, if there is one."""
        match = _KEY.search(text)
        return cls(match[1], match[2], match[3]) if match else None

    def is_of(self, words: str) -> bool:
        """Whether the string went out with these words."""
        return self.words == _checksum(shown(words), 8)

    def __str__(self) -> str:
        return f"{self.identity}-{self.source}-{self.words}"


@record
class Reply:
    """What came back of one row.

    `shown` are the words that stand where they were sent, `better` those written for them; `row` is the visible name.
    """

    row: str
    key: Key | None
    english: str
    shown: str = ""
    better: str = ""
    comment: str = ""
    back: str = ""
    reviewed: bool = False
    confirmed: bool = False
    """Whether the words, as they are, are said to hold for the English of today."""
    unfinished: bool = False
    """Whether the better words are said to be no finished translation."""
    emptied: bool = False
    """Whether nothing stands where the words were sent."""
    merged: bool = False
    """Whether its words stand in one cell with those of other rows."""
    language: str = ""
    """The tag that the file gives to its words, if it does."""

    @property
    def speaks(self) -> bool:
        """Whether something was written into the row or ticked."""
        return bool(self.better or self.comment or self.back or self.reviewed)


def sent_and_better(words: str, english: str, key: Key | None, untouched: bool) -> tuple[str, str]:
    """The words of an XLIFF file as those that were sent and those that are better, one of the two empty.

    In an `untouched` row a tool may have put the source there, for somebody to write over: then both are.
    """
    if untouched and alike(words, english):
        return "", ""
    return (words, "") if key is not None and key.is_of(words) else ("", words)


def trimmed(words: str, english: str) -> str:
    """The words without the white space that a tool has put around them, since the English has none there."""
    start, end = len(english) - len(english.lstrip()), len(english.rstrip())
    if not words.strip() or not english.strip():
        return words if words.strip() else ""
    return f"{english[:start]}{words.strip()}{english[end:]}"


def shown(text: str) -> str:
    """The text as a file of rows shows it: paragraphs without what XML cannot hold or nobody sees at the ends."""
    lines = possible_in_xml(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def alike(one: str, other: str) -> bool:
    """Whether two texts differ only in what office programs change by themselves: quotation marks, dashes, spaces."""
    return _plain(one) == _plain(other)


_BY_ITSELF = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "–": "--", "\u00a0": " ", "\t": " "})


def _plain(text: str) -> str:
    return " ".join(shown(text).translate(_BY_ITSELF).split())


def _checksum(text: str, digits: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
