"""Sheets laid out for practices of different length, without a file being written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.handout_languages import InLanguage
from worksheet_builder.build.order import Order
from worksheet_builder.build.shared_parts import SharedParts
from worksheet_builder.definitions.practice import Brand
from worksheet_builder.document import Document, Edition, Group, GroupRole, Paper, words
from worksheet_builder.layout.display_list import TextOp
from worksheet_builder.layout.fitting import Layout, fitted
from worksheet_builder.layout.pagination import Page
from worksheet_builder.project.library import Library

from .sheets import ROOT

PRACTICES = sorted((Path(__file__).parent / "practices").glob("*.yaml"))
T = TypeVar("T")
TODAY = date(2026, 11, 29)


@lru_cache(maxsize=1)
def library() -> Library:
    return Library.open(ROOT)


class Read(SharedParts):
    """What is read and translated once for all practices and papers; emptied now and then, as `whole` reads it all."""

    __slots__ = ()

    def in_language(self, library: Library, tag: str, name: str, structure: T, required: str) -> InLanguage[T]:
        if len(self._in_language) > MOST:
            self._in_language.clear()
        return super().in_language(library, tag, name, structure, required)


MOST = 120
"""So many sheets and common words of languages are kept at once."""


@cache
def read(edition: Edition) -> Read:
    """What all drafts of the library in one edition share."""
    return Read()


@lru_cache(maxsize=64)
def composer(practice: Path, paper: Paper, edition: Edition = Edition.CLIENT) -> Composer:
    """What is not translated yet is printed in English."""
    order = Order(practice=practice, paper=paper, edition=edition, draft=True, today=TODAY)
    return Composer(library(), order, shared=read(edition))


def laid_out(path: Path, practice: Path, paper: Paper, language: str) -> tuple[Document, Layout]:
    maker = composer(practice, paper)
    document = maker.document(path, language)
    return document, fitted(document, maker.brand)


def lines_of(page: Page) -> list[str]:
    """The lines of text on a page, without the spaces in them."""
    found = (op.line.text for box in page.boxes for op in box.ops if isinstance(op, TextOp))
    return ["".join(text.split()) for text in found]


def closing_of(document: Document) -> str:
    """The words of the closing, without the spaces in them."""
    groups = tuple(it for it in document.nodes if isinstance(it, Group) and it.role is GroupRole.CLOSING)
    said = (phrase.plain() for phrase in words(replace(document, nodes=groups)))
    return "".join("".join(text.split()) for text in said)


def has_contacts(page: Page, brand: Brand) -> bool:
    """Whether some of the box of whom to call is on the page; it alone has a frame of the accent."""
    return any(box.ground and box.ground.stroke == brand.palette.accent for box in page.boxes)
