"""What a change may do, what is refused, and the laws that hold for all changes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from worksheet_builder.build.composer import Composer
from worksheet_builder.build.formats import FORMATS
from worksheet_builder.build.order import Order
from worksheet_builder.definitions.addresses import parts_of
from worksheet_builder.definitions.tailoring_application import tailored
from worksheet_builder.document import Edition
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.project.library import Library
from worksheet_builder.reading.loader import read_worksheet
from worksheet_builder.reading.tailoring_loader import laid_over, parse_tailoring, read_sheet

from ..conftest import Run
from .samples import SHEET, Desk

REFUSED = {
    "an address that there is not": (
        "- drop: kinds.options.freind",
        "There is no ‘kinds.options.freind’ in ‘quiet-place’.",
        "Did you mean ‘kinds.options.friend’?",
    ),
    "an address far from any": (
        "- drop: kinds.options.something-else-altogether",
        "There is no ‘kinds.options.something-else-altogether’ in ‘quiet-place’.",
        "‘kinds.options’ has: kinds.options.room, kinds.options.garden, kinds.options.music, kinds.options.friend.",
    ),
    "what a block needs": (
        "- drop: kinds.question",
        "‘kinds.question’ cannot be left out: a block of its kind needs it.",
        "Reword it, or drop the whole of ‘kinds’.",
    ),
    "what every sheet has": ("- drop: title", "‘title’ cannot be left out: every sheet has it.", "Reword it."),
    "what is not there": (
        "- drop: words.hint",
        "‘words.hint’ is not on the sheet anyway.",
        "Take the change out.",
    ),
    "a resting place by accident": (
        "- drop: pause",
        "‘pause’ is a ‘rest’, which is there to keep a client safe.",
        "If you mean it, add ‘safety: true’ to the change, or ‘--even-safety’ to the command.",
    ),
    "words that stand there already": (
        "- {reword: kinds.question, to: What is quiet for you?}",
        "‘kinds.question’ says that already.",
        "Take the change out.",
    ),
    "two at one address": (
        "- {reword: words.prompt, to: A}\n- {reword: words.prompt, to: B}",
        "‘words.prompt’ is changed twice; also in line 3.",
        "Keep one of the two.",
    ),
    "inside of what is dropped": (
        "- {reword: words.prompt, to: A}\n- drop: words",
        "‘words.prompt’ cannot be named here: ‘words’ is dropped in line 4.",
        "Keep one of the two changes.",
    ),
    "after what is dropped": (
        "- {move: kinds, after: words}\n- drop: words",
        "‘words’ cannot be named here: it is dropped in line 4.",
        "Put it after something that stays.",
    ),
    "nowhere": ("- move: kinds", "It is not said where ‘kinds’ goes.", "Give either ‘after: …’ or ‘first: true’."),
    "to where it is": ("- {move: kinds, after: opening}", "‘kinds’ stands there already.", "Take the change out."),
    "a circle": (
        "- {move: kinds, after: words}\n- {move: words, after: kinds}",
        "‘kinds’ is put after something that is put after it.",
        "Put one of them after something else.",
    ),
    "two in one place": (
        "- {move: kinds, first: true}\n- {move: words, first: true}",
        "Two things are put first; the other, ‘kinds’, in line 3.",
        "Put one of them after the other: ‘after: kinds’.",
    ),
    "from list to list": (
        "- {move: kinds.options.room, after: noises}",
        "‘kinds.options.room’ cannot stand after ‘noises’, which is not in the same list.",
        "Choose from: kinds.options.garden, kinds.options.music, kinds.options.friend.",
    ),
    "a text that has its place": (
        "- {move: keep, first: true}",
        "‘keep’ has a fixed place.",
        "Blocks, and the entries of their lists, can be moved.",
    ),
    "a block that is there": (
        "- {add: {prose: kinds, text: A}, after: kinds}",
        "There is a ‘kinds’ in ‘quiet-place’ already.",
        "Give what you add an id of its own; to change what is there, use ‘reword’ or ‘move’.",
    ),
    "an entry that is there": (
        "- {add: {room: A}, into: kinds.options}",
        "There is a ‘kinds.options.room’ already.",
        "Choose another name for what you add.",
    ),
    "into what is no list": (
        "- {add: {snow: A}, into: kinds.question}",
        "‘kinds.question’ is no list that takes entries.",
        "Lists are: kinds.options, noises.columns, noises.rows, noises.example, therapist.not_yet, therapist.pacing, "
        "therapist.before_leaving, therapist.when, therapist.adaptations, therapist.physical_cautions.",
    ),
    "words for a list": (
        "- {reword: kinds.options, to: A}",
        "‘kinds.options’ is no text, but holds others.",
        "Name one of them: kinds.options.room, kinds.options.garden, kinds.options.music, kinds.options.friend.",
    ),
    "words for a number": (
        "- {reword: words.lines, to: many}",
        "‘words.lines’ is a number, not ‘many’.",
        "Write digits.",
    ),
    "a number that is too large": (
        "- {reword: words.lines, to: 40}",
        "‘lines’ is 40, more than it can be.",
        "Give a number from 1 to 12.",
    ),
    "too few options": (
        "- drop: kinds.options.room\n- drop: kinds.options.garden\n- drop: kinds.options.music",
        "‘options’ needs at least 2 entries, and has 1.",
        "Add 1 more under ‘options’.",
    ),
    "no operation": (
        "- {then: A}",
        "This does not say what it does.",
        "Begin it with one of: reword, drop, move, add.",
    ),
    "a slip in its name": ("- {dorp: words}", "This does not say what it does.", "‘dorp’: did you mean ‘drop’?"),
    "a language that there is not": (
        "- {reword: words.prompt, to: A, in: {xx-Nope: B}}",
        "‘xx-Nope’ cannot stand here.",
        "Write the tag of a language, such as es, uk or zh-Hans.",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(desk: Desk, case: Any) -> None:
    changes, sentence, hint = REFUSED[case]
    path = desk.tailor("changes:\n" + changes)
    with pytest.raises(Refused) as refused:
        read_sheet(desk.open(), path)
    said = {(problem.sentence, problem.hint) for problem in refused.value.problems}
    assert (sentence, hint) in said, said
    for problem in refused.value.problems:
        assert problem.place and problem.place.file == str(path) and problem.place.line


SETTINGS = {
    "intensity: settling": ("A lower ‘intensity’ takes safety text off the page.", "add a line ‘safety: true’"),
    "intensity: reflective": ("‘intensity’ is reflective already.", "Take the line out."),
    "minutes: 15": ("‘minutes’ is 15 already.", "Take the line out."),
    "minutes: 500": ("‘minutes’ is 500.", "Give a number from 1 to 180."),
    "titel: {to: A}": ("Unknown key ‘titel’ in ‘tailoring’.", "Did you mean ‘title’?"),
    "title: {to: A quiet place}": ("‘title’ says that already.", "Take the change out."),
}


@pytest.mark.parametrize("line", SETTINGS)
def test_settings_refused(desk: Desk, line: Any) -> None:
    path = desk.tailor(f"{line}\n")
    with pytest.raises(Refused) as refused:
        read_sheet(desk.open(), path)
    (problem,) = refused.value.problems
    sentence, hint = SETTINGS[line]
    assert problem.sentence == sentence and hint in problem.hint


def test_all_problems_are_told_at_once(desk: Desk) -> None:
    path = desk.tailor("changes:\n- drop: nothing\n- drop: title\n- {reword: nowhere, to: A}\nminutes: 15\n")
    with pytest.raises(Refused) as refused:
        read_sheet(desk.open(), path)
    assert len(refused.value.problems) == 4


@pytest.mark.parametrize("name", ["quiet-plase", "ours"])
def test_a_ground_that_there_is_not(desk: Desk, name: str) -> None:
    path = desk.tailor("", based_on=name)
    with pytest.raises(Refused, match=f"There is no worksheet ‘{name}’."):
        read_sheet(desk.open(), path)


def test_sheets_that_are_based_on_each_other(desk: Desk) -> None:
    path = desk.tailor("", "one", "two")
    desk.tailor("", "two", "one")
    with pytest.raises(Refused, match="which is based on it"):
        read_sheet(desk.open(), path)


def test_a_sheet_in_place_of_the_one_it_is_based_on(desk: Desk) -> None:
    desk.tailor("title: {to: Our quiet place}\n", "quiet-place")
    assert read_sheet(desk.open(), desk.open().find("quiet-place")).title.text == "Our quiet place"


def test_a_tailored_sheet_can_be_the_ground_of_another(desk: Desk) -> None:
    desk.tailor("changes:\n- {reword: words.prompt, to: One}\n- drop: noises\n", "one")
    path = desk.tailor("changes:\n- {reword: opening.text, to: Two}\n", "two", "one")
    two = read_sheet(desk.open(), path)
    words = {address: part.words for address, part in parts_of(two).items()}
    assert words["words.prompt"] == "One" and words["opening.text"] == "Two" and "noises" not in words
    shown = desk.run("show", "two", "-l", "es", code=1).stderr
    assert "‘words.prompt’ is not in Spanish" in shown and "‘opening.text’ is not in Spanish" in shown
    assert shown.count("is not in") == 2


CHANGES = [
    "{reword: words.prompt, to: What stays?}",
    "{reword: words.lines, to: '5'}",
    "{reword: words.hint, to: A word is enough.}",
    "{drop: kinds.hint}",
    "{drop: noises.columns.loud}",
    "{drop: opening}",
    "{move: words, first: true}",
    "{move: kinds.options.music, first: true}",
    "{move: kinds.options.room, after: kinds.options.friend}",
    "{add: {prose: added, text: More.}, after: kinds}",
    "{add: {note: later, text: And more.}, after: added}",
    "{add: {snow: Snow, rain: Rain}, into: kinds.options}",
    "{add: {night: At night}, into: noises.rows, after: noises.rows.evening}",
    "{reword: therapist.purpose, to: To look for quiet.}",
    "{add: {breath: Breathe out.}, into: therapist.before_leaving}",
]


def made(desk: Desk, changes: Any) -> Any:
    text = "based_on: quiet-place\nchanges: [" + ", ".join(changes) + "]\n"
    return laid_over(desk.open(), text, desk.folder / "worksheets/own/ours.yaml")


def plain(sheet: Any) -> Any:
    return [(address, part.words) for address, part in parts_of(sheet).items()]


def test_what_the_changes_make(desk: Desk) -> None:
    words = dict(plain(made(desk, CHANGES)))
    blocks = [address for address, part in parts_of(made(desk, CHANGES)).items() if part.home == "blocks"]
    assert blocks == ["words", "kinds", "added", "later", "pause", "noises"]
    options = [address.rpartition(".")[2] for address in words if address.startswith("kinds.options.")]
    assert options == ["music", "garden", "friend", "room", "snow", "rain"]
    assert words["words.prompt"] == "What stays?" and words["words.lines"] == "5"
    assert "noises.columns.loud" not in words and "noises.example.loud" not in words


@settings(max_examples=40, deadline=None)
@given(order=st.permutations(CHANGES), count=st.integers(0, len(CHANGES)))
def test_any_order_of_changes_gives_the_same(order: Any, count: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Also of any part of them, as far as it stands by itself."""
    library = _Fixed(tmp_path_factory)
    some = [change for change in order[:count] if "after: added" not in change or CHANGES[9] in order[:count]]
    assert plain(made(library, some)) == plain(made(library, sorted(some, key=CHANGES.index)))


class _Fixed:
    """The small library without a project, made once."""

    made = None

    def __init__(self, factory: Any) -> None:
        if _Fixed.made is None:
            _Fixed.made = factory.mktemp("fixed")
            sheets = _Fixed.made / "worksheets"
            sheets.mkdir()
            (sheets / "quiet-place.yaml").write_text(SHEET, encoding="utf-8")
        self.folder = _Fixed.made

    def open(self) -> Any:
        return Library.open(self.folder)


REAL = sorted(Library.open().worksheets)
EVERY = 7
"""Of the library, each so many sheets are tried at once, the others with all that takes long."""
SOME = [pytest.param(name, marks=() if at % EVERY == 0 else (pytest.mark.whole,)) for at, name in enumerate(REAL)]


@pytest.mark.parametrize("name", REAL)
def test_no_change_is_the_sheet_itself(name: str) -> None:
    """To the byte, in both formats and in the therapist edition."""
    library = Library.open()
    path = library.find(name)
    tailored = laid_over(library, f"based_on: {name}\n", path.with_name("ours.yaml"))
    assert parts_of(tailored) == parts_of(read_worksheet(path))


@pytest.mark.parametrize("name", ["waves", "my-care-preferences", "before-you-use-these-pages"])
def test_no_change_is_the_same_bytes(name: str, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    library = Library.open(desk.folder)
    own = desk.tailor("", name, name)
    for edition in Edition:
        order = Order(edition=edition)
        theirs = Composer(Library.open(desk.folder.parent), order)
        before = theirs.document(theirs.library.find(name), "en")
        ours = Composer(library, order)
        after = ours.document(own, "en")
        for form in FORMATS.values():
            assert form.write(before, theirs.brand) == form.write(after, ours.brand)


def _shown(text: str) -> Any:
    listed = text.partition("What can be changed")[2]
    return set(re.findall(r"‹([^›]+)›", text)) | set(
        re.findall(r"^ {2,4}([a-z][\w.-]*)(?: \(.*\))?$", listed, re.M)
    ) - {"and"}


@pytest.mark.parametrize("name", SOME)
def test_every_address_that_is_shown_can_be_changed_or_it_is_said_why_not(name: str, run: Run) -> None:
    """Each is dropped and reworded; what is refused is refused for that address, with a sentence and a hint."""
    path = Library.open().find(name)
    shown = _shown(run("show", name, "--edition", "therapist").stdout)
    assert {
        address for address, part in parts_of(read_worksheet(path)).items() if part.is_words and part.there
    } <= shown
    base, own = read_worksheet(path), path.with_name("ours.yaml")
    for address in sorted(shown):
        for change in (f"{{drop: {address}}}", f"{{reword: {address}, to: '7'}}"):
            try:
                tailored(base, parse_tailoring(f"based_on: {name}\nchanges:\n- {change}\n", own))
            except Refused as refused:
                for problem in refused.problems:
                    assert problem.sentence and problem.hint, (change, problem)
                    assert "There is no" not in problem.sentence, (change, problem)
