"""The tools around the sheet: crisis contacts, ways to stop and to leave, copies, saving, clearing, drawing.

The contacts work without a script; tools that need the script are hidden until it runs.
"""

from __future__ import annotations

from ..document import PhoneWords
from ..document.phone_words import CopyWords, DrawWords, KeepWords, ViewWords
from ..foundation.phrases import Phrase
from .elements import Attribute, element, escaped
from .phrase_markup import Dialled, apart


def tools(words: PhoneWords, first: Dialled | None, calls: str, *, leaf: bool, fillable: bool) -> str:
    """The bar at the bottom of the screen: first number, contacts, stop, more, leave, and the reader's position.

    `calls` is the markup of the crisis contacts; empty on a page for other people, which then has no such tools.
    """
    number = _first(words, first) if first else ""
    call = _folded("call", words.call, calls) if calls else ""
    stop = _folded("stop", words.stop, _stop(words)) if calls else ""
    more = _folded("more", words.more, _more(words, leaf=leaf, fillable=fillable))
    row = element("div", {"class": "row"}, number, call, stop)
    where = _where(words.view, more, _button("leave", words.leave, {"class": "leave"}))
    named: dict[str, Attribute] = {"class": "tools ui", "aria-label": words.tools.plain()}
    return element("nav", named, where, row, _told(words))


def without_script(words: PhoneWords) -> str:
    """The line that the script removes; not a `noscript`, as some viewers run no script but do not show that either."""
    return element("p", {"class": "without-script ui", "id": "without-script"}, escaped(words.no_script.plain()))


def drawing_tools(words: DrawWords) -> str:
    """The drawing buttons under a figure."""
    first = _button("draw", words.begin, {"aria-pressed": "false", "data-done": words.done.plain()})
    others = (_button("draw-back", words.back, _HIDDEN), _button("draw-clear", words.clear, _HIDDEN))
    said = _button("draw-words", words.words)
    inside: dict[str, Attribute] = {"class": "drawing ui", "hidden": True, "data-scripted": True}
    return element("div", inside, first, *others, said)


_HIDDEN: dict[str, Attribute] = {"hidden": True}


def _where(words: ViewWords, *others: str) -> str:
    """The number of the current step, buttons back and on, and the `others` beside them."""
    back, on = (_button(does, said, _HIDDEN) for does, said in (("part-back", words.back), ("part-next", words.next)))
    counter = element("span", {"id": "counter", "data-words": words.counter.text}, "")
    return element("div", {"class": "where", "hidden": True, "data-scripted": True}, back, counter, on, *others)


def _first(words: PhoneWords, first: Dialled) -> str:
    """A link that calls or texts the first number with one tap."""
    said = (words.text_number if first.by_text else words.call_number).fill(number=first.shown)
    sign = element("span", {"aria-hidden": "true"}, "✆\u00a0")
    link: dict[str, Attribute] = {"class": "first-number", "href": first.address, "aria-label": said.plain()}
    return element("a", link, sign, apart(escaped(first.shown)))


def _stop(words: PhoneWords) -> str:
    buttons = _button("copy-page", words.copy.heading) + _button("clear", words.clear)
    scripted = element("p", {"class": "buttons", "hidden": True, "data-scripted": True}, buttons)
    return element("p", {}, escaped(words.stop_text.plain())) + scripted


def _more(words: PhoneWords, *, leaf: bool, fillable: bool) -> str:
    """Ways to view, to copy, to save and to clear, and a list of what the page protects."""
    shown = _button("leaf", words.view.leaf, {"data-other": words.view.all.plain()}) if leaf else ""
    view = _button("one", words.view.one, {"data-other": words.view.whole.plain()}) + shown
    parts = [element("p", {"class": "buttons"}, view)]
    if fillable:
        parts += [_copies(words.copy), _keep(words.keep)]
        parts.append(element("p", {"class": "buttons"}, _button("clear", words.clear)))
    said = (element("li", {}, escaped(phrase.plain())) for phrase in (*words.protects.values(), words.leave_note))
    heading = element("p", {"class": "tool-heading"}, escaped(words.protection.plain()))
    return "".join((*parts, heading, element("ul", {}, *said)))


def _copies(words: CopyWords) -> str:
    heading = element("p", {"class": "tool-heading"}, escaped(words.heading.plain()))
    ways = (("copy-page", words.page), ("copy-text", words.text), ("print", words.paper))
    share = _button("share", words.share, _HIDDEN)
    buttons = element("p", {"class": "buttons"}, *(_button(does, said) for does, said in ways), share)
    return heading + buttons + element("p", {"class": "small"}, escaped(words.note.plain()))


def _keep(words: KeepWords) -> str:
    box = element("input", {"type": "checkbox", "id": "keep", "aria-describedby": "keep-note"})
    switch = element("label", {"class": "tick"}, box, " ", element("span", {}, escaped(words.switch.plain())))
    note: dict[str, Attribute] = {"class": "small", "id": "keep-note", "data-refused": words.refused.plain()}
    return switch + element("p", note, escaped(words.note.plain()))


def _told(words: PhoneWords) -> str:
    """The status line that says what was done, with a button to undo it."""
    said = {
        "data-cleared": words.cleared,
        "data-taken": words.copy.taken,
        "data-failed": words.copy.failed,
        "data-kept": words.keep.kept,
        "data-forgotten": words.keep.forgotten,
        "data-drawn": words.draw.drawn,
    }
    status = element("span", {"id": "told", "role": "status", **{key: it.plain() for key, it in said.items()}}, "")
    return element("p", {"class": "told", "hidden": True}, status, " ", _button("undo", words.undo, _HIDDEN))


def _folded(name: str, title: Phrase, inside: str) -> str:
    """A part of the bar that opens upwards; the shared `name` keeps only one open, even without the script."""
    head = element("summary", {}, escaped(title.plain()))
    return element(
        "details", {"name": "tools", "class": f"fold {name}"}, head, element("div", {"class": "folded"}, inside)
    )


def _button(does: str, words: Phrase, more: dict[str, Attribute] | None = None) -> str:
    return element("button", {"type": "button", "data-does": does, **(more or {})}, escaped(words.plain()))
