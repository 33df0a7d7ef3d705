"""The changes that an edited Word file proposes: reworded, left out, moved, added; and text without a certain place.

Nothing is guessed: text without a certain place becomes a remark, and so does an edit that no change can make.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from ..definitions.addresses import SheetPart, parts_of
from ..definitions.worksheet import Worksheet
from ..foundation.phrases import Phrase, escape, phrases_in
from ..foundation.records import open_record
from ..ooxml.anchor_names import anchor_name
from ..ooxml.paragraph_reader import ReadPiece
from ..reading.yaml_writer import Value
from .word_moves import end_of, moves
from .word_pieces import MadePiece, Pairing, alike, cleared, made_pieces, paired_pieces, short


@open_record
class Proposal:
    """Changes as a tailoring file contains them, and remarks on edits that are not among the changes."""

    changes: list[dict[str, Value]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def proposed(sheet: Worksheet, made: Sequence[ReadPiece], edited: Sequence[ReadPiece], placeholder: str) -> Proposal:
    """Compare the pieces of an edited handout with those of the handout as it was made, and propose changes.

    `placeholder` is the text of empty fields; a program that drops controls leaves it as text.
    """
    phrases = {phrase.address: phrase for phrase in phrases_in(sheet)}
    before = made_pieces([it for it in made if cleared(it, placeholder).text], phrases)
    after = [cleared(it, placeholder) for it in edited]
    names = {anchor_name(it.address, it.number): at for at, it in enumerate(before) if it.address}
    finder = _Finder(sheet, paired_pieces(before, after, names))
    finder.find()
    return finder.found


@open_record
class _Finder:
    """Finds the changes in one pairing of made and edited pieces."""

    sheet: Worksheet
    pairing: Pairing
    found: Proposal = field(default_factory=Proposal)
    parts: dict[str, SheetPart] = field(init=False)
    dropped: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.parts = parts_of(self.sheet)

    def find(self) -> None:
        """Find all changes; drops first, since a moved part is put after one that remains."""
        self._missing()
        for address in dict.fromkeys(it.address for it in self.pairing.made if it.address):
            self._reworded(address)
        self._shared()
        added = self._added()
        self.found.changes += moves(self.parts, self.pairing, self.dropped, added)

    def _numbers(self, address: str) -> list[int]:
        return [at for at, it in enumerate(self.pairing.made) if it.address == address]

    def _is_gone(self, address: str) -> bool:
        numbers = self._numbers(address)
        return bool(numbers) and not any(at in self.pairing.pairs for at in numbers)

    def _printed_in(self, part: str) -> list[str]:
        """The addresses of the phrases of a part that were printed."""
        below = (it.address for it in self.pairing.made if it.address == part or it.address.startswith(f"{part}."))
        return list(dict.fromkeys(below))

    def _missing(self) -> None:
        """Find blocks of which nothing remains, and entries, hints and other texts that are gone."""
        for name, part in self.parts.items():
            printed = self._printed_in(name)
            if not printed or not all(map(self._is_gone, printed)) or self._is_inside_dropped(name):
                continue
            if part.home and part.holder == name:
                self._drop(name)
            elif part.is_words:
                self._leave_out(name, part)

    def _is_inside_dropped(self, name: str) -> bool:
        return any(name == it or name.startswith(f"{it}.") for it in self.dropped)

    def _drop(self, name: str) -> None:
        if self._room_is_left(name):
            said = f"the words of ‘{name}’ are gone, but its lines are there; drop ‘{name}’ if it is to go."
            self.found.remarks.append(said)
            self.dropped.add(name)
            return
        kind = getattr(self.parts[name].value, "kind", "")
        if kind in ("rest", "note"):
            said = f"‘{name}’ is gone, and keeps a client safe; it is taken out only with ‘--even-safety’."
            self.found.remarks.append(said)
        self.dropped.add(name)
        self.found.changes.append({"drop": name, "was": self.parts[name].words})

    def _room_is_left(self, name: str) -> bool:
        """Whether the writing lines of a block are still in the file, between the texts before and after the block."""
        numbers = [at for at, it in enumerate(self.pairing.made) if f"{it.address}.".startswith(f"{name}.")]
        before = max((at for at in self.pairing.pairs if at < numbers[0]), default=None)
        behind = min((at for at in self.pairing.pairs if at > numbers[-1]), default=None)
        if before is None or behind is None or numbers[-1] + 1 >= len(self.pairing.made):
            return False
        if self.pairing.made[numbers[-1] + 1].lines == self.pairing.made[numbers[0]].lines:
            return False
        made = self.pairing.made[behind].lines - self.pairing.made[before].lines
        ends = [self.pairing.edited[self.pairing.pairs[at]].lines for at in (before, behind)]
        return made <= ends[1] - ends[0]

    def _leave_out(self, name: str, part: SheetPart) -> None:
        if part.optional:
            self.dropped.add(name)
            self.found.changes.append({"drop": name, "was": part.words})
        else:
            said = f"“{short(part.words)}” ({name}) is gone, but cannot be left out by itself; it stays."
            self.found.remarks.append(said)

    def _reworded(self, address: str) -> None:
        """Find a phrase that has a paragraph with other words, or one that is gone."""
        numbers = [at for at in self._numbers(address) if at in self.pairing.pairs]
        if not numbers or self._is_inside_dropped(address):
            return
        before = [paragraph.text for paragraph in self._paragraphs(address)]
        first, again = self._numbers(address)[: len(before)], self._numbers(address)[len(before) :]
        words = [self._words(at) for at in first]
        if None in words:
            return
        now = [it for it in words if it]
        for at in again:
            if at in self.pairing.pairs and self._words(at) not in (None, *before, *now):
                said = f"‘{address}’ is printed twice, and was changed in one place only; it stays."
                self.found.remarks.append(said)
                return
        if now != before:
            self.found.changes.append({"reword": address, "to": "\n".join(now), "was": self.parts[address].words})

    def _paragraphs(self, address: str) -> tuple[Phrase, ...]:
        """The paragraphs of a phrase, with their marks."""
        return next(it for it in phrases_in(self.sheet) if it.address == address).paragraphs()

    def _words(self, at: int) -> str | None:
        """The words of an edited piece, empty if it is gone; None if they cannot be separated from other text."""
        made = self.pairing.made[at]
        if at not in self.pairing.pairs:
            return ""
        edited = self.pairing.edited[self.pairing.pairs[at]]
        words = made.words_in(edited.text)
        if alike(edited.text, made.text) or (words and alike(words, made.words)):
            paragraphs = self._paragraphs(made.address)
            return paragraphs[min(made.number, len(paragraphs)) - 1].text
        if not words:
            said = f"“{short(edited.text)}”: words of the tool around ‘{made.address}’ were changed; it stays."
            self.found.remarks.append(said)
            return None
        if made.filled and not edited.filled and words.startswith(made.words):
            said = f"“{short(edited.text)}”: what stands after ‘{made.address}’ may be an answer; it is not taken."
            self.found.remarks.append(said)
            return None
        return escape(words)

    def _shared(self) -> None:
        """Make remarks on texts of every sheet that were changed or are gone; these texts stay as they are."""
        gone = 0
        for at, piece in enumerate(self.pairing.made):
            if piece.address or not piece.text:
                continue
            if at not in self.pairing.pairs:
                gone += 1
            elif not alike(edited := self.pairing.edited[self.pairing.pairs[at]].text, piece.text):
                said = f"“{short(edited)}” stands on every sheet in other words and is not part of this one; it stays."
                self.found.remarks.append(said)
        if gone:
            lines = "1 line that stands" if gone == 1 else f"{gone} lines that stand"
            self.found.remarks.append(f"{lines} on every sheet are gone from the file; they are printed all the same.")

    def _added(self) -> dict[str, str]:
        """Find new text in the file, and add it as blocks or entries; gives the address that each one follows."""
        sources = self.pairing.sources
        added: dict[str, str] = {}
        run: list[ReadPiece] = []
        before = -1
        for at, piece in enumerate([*self.pairing.edited, None]):
            if piece is not None and at not in sources and piece.text:
                run.append(piece)
                continue
            if run:
                added |= self._placed(run, before, sources.get(at, len(self.pairing.made)), added)
                run = []
            if at in sources:
                before = sources[at]
        return added

    def _placed(self, run: Sequence[ReadPiece], before: int, behind: int, added: Mapping[str, str]) -> dict[str, str]:
        """Add new text between two made pieces, if it has a place in the sheet; else make a remark."""
        if any(it.text and not it.address for it in self._gone_between(before, behind)):
            self._unplaced(run, "stands where words of every sheet stood, and is not taken")
            return {}
        if any(piece.in_table for piece in run):
            self._unplaced(run, "stands in a table; an answer is not taken, and a row is added with ‘--add … --into’")
            return {}
        entry = self._entry_at(before)
        if entry and {piece.style for piece in run} == {self._style_of(before)}:
            return self._new_entries(run, entry, added)
        return self._new_block(run, before, added)

    def _gone_between(self, before: int, behind: int) -> list[MadePiece]:
        """The made pieces between two others that are no longer in the file."""
        return [self.pairing.made[at] for at in range(before + 1, behind) if at not in self.pairing.pairs]

    def _style_of(self, made: int) -> str:
        return self.pairing.edited[self.pairing.pairs[made]].style if made in self.pairing.pairs else ""

    def _entry_at(self, before: int) -> str:
        """The list entry of a block that new text follows; empty if the text follows something else."""
        address = self.pairing.made[before].address if before >= 0 else ""
        part = self.parts.get(address)
        if part is None or not part.home or part.home in ("blocks", "leaf.blocks"):
            return ""
        return address

    def _new_entries(self, run: Sequence[ReadPiece], entry: str, added: Mapping[str, str]) -> dict[str, str]:
        home = self.parts[entry].home
        made: dict[str, str] = {}
        after = end_of(entry, added)
        for piece in run:
            name = self._unused(f"{home}.added")
            made[name] = after
            self.found.changes.append(
                {"add": {name.rpartition(".")[2]: escape(piece.text)}, "into": home, "after": after}
            )
            after = name
        return made

    def _new_block(self, run: Sequence[ReadPiece], before: int, added: Mapping[str, str]) -> dict[str, str]:
        holder = self._block_before(before)
        if holder is None:
            self._unplaced(run, "stands outside of the blocks of the sheet")
            return {}
        name = self._unused("added")
        text = escape("\n".join(piece.text for piece in run))
        after = end_of(holder, added)
        where: dict[str, Value] = {"after": after} if after else {"first": True}
        inside = holder and before >= 0 and self._goes_on(holder, before)
        if inside:
            said = f"“{short(run[0].text)}” stood inside of ‘{holder}’; it comes after it."
            self.found.remarks.append(said)
        self.found.changes.append({"add": {"prose": name, "text": text}, **where})
        return {name: after}

    def _goes_on(self, holder: str, before: int) -> bool:
        """Whether more of a block follows a piece."""
        later = (it for at, it in enumerate(self.pairing.made) if at > before and at in self.pairing.pairs)
        return any(self._holder(it) == holder for it in later)

    def _holder(self, piece: MadePiece) -> str:
        part = self.parts.get(piece.address)
        return part.holder if part else ""

    def _block_before(self, before: int) -> str | None:
        """The id of the block that a piece belongs to or follows; empty before the first, None after the last."""
        holders = [self._holder(piece) for piece in self.pairing.made]
        blocks = [at for at, holder in enumerate(holders) if holder]
        if not blocks or before < blocks[0]:
            return ""
        if before > blocks[-1] + self._trailing(blocks[-1]):
            return None
        return next(holders[at] for at in range(min(before, blocks[-1]), -1, -1) if holders[at])

    def _trailing(self, last: int) -> int:
        """How many pieces after the last text of the last block belong to it too: fields without words of the sheet."""
        count = 0
        for piece in self.pairing.made[last + 1 :]:
            if piece.address or not piece.filled:
                break
            count += 1
        return count

    def _unused(self, stem: str) -> str:
        taken = {*self.parts, *(str(name) for change in self.found.changes for name in _names_added(change))}
        return next(name for at in range(1, 1000) if (name := f"{stem}-{at}") not in taken)

    def _unplaced(self, run: Iterable[ReadPiece], why: str) -> None:
        self.found.remarks += [f"“{short(piece.text)}” {why}." for piece in run]


def _names_added(change: Mapping[str, Value]) -> Iterator[str]:
    added = change.get("add")
    if isinstance(added, Mapping):
        if "into" in change:
            yield from (f"{change['into']}.{key}" for key in added)
        else:
            yield str(added.get("prose", ""))
