"""Read the facts about a language: `language.yaml` in its folder in `locales`, or its file in `data/languages/`.

A file has sections, one for each part of the package that needs such facts. Each section is taken from the first file
that has it: that in the built-in `locales` comes before that in `data/languages/`, which is for languages without a
folder. Tags are tried from the most specific to the most general: zh-HK, zh-Hant-HK, zh-Hant.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

import yaml

from ..foundation.decoding.decoder import Decoder, Undecodable
from ..foundation.decoding.yaml_nodes import root_of, text_of
from ..foundation.languages import UnknownLanguage, inheritance
from ..foundation.problems import Refused, refuse_if
from .library import LANGUAGE_FILE
from .package_files import PACKAGE, built_in_folder, package_file

T = TypeVar("T")

_DATA = "data/languages"


def language_section(tag: str, name: str, default: T, kind: Any = None) -> T:
    """A section of the nearest language file that has it, decoded as the type of `default`; else `default` itself.

    `kind` is the type if it is not a class, such as ``tuple[str, ...]``. Raises Refused, with places, for a file that
    cannot be read or decoded.
    """
    for path in language_files(tag):
        found = _section(path, name, cast(Hashable, kind or type(default)))
        if found is not None:
            return found  # type: ignore[no-any-return]
    return default


@lru_cache(maxsize=256)
def language_files(tag: str) -> tuple[Path, ...]:
    """The existing files that describe a language, the most specific first; none for an unknown tag."""
    try:
        names = inheritance(tag)
    except UnknownLanguage:
        return ()
    return tuple(path for name in names for path in _paths(name) if path.is_file())


def described_languages() -> tuple[str, ...]:
    """The tags of all languages that some file describes."""
    folders = (path.parent.name for path in built_in_folder().glob(f"locales/*/{LANGUAGE_FILE}"))
    return tuple(sorted({*folders, *(path.stem for path in package_file(_DATA).glob("*.yaml"))}))


def built_in_locales() -> Path:
    """The folder with a folder for each language of the tool."""
    return built_in_folder() / "locales"


def description_outside(tag: str) -> Path | None:
    """The file in `data/languages/` for a language without a folder in `locales`, in a checkout only; else None."""
    folder, described = _paths(tag)
    is_alone = described.is_file() and not folder.exists() and not built_in_folder().is_relative_to(PACKAGE)
    return described if is_alone else None


def _paths(tag: str) -> tuple[Path, Path]:
    return built_in_locales() / tag / LANGUAGE_FILE, package_file(_DATA) / f"{tag}.yaml"


@lru_cache(maxsize=512)
def _section(path: Path, name: str, kind: Any) -> Any:
    """The section of a file, decoded as `kind`; None if the file does not have the section. Raises Refused."""
    node = _sections(path).get(name)
    if node is None:
        return None
    decoder = Decoder(str(path), lines=tuple(text_of(path).splitlines()))
    try:
        found = decoder.decode(node, kind, (name,))
    except Undecodable:
        raise Refused(decoder.problems) from None
    refuse_if(decoder.problems)
    return found


@lru_cache(maxsize=128)
def _sections(path: Path) -> dict[str, yaml.Node]:
    root = root_of(text_of(path), str(path))
    return {key.value: value for key, value in root.value} if isinstance(root, yaml.MappingNode) else {}
