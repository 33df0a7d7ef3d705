"""Iterate over a document in reading order: its nodes, answers and words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import assert_never

from ..foundation.phrases import Phrase
from ..foundation.problems import Problem
from .drawings import Drawing
from .nodes import (
    Answer,
    Contents,
    Day,
    Divider,
    Figure,
    Form,
    Group,
    GroupRole,
    Heading,
    Lines,
    Listing,
    Node,
    Paragraph,
    Part,
    Role,
    Scale,
    Table,
    Ticks,
    numbered,
)
from .whole_document import Document


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Every node in reading order, groups before their children."""
    for node in nodes:
        yield node
        if isinstance(node, Group | Part):
            yield from walk(node.children)


def opening_drawing_of(nodes: tuple[Node, ...]) -> Drawing | None:
    """The drawing of the first opening among the nodes of a sheet or of a pack's cover; None if it has none."""
    openings = (it for it in nodes if isinstance(it, Group) and it.role is GroupRole.OPENING)
    return next((it.drawing for it in openings), None)


def answers(document: Document) -> Iterator[Answer]:
    """Every answer in reading order, those in table cells too."""
    for node in walk(document.nodes):
        yield from answers_of(node)


def answers_of(node: Node) -> Iterator[Answer]:
    """The answers that a node holds itself, not those of its children."""
    match node:
        case Answer():
            yield node
        case Table():
            yield from (cell for row in node.rows for cell in row if isinstance(cell, Answer))
        case Figure():
            yield from (room for room in (node.scale, *(spot.room for spot in node.spots)) if room)
        case Heading() | Paragraph() | Listing() | Group() | Divider() | Contents() | Part():
            pass
        case _:
            assert_never(node)


def unplaced(document: Document, placed: Collection[str]) -> Iterator[Problem]:
    """A problem for each begun answer whose field is not in `placed`; the client's words are not quoted."""
    for address in document.begun:
        if address not in placed:
            yield Problem(None, f"The field ‘{address}’ cannot be begun.", "Leave it to be filled in by the client.")


def deepened(nodes: tuple[Node, ...], by: int) -> tuple[Node, ...]:
    """The nodes with all headings `by` levels further down."""

    def deeper(node: Node) -> Node:
        match node:
            case Heading():
                return replace(node, depth=node.depth + by)
            case Group() | Part():
                return replace(node, children=deepened(node.children, by))
            case _:
                return node

    return tuple(map(deeper, nodes))


def parts(document: Document) -> tuple[Part, ...]:
    """The sheets of a pack; empty for a single sheet."""
    return tuple(node for node in document.nodes if isinstance(node, Part))


def words(document: Document) -> Iterator[Phrase]:
    """Every printed phrase of the body in reading order, each before its parallel text; all formats print the same."""
    for node in walk(document.nodes):
        for phrase in _words_of(node):
            yield phrase
            if phrase.parallel:
                yield phrase.parallel


def _words_of(node: Node) -> Iterator[Phrase]:
    match node:
        case Heading():
            yield node.text
        case Paragraph(text=text, role=Role.CONTACT):
            yield from numbered(text) or (text,)
        case Paragraph():
            yield node.said
        case Listing():
            yield from node.items
        case Table():
            yield from node.header
            yield from node.example
            for row in node.rows:
                for cell in row:
                    if isinstance(cell, Phrase):
                        yield cell
                    else:
                        yield from _words_in(cell.form)
        case Answer():
            yield from _words_in(node.form)
        case Figure():
            yield from _words_beside(node)
        case Contents():
            yield from (phrase for lead in node.leads for phrase in (lead.title, lead.note) if phrase)
        case Group() | Divider() | Part():
            pass
        case _:
            assert_never(node)


def _words_beside(figure: Figure) -> Iterator[Phrase]:
    for spot in figure.spots:
        if spot.label:
            yield spot.label
        if spot.room:
            yield from _words_in(spot.room.form)
    yield from figure.captions


def _words_in(form: Form) -> Iterator[Phrase]:
    match form:
        case Lines():
            if form.lead:
                yield form.lead
        case Ticks():
            yield from (option.text for option in form.options)
            if form.other:
                yield form.other
        case Scale():
            yield from (end for end in (form.low, form.high, form.word) if end)
        case Day():
            pass
        case _:
            assert_never(form)
