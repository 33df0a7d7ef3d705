"""Types for the words that all sheets share; `data/common.yaml` has the English.

Safety text depends on the intensity and is written once, so that all sheets have the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum
from typing import Annotated

from ..document import OutputOptions
from ..document.phone_words import PhoneWords
from ..foundation.languages import Language
from ..foundation.phrases import Phrase
from ..foundation.records import record
from .desk_words import DeskWords
from .safety_text import Safety

_HEARD = {"reader": "a screen reader"}
"""For the translator: these words are heard, not seen."""
_BRIEF = {"characters": 32}
"""For the translator: there is little room for these words."""


class Threshold(StrEnum):
    """A reason to wait with a sheet, worded once for all of them."""

    RISK = "risk"
    DISSOCIATION = "dissociation"
    PSYCHOSIS = "psychosis"
    MEDICAL = "medical"
    LEGAL = "legal"
    FOUND = "found"
    PROCEDURE = "procedure"
    ABUSE = "abuse"


class Check(StrEnum):
    """Something to see to before a client leaves, worded once for all sheets."""

    PRESENT = "present"
    RISK = "risk"
    NUMBER = "number"
    PAGE = "page"
    CARE = "care"


@record
class Rating:
    """Words for the rating from 0 to 10 before and after the blocks; `word` labels a line in place of a number."""

    before: Phrase
    wait: Phrase
    after: Phrase
    higher: Phrase
    low: Phrase = field(metadata=_BRIEF)
    high: Phrase = field(metadata=_BRIEF)
    word: Phrase = field(metadata=_BRIEF)


@record
class OwnRating:
    """What a sheet asks before and after in place of the shared question, and what its 0 and its 10 are.

    With `between` the answer is one of three words, for readers to whom a row of numbers says little.
    """

    before: Annotated[Phrase, "The question before the blocks; after them, all sheets ask the same."]
    low: Annotated[Phrase, "What 0 means."] = field(metadata=_BRIEF)
    high: Annotated[Phrase, "What 10 means; it is the harder end, as on all sheets."] = field(metadata=_BRIEF)
    between: Annotated[Phrase | None, "Three words in place of numbers: what stands between ‘low’ and ‘high’."] = field(
        default=None, metadata=_BRIEF
    )
    higher: Annotated[Phrase | None, "What a hard answer at the end asks for, in place of the shared line."] = None


@record
class RestWords:
    """Words of a resting place, the block `rest`."""

    heading: Phrase
    text: Phrase


@record
class MoreRoomWords:
    """Words over the extra page of writing lines, and the notes in a form about the space in its fields."""

    heading: Phrase
    text: Phrase
    shown: Phrase
    shown_easy: Phrase
    shown_here: Phrase


@record
class UntilNextTimeWords:
    """The words around something small to do until the next session."""

    heading: Phrase
    question: Phrase


@record
class LeafWords:
    """Words on a leaf (the page for other people), and the two sentences that announce it on the sheet."""

    for_staff: Phrase
    for_family: Phrase
    name: Phrase
    reach: Phrase
    language: Phrase
    communication: Phrase


@record
class WhomWords:
    """Words for the people whom a contact is for, if it is not for everyone."""

    young: Phrase
    women: Phrase
    men: Phrase
    veterans: Phrase


@record
class SmallPrint:
    """Sentences of the small print: about the page, about names on it, and about illness."""

    page: Phrase
    names: Phrase
    symptoms: Phrase


@record
class Closing:
    """Words of the small print at the end of each sheet (`easy`: in easy read), and of the contacts."""

    page: Phrase
    names: Phrase
    symptoms: Phrase
    easy: SmallPrint
    crisis: Phrase
    noted: Phrase
    crisis_line: Phrase
    contacts: Phrase
    emergency: Phrase
    emergency_local: Phrase
    text: Phrase
    always: Phrase
    free: Phrase
    whom: WhomWords


@record
class NotesWords:
    """The headings of the notes to the therapist, and the sentences in them that are the same on all sheets."""

    title: Phrase
    purpose: Phrase
    not_yet: Phrase
    introduce: Phrase
    pacing: Phrase
    too_much: Phrase
    too_little: Phrase
    before_leaving: Phrase
    more: Phrase
    strength: Phrase
    when: Phrase
    culture: Phrase
    interpreter: Phrase
    adaptations: Phrase
    physical_cautions: Phrase
    numbers: Phrase
    numbers_ring: Phrase
    number_from: Phrase
    number_undated: Phrase
    references: Phrase
    draft: Phrase
    reviewed: Phrase
    tailored: Phrase
    thresholds: Mapping[str, Phrase]
    checks: Mapping[str, Phrase]


@record
class FigureWords:
    """The words on figures, and their alternative texts for screen readers."""

    timeline: Phrase = field(metadata=_HEARD)
    body: Phrase = field(metadata=_HEARD)
    front: Phrase = field(metadata=_BRIEF)
    back: Phrase = field(metadata=_BRIEF)
    seated: Phrase = field(metadata=_BRIEF)
    lying: Phrase = field(metadata=_BRIEF)
    circles: Phrase = field(metadata=_HEARD)
    window: Phrase = field(metadata=_HEARD)
    wave: Phrase = field(metadata=_HEARD)
    thermometer: Phrase = field(metadata=_HEARD)
    ladder: Phrase = field(metadata=_HEARD)
    rung: Phrase = field(metadata=_HEARD)
    cut: Phrase
    weighed: Phrase = field(metadata=_BRIEF)
    turn_to: Phrase = field(metadata=_BRIEF)
    contact: Phrase = field(metadata=_BRIEF)


@record
class Common:
    """Every word that the tool adds to a sheet."""

    why: Phrase
    minutes: Phrase
    keep: Phrase
    example: Phrase
    mark_one: Phrase
    mark_any: Phrase
    other: Phrase
    cell: Phrase = field(metadata=_HEARD)
    row: Phrase = field(metadata=_HEARD)
    figures: FigureWords
    safety: Safety
    rating: Rating
    rest: RestWords
    until_next_time: UntilNextTimeWords
    more_room: MoreRoomWords
    leaf: LeafWords
    closing: Closing
    credit: Phrase
    adapted: Phrase
    easy_read: Phrase
    notes: NotesWords
    contents: Phrase
    page: Phrase
    logo: Phrase = field(metadata=_HEARD)
    write_here: Phrase
    chosen: Phrase = field(metadata=_HEARD)
    not_reviewed: Phrase
    typing: Phrase
    phone: PhoneWords
    desk: DeskWords

    def typed_in(
        self, language: Language, output_options: OutputOptions, easy: bool
    ) -> tuple[Phrase | None, Phrase | None]:
        """The notes of a form: programs may not join typed letters, and how much its fields show; None if not needed.

        Both are in that language alone; in easy read the second is one short sentence.
        """
        if not output_options.fillable:
            return None, None
        words = self.more_room
        shown = words.shown_easy if easy else words.shown
        room = words.shown_here.fill(there=words.heading) if output_options.more_room else shown
        joins = replace(self.typing, parallel=None) if language.joins_to_the_left else None
        return joins, replace(room, parallel=None)
