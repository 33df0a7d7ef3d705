"""The Python packages that the tool needs, as `pyproject.toml` lists them."""

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
    """The normalised name of a distribution, so that different spellings compare equal (PEP 503)."""
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
    """The sorted names of a distribution's modules: those at its top level, and compiled ones directly below them.

    Private modules and those for tests or Tk are left out, and files called `lib…`, which are shared libraries. Raises
    PackageNotFoundError if the distribution is not installed.
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
    """The requirements in the pyproject.toml of a checkout, in the form of `metadata.requires`; empty if installed."""
    if (PACKAGE / BUILT_IN).is_dir():
        return []
    try:
        project = tomllib.loads((PACKAGE.parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    except (OSError, KeyError):
        return []
    extras = project.get("optional-dependencies", {})
    more = [f'{line}; extra == "{extra}"' for extra, lines in extras.items() for line in lines]
    return [*project["dependencies"], *more]
