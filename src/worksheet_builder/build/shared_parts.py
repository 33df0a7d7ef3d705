"""A cache of what the handouts of many practices have in common, in one process that makes one after another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, TypeVar

from ..definitions.worksheet import Reference, Worksheet
from ..foundation.records import open_record
from ..project.library import Library
from .handout_languages import InLanguage, in_language
from .references import read_references

T = TypeVar("T")


@open_record
class SharedParts:
    """A cache of sheets, their translations and the hashes of their files; nothing of a practice.

    All composers that share one must have the same library and, except for the practice, the same order; and no file of
    the library may change meanwhile.
    """

    worksheets: dict[Path, Worksheet] = field(default_factory=dict)
    digests: dict[Path, str] = field(default_factory=dict)
    parts: dict[object, str] = field(default_factory=dict)
    source_files: dict[object, tuple[tuple[Path, ...], tuple[Path, ...]]] = field(default_factory=dict)
    plans: dict[tuple[str, ...], tuple[Any, ...]] = field(default_factory=dict)
    """The jobs of an order, by the languages of a practice."""
    _in_language: dict[tuple[str, str, str], InLanguage[Any]] = field(default_factory=dict)
    _references: list[Mapping[str, Reference]] = field(default_factory=list)

    def references(self, library: Library) -> Mapping[str, Reference]:
        """Every reference that a worksheet can name, read once; raises Refused."""
        if not self._references:
            self._references.append(read_references(library))
        return self._references[0]

    def in_language(self, library: Library, tag: str, name: str, structure: T, required: str) -> InLanguage[T]:
        """The structure in the language, translated once; raises Refused where it cannot be."""
        key = (tag, name, required)
        if key not in self._in_language:
            self._in_language[key] = in_language(library, tag, name, structure, required)
        return self._in_language[key]
