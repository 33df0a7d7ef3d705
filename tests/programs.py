"""Programs of other people that some tests need: without one a test is skipped, unless the run may not skip."""

from __future__ import annotations

import os
import shutil

import pytest

ALL = "WORKSHEET_BUILDER_TEST_ALL"
"""Set where a program that is missing is a failure."""


def program(name: str) -> str:
    """The path of a program; skips the test with a sentence, or fails it, where there is none."""
    found = shutil.which(name)
    if found is None:
        sentence = f"{name} is not installed, so that this is not tested here."
        pytest.fail(sentence) if os.environ.get(ALL) else pytest.skip(sentence)
    assert found
    return found
