"""A document as a whole: its nodes, and what a format says around them."""

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
    """Whose words they are and on what terms they may be passed on, as the file says of itself."""

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
    """The second language of a sheet in two: that of the parallel texts."""
    rights: Rights | None = None
    """None where nothing is known of them, as with a practice's own sheets."""
    identifier: str = ""
    """What it was made from, for a file that comes back edited: a sheet, its language, the seal over its words."""
    anchors: frozenset[str] = frozenset()
    """The addresses of the phrases that are the sheet's own, and not those that all sheets share."""
    begun: Mapping[str, str] = field(default_factory=dict)
    """Answers that are begun for one client, by the address of the field; a box that is ticked has any word."""
    easy_read: bool = False
    """Whether it is set for easy read: in larger type than the brand has, each sentence beside its drawing."""
    stock: Stock = PLAIN
    """The paper that it is printed on: that of its collection."""
    own_title: Phrase | None = None
    """The title by which a file calls itself, where that on the page is not for everyone; else the same."""

    @property
    def file_title(self) -> Phrase:
        """What a file says of itself that it is called."""
        return self.own_title or self.title
