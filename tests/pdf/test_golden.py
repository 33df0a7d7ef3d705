"""Pages and tags of the samples, to be read in a diff; `pytest --accept` writes the files anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..conftest import Golden
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
    ("therapist", "pages"),
    ("low-ink", "pages"),
    ("another-design", "pages"),
    ("pictured", "pages"),
    ("in-two", "pages"),
    ("long-panel", "pages"),
    ("centred", "pages"),
    ("centred-logo", "pages"),
    ("solid", "pages"),
    ("bound", "pages"),
    ("begun", "pages"),
    ("begun-for-paper", "pages"),
    ("begun-for-paper", "tags"),
    ("in-two-large-print", "pages"),
    ("nameless", "pages"),
    ("in-two", "drawn"),
    ("bound", "drawn"),
    ("therapist", "objects"),
    ("arabic", "objects"),
    ("english", "drawn"),
    ("arabic", "drawn"),
    ("guarded", "drawn"),
    ("therapist", "drawn"),
    ("pictured", "drawn"),
    ("pictured-from-the-right", "drawn"),
]


@pytest.mark.parametrize(("name", "what"), CASES)
def test_golden(name: str, what: str, golden: Golden) -> None:
    golden(getattr(dumps, what)(*SAMPLES[name]), GOLDEN / f"{name}-{what}.txt")


def test_every_golden_has_its_sample() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{name}-{what}.txt" for name, what in CASES}
