"""Match the pieces of text in an edited Word handout with those of the handout as it was made.

Three methods, each for pieces that the earlier ones left: by the bookmark in a piece, by its words, by its place among
the others. Pieces that no method matches stay unmatched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from difflib import SequenceMatcher

from ..foundation.phrases import Phrase
from ..foundation.records import open_record, record
from ..ooxml.anchor_names import anchor_name
from ..ooxml.paragraph_reader import ReadPiece

_ALIKE = 0.6
"""The least similarity, from 0 to 1, of two texts that are one text changed (default of difflib's close matches)."""
_MOST_PARAGRAPHS = 40
_SHOWN = 90
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u2011": "-", "…": "..."})


@record
class MadePiece:
    """A piece of the handout as it was made; `address` is empty for words that all sheets share.

    `before` and `behind` are words of the tool around those of the phrase, in the same piece; `number` is the paragraph
    of the phrase, from 1; `filled` and `lines` are those of a ReadPiece.
    """

    text: str
    address: str = ""
    number: int = 1
    before: str = ""
    behind: str = ""
    filled: bool = False
    lines: int = 0

    @property
    def words(self) -> str:
        """The words of the phrase in this piece."""
        return self.text[len(self.before) : len(self.text) - len(self.behind)]

    def words_in(self, text: str) -> str | None:
        """The words of the phrase in an edited piece; None if the words of the tool around them have changed."""
        if not text.startswith(self.before) or not text.endswith(self.behind):
            return None
        return text[len(self.before) : len(text) - len(self.behind)].strip()


@open_record
class Pairing:
    """The pairs of made and edited pieces, by their numbers from 0."""

    made: Sequence[MadePiece]
    edited: Sequence[ReadPiece]
    pairs: dict[int, int] = field(default_factory=dict)
    """The number of the edited piece, by that of the made piece."""
    by_place: set[int] = field(default_factory=set)
    """The numbers of made pieces that were matched by their place only."""

    @property
    def sources(self) -> dict[int, int]:
        """The number of the made piece, by that of the edited piece."""
        return {edited: made for made, edited in self.pairs.items()}


def alike(one: str, other: str) -> bool:
    """Whether two texts are equal except for spaces, quotation marks and characters that programs replace by others."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return " ".join(text.translate(_QUOTES).split())


def likeness(one: str, other: str) -> float:
    """The similarity of two texts, from 0 to 1 (difflib)."""
    return SequenceMatcher(None, _plain(one).casefold(), _plain(other).casefold(), autojunk=False).ratio()


def made_pieces(pieces: Sequence[ReadPiece], phrases: Mapping[str, Phrase]) -> list[MadePiece]:
    """The pieces of the handout as it was made, each with the address of its phrase."""
    names = {anchor_name(address, at): (address, at) for address in phrases for at in range(1, _MOST_PARAGRAPHS)}
    found = []
    for piece in pieces:
        address, number = next((names[it] for it in piece.names if it in names), ("", 1))
        before, behind = _around(piece.text, phrases[address], number) if address else ("", "")
        found.append(MadePiece(piece.text, address, number, before, behind, piece.filled, piece.lines))
    return found


def _around(text: str, phrase: Phrase, number: int) -> tuple[str, str]:
    """The words of the tool before and behind the words of a phrase."""
    parts = phrase.paragraphs()
    words = " ".join(parts[min(number, len(parts)) - 1].plain().split())
    at = text.rfind(words)
    return ("", "") if at < 0 or not words else (text[:at], text[at + len(words) :])


def paired_pieces(made: Sequence[MadePiece], edited: Sequence[ReadPiece], names: Mapping[str, int]) -> Pairing:
    """Match the pieces; `names` gives the number of a made piece by its bookmark."""
    pairing = Pairing(made, edited)
    _by_name(pairing, names)
    _by_words(pairing)
    _by_place(pairing)
    return pairing


def _by_name(pairing: Pairing, names: Mapping[str, int]) -> None:
    """Match by bookmarks. If the text of a bookmark was deleted, it may be in the next piece, so texts are compared."""
    known = {_plain(piece.text) for piece in pairing.made}
    for at, piece in enumerate(pairing.edited):
        found = [names[name] for name in piece.names if name in names and names[name] not in pairing.pairs]
        same = [number for number in found if alike(piece.text, pairing.made[number].text)]
        found = same or ([] if _plain(piece.text) in known else found)
        if piece.text and found:
            best = max(found, key=lambda number: (likeness(piece.text, pairing.made[number].text), -number))
            if len(found) == 1 or likeness(piece.text, pairing.made[best].text) >= _ALIKE:
                pairing.pairs[best] = at


def _by_words(pairing: Pairing) -> None:
    """Match pieces with equal words, in their order."""
    left: dict[str, list[int]] = defaultdict(list)
    for number, piece in enumerate(pairing.made):
        if number not in pairing.pairs:
            left[_plain(piece.text)].append(number)
    taken = set(pairing.pairs.values())
    for at, edited in enumerate(pairing.edited):
        if at not in taken and left.get(_plain(edited.text)):
            pairing.pairs[left[_plain(edited.text)].pop(0)] = at


def _by_place(pairing: Pairing) -> None:
    """Match each edited piece with the most similar missing piece between the same neighbours."""
    sources = pairing.sources
    for at, edited in enumerate(pairing.edited):
        if at in sources or not edited.text:
            continue
        before = max((made for it, made in sources.items() if it < at), default=-1)
        behind = min((made for it, made in sources.items() if it > at and made > before), default=len(pairing.made))
        missing = [number for number in range(before + 1, behind) if number not in pairing.pairs]
        likely = max(missing, key=lambda number: likeness(edited.text, pairing.made[number].text), default=None)
        if likely is not None and likeness(edited.text, pairing.made[likely].text) >= _ALIKE:
            pairing.pairs[likely] = at
            pairing.by_place.add(likely)
            sources[at] = likely


def cleared(piece: ReadPiece, placeholder: str) -> ReadPiece:
    """The piece without the placeholder of an empty field."""
    if not placeholder or not piece.text.endswith(placeholder):
        return piece
    text = piece.text.removesuffix(placeholder).strip()
    return replace(piece, text=text)


def short(text: str) -> str:
    """The text in one line, cut where it is long, as a remark quotes it."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
