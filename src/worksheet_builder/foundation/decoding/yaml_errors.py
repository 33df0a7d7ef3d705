"""Turn errors of the YAML parser into problems in plain words for the person who typed the file."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Sequence

import yaml

from ..problems import Place, Problem
from ..records import record

FASTEST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""PyYAML's parser in C if it is there, else the one in Python."""
_KEY = re.compile(r"\s*(?:- +)*[^\s:\"'#]+")
_UNSPACED = re.compile(r"\s*(?:- +)*[a-z_-]+:[^\s:/]")
_LONGEST_TWICE = 100_000
"""Maximum characters of a file that is parsed again for a better message; a longer one would take seconds."""
_ODD = "\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000"
_ODD_BEFORE = re.compile(rf"^[ \t]*(?:- +)*[{_ODD}]\s*(?:- |[\w-]+:)")
_ODD_BEHIND = re.compile(rf"^\s*(?:- +)*[\w-]+:(?=[{_ODD}])")
_IN_BRACKETS = "while parsing a flow node"
"""The parser's words where an entry in brackets should begin; they do not say where the bracket was opened."""
_NO_COLON = "This line has no colon with a space after its first word."
_QUOTE_IT = 'Put the whole text in quotation marks: "…".'


def odd_space(line: str) -> tuple[int, str, str] | None:
    """Find a no-break or other special space where YAML needs a plain one: column from 0, sentence, hint; else None."""
    if match := _ODD_BEFORE.match(line):
        at = next(index for index, char in enumerate(match[0]) if char not in " \t-")
        return (
            at,
            "This line is indented with no-break spaces, which do not count.",
            "Type ordinary spaces in their place.",
        )
    if match := _ODD_BEHIND.match(line):
        return match.end(), "After this colon stands a no-break space.", "Type an ordinary space in its place."
    return None


@record
class _Slip:
    """An error of the parser: its message (`said`), line and column from 0, and line and column of its beginning.

    The beginning (`opened`) is that of the text, bracket or block that contains the error.
    """

    said: str
    lines: Sequence[str]
    line: int
    column: int
    opened: tuple[int, int]

    @property
    def before(self) -> str:
        """The line up to the error."""
        return self.lines[self.line][: self.column] if self.line < len(self.lines) else ""

    @property
    def sign(self) -> str:
        """The character at the error."""
        return self.lines[self.line][self.column : self.column + 1] if self.line < len(self.lines) else ""

    @property
    def opener(self) -> str:
        """The character at `opened`, such as a quotation mark or a bracket."""
        line, column = self.opened
        return self.lines[line][column : column + 1] if line < len(self.lines) else ""


_Said = tuple[tuple[int, int], str, str]
"""Line and column from 0, sentence, hint."""


def slip(text: str, file: str, fallback: yaml.MarkedYAMLError) -> Problem:
    """The problem for a text that is no YAML.

    The text is parsed again with PyYAML's Python parser: its messages say more than those of the C parser, and are the
    same on every system. If it finds no error, `fallback` is used.
    """
    error = _error_of(text) or fallback
    mark = error.problem_mark or error.context_mark
    opened = error.context_mark or mark
    if mark is None or opened is None:
        return Problem(Place(file), *_default_words())
    said = " ".join(part for part in (error.context, error.problem) if part)
    began = (_open_bracket(text) if _IN_BRACKETS in said else None) or (opened.line, opened.column)
    found = _Slip(said, text.splitlines(), mark.line, mark.column, began)
    (line, column), sentence, hint = next(tell for sign, tell in _TELLERS if sign in said)(found)
    return Problem(Place(file, line + 1, column + 1), sentence, hint)


def begins_with(sign: str) -> tuple[str, str]:
    """A sentence and a hint for a text that begins with a character that has a special meaning in YAML."""
    hint = f'Put the whole text in quotation marks: "{sign}…".'
    return f"A text that begins with ‘{sign}’ is read as something else.", hint


def _error_of(text: str) -> yaml.MarkedYAMLError | None:
    if len(text) > _LONGEST_TWICE:
        return None
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        return error
    except (ValueError, OverflowError, RecursionError):  # an escape that is no character; deep nesting
        return None
    return None


def _open_bracket(text: str) -> tuple[int, int] | None:
    """The line and column, from 0, of the innermost bracket still open where parsing fails; None if there is none."""
    opened: list[yaml.CollectionStartEvent] = []
    with contextlib.suppress(yaml.MarkedYAMLError):
        for event in yaml.parse(text, Loader=FASTEST):
            if isinstance(event, yaml.CollectionStartEvent):
                opened.append(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                opened.pop()
    marks = (it.start_mark for it in reversed(opened) if it.flow_style)
    return next(((mark.line, mark.column) for mark in marks if mark), None)


def _default_words() -> tuple[str, str]:
    return (
        "This line cannot be read.",
        "Compare it with the lines above: where it begins, its colon, its quotation marks.",
    )


def _unknown(slip: _Slip) -> _Said:
    return (slip.line, slip.column), *_default_words()


def _tab(slip: _Slip) -> _Said:
    if slip.before.strip():
        return (slip.line, slip.column), "A tab stands here.", "Replace it with a space."
    hint = "Replace it with spaces, two for each step to the right; most editors can be told to do so."
    return (slip.line, slip.column), "This line begins with a tab.", hint


def _beginning(slip: _Slip) -> _Said:
    """A text that begins with a character that has a special meaning in YAML."""
    at = slip.opened if slip.opener and slip.opener in "*&!%" else (slip.line, slip.column)
    sign = slip.opener if at == slip.opened else slip.sign
    return at, *begins_with(sign)


def _unclosed_quote(slip: _Slip) -> _Said:
    sentence = f"The quotation mark {slip.opener} that stands here is never closed."
    return slip.opened, sentence, f"Write {slip.opener} at the end of the text too."


def _no_entry(slip: _Slip) -> _Said:
    """A comma, a hyphen or the end of the text where an entry in brackets should begin."""
    at, behind = (slip.line, slip.column), slip.sign and slip.lines[slip.line][slip.column :]
    if slip.sign == ",":
        hint = "Take the comma out; if it belongs to a text, put the whole text in quotation marks."
        return at, "Nothing stands before this comma.", hint
    if slip.sign == "-" and not behind.startswith("---"):
        opened = f"the bracket ‘{slip.opener}’ of line {slip.opened[0] + 1}"
        hint = f"Close {opened} before it, or take either the brackets or the hyphens out."
        return at, "A list with hyphens begins here, inside of brackets.", hint
    return _unclosed_bracket(slip)


def _unclosed_bracket(slip: _Slip) -> _Said:
    close = "]" if slip.opener == "[" else "}"
    hint = f"Write ‘{close}’ where it ends; if it belongs to a text, put the whole text in quotation marks."
    return slip.opened, f"The bracket ‘{slip.opener}’ that stands here is not closed.", hint


def _backslash(slip: _Slip) -> _Said:
    sentence = "A backslash means something else between these quotation marks."
    return (slip.line, max(slip.before.rfind("\\"), 0)), sentence, "Write two of them (\\\\), or a slash (/)."


def _no_colon(slip: _Slip) -> _Said:
    hint = "Write it as in ‘title: Some text’; or, if it goes on with the text above, indent it like that text."
    return slip.opened, _NO_COLON, hint


def _colon(slip: _Slip) -> _Said:
    """A colon where none is expected: inside a text, after a line without a colon, or in a line indented too far."""
    if not _KEY.fullmatch(slip.before):
        return (slip.line, slip.column), "A colon followed by a space stands inside this text.", _QUOTE_IT
    above = next((at for at in reversed(range(slip.line)) if slip.lines[at].strip()), 0)
    inset, outset = _indent(slip.before), _indent(slip.lines[above])
    if _UNSPACED.match(slip.lines[above]):
        return (above, outset), "There is no space after the colon in this line.", "Write it as in ‘title: Some text’."
    if inset > outset:
        hint = "Let it begin under the key above; if that line is a text that goes on, put it in quotation marks."
        return (slip.line, inset), "This line begins further to the right than it can.", hint
    return (above, outset), _NO_COLON, "Write it like the other lines, as in ‘title: Some text’."


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _left_over(slip: _Slip) -> _Said:
    """More after a text or bracket has ended, or a line that begins at the wrong column."""
    at = (slip.line, slip.column)
    last = slip.before.rstrip()[-1:]
    if "block collection" in slip.said and slip.column == slip.opened[1]:
        return at, "A hyphen is missing before this line.", "Write ‘- ’ before it, as before the other entries."
    if last == "'":
        hint = 'Write the apostrophe as ’, or put the text in double quotation marks: "…".'
        return at, "The text has ended at the mark ' before this word.", hint
    if last == '"' and (opened := _odd_quote(slip)):
        return opened, "A quotation mark in this line has no partner.", 'Write " at the end of the text too.'
    if last == '"':
        hint = "Put the whole text in quotation marks, and use ‘ and ’ inside it."
        return at, "The text has ended at the quotation mark before this word.", hint
    if last and last in "]}":
        return at, f"The text has ended at the bracket ‘{last}’ before this word.", _QUOTE_IT
    hint = "Let it begin exactly under the line that it belongs with: key under key, ‘- ’ under ‘- ’."
    return at, "This line does not begin under any of the lines above.", hint


def _odd_quote(slip: _Slip) -> tuple[int, int] | None:
    """Line and column of an unclosed quotation mark above, which the mark in this line closed by mistake; or None."""
    if slip.before.count('"') % 2 == 0:
        return None
    above = (at for at in reversed(range(slip.line)) if slip.lines[at].count('"') % 2)
    return next(((at, slip.lines[at].rfind('"')) for at in above), None)


def _after_fold(slip: _Slip) -> _Said:
    sign = slip.before.split()[-1]
    hint = f"Begin the text in the next line, indented; or, if it begins with ‘{sign}’, put it in quotation marks."
    return (slip.line, slip.column), f"After ‘{sign}’ the text has to begin in a new line.", hint


def _after_end(slip: _Slip) -> _Said:
    hint = "Take out the line ‘...’ above."
    return (slip.line, slip.column), "The file was ended above, and more follows here.", hint


_TELLERS: tuple[tuple[str, Callable[[_Slip], _Said]], ...] = (
    ("found character '\\t'", _tab),
    ("found a tab character", _tab),
    ("cannot start any token", _beginning),
    ("escape", _backslash),
    ("quoted scalar", _unclosed_quote),
    ("could not find expected ':'", _no_colon),
    ("mapping values are not allowed", _colon),
    ("entries are not allowed", _beginning),
    ("keys are not allowed", _beginning),
    ("undefined alias", _beginning),
    ("while scanning an alias", _beginning),
    ("while scanning an anchor", _beginning),
    ("while scanning a tag", _beginning),
    ("while parsing a node", _beginning),
    ("directive", _beginning),
    ("while scanning a block scalar", _after_fold),
    (_IN_BRACKETS, _no_entry),
    ("while parsing a flow", _unclosed_bracket),
    ("expected <block end>", _left_over),
    ("<document start>", _after_end),
    ("", _unknown),
)
