"""A pack: worksheets in an order that makes sense, and the one document that they become together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from ..document import (
    Contents,
    Document,
    Edition,
    Group,
    GroupRole,
    Heading,
    Lead,
    Node,
    Paragraph,
    Part,
    Role,
    deepened,
)
from ..foundation.phrases import Phrase
from ..foundation.problems import Place, Problem
from ..project.library import PACK_PREFIX
from .common_text import Common
from .origin import SheetOrigin
from .translator_notes import TranslatorNote, note_problems


@dataclass(frozen=True, slots=True)
class Entry:
    """A worksheet in a pack."""

    place: Place
    sheet: Annotated[str, "The id of a worksheet."]
    note: Annotated[Phrase | None, "A few words to the client: what this sheet is good for, and when."] = None


@dataclass(frozen=True, slots=True)
class Pack:
    """Several worksheets as one handout; `id` is the name of its file."""

    id: str
    place: Place
    title: Annotated[Phrase, "The name of the pack."]
    summary: Annotated[Phrase, "One or two sentences to the client: what is in it, and that there is no hurry."]
    worksheets: Annotated[tuple[Entry, ...], "What it holds, in order, each as ‘- sheet: id’, with a ‘note’ or not."]
    therapist: Annotated[Phrase | None, "On order and pacing; only the therapist edition prints it."] = None
    translators: Annotated[tuple[TranslatorNote, ...], "Notes to those who translate it, each as ‘- at: …’."] = ()
    origin: SheetOrigin | None = None

    @property
    def name(self) -> str:
        """The name of its handouts and catalogues, which no worksheet shares."""
        return PACK_PREFIX + self.id

    def check(self) -> Iterator[Problem]:
        """No worksheets, or one that stands twice."""
        if not self.worksheets:
            yield Problem(self.place, "The pack names no worksheets.", "Add ‘- sheet: …’ under ‘worksheets’.")
        yield from note_problems(self.translators, self)
        first: dict[str, Place] = {}
        for entry in self.worksheets:
            earlier = first.setdefault(entry.sheet, entry.place)
            if earlier is not entry.place:
                sentence = f"The worksheet ‘{entry.sheet}’ stands twice; it is also in line {earlier.line}."
                yield Problem(entry.place, sentence, "Take one of the two out: the answers to both would be one.")

    def addressed(self) -> Pack:
        """The pack with the note of each worksheet at an address of its own, whatever its place in the list."""
        return replace(self, worksheets=tuple(map(_addressed, self.worksheets)))

    def compose(self, sheets: Sequence[Document], common: Common, notice: Phrase | None) -> Document:
        """The document: cover and contents, then each sheet from a new page on."""
        first = sheets[0]
        leads = tuple(Lead(it.id, it.title, entry.note) for it, entry in zip(sheets, self.worksheets, strict=True))
        nodes: list[Node] = [Heading(1, self.title), Paragraph(self.summary, Role.SUMMARY)]
        nodes.append(Group(GroupRole.BLOCK, (Paragraph(common.contents, Role.PROMPT), Contents(leads))))
        if self.therapist and first.output_options.edition is Edition.THERAPIST:
            nodes.append(_panel(common.notes.title, self.therapist))
        nodes += [Part(sheet.id, sheet.title, deepened(sheet.nodes, 1)) for sheet in sheets]
        header_footer = replace(first.header_footer, notice=notice)
        rights = first.rights if all(sheet.rights == first.rights for sheet in sheets) else None
        made = replace(first, id=self.name, title=self.title, summary=self.summary, nodes=tuple(nodes))
        easy_read = any(sheet.easy_read for sheet in sheets)
        return replace(made, header_footer=header_footer, rights=rights, easy_read=easy_read)


def _addressed(entry: Entry) -> Entry:
    note = entry.note
    return replace(entry, note=replace(note, address=f"{entry.sheet}.note")) if note else entry


def _panel(heading: Phrase, text: Phrase) -> Group:
    paragraphs = (Paragraph(part) for part in text.paragraphs())
    return Group(GroupRole.PANEL, (Paragraph(heading, Role.PANEL_HEADING), *paragraphs))
