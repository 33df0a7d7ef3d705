"""Notices about the colours of a practice: which shades were derived from them, so that all text is readable."""

from __future__ import annotations

from collections.abc import Iterator

from ..foundation.colours import WHITE
from ..foundation.problems import Problem
from .practice import DEFAULT_ACCENT, Practice

_KEPT = "Nothing has to be done; this way every word can be read."


def shades(practice: Practice) -> Iterator[Problem]:
    """A notice for each colour of the practice that text or lines cannot have, with the shade used instead."""
    given = (practice.second, practice.ink, practice.tint)
    if practice.accent == DEFAULT_ACCENT and not any(given):
        return
    palette = practice.palette()
    accent, second = practice.accent, practice.second
    instead = [
        f"headings are set in its shade {palette.accent}" if palette.accent != accent else "",
        f"frames and rules are drawn in {palette.rule}" if not second and palette.rule != accent else "",
        f"words that stand on it are {palette.on_solid}" if palette.on_solid != WHITE else "",
    ]
    if any(instead):
        sentence = f"The accent {accent} is kept for grounds and ornament; {', '.join(filter(None, instead))}."
        idle = practice.logo_on_dark and palette.on_solid != WHITE
        hint = "‘logo_on_dark’ is not used, since the accent is no dark ground." if idle else _KEPT
        yield Problem(practice.at("accent"), sentence, hint)
    if second and palette.rule != second:
        sentence = f"The second colour {second} is kept for ornament; frames and rules are drawn in {palette.rule}."
        yield Problem(practice.at("second"), sentence, _KEPT)
    if practice.ink and palette.ink != practice.ink:
        sentence = f"The ink {practice.ink} is too light for running text; it is set in {palette.ink}."
        yield Problem(practice.at("ink"), sentence, "Leave ‘ink’ out to have it chosen for you.")
    if practice.tint and palette.tint != practice.tint:
        sentence = f"The tint {practice.tint} is too dark for the text of panels; their ground is {palette.tint}."
        yield Problem(practice.at("tint"), sentence, "Leave ‘tint’ out to have it chosen for you.")
