"""Read files into definitions: worksheets, packs, the common words, the bibliography, contacts, designs and practices.

Each function that reads a file raises Refused with every problem in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from ..definitions.blocks import BLOCKS, Block
from ..definitions.common_text import Common
from ..definitions.country_contacts import CountryContacts
from ..definitions.pack import Pack
from ..definitions.practice import Practice
from ..definitions.worksheet import Reference, Worksheet
from ..document.design import Design
from ..foundation.decoding.decoder import KEY, Decoder, Undecodable
from ..foundation.decoding.hints import suggested_id
from ..foundation.decoding.yaml_nodes import odd_spaces, root_of, text_of
from ..foundation.files import unfit_name
from ..foundation.languages import Language, UnknownLanguage
from ..foundation.phrases import Phrase, phrases_in
from ..foundation.problems import Place, Problem, Refused, refuse_if
from ..project.package_files import package_file

T = TypeVar("T")

KINDS: Mapping[object, Mapping[str, type]] = {Block: {block.kind: block for block in BLOCKS}}
_REFERENCES: Any = Mapping[str, Reference]


def read_worksheet(path: Path) -> Worksheet:
    """A worksheet; its id is the name of the file."""
    return parse_worksheet(text_of(path), path)


def parse_worksheet(text: str, path: Path) -> Worksheet:
    """A worksheet from the text of a file, saved or not; `path` gives its id, and the places of problems."""
    decoder = Decoder(str(path), kinds=KINDS)
    decoder.problems += misnamed(path, "worksheet")
    worksheet = decoded(decoder, text, Worksheet, {"id": path.stem, "origin": None})
    refuse_if(unfilled(worksheet))
    return worksheet


def read_pack(path: Path) -> Pack:
    """A pack; its id is the name of the file."""
    decoder = Decoder(str(path))
    decoder.problems += misnamed(path, "pack")
    pack = decoded(decoder, text_of(path), Pack, {"id": path.stem, "origin": None}).addressed()
    refuse_if(unfilled(pack))
    return pack


def misnamed(path: Path, what: str) -> Iterator[Problem]:
    """A problem if the name of a file cannot be an id; `what` is ‘worksheet’ or ‘pack’, for the sentence."""
    if not KEY.fullmatch(path.stem):
        hint = f"Name it with small letters, digits and hyphens, such as ‘{suggested_id(path.stem)}{path.suffix}’."
        yield Problem(Place(str(path)), f"‘{path.name}’ cannot name a {what}.", hint)
    elif unfit := unfit_name(path.stem):
        yield Problem(Place(str(path)), *unfit)


@lru_cache(maxsize=1)
def read_common() -> Common:
    """The English words that every sheet shares."""
    path = package_file("data/common.yaml")
    return decoded(Decoder(str(path)), text_of(path), Common)


def read_bibliography(path: Path) -> Mapping[str, Reference]:
    """The references by key."""
    text = text_of(path)
    decoder = Decoder(str(path), lines=tuple(text.splitlines()))
    try:
        found: Mapping[str, Reference] = decoder.decode(root_of(text, str(path)), _REFERENCES, ("bibliography",))
    except Undecodable:
        raise Refused(in_order(decoder.problems)) from None
    refuse_if(in_order(decoder.problems))
    return found


def read_practice(path: Path) -> Practice:
    """A practice; the files that it names, such as its logo, have to exist beside its file."""
    return parse_practice(text_of(path), path)


def parse_practice(text: str, path: Path) -> Practice:
    """A practice from the text of a file, saved or not; `path` gives the places of problems; raises Refused."""
    practice = decoded(Decoder(str(path)), text, Practice)
    refuse_if(unfilled(practice))
    return practice


@lru_cache(maxsize=1)
def read_contacts() -> CountryContacts:
    """Crisis and emergency contacts by country; only a test calls `check`, which is slower than building a handout."""
    path = package_file("data/contacts.yaml")
    return decoded(Decoder(str(path)), text_of(path), CountryContacts, checked=False)


def read_design(name: str, folder: Path | None = None) -> Design:
    """A design by its name: from the folder, if it has a file of that name, else a built-in design."""
    own = folder / f"{name}.yaml" if folder else None
    return _design(own) if own and own.is_file() else _design_of_ours(name)


@lru_cache(maxsize=16)
def _design_of_ours(name: str) -> Design:
    return _design(package_file("data/designs") / f"{name}.yaml")


def _design(path: Path) -> Design:
    return decoded(Decoder(str(path)), text_of(path), Design)


def design_names(folder: Path | None = None) -> tuple[str, ...]:
    """The names of all designs, sorted: those in the folder and the built-in ones."""
    folders = (package_file("data/designs"), *((folder,) if folder else ()))
    return tuple(sorted({path.stem for it in folders for path in it.glob("*.yaml")}))


def unfilled(value: object) -> Iterator[Problem]:
    """Problems for slots in the texts of an author, which are never filled, and for parts in an unknown language."""
    for phrase in phrases_in(value):
        yield from _unknown_languages(phrase)
        for slot in dict.fromkeys(span.slot for span in phrase.spans() if span.slot):
            hint = f"Take the brackets out; to print them, write \\{{{slot}\\}} with backslashes."
            yield Problem(phrase.place, f"The text holds ‘{{{slot}}}’, a place that nothing fills.", hint)


def _unknown_languages(phrase: Phrase) -> Iterator[Problem]:
    """Problems for the parts of a phrase that are marked with an unknown language."""
    for tag in dict.fromkeys(span.language for span in phrase.spans() if span.language):
        try:
            Language.of(tag)
        except UnknownLanguage:
            hint = "Write a tag such as es or pt-BR after the bracket, or \\[ to print the bracket itself."
            yield Problem(phrase.place, f"The text marks a part as ‘{tag}’, which is not a language.", hint)


def decoded(
    decoder: Decoder, text: str, kind: type[T], given: Mapping[str, object] | None = None, checked: bool = True
) -> T:
    """Decode text to a value of a type; raises Refused with all problems that the decoder and the value's `check` find.

    `given` are fields that are not in the file; `check` is called only if `checked`.
    """
    decoder.lines = tuple(text.splitlines())
    try:
        value = decoder.dataclass(root_of(text, decoder.file), kind, (), given, partial=True)
    except Undecodable:
        raise Refused(_plainer(decoder, text)) from None
    check: Callable[[], Iterable[Problem]] = getattr(value, "check", tuple) if checked else tuple
    refuse_if(in_order([*_plainer(decoder, text), *check()]))
    return value


def _plainer(decoder: Decoder, text: str) -> list[Problem]:
    """The problems in order; only those of misleading space characters, if these cause the others."""
    odd = odd_spaces(text, decoder.file) if decoder.problems else []
    lines = {problem.place.line for problem in decoder.problems if problem.place}
    return odd if any(it.place and it.place.line in lines for it in odd) else in_order(decoder.problems)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in the order of the file, each once."""
    return sorted(set(problems), key=lambda problem: (problem.place or Place(""), problem.sentence))
