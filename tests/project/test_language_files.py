"""Every language that some file describes is read in full, the nearest file first, and what is wrong has a place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from worksheet_builder.checks.readability import Syllables
from worksheet_builder.checks.style_guide import StyleWords
from worksheet_builder.foundation.decoding.decoder import Decoder
from worksheet_builder.foundation.decoding.yaml_nodes import root_of, text_of
from worksheet_builder.foundation.problems import Refused
from worksheet_builder.project import language_files
from worksheet_builder.project.language_files import described_languages, language_section
from worksheet_builder.project.line_rules import LineRules, line_rules_of
from worksheet_builder.project.package_files import package_file
from worksheet_builder.text.line_breaking import _locale
from worksheet_builder.translation.quality.english_terms import Inflections
from worksheet_builder.translation.word_rules import LanguageChecks, checks_of

from ..absent import ABSENT


@dataclass(frozen=True)
class Sections:
    """All that a file may say of a language."""

    writing: LineRules | None = None
    checks: LanguageChecks | None = None
    remarks: tuple[str, ...] = ()
    inflections: Inflections | None = None
    style: StyleWords | None = None
    syllables: Syllables | None = None


@pytest.mark.parametrize("path", sorted(package_file("data/languages").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_file_of_the_package_says_nothing_that_no_room_asks_for(path: Path) -> None:
    decoder = Decoder(str(path), lines=tuple(text_of(path).splitlines()))
    decoder.dataclass(root_of(text_of(path), str(path)), Sections)
    assert decoder.problems == []
    assert not path.parents[4].joinpath("locales", path.stem).exists(), "a language has one file"


def test_languages_are_described_in_their_folder_or_in_the_package() -> None:
    assert {"en", "cs", "zh-Hans", "zh-Hant", "fr"} <= {*described_languages()}


@pytest.mark.parametrize(
    ("tag", "like"), [("zh", "zh-Hans"), ("zh-TW", "zh-Hant"), ("zh-HK", "zh-Hant"), ("cs-CZ", "cs"), ("pl-PL", "pl")]
)
def test_the_nearest_file_counts(tag: str, like: str) -> None:
    assert line_rules_of(tag) == line_rules_of(like) != LineRules()
    assert checks_of(tag) == checks_of(like)


def test_who_is_not_described_gets_what_is_true_of_most() -> None:
    assert line_rules_of(ABSENT[0]) == line_rules_of("qps-ploc") == LineRules()


@pytest.mark.parametrize(
    ("tag", "phrases", "asked"),
    [
        ("en", True, "en"),
        ("ja", True, "ja-u-lb-strict-lw-phrase"),
        ("ja", False, "ja-u-lb-strict"),
        ("zh-Hans", True, "zh-Hans-u-lb-strict"),
        ("ko", True, "ko-u-lw-phrase"),
        ("ko", False, "ko"),
    ],
)
def test_line_breaks_are_asked_for_as_the_language_has_them(tag: str, phrases: bool, asked: str) -> None:
    assert _locale(tag, phrases) == asked


def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "language.yaml"
    path.write_text("writing:\n  strict_breaks: perhaps\n  one_leter_words_stay: true\n", "utf-8")
    monkeypatch.setattr(language_files, "language_files", lambda tag: (path,))
    with pytest.raises(Refused) as caught:
        language_section("cs", "writing", LineRules())
    first, second = caught.value.problems
    assert str(first.place) == f"{path}:2:18" and "true or false" in first.sentence
    assert str(second.place) == f"{path}:3:3" and "one_letter_words_stay" in second.hint
