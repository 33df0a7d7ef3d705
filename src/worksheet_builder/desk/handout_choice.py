"""The options of a handout on the desk: read from a URL query, written as one, and converted into an Order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlencode

from ..build.order import Order
from ..definitions.tailoring import ClientChanges
from ..document import Edition, Paper, Posture, Style
from ..foundation.records import record

Word = TypeVar("Word", bound=StrEnum)


@record(kw_only=True)
class HandoutChoice:
    """One handout: its worksheets, and each option that the desk offers. What is empty is left to the practice."""

    sheets: tuple[str, ...]
    pack: bool = False
    """Whether the worksheets are one handout with a cover; otherwise there is only one worksheet."""
    language: str = "en"
    beside: str = ""
    style: Style = Style.STANDARD
    paper: Paper | None = None
    design: str = ""
    edition: Edition = Edition.CLIENT
    fillable: bool = True
    examples: bool = True
    pictures: bool = True
    body: Posture | None = None
    more_room: bool = False
    protected: bool = False
    draft: bool = False
    leaf: bool = False

    @classmethod
    def asked(
        cls, sheets: Iterable[str], asked: Mapping[str, str], usual: str, known: Iterable[str], pack: bool = False
    ) -> HandoutChoice:
        """The choice in a URL query; an invalid value counts as absent, and `usual` is the default language."""
        tags = set(known)
        language = asked.get("language", "")
        language = language if language in tags else usual
        beside = asked.get("beside", "")
        edition = _one_of(Edition, asked.get("edition", "")) or Edition.CLIENT
        return cls(
            sheets=tuple(sheets),
            pack=pack,
            language=language,
            beside=beside if beside in tags and beside != language else "",
            style=_one_of(Style, asked.get("style", "")) or Style.STANDARD,
            paper=_one_of(Paper, asked.get("paper", "")),
            design=asked.get("design", ""),
            edition=edition,
            fillable=asked.get("fields") != "no",
            examples=asked.get("examples") != "no",
            pictures=asked.get("pictures") != "no",
            body=_one_of(Posture, asked.get("body", "")),
            more_room=asked.get("more_room") == "yes",
            protected=asked.get("protected") == "yes",
            draft=asked.get("draft") == "yes",
            leaf=asked.get("leaf") == "yes" and edition is Edition.CLIENT and not pack,
        )

    def order(self, practice: Path | None, today: date, client: ClientChanges | None = None) -> Order:
        """The choice as an Order of the command line."""
        return Order(
            practice=practice,
            languages=(self.language,),
            beside=self.beside or None,
            edition=self.edition,
            style=self.style,
            paper=self.paper,
            design=self.design,
            fillable=self.fillable,
            examples=self.examples,
            pictures=self.pictures,
            body=self.body,
            more_room=self.more_room,
            protected=self.protected,
            draft=self.draft,
            leaf=self.leaf,
            today=today,
            client=client,
        )

    @property
    def query(self) -> str:
        """The choice as a URL query; default values are left out, so that equal choices have equal addresses."""
        said = {
            "language": self.language,
            "beside": self.beside,
            "style": self.style.value if self.style is not Style.STANDARD else "",
            "paper": self.paper.value if self.paper else "",
            "design": self.design,
            "edition": self.edition.value if self.edition is not Edition.CLIENT else "",
            "fields": "" if self.fillable else "no",
            "examples": "" if self.examples else "no",
            "pictures": "" if self.pictures else "no",
            "body": self.body.value if self.body else "",
            "more_room": "yes" if self.more_room else "",
            "protected": "yes" if self.protected else "",
            "draft": "yes" if self.draft else "",
            "leaf": "yes" if self.leaf else "",
        }
        return urlencode({name: value for name, value in said.items() if value})

    def only(self, sheet: str) -> HandoutChoice:
        """The same options for a single worksheet."""
        return replace(self, sheets=(sheet,), pack=False)


def _one_of(words: type[Word], given: str) -> Word | None:
    return words(given) if given in {it.value for it in words} else None
