"""The safety text of each sheet: the panels, the rating before and after, and the closing with the contacts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..document import (
    Answer,
    Divider,
    Group,
    GroupRole,
    Lines,
    Listing,
    Node,
    Option,
    Paragraph,
    Role,
    Scale,
    Ticks,
)
from ..foundation.languages import Language
from ..foundation.phrases import Phrase, in_line
from ..foundation.records import record
from .blocks.block import ComposeContext
from .common_text import Closing, OwnRating
from .contacts import Contact, Whom, lines, urgent
from .country_contacts import Help
from .opening_hours import unbroken
from .safety_text import CALL, Carried


@record
class Safekeeping:
    """The safety text around the blocks of one sheet; `own` are the practice's contacts, `known` those of its country.

    A sheet that `stirs` (may bring up strong feelings) has a rating before and after. One that is `shown` to others
    has no sentence on initials in place of names.
    """

    sheet: ComposeContext
    carried: Carried
    own: tuple[Contact, ...]
    known: Help
    language: Language
    country: str
    stirs: bool
    shown: bool
    easy: bool
    """Whether the sheet is in easy read, which has easier words for some sentences."""
    rating: OwnRating | None
    """The sheet's own question for the rating; None for the common one."""
    bound: bool = False
    """Whether the sheet is part of a pack, whose cover has the sentences that are the same for all its sheets."""

    @property
    def contact(self) -> Contact | None:
        """The contact to call first: of those for everyone, the first that answers day and night, or else the first."""
        everyone = [it for it in (*self.own, *self.known.contacts) if it.whom is Whom.EVERYONE]
        return next((it for it in everyone if it.always), next(iter(everyone), None))

    def before(self) -> list[Node]:
        """The nodes before the blocks: the first panel, if it has sentences."""
        return [*self._panel(self.sheet.common.safety.before, self.carried.own if self.bound else self.carried.before)]

    def asked(self) -> list[Node]:
        """The rating before the blocks, which says at which number the page can wait; only if the sheet `stirs`."""
        return [*self._rating("_before")] if self.stirs else []

    def on_cover(self) -> list[Node]:
        """The safety text on the cover of a pack: the panel without sentences for single sheets, and the contacts."""
        panel = self._panel(self.sheet.common.safety.before, self.carried.shared, self.sheet.common.safety.cover)
        box = Group(GroupRole.CONTACTS, tuple(self._contacts(self.sheet.common.closing)))
        return [*panel, Group(GroupRole.CLOSING, (box,))]

    def after(self) -> list[Node]:
        """The nodes between the blocks and the closing: the second rating and the second panel, if any."""
        panel = self._panel(self.sheet.common.safety.after, self.carried.after)
        return [*(self._rating("_after") if self.stirs else ()), *panel]

    def closing(self, credit: tuple[Phrase, ...]) -> Group:
        """The small print, then the contacts; `credit` is added to the small print."""
        words = self.sheet.common.closing
        small = words.easy if self.easy else words
        fine = [small.page, *(() if self.shown else (small.names,)), small.symptoms, *credit]
        box = Group(GroupRole.CONTACTS, tuple(self._contacts(words)))
        return Group(GroupRole.CLOSING, (Divider(), Paragraph(in_line(*fine), Role.FINE), box))

    def _panel(
        self, heading: Phrase, keys: tuple[str, ...], others: Mapping[str, Phrase] | None = None
    ) -> Iterator[Node]:
        """A panel of sentences, given their keys; with a line for a number to call, if `_asks`. Empty without keys.

        `others` are sentences by key that replace the usual ones.
        """
        if not keys:
            return
        said = {**self._sentences, **(others or {})}
        items = tuple(in_line(*(said[key] for key in entry.split())) for entry in keys)
        listed = Listing(items) if len(items) > 1 or not self.bound else Paragraph(items[0])
        line = self._line() if self._asks and any(CALL in entry.split() for entry in keys) else ()
        yield Group(GroupRole.PANEL, (Paragraph(heading, Role.PANEL_HEADING), listed, *line))

    @property
    def _sentences(self) -> dict[str, Phrase]:
        """The sentences of this sheet by key; `CALL` is that with the number, or the one for who has none."""
        safety = self.sheet.common.safety
        items = {**safety.items, **(safety.easy if self.easy else {})}
        if self.contact is None:
            return {**items, CALL: items["tell"]}
        number = unbroken(self.contact.number)
        return {**items, CALL: items["text" if self.contact.by == "text" else CALL].fill(number=number)}

    @property
    def _asks(self) -> bool:
        """Whether the first panel has a line for a number to call: the sheet `stirs`, and no contact is known."""
        return self.stirs and self.contact is None

    def _line(self) -> tuple[Answer]:
        label = self.sheet.common.closing.crisis_line
        return (Answer(self.sheet.field("_crisis"), label, Lines(1, lead=label)),)

    def _contacts(self, words: Closing) -> Iterator[Node]:
        """The practice's contacts, then the country's; without any, a line to write one on, or a note where this is."""
        told = lines((*self.own, *self.known.contacts), words, self.language, self.country)
        yield Paragraph(words.contacts if told else words.crisis, Role.LABEL)
        yield from (Paragraph(line, Role.CONTACT) for line in told)
        if told or self.known.emergency:
            yield Paragraph(urgent(self.known.emergency, words), Role.CONTACT)
        if not told:
            yield from (Paragraph(words.noted),) if self._asks else self._line()

    def _rating(self, name: str) -> Iterator[Node]:
        words = self.sheet.common.rating
        own = self.rating or OwnRating(words.before, words.low, words.high)
        later = name == "_after"
        question = words.after if later else own.before
        numbers = Scale(0, 10, own.low, own.high, words.word)
        form = _three_words(own.low, own.between, own.high) if own.between else numbers
        first = self.sheet.common.mark_one if own.between else words.wait
        asked = Paragraph(question, Role.PROMPT, (own.higher or words.higher) if later else first)
        yield Group(GroupRole.BLOCK, (asked, Answer(self.sheet.field(name), question, form)))


def _three_words(low: Phrase, between: Phrase, high: Phrase) -> Ticks:
    """Three words to tick one of, for readers who find numbers hard."""
    return Ticks((Option("low", low), Option("between", between), Option("high", high)), many=False)
