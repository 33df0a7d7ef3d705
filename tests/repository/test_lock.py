"""What is installed is named once, in pyproject.toml, and locked in two files that say the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
LINES = (*PROJECT["dependencies"], *(line for lines in EXTRAS.values() for line in lines))
NAMED = [Requirement(line) for line in LINES]


def pins(name: str) -> list[Requirement]:
    """The pinned packages of a file at the top of the repository, without hashes."""
    lines = (line.removesuffix("\\").strip() for line in (ROOT / name).read_text("utf-8").splitlines())
    return [Requirement(line) for line in lines if re.match(r"[A-Za-z0-9]", line)]


def test_both_files_pin_the_same_versions() -> None:
    assert [str(pin) for pin in pins("constraints.txt")] == [str(pin) for pin in pins("requirements.lock")]


def test_each_pin_in_the_lock_has_a_hash() -> None:
    parts = re.split(r"\n(?=\S)", (ROOT / "requirements.lock").read_text("utf-8"))
    assert all("--hash=sha256:" in part for part in parts if not part.startswith("#"))


@pytest.mark.parametrize("wanted", NAMED, ids=str)
def test_what_the_project_names_is_locked_within_its_range(wanted: Requirement) -> None:
    found = [pin for pin in pins("constraints.txt") if canonicalize_name(pin.name) == canonicalize_name(wanted.name)]
    assert found
    for pin in found:
        (version,) = (specifier.version for specifier in pin.specifier)
        assert wanted.specifier.contains(version, prereleases=True), f"{pin} is outside {wanted}"


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
def test_each_system_and_python_gets_one_version_of_each_package(system: str, python: str) -> None:
    this = {"sys_platform": system, "python_version": python, "python_full_version": f"{python}.0"}
    here = {**default_environment(), **this}
    taken = [pin.name for pin in pins("constraints.txt") if pin.marker is None or pin.marker.evaluate(here)]
    assert sorted(taken) == sorted(set(taken))


def test_no_dependency_is_named_without_its_oldest_version() -> None:
    assert not [str(wanted) for wanted in NAMED if not any(s.operator in (">=", "==", "~=") for s in wanted.specifier)]
