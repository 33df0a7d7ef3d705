"""The worksheets of the library, each read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import pytest

from worksheet_builder.definitions.practice import Practice
from worksheet_builder.definitions.worksheet import Audience, Reference, Worksheet
from worksheet_builder.document import Document, Edition, OutputOptions
from worksheet_builder.foundation.languages import Language
from worksheet_builder.reading.loader import read_bibliography, read_common, read_worksheet

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "worksheets"
PATHS = sorted(FOLDER.glob("*/*.yaml"))

each_sheet = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)

sheet = lru_cache(maxsize=None)(read_worksheet)

CLIENT_PATHS = [path for path in PATHS if sheet(path).audience is Audience.CLIENT]
each_client_sheet = pytest.mark.parametrize("path", CLIENT_PATHS, ids=lambda path: path.stem)


@lru_cache(maxsize=1)
def references() -> Mapping[str, Reference]:
    return read_bibliography(FOLDER / "bibliography.yaml")


def composed(worksheet: Worksheet, edition: Edition = Edition.CLIENT) -> Document:
    practice = Practice(place=worksheet.place)
    return worksheet.compose(Language.of("en"), read_common(), practice, references(), OutputOptions(edition))
