"""The words that a page for phones adds to a sheet: its tools, and what it protects and what it does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..foundation.phrases import Phrase
from ..foundation.records import record

_BUTTON = {"characters": 28}
"""For the translator: these words are on a button."""
_HEARD = {"reader": "a screen reader"}
"""For the translator: these words are heard, not seen."""


@record
class CopyWords:
    """Words for the ways to copy the answers, and for success and failure."""

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
    """Words for keeping the answers on the device: the switch, its explanation, and the messages that follow."""

    switch: Phrase = field(metadata=_BUTTON)
    note: Phrase
    refused: Phrase
    kept: Phrase
    forgotten: Phrase


@record
class DrawWords:
    """Words for the tools to draw on a figure, and the text that replaces a drawing in plain text."""

    begin: Phrase = field(metadata=_BUTTON)
    done: Phrase = field(metadata=_BUTTON)
    back: Phrase = field(metadata=_BUTTON)
    clear: Phrase = field(metadata=_BUTTON)
    words: Phrase = field(metadata=_BUTTON)
    drawn: Phrase


@record
class ViewWords:
    """Words for showing one part or the whole page; `counter` says which part, with the slots {part} and {parts}."""

    one: Phrase = field(metadata=_BUTTON)
    whole: Phrase = field(metadata=_BUTTON)
    back: Phrase = field(metadata=_BUTTON)
    next: Phrase = field(metadata=_BUTTON)
    counter: Phrase
    leaf: Phrase = field(metadata=_BUTTON)
    all: Phrase = field(metadata=_BUTTON)


@record
class SiteWords:
    """Words for the folder of pages on a web host: the list of pages, what happens to answers, and the QR code."""

    index: Phrase
    intro: Phrase
    policy: Phrase
    list: Phrase = field(metadata=_BUTTON)
    printed: Phrase
    code: Phrase = field(metadata=_HEARD)


@record
class PhoneWords:
    """All words of a page for phones that are not from its sheet.

    `title` is shown in tabs, histories and chats, and does not reveal the purpose of the page.
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
