"""Broken definitions: each file beside the sentences, places and hints that its author is given.

`pytest --accept` writes the expected files anew; read the difference before keeping it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from worksheet_builder.foundation.decoding import yaml_nodes
from worksheet_builder.foundation.problems import Problem, Refused
from worksheet_builder.reading.loader import read_worksheet

from ..conftest import Golden

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yaml"))

JARGON = ("token", "scalar", "block mapping", "mapping", "sequence", "alias", "anchor", "node", "parse", "indicator")


def told(problem: Problem) -> str:
    """The problem as a terminal shows it, the file by its name."""
    assert problem.place is not None
    place = str(problem.place).replace(problem.place.file, Path(problem.place.file).name)
    return f"{place}: {problem.sentence}\n  hint: {problem.hint}\n"


def problems_of(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(Refused) as refused:
        read_worksheet(path)
    return refused.value.problems


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_definition_is_refused_with_place_sentence_and_hint(path: Path, golden: Golden) -> None:
    golden("".join(map(told, problems_of(path))), path.with_suffix(".txt"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_it_is_told_alike_where_yaml_is_read_without_its_c_library(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_c = problems_of(path)
    monkeypatch.setattr(yaml_nodes, "_LOADER", yaml.SafeLoader)
    assert problems_of(path) == with_c


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_every_problem_says_what_to_do_in_plain_words(path: Path) -> None:
    for problem in problems_of(path):
        assert problem.hint
        assert problem.hint.endswith((".", "?", "…"))
        assert problem.sentence.endswith(".")
        assert not [word for word in JARGON if word in f"{problem.sentence} {problem.hint}".lower()]


def test_every_expected_file_has_its_definition() -> None:
    texts = {path.stem for path in BROKEN[0].parent.glob("*.txt")}
    assert texts == {path.stem for path in BROKEN}
