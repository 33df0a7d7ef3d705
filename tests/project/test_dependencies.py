"""What is installed is asked for where it is named: in pyproject.toml, or in what pip keeps of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from worksheet_builder.build.fingerprint import _packages
from worksheet_builder.project import dependencies
from worksheet_builder.project.dependencies import FONT_EXTRA, modules_of, plain_name, required

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def named(lines: list[str]) -> list[str]:
    return sorted(plain_name(re.split(r"[<>=\[; ]", line)[0]) for line in lines)


@pytest.fixture(autouse=True)
def anew() -> Iterator[Any]:
    required.cache_clear()
    yield
    required.cache_clear()


def test_all_that_pyproject_names_is_required_and_nothing_else() -> None:
    assert list(required()) == named(PROJECT["dependencies"])
    assert list(required(FONT_EXTRA)) == named(PROJECT["optional-dependencies"][FONT_EXTRA])


def test_an_installed_package_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    extras = PROJECT["optional-dependencies"].items()
    said = PROJECT["dependencies"] + [f'{line} ; extra == "{extra}"' for extra, lines in extras for line in lines]
    monkeypatch.setattr(dependencies, "_in_checkout", list)
    monkeypatch.setattr(metadata, "requires", lambda name: said)
    assert list(required()) == named(PROJECT["dependencies"])


@pytest.mark.parametrize(
    ("package", "modules"),
    [("PyYAML", {"yaml"}), ("python-docx", {"docx"}), ("pillow", {"PIL", "PIL._imaging"}), ("lxml", {"lxml.etree"})],
)
def test_the_modules_of_a_package_are_known(package: str, modules: set[str]) -> None:
    assert modules <= {*modules_of(package)}


def test_every_required_package_counts_among_what_a_handout_is_made_from() -> None:
    counted = {plain_name(info.partition("-")[0]) for info in _packages()}
    assert {*required()} <= counted
    assert not counted & {"pytest", "ruff", "sphinx"}
