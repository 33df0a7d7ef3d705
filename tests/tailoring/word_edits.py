"""Edits of a handout in Word, as a therapist makes them, each with the changes that have to come back."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lxml import etree

from worksheet_builder.definitions.addresses import SheetPart, parts_of
from worksheet_builder.definitions.worksheet import Worksheet
from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.ooxml.anchor_names import anchor_name

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"
NEW = "Words that the therapist has put here."


@dataclass(frozen=True)
class Edited:
    """The bytes of the file, the changes it has to propose as (kind, address), and how many remarks at most."""

    data: bytes
    changes: set[tuple[str, str]]
    remarks: int = 0


class Handout:
    """A Word file whose text can be changed by addresses."""

    def __init__(self, data: bytes, sheet: Worksheet) -> None:
        self.sheet, self.parts = sheet, parts_of(sheet)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.members = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.members[DOCUMENT])
        self.body = self.root[0]

    def save(self) -> bytes:
        stream = io.BytesIO()
        self.members[DOCUMENT] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.members.items():
                archive.writestr(name, data)
        return stream.getvalue()

    def mark(self, address: str, number: int = 1) -> Any:
        """The beginning of the bookmark of a phrase, or None."""
        name = anchor_name(address, number)
        return next((it for it in self.root.iter(f"{W}bookmarkStart") if it.get(f"{W}name") == name), None)

    def paragraph(self, address: str, number: int = 1) -> Any:
        mark = self.mark(address, number)
        return None if mark is None else next(it for it in mark.iterancestors(f"{W}p"))

    def outermost(self, element: Any) -> Any:
        """The child of the body that an element is in."""
        while element.getparent() is not self.body:
            element = element.getparent()
        return element

    def reword(self, address: str, words: str) -> None:
        """Type over the text of a phrase: of its runs one is left with the new words."""
        mark = self.mark(address)
        runs = []
        for sibling in mark.itersiblings():
            if sibling.tag == f"{W}bookmarkEnd" and sibling.get(f"{W}id") == mark.get(f"{W}id"):
                break
            runs.append(sibling)
        said = self.parts[address].value
        for run in runs[1:]:
            if "".join(run.itertext()).strip() in (said.plain() if isinstance(said, Phrase) else ""):
                run.getparent().remove(run)  # not what the tool says behind them, such as how many to mark
        texts = list(runs[0].iter(f"{W}t"))
        texts[0].text = words
        for text in texts[1:]:
            text.text = ""

    def remove(self, element: Any) -> None:
        element.getparent().remove(element)

    def printed(self, block: str) -> list[str]:
        """The addresses of a block that are in the file."""
        return [name for name, part in self.parts.items() if part.holder == block and self.mark(name) is not None]

    def extent(self, block: str) -> tuple[int, int]:
        """The children of the body that a block takes, from one number to before another."""
        children = list(self.body)
        firsts = {}
        for name, part in self.parts.items():
            if part.home == "blocks" and (found := self.printed(name)):
                firsts[name] = min(children.index(self.outermost(self.mark(it))) for it in found)
        order = sorted(firsts, key=firsts.__getitem__)
        after = order[order.index(block) + 1]
        return firsts[block], firsts[after]

    def blocks(self) -> list[str]:
        """Blocks with texts in the file and another after them, in order; not those that keep a client safe."""
        names = [name for name, part in self.parts.items() if part.home == "blocks" and self.printed(name)]
        return [name for name in names[:-1] if getattr(self.parts[name].value, "kind", "") not in ("rest", "note")]


def _texts(handout: Handout, wanted: Callable[[SheetPart], bool]) -> list[str]:
    """The addresses of texts in blocks that are in the file once, in the order of the sheet."""
    return [
        name
        for name, part in handout.parts.items()
        if part.is_words and part.there and part.holder and wanted(part)
        and handout.mark(name) is not None and handout.mark(name, 2) is None
    ]  # fmt: skip


def reworded(handout: Handout) -> Edited | None:
    """A question in other words."""
    found = _texts(handout, lambda part: not part.optional)
    if not found:
        return None
    handout.reword(found[-1], NEW)
    return Edited(handout.save(), {("reword", found[-1])})


def option_reworded(handout: Handout) -> Edited | None:
    """An option, row or item in other words."""
    found = _texts(handout, lambda part: bool(part.home))
    if not found:
        return None
    handout.reword(found[0], NEW)
    return Edited(handout.save(), {("reword", found[0])})


def question_deleted(handout: Handout) -> Edited | None:
    """A whole block, with its answer, is gone."""
    for block in reversed(handout.blocks()):
        start, end = handout.extent(block)
        if end > start:
            for child in list(handout.body)[start:end]:
                handout.body.remove(child)
            return Edited(handout.save(), {("drop", block)}, remarks=1)
    return None


def hint_deleted(handout: Handout) -> Edited | None:
    """A line that may be left out is gone, paragraph and all; not a caption, which is all the words of its picture."""
    for address in _texts(handout, lambda part: part.optional and not part.home and part.holder in handout.blocks()):
        if address.endswith(".caption"):
            continue
        paragraph = handout.paragraph(address)
        if paragraph.getparent() is handout.body and len(list(paragraph.iter(f"{W}bookmarkStart"))) == 1:
            handout.remove(paragraph)
            return Edited(handout.save(), {("drop", address)})
    return None


def paragraph_added(handout: Handout) -> Edited | None:
    """A sentence typed after a block."""
    for block in handout.blocks():
        _, end = handout.extent(block)
        made = etree.SubElement(handout.body, f"{W}p")
        text = etree.SubElement(etree.SubElement(made, f"{W}r"), f"{W}t")
        text.text = NEW
        handout.body.insert(end, made)
        return Edited(handout.save(), {("add", block)})
    return None


def words_in_runs(handout: Handout) -> Edited | None:
    """A question reworded so that the program splits it in runs, with a tracked deletion left in it."""
    found = _texts(handout, lambda part: not part.optional)
    if not found:
        return None
    handout.reword(found[0], NEW[:10])
    mark = handout.mark(found[0])
    run = next(mark.itersiblings(f"{W}r"))
    more = copy.deepcopy(run)
    next(more.iter(f"{W}t")).text = NEW[10:]
    run.addnext(more)
    for text in (*run.iter(f"{W}t"), *more.iter(f"{W}t")):
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    gone = etree.Element(f"{W}del", {f"{W}id": "9001", f"{W}author": "x"})
    deleted = etree.SubElement(etree.SubElement(gone, f"{W}r"), f"{W}delText")
    deleted.text = "words that were taken out"
    more.addnext(gone)
    return Edited(handout.save(), {("reword", found[0])})


def unchanged(handout: Handout) -> Edited | None:
    """Opened, saved, nothing else."""
    return Edited(handout.save(), set())


EDITS = (reworded, question_deleted, paragraph_added, option_reworded, hint_deleted, words_in_runs, unchanged)


def edited(data: bytes, sheet: Worksheet, number: int) -> Edited:
    """The handout with the edit of a number, or with the next that can be made of it."""
    for step in range(len(EDITS)):
        made = EDITS[(number + step) % len(EDITS)](Handout(data, sheet))
        if made:
            return made
    raise AssertionError("one edit changes nothing and can always be made")
