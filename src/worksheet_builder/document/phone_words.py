"""The words that a page for a phone says of itself: its tools, and what it protects and what it does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..foundation.phrases import Phrase
from ..foundation.records import record

_BUTTON = {"characters": 28}
"""For the translator: these words stand on a button."""
_HEARD = {"reader": "a screen reader"}
"""For the translator: these words are heard, not seen."""


@record
class CopyWords:
    """The ways to take a copy of what is written, and what came of it."""

    heading: Phrase = field(metadata=_BUTTON)
    page: Phrase = field(metadata=_BUTTON)
    text: Phrase = field(metadata=_BUTTON)
    paper: Phrase = field(metadata=_BUTTON)
    share: Phrase = field(metadata=_BUTTON)
    note: Phrase
    taken: Phrase
    failed: Phrase


@record
class KeepWords:
    """Keeping what is written on the device: the switch, what it means, and what became of it."""

    switch: Phrase = field(metadata=_BUTTON)
    note: Phrase
    refused: Phrase
    kept: Phrase
    forgotten: Phrase


@record
class DrawWords:
    """The tools to draw on a figure, and what stands for a drawing in plain text."""

    begin: Phrase = field(metadata=_BUTTON)
    done: Phrase = field(metadata=_BUTTON)
    back: Phrase = field(metadata=_BUTTON)
    clear: Phrase = field(metadata=_BUTTON)
    words: Phrase = field(metadata=_BUTTON)
    drawn: Phrase


@record
class ViewWords:
    """One part in view or the whole page, and where the reader is; `counter` has the slots {part} and {parts}."""

    one: Phrase = field(metadata=_BUTTON)
    whole: Phrase = field(metadata=_BUTTON)
    back: Phrase = field(metadata=_BUTTON)
    next: Phrase = field(metadata=_BUTTON)
    counter: Phrase
    leaf: Phrase = field(metadata=_BUTTON)
    all: Phrase = field(metadata=_BUTTON)


@record
class SiteWords:
    """What the folder of pages for a host says: the list of pages, what they do with answers, and the printed code."""

    index: Phrase
    intro: Phrase
    policy: Phrase
    list: Phrase = field(metadata=_BUTTON)
    printed: Phrase
    code: Phrase = field(metadata=_HEARD)


@record
class PhoneWords:
    """Every word of a page for a phone that is not of its sheet.

    `title` is what tabs, histories and chats show, and tells nothing of what the page is for.
    """

    title: Phrase = field(metadata={"characters": 20})
    no_script: Phrase
    tools: Phrase = field(metadata=_HEARD)
    call: Phrase = field(metadata=_BUTTON)
    call_number: Phrase = field(metadata=_HEARD)
    text_number: Phrase = field(metadata=_HEARD)
    stop: Phrase = field(metadata=_BUTTON)
    stop_text: Phrase
    more: Phrase = field(metadata=_BUTTON)
    leave: Phrase = field(metadata=_BUTTON)
    leave_note: Phrase
    clear: Phrase = field(metadata=_BUTTON)
    cleared: Phrase
    undo: Phrase = field(metadata=_BUTTON)
    view: ViewWords
    draw: DrawWords
    copy: CopyWords
    keep: KeepWords
    protection: Phrase
    protects: Mapping[str, Phrase]
    site: SiteWords
