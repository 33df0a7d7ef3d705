"""Find characters that no font has before a handout is made; check a practice's own font for bold and permissions."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from ..definitions.practice import Practice
from ..fonts.coverage import uncovered
from ..fonts.families import Family, package_for, stack
from ..fonts.font_validation import is_for_print_only
from ..foundation.languages import SOURCE_LANGUAGE, Language, UnknownLanguage
from ..foundation.phrases import Phrase
from ..foundation.problems import Place, Problem


def missing_letters(value: object, place: Place, family: str | Family = "noto-sans") -> Iterator[Problem]:
    """Yield a problem for each character that no font has; only one for all characters that the same package has.

    `value` is the definition to print. A text without a place of its own is reported at `place`.
    """
    told: set[str] = set()
    for text, tag, where in _texts(value, place):
        for char in uncovered(text, stack(_language(tag), family).regular):
            package = package_for(char)
            if (package or char) not in told:
                told.add(package or char)
                yield _missing(char, package, where)


def _missing(char: str, package: str | None, place: Place) -> Problem:
    hint = f"Install its font with: pip install '{package}'." if package else "Use another character for it."
    return Problem(place, f"No font has the character {char} (U+{ord(char):04X}).", hint)


def _language(tag: str) -> Language:
    try:
        return Language.of(tag)
    except UnknownLanguage:
        return Language.of(SOURCE_LANGUAGE)


def _texts(value: object, place: Place) -> Iterator[tuple[str, str, Place]]:
    """The texts in a definition, each with the tag of its language and its place."""
    match value:
        case str():
            yield value, SOURCE_LANGUAGE, place
        case Phrase():
            yield from ((span.text, span.language or value.language, value.place) for span in value.spans())
        case dict():
            yield from (text for part in value.values() for text in _texts(part, place))
        case tuple() | list():
            yield from (text for part in value for text in _texts(part, place))
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type | Place):
            at = getattr(value, "place", place)
            parts = (getattr(value, part.name) for part in dataclasses.fields(value))
            yield from (text for part in parts for text in _texts(part, at if isinstance(at, Place) else place))
        case _:
            pass


def without_bold(practice: Practice) -> Iterator[Problem]:
    """Yield advice if the practice's own font has no bold, so that headings and strong words look like other text."""
    letters = practice.letters()
    if practice.font_files and isinstance(letters, Family) and letters.strong == letters.regular:
        sentence = f"The font {letters.name} comes without a bold, so headings and strong words look like the others."
        yield Problem(practice.font_files.place, sentence, "Name its bold under ‘font_files’, as ‘bold: …’.")


def not_to_be_filled(practice: Practice) -> Iterator[Problem]:
    """Yield advice if the practice's own font permits documents to be read and printed, but not filled in."""
    letters = practice.letters()
    if practice.font_files and isinstance(letters, Family) and _is_for_print_only(letters):
        sentence = f"The maker of the font {letters.name} allows documents to be read and printed, not to be filled in."
        yield Problem(practice.font_files.place, sentence, "Build with --no-fill, ask its maker, or name another font.")


def _is_for_print_only(letters: Family) -> bool:
    return any(is_for_print_only(face.path) for face in (letters.regular, letters.strong))
