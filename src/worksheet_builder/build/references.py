"""Read the references that worksheets name, and report those that no bibliography has."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from ..definitions.worksheet import Reference, Worksheet
from ..foundation.problems import Problem
from ..project.library import Library
from ..reading.loader import read_bibliography


def read_references(library: Library) -> Mapping[str, Reference]:
    """All references by key, where those of the project override the others; raises Refused."""
    return {key: entry for path in library.bibliographies for key, entry in read_bibliography(path).items()}


def unknown_references(worksheet: Worksheet, references: Mapping[str, Reference]) -> Iterator[Problem]:
    """A problem for each key under `evidence` that no bibliography has."""
    for key in worksheet.evidence:
        if key not in references:
            near = difflib.get_close_matches(key, references, n=1)
            hint = f"Did you mean ‘{near[0]}’?" if near else "Add it to worksheets/bibliography.yaml."
            yield Problem(worksheet.place, f"‘{key}’ under ‘evidence’ is not in the bibliography.", hint)
