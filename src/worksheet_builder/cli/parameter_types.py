"""The types of command-line values, each with completion in the shell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from ..foundation.languages import PSEUDO, Language
from ..foundation.problems import Place, Refused
from ..project.library import Library

_STORE = re.compile(r"[a-z][a-z0-9+.-]+://.", re.IGNORECASE)
"""How the address of a store begins (RFC 3986, 3.1)."""


class NameOrFile(click.ParamType[str]):
    """An id of the library or the project, of those that `known` gives, or a path to a YAML file."""

    def __init__(self, name: str, known: Callable[[Library], Iterable[str]]) -> None:
        self.name, self.known = name, known

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        found = _completed(self.known(Library.open()), incomplete)
        return found or [CompletionItem(incomplete, type="file")]


class LanguageTag(click.ParamType[str]):
    """A BCP 47 tag that CLDR knows, such as es or uk, or the name of a language, such as Spanish or español."""

    name = "tag"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if (small := str(value).lower()) in PSEUDO:
            return small
        tag, known = _canonical(str(value)), Library.open().languages
        if tag in known:
            return tag
        from ..foundation.language_names import known_tag, language_named
        from ..translation.language_facts import language_of

        tag = language_named(str(value), known) or tag
        try:
            return tag if tag in known else known_tag(language_of(tag, known).tag, known)
        except Refused as refused:
            problem = refused.problems[0]
            named = ", ".join(f"{it} ({Language.of(it).english_name})" for it in known)
            self.fail(f"{problem.sentence} {problem.hint} There are: {named}.", param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return _completed(Library.open().languages, incomplete)


class ChoiceOf(click.Choice[Any]):
    """One of the values of an enumeration, given to the command as its member."""

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__([word.value for word in words])
        self.words = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> StrEnum:
        return self.words(super().convert(value, param, ctx))


class CollectionName(click.ParamType[str]):
    """The name of a collection, which is a folder of worksheets."""

    name = "collection"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return _completed(sorted({path.parent.name for path in Library.open().worksheets.values()}), incomplete)


class CountryCode(click.ParamType[str]):
    """An ISO 3166 code of two letters."""

    name = "country"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from ..definitions.countries import unknown_country

        code = str(value).upper() if len(str(value)) == 2 else str(value)
        for problem in unknown_country(code, Place("")):
            self.fail(f"{problem.sentence} {problem.hint}", param, ctx)
        return code


class DestinationPath(click.Path):
    """A folder, or the address of a store, which stays a text."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return value if _STORE.match(str(value)) else super().convert(value, param, ctx)


DESTINATION = DestinationPath(file_okay=False, path_type=Path)
WORKSHEET, PACK = NameOrFile("worksheet", lambda it: it.worksheets), NameOrFile("pack", lambda it: it.packs)
SHEET = NameOrFile("sheet", lambda it: it.translatable)
"""A worksheet or a pack, by its id or the name of its catalogue."""
LANGUAGE = LanguageTag()
COLLECTION, COUNTRY = CollectionName(), CountryCode()


def _canonical(tag: str) -> str:
    """The usual capitals: zh-Hans, pt-BR (BCP 47, section 2.1.1)."""
    first, *others = tag.replace("_", "-").split("-")
    return "-".join([first.lower(), *map(_subtag, others)])


def _subtag(part: str) -> str:
    match len(part):
        case 2:
            return part.upper()
        case 4:
            return part.title()
        case _:
            return part.lower()


def _completed(known: Iterable[str], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in known if name.startswith(incomplete)]
