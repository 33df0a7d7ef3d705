"""Pages and tags of the samples, to be read in a diff; ACCEPT=1 writes the files anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from . import dumps
from .samples import SAMPLES

GOLDEN = Path(__file__).parent / "golden"
CASES = [
    ("english", "pages"),
    ("arabic", "pages"),
    ("english", "tags"),
    ("arabic", "tags"),
    ("for-paper", "tags"),
    ("pictured", "tags"),
    ("guarded", "pages"),
    ("guarded", "tags"),
]


@pytest.mark.parametrize(("name", "what"), CASES)
def test_golden(name: str, what: str) -> None:
    found = getattr(dumps, what)(*SAMPLES[name])
    path = GOLDEN / f"{name}-{what}.txt"
    if os.environ.get("ACCEPT"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, "utf-8")
    assert found == path.read_text("utf-8")


def test_every_golden_has_its_sample() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{name}-{what}.txt" for name, what in CASES}
