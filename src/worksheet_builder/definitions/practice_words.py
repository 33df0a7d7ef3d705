"""The words of a practice in a language other than that of its file."""

from __future__ import annotations

from typing import Annotated

from ..foundation.phrases import Phrase
from ..foundation.records import record


@record
class ContactWords:
    """The words about one of the practice's own contacts."""

    name: Annotated[Phrase | None, "Who answers."] = None
    note: Annotated[Phrase | None, "A few words more."] = None


@record
class PracticeWords:
    """The words of a practice in another language; for those left out, the words of the file are printed."""

    name: Annotated[Phrase | None, "The name, where it is another."] = None
    strapline: Annotated[Phrase | None, "A few words under the name."] = None
    header: Annotated[Phrase | None, "A line at the head of each page."] = None
    footer: Annotated[Phrase | None, "A line at the foot of each page."] = None
    credit: Annotated[Phrase | None, "A line beside the source of the texts."] = None
    address: Annotated[Phrase | None, "Street and town, where they are written otherwise."] = None
    titles: Annotated[tuple[Phrase, ...], "What each of ‘people’ is, in their order."] = ()
    crisis: Annotated[tuple[ContactWords, ...], "Name and note of each of ‘crisis’, in their order."] = ()
