"""The distances on the pages of some documents, as tables that show what a change does to the rhythm."""

from __future__ import annotations

from pathlib import Path

import pytest

from worksheet_builder.layout.fitting import fitted

from ..conftest import Golden
from ..pdf.samples import SAMPLES
from .gaps import table

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", ["english", "arabic", "pictured", "low-ink"])
def test_distances(name: str, golden: Golden) -> None:
    golden(table(fitted(*SAMPLES[name])), GOLDEN / f"{name}-gaps.txt")
