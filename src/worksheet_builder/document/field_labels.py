"""The labels of fields for screen readers: question and label together, each unique in its document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..foundation.records import record
from . import field_names
from .nodes import Answer, Figure, Group, Heading, Paragraph, Part, Role, Scale, Table, Ticks
from .traversal import answers_of, walk
from .whole_document import Document


@record
class _Asked:
    """An answer with the question before it and the heading above it, both empty where there is none."""

    answer: Answer
    question: str
    heading: str

    @property
    def whole(self) -> str:
        """The question and the label; the label alone if it contains the question."""
        label = self.answer.label.plain()
        return label if self.question in label else f"{self.question} {label}"


def field_labels(document: Document) -> dict[str, str]:
    """Map the address of each answer, and the field name of each line beside a list or scale, to its label."""
    asked = [*_asked(document)]
    labels = [it.whole for it in asked]
    labels = _parted(labels, [f"{it.heading} {label}".strip() for it, label in zip(asked, labels, strict=True)])
    labels = _parted(labels, [f"{label} ({labels[: at + 1].count(label)})" for at, label in enumerate(labels)])
    found: dict[str, str] = {}
    for it, label in zip(asked, labels, strict=True):
        found[it.answer.address] = label
        match it.answer.form:
            case Ticks(other=words) if words:
                # Words first, since the box beside the line has the same words last, and each label is unique.
                found[field_names.other_words(it.answer.address)] = f"{words.plain()} {label}"
            case Scale(word=words) if words:
                found[field_names.word(it.answer.address)] = f"{label} {words.plain()}"
    return found


def _parted(labels: list[str], longer: list[str]) -> list[str]:
    """The labels, with each that occurs more than once replaced by its longer form."""
    times = Counter(labels)
    return [more if times[label] > 1 else label for label, more in zip(labels, longer, strict=True)]


def _asked(document: Document) -> Iterator[_Asked]:
    heading = question = ""
    for node in walk(document.nodes):
        match node:
            case Heading():
                heading, question = node.text.plain(), ""
            case Group() | Part():
                question = ""
            case Paragraph(role=Role.PROMPT):
                question = node.text.plain()
            case Table():
                # No question is put before the label of a cell, which names its row and column.
                yield from (_Asked(cell, "", question or heading) for cell in answers_of(node))
            case Answer() | Figure():
                yield from (_Asked(answer, question, heading) for answer in answers_of(node))
            case _:
                pass
