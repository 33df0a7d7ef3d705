"""The packages that the tool is built on, from the one place where they are named, `pyproject.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from .package_files import BUILT_IN, PACKAGE

DISTRIBUTION = "worksheet-builder"
FONT_EXTRA = "cjk"
"""The extra with the fonts of Chinese, Japanese and Korean."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_EXTRA = re.compile(r"""extra\s*==\s*["']([^"']+)""")


def plain_name(name: str) -> str:
    """A name as all its spellings are compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


@lru_cache(maxsize=4)
def required(extra: str = "") -> tuple[str, ...]:
    """The names of the distributions that the tool needs, or that one of its extras adds, in alphabetical order."""
    found = []
    for line in _in_checkout() or _as_installed():
        wanted = _EXTRA.search(line)
        if (wanted[1] if wanted else "") == extra and (name := _NAME.match(line)):
            found.append(plain_name(name[0]))
    return tuple(sorted(found))


def modules_of(name: str) -> tuple[str, ...]:
    """The modules to import from a distribution: each at its top, and each that is compiled right below.

    A file called `lib…` is a library that modules load, and is no module itself.

    Without those for its own tests and for windows on a screen. Raises PackageNotFoundError where it is not installed.
    """
    from importlib import metadata

    files = [Path(file) for file in metadata.files(plain_name(name)) or []]
    tops = {file.parts[0] for file in files if len(file.parts) == 2 and file.name == "__init__.py"}
    single = {file.stem for file in files if len(file.parts) == 1 and file.suffix == ".py"}
    compiled = {
        ".".join((*file.parts[:-1], file.name.split(".")[0]))
        for file in files
        if file.suffix in (".so", ".pyd") and len(file.parts) == 2 and file.parts[0] in tops
        if not file.name.startswith("lib")
    }
    return tuple(sorted(it for it in tops | single | compiled if it[0] != "_" and not it.endswith(("test", "tk"))))


def _as_installed() -> list[str]:
    from importlib import metadata

    return metadata.requires(DISTRIBUTION) or []


def _in_checkout() -> list[str]:
    """What pyproject.toml beside the source says, as `metadata` would say it of the installed package."""
    if (PACKAGE / BUILT_IN).is_dir():
        return []
    try:
        project = tomllib.loads((PACKAGE.parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    except (OSError, KeyError):
        return []
    extras = project.get("optional-dependencies", {})
    more = [f'{line}; extra == "{extra}"' for extra, lines in extras.items() for line in lines]
    return [*project["dependencies"], *more]
