"""A document as a whole: its nodes, header and footer, languages, and the metadata of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..foundation.languages import Language
from ..foundation.palette import PLAIN, Stock
from ..foundation.phrases import Phrase
from ..foundation.records import record
from .header_footer import HeaderFooter
from .nodes import Node
from .output_options import OutputOptions


@record
class Rights:
    """The source and the licence of the words, for the metadata of the file."""

    words: str
    """The source and the name of its licence, in the language of the document."""
    licence: str
    """The address of the licence."""


@record
class Document:
    """A handout ready to be written: everything that will be printed, in order."""

    id: str
    title: Phrase
    summary: Phrase
    language: Language
    nodes: tuple[Node, ...]
    header_footer: HeaderFooter
    output_options: OutputOptions = field(default_factory=OutputOptions)
    beside: Language | None = None
    """The second language of a bilingual sheet, that of the parallel texts; None for one language."""
    rights: Rights | None = None
    """None if the source of the words is not known, as for a practice's own sheets."""
    identifier: str = ""
    """The sheet, its languages and the hash (seal) of its words, to recognise a Word file that comes back edited."""
    anchors: frozenset[str] = frozenset()
    """The addresses of the sheet's own phrases, without those that all sheets share."""
    begun: Mapping[str, str] = field(default_factory=dict)
    """Answers that are begun for one client, by the name of the field; any text ticks a box."""
    easy_read: bool = False
    """Whether the document is in easy read: in larger type than the brand has, each sentence beside its drawing."""
    stock: Stock = PLAIN
    """The background colours of its collection."""
    own_title: Phrase | None = None
    """The title in the metadata of the file, if that on the page is not for everyone; None for the same title."""

    @property
    def file_title(self) -> Phrase:
        """The title in the metadata of the file."""
        return self.own_title or self.title
