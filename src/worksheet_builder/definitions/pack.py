"""A pack: several worksheets in order, and the one document that they are composed to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated, Any

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
    opening_drawing_of,
)
from ..foundation.phrases import Phrase
from ..foundation.problems import Place, Problem
from ..foundation.records import record
from ..project.library import PACK_PREFIX
from .blocks.picture import illustration_problems
from .closing import Safekeeping
from .collections import opening_drawing, title_mark
from .common_text import Common
from .tailoring_origin import SheetOrigin
from .translator_notes import TranslatorNote, note_problems

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@record
class Entry:
    """A worksheet in a pack."""

    place: Place
    sheet: Annotated[str, "The id of a worksheet."]
    as_: Annotated[str, "A short name of its own, where the same worksheet stands more than once: ‘week-2’."] = ""
    title: Annotated[Phrase | None, "What it is called in this pack, if not as it is."] = None
    intro: Annotated[Phrase | None, "A few words under its title, in this pack only."] = None
    note: Annotated[Phrase | None, "A few words to the client: what this sheet is good for, and when."] = None

    @property
    def key(self) -> str:
        """The id of the entry in the pack, with which its fields and addresses begin: its short name, or `sheet`."""
        return self.as_ or self.sheet

    def own(self, sheet: Document) -> Document:
        """The document of a sheet with its title in this pack, and the pack's introduction below the title."""
        title = self.title or sheet.title
        first, *others = sheet.nodes
        if isinstance(first, Group) and first.role is GroupRole.OPENING:
            opening: tuple[Node, ...] = (replace(first, children=self._headed(title, first.children)),)
        else:
            opening = self._headed(title, (first,))
        return replace(sheet, title=title, nodes=(*opening, *others))

    def _headed(self, title: Phrase, nodes: Sequence[Node]) -> tuple[Node, ...]:
        """The first nodes of a sheet with another title, and the pack's introduction right below the title."""
        head, *others = nodes
        named = replace(head, text=title) if isinstance(head, Heading) else head
        intro = (Paragraph(self.intro, Role.SUMMARY),) if self.intro else ()
        return (named, *intro, *others)


@record
class Pack:
    """Several worksheets as one handout; `id` is the name of its file."""

    id: str
    place: Place
    title: Annotated[Phrase, "The name of the pack."]
    summary: Annotated[Phrase, "One or two sentences to the client: what is in it, and that there is no hurry."]
    worksheets: Annotated[tuple[Entry, ...], "What it holds, in order, each as ‘- sheet: id’, with a ‘note’ or not."]
    therapist: Annotated[Phrase | None, "On order and pacing; only the therapist edition prints it."] = None
    drawing: Annotated[str | None, "The drawing that it opens with; that of its first sheet, if left out."] = None
    translators: Annotated[tuple[TranslatorNote, ...], "Notes to those who translate it, each as ‘- at: …’."] = ()
    origin: SheetOrigin | None = None

    @property
    def name(self) -> str:
        """The name of its handouts and catalogues: the id with a prefix, so that no worksheet has the same name."""
        return PACK_PREFIX + self.id

    def check(self) -> Iterator[Problem]:
        """Problems: no worksheets, names that are invalid or occur twice, an unknown drawing, faulty notes."""
        if not self.worksheets:
            yield Problem(self.place, "The pack names no worksheets.", "Add ‘- sheet: …’ under ‘worksheets’.")
        yield from illustration_problems(self.place, self.drawing)
        yield from note_problems(self.translators, self)
        first: dict[str, Place] = {}
        for entry in self.worksheets:
            if entry.as_ and not _NAME.fullmatch(entry.as_):
                hint = "Use small letters, digits and hyphens, such as ‘week-2’."
                yield Problem(entry.place, f"‘{entry.as_}’ cannot be a short name.", hint)
            earlier = first.setdefault(entry.key, entry.place)
            if earlier is not entry.place:
                sentence = f"‘{entry.key}’ stands twice; it is also in line {earlier.line}."
                hint = "Give each a name of its own, such as ‘as: week-2’; else the answers to both would be one."
                yield Problem(entry.place, sentence, hint)

    def addressed(self) -> Pack:
        """The pack with the phrases of each entry at addresses that begin with its key and not with an index."""
        return replace(self, worksheets=tuple(map(_addressed, self.worksheets)))

    def compose(
        self, sheets: Sequence[Document], common: Common, notice: Phrase | None, kept_safe: Safekeeping | None = None
    ) -> Document:
        """The document of the pack: a cover with contents and safety text, then each sheet on a new page.

        `sheets` are the documents of `worksheets`, in order. `kept_safe` has the safety text of the cover; None if no
        sheet is for clients.
        """
        first = sheets[0]
        sheets = [entry.own(sheet) for sheet, entry in zip(sheets, self.worksheets, strict=True)]
        leads = tuple(Lead(it.id, it.title, entry.note) for it, entry in zip(sheets, self.worksheets, strict=True))
        nodes: list[Node] = [self._opening(first)]
        nodes.append(Group(GroupRole.BLOCK, (Paragraph(common.contents, Role.PROMPT), Contents(leads))))
        nodes += kept_safe.on_cover() if kept_safe else ()
        if self.therapist and first.output_options.edition is Edition.THERAPIST:
            nodes.append(_panel(common.notes.title, self.therapist))
        nodes += [Part(sheet.id, sheet.title, deepened(sheet.nodes, 1)) for sheet in sheets]
        header_footer = replace(first.header_footer, notice=notice)
        rights = first.rights if all(sheet.rights == first.rights for sheet in sheets) else None
        made = replace(first, id=self.name, title=self.title, summary=self.summary, nodes=tuple(nodes))
        easy_read = any(sheet.easy_read for sheet in sheets)
        return replace(made, header_footer=header_footer, rights=rights, easy_read=easy_read)

    def _opening(self, first: Document) -> Group:
        """Title and summary, beside a drawing unless the first sheet is composed without drawings."""
        drawing, mark = opening_drawing_of(first.nodes), None
        if drawing and self.drawing:
            drawing, mark = opening_drawing("", self.drawing), title_mark("", self.drawing)
        return Group(
            GroupRole.OPENING, (Heading(1, self.title, mark=mark), Paragraph(self.summary, Role.SUMMARY)), drawing
        )


def _addressed(entry: Entry) -> Entry:
    said = {name: getattr(entry, name) for name in ("title", "intro", "note")}
    placed: dict[str, Any] = {name: replace(it, address=f"{entry.key}.{name}") for name, it in said.items() if it}
    return replace(entry, **placed)


def _panel(heading: Phrase, text: Phrase) -> Group:
    paragraphs = (Paragraph(part) for part in text.paragraphs())
    return Group(GroupRole.PANEL, (Paragraph(heading, Role.PANEL_HEADING), *paragraphs))
