"""The hash of the tool's own code is kept between runs, and is never that of other code."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from worksheet_builder.build import fingerprint
from worksheet_builder.project import file_cache


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package in place of the tool's, whose files a test may change, and a place for what is kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(file_cache, "_SETTLED", 0)
    monkeypatch.setattr(fingerprint, "PACKAGE", tmp_path / "package")
    for name in ("pdf", "cli", "desk", "library"):
        folder = tmp_path / "package" / name
        folder.mkdir(parents=True)
        (folder / "one.py").write_text("A = 1\n", "utf-8")
    return tmp_path / "package"


def test_what_was_hashed_once_is_told_again(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = fingerprint._code()
    monkeypatch.delattr(fingerprint, "digest_of")
    assert fingerprint._code() == first


def test_other_code_has_another_hash(package: Path) -> None:
    """Also where a file is as long and as old as before; what only tells and shows is no part of it."""
    first, path = fingerprint._code(), package / "pdf" / "one.py"
    for name in ("cli", "desk", "library"):
        (package / name / "one.py").write_text("A = 2\n", "utf-8")
        assert fingerprint._code() == first
    times = path.stat()
    path.write_text("A = 2\n", "utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    second = fingerprint._code()
    assert second != first
    (package / "pdf" / "two.py").write_text("B = 1\n", "utf-8")
    assert fingerprint._code() not in (first, second)


@pytest.mark.parametrize(
    "name", ["pdf/colours.icc", "pdf/page.css", "pdf/words.of-a-kind-to-come", "pdf/no-suffix", "top.py"]
)
def test_whatever_the_package_holds_counts(package: Path, name: str) -> None:
    first = fingerprint._code()
    (package / name).write_bytes(b"one")
    second = fingerprint._code()
    (package / name).write_bytes(b"two")
    assert len({first, second, fingerprint._code()}) == 3


@pytest.mark.parametrize("name", ["pdf/__pycache__/one.cpython-311.pyc", "pdf/.one.py.swp", "desk/look.css"])
def test_what_python_and_editors_leave_does_not(package: Path, name: str) -> None:
    first = fingerprint._code()
    (package / name).parent.mkdir(exist_ok=True)
    (package / name).write_bytes(b"one")
    assert fingerprint._code() == first
