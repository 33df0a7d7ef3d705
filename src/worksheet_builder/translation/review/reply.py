"""The key that identifies a string in a file for review, and the reply of a reviewer."""

from __future__ import annotations

import hashlib
import re

from ...foundation.records import record
from ...foundation.xml_text import possible_in_xml

_KEY = re.compile(r"([0-9a-f]{10})[-_]([0-9a-f]{8})[-_]([0-9a-f]{8})$")


@record
class Key:
    """Hashes of a string when it was sent: of its place (language, catalogue, address), its English, its words."""

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
        """Whether these are the words that the string was sent with."""
        return self.words == _checksum(shown(words), 8)

    def __str__(self) -> str:
        return f"{self.identity}-{self.source}-{self.words}"


@record
class Reply:
    """One row of a returned file.

    `row` is the visible name of the row, `shown` the text in the column of the sent words, `better` the text in the
    column for better words, `back` a translation back into English.
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
    """Whether the file says that the words, unchanged, fit the present English."""
    unfinished: bool = False
    """Whether the file says that the better words are not a finished translation."""
    emptied: bool = False
    """Whether the column of the sent words is empty."""
    merged: bool = False
    """Whether the words share one cell with those of other rows."""
    language: str = ""
    """The language tag that the file gives the words; empty if it gives none."""

    @property
    def speaks(self) -> bool:
        """Whether something was written into the row or ticked."""
        return bool(self.better or self.comment or self.back or self.reviewed)


def sent_and_better(words: str, english: str, key: Key | None, untouched: bool) -> tuple[str, str]:
    """The words of an XLIFF unit as a pair, those that were sent and those that are better; one of the two is empty.

    Both are empty if an `untouched` unit has the English as its words: a tool has put it there to be overwritten.
    """
    if untouched and alike(words, english):
        return "", ""
    return (words, "") if key is not None and key.is_of(words) else ("", words)


def trimmed(words: str, english: str) -> str:
    """The words with the white space of the English at both ends, since a tool may have added some."""
    start, end = len(english) - len(english.lstrip()), len(english.rstrip())
    if not words.strip() or not english.strip():
        return words if words.strip() else ""
    return f"{english[:start]}{words.strip()}{english[end:]}"


def shown(text: str) -> str:
    """The text as a file for review shows it: stripped, non-empty lines without characters that XML cannot hold."""
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
