"""Programs of other people that some tests need: without one a test is skipped, unless the run may not skip."""

from __future__ import annotations

import os
import shutil

import pytest

ALL = "WORKSHEET_BUILDER_TEST_ALL"
"""Set where a program that is missing is a failure."""


def program(*names: str) -> str:
    """The path of the first of some programs that is here; skips the test with a sentence, or fails it, without any."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        sentence = f"{names[-1]} is not installed, so that this is not tested here."
        pytest.fail(sentence) if os.environ.get(ALL) else pytest.skip(sentence)
    assert found
    return found
