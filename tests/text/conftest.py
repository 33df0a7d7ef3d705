"""What the tests of text share: Unicode's own files, specimens, and a phrase from nowhere."""

import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.foundation.problems import Place

UNICODE = Path(os.environ.get("UNICODE_DATA", "/usr/share/unicode"))
SPECIMENS = yaml.safe_load((Path(__file__).parent / "specimens.yaml").read_text("utf-8"))
CJK = ("zh-Hans", "zh-Hant", "ja", "ko")

Rows = Callable[[str], Iterator[tuple[str, str]]]


def _absent(what: str, install: str) -> None:
    message = f"{what} is not here; install it with: {install}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture
def rows() -> Rows:
    """The rows of a file of the Unicode Character Database, each with its comment."""

    def read(name: str) -> Iterator[tuple[str, str]]:
        path = UNICODE / name
        if not path.exists():
            _absent(name, "apt-get install unicode-data")
        for line in path.read_text("utf-8").splitlines():
            row, _, comment = line.partition("#")
            if row.strip():
                yield row.strip(), comment.strip()

    return read


@pytest.fixture
def specimen() -> Callable[[str], Phrase]:
    """The specimen of a language as a phrase."""

    def make(tag: str) -> Phrase:
        if tag in CJK and find_spec("manimgx_fonts_cjk") is None:
            _absent("Noto Sans CJK", "pip install manimgx-fonts-cjk")
        return Phrase(SPECIMENS[tag], f"specimen.{tag}", Place("specimens.yaml", 1, 1), tag)

    return make


@pytest.fixture
def phrase() -> Callable[..., Phrase]:
    """A phrase with a place."""

    def make(text: str, language: str = "en") -> Phrase:
        return Phrase(text, "why.text", Place("sheet.yaml", 3, 9), language)

    return make


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "specimen_tag" in metafunc.fixturenames:
        metafunc.parametrize("specimen_tag", SPECIMENS)
