"""An order: every option of one build, and the suffixes of file names that the options give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

from ..definitions.tailoring import ClientChanges
from ..document import Edition, OutputOptions, Paper, Posture, Style
from ..foundation.languages import SOURCE_LANGUAGE
from ..foundation.records import record
from .formats import FORMATS

OUTPUT = Path("handouts")
"""The folder that handouts go to unless another is named."""
PAGES = "html"
"""The format of the web pages of a site."""
_NOT_OF_THE_PAGE = frozenset(
    "practice languages formats beside paper today output store site workers force overwrite".split()
)
"""Options that do not change what a page shows, or that are hashed in another form.

The practice is hashed as it was read, the paper in the output options, the day by the contacts that are current on it,
and the languages with each handout.
"""


@record(kw_only=True)
class Order:
    """Every option of a build; the same order applies to all its handouts."""

    practice: Path | None = None
    """The file of the practice."""
    languages: tuple[str, ...] = ()
    """Language tags; if there are none, the languages of the practice, else English."""
    formats: tuple[str, ...] = ()
    """Names of formats; if there are none, the usual formats."""
    beside: str | None = None
    """The second language of bilingual handouts."""
    edition: Edition = Edition.CLIENT
    style: Style = Style.STANDARD
    paper: Paper | None = None
    """The size of paper; None for that of the practice."""
    design: str = ""
    """The name of a design; empty for that of the practice."""
    fillable: bool = True
    """Whether there are form fields."""
    examples: bool = True
    """Whether tables, sentence beginnings and ladders contain example answers."""
    pictures: bool = True
    """Whether drawings are printed that only illustrate the text."""
    body: Posture | None = None
    """How bodies to be marked are drawn; None for what each sheet says."""
    more_room: bool = False
    """Whether a page of writing lines follows each sheet, for answers that are too long for a field."""
    leaf: bool = False
    """Whether only the page for other people (the leaf of a sheet) is made."""
    protected: bool = False
    """Whether Word lets a reader fill the fields and change nothing else."""
    draft: bool = False
    """Whether English is printed, marked, where there is no current translation."""
    require: str = ""
    """The state that translations need, ‘draft’, ‘translated’ or ‘reviewed’; empty leaves it to the practice."""
    today: date | None = None
    """The day on which contacts for a crisis have to be current; None prints none of the country."""
    output: Path = OUTPUT
    store: str = ""
    """The address of a store that has `output` as a folder; empty for the disk."""
    site: Path | None = None
    """Instead of `output`, a folder of web pages side by side, under file names that say nothing of their contents."""
    workers: int | None = None
    """The number of processes; None for as many as save time."""
    force: bool = False
    """Whether unchanged handouts are made too."""
    overwrite: bool = False
    """Whether handouts that were edited since they were made are replaced."""
    client: ClientChanges | None = None
    """Changes to the sheet for one client; nothing made with them is recorded."""

    def contradictions(self) -> Iterator[str]:
        """A sentence for each two options that contradict each other."""
        if self.draft and self.require:
            yield "--draft prints what is not translated, --require refuses it; give one of the two."
        if self.leaf and self.edition is not Edition.CLIENT:
            yield "A leaf is for other people and has no notes; leave --edition out."
        if self.client and self.site:
            yield "--with makes a handout for one client, which belongs into no folder of pages; leave --site out."
        if self.site and (self.edition is not Edition.CLIENT or {*self.formats} - {PAGES}):
            yield "--site makes pages for clients; leave --edition and other formats out."

    def tags(self, usual: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The languages to make, each once: those asked for, else the usual ones of the practice, else English."""
        return tuple(dict.fromkeys(self.languages or usual or (SOURCE_LANGUAGE,)))

    def format_names(self) -> tuple[str, ...]:
        """The formats to write, each once."""
        usual = (PAGES,) if self.site else (name for name, it in FORMATS.items() if it.usual)
        return tuple(dict.fromkeys(self.formats or usual))

    @property
    def folder(self) -> Path:
        """The folder that all handouts are made in."""
        return self.site or self.output

    def output_options(self, usual: Paper) -> OutputOptions:
        """The options for composing a document, on the `usual` paper of the practice or on another one."""
        return OutputOptions(
            self.edition,
            self.paper or usual,
            self.fillable,
            self.protected,
            self.examples,
            pictures=self.pictures,
            body=self.body,
            more_room=self.more_room,
            leaf=self.leaf,
        )

    def page_choices(self) -> dict[str, object]:
        """The options, by name, that change what a page shows; they are part of the hash of a handout."""
        return {it.name: getattr(self, it.name) for it in fields(self) if it.name not in _NOT_OF_THE_PAGE}

    def suffix(self, format_name: str, usual: Paper) -> str:
        """The part of a file name for options that change the page, so that different pages have different names."""
        words = {
            "edition": self.edition is not Edition.CLIENT and self.edition.value,
            "leaf": self.leaf and "leaf",
            "style": self.style is not Style.STANDARD and self.style.value,
            "paper": self.paper not in (None, usual) and str(self.paper),
            "design": self.design and f"design-{self.design}",
            "fillable": not self.fillable and "no-fill",
            "examples": not self.examples and "no-examples",
            "pictures": not self.pictures and "no-pictures",
            "body": self.body is not None and f"body-{self.body}",
            "more_room": self.more_room and "more-room",
            "client": self.client is not None and "one-client",
            "protected": self.protected and "protected",
        }
        unseen = FORMATS[format_name].unseen
        return "".join(f"-{word}" for option, word in words.items() if word and option not in unseen)
