"""An order: every option of one build, and what each says in the name of a handout."""

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
"""The format of the pages that a host takes."""
_NOT_OF_THE_PAGE = frozenset(
    "practice languages formats beside paper today output store site workers force overwrite".split()
)
"""Options that do not change what a page shows, or reach the page as something else: the practice as it is read, a
paper as that of the output options, the day as the contacts that are current on it, languages with each handout."""


@record(kw_only=True)
class Order:
    """Every option of a build. All that is made for it is made with the same one."""

    practice: Path | None = None
    """The file of the practice."""
    languages: tuple[str, ...] = ()
    """Tags; if there are none, the languages of the practice, else English."""
    formats: tuple[str, ...] = ()
    """Names of formats; the usual ones if there are none."""
    beside: str | None = None
    """The second language, on handouts in two."""
    edition: Edition = Edition.CLIENT
    style: Style = Style.STANDARD
    paper: Paper | None = None
    """That of the practice where it is None."""
    design: str = ""
    """How the pages look, in place of the design of the practice."""
    fillable: bool = True
    """Whether there are form fields."""
    examples: bool = True
    """Whether tables, beginnings and ladders show how somebody might fill them."""
    pictures: bool = True
    """Whether drawings stand that only show what words say."""
    body: Posture | None = None
    """How bodies are drawn that are there to be marked; as each sheet says where it is None."""
    more_room: bool = False
    """Whether a page of lines follows each sheet, for what a field does not hold."""
    leaf: bool = False
    """Whether the page for other people is made, and nothing else."""
    protected: bool = False
    """Whether Word lets a reader fill the fields and change nothing else."""
    draft: bool = False
    """Whether English is printed, marked, where there is no current translation."""
    require: str = ""
    """The state that translations need, ‘draft’, ‘translated’ or ‘reviewed’; empty leaves it to the practice."""
    today: date | None = None
    """The day to judge contacts by; without one, none of the country is printed."""
    output: Path = OUTPUT
    store: str = ""
    """The address of a store that `output` is a folder of; the disk where it is empty."""
    site: Path | None = None
    """In place of `output`, a folder of pages for a host, side by side under names that tell nothing of them."""
    workers: int | None = None
    """Processes to make handouts with; as many as are worth it where it is None."""
    force: bool = False
    """Whether also what has not changed is made."""
    overwrite: bool = False
    """Whether handouts that were edited since they were made are replaced."""
    client: ClientChanges | None = None
    """What is laid over the sheet for one client; what is made with it is noted nowhere."""

    def contradictions(self) -> Iterator[str]:
        """A sentence for each two options that do not go together."""
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
        """The folder that all is made in."""
        return self.site or self.output

    def output_options(self, usual: Paper) -> OutputOptions:
        """The choices that a document is composed with, on the usual paper of the practice or on another."""
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
        """The options, by name, that change what a page shows; equal ones and equal words make equal pages."""
        return {it.name: getattr(self, it.name) for it in fields(self) if it.name not in _NOT_OF_THE_PAGE}

    def suffix(self, format_name: str, usual: Paper) -> str:
        """What the name of a file says of the options that make another page, so that each page has its own name."""
        said = {
            self.edition.value: self.edition is not Edition.CLIENT,
            "leaf": self.leaf,
            self.style.value: self.style is not Style.STANDARD,
            (self.paper or usual).value: self.paper not in (None, usual) and FORMATS[format_name].paged,
            f"design-{self.design}": bool(self.design),
            "no-fill": not self.fillable,
            "no-examples": not self.examples,
            "no-pictures": not self.pictures,
            f"body-{self.body}": self.body is not None,
            "more-room": self.more_room,
            "one-client": self.client is not None,
            "protected": self.protected and FORMATS[format_name].protects,
        }
        return "".join(f"-{word}" for word, is_said in said.items() if is_said)
