"""Which languages a tag may have its words from, and what people mean who name one otherwise."""

from __future__ import annotations

import pytest

from worksheet_builder.foundation.language_names import known_tag, language_named, likeliest
from worksheet_builder.foundation.languages import inheritance

KNOWN = ("ar", "en", "es", "fa", "uk", "zh-Hans")


@pytest.mark.parametrize(
    ("tag", "has"),
    [
        ("es-MX", "es"),
        ("zh-CN", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("ar-EG", "ar"),
        ("fa-AF", "fa"),
        ("hi-IN", "hi"),
        ("pt", "pt-BR"),
        ("zh-HK", "zh-Hant"),
    ],
)
def test_a_region_inherits_from_its_language(tag: str, has: str) -> None:
    assert inheritance(tag)[0] == tag
    assert has in inheritance(tag)


@pytest.mark.parametrize(("tag", "other"), [("zh-TW", "zh-Hans"), ("zh-Hant", "zh"), ("sr-Latn", "sr"), ("es", "pt")])
def test_nothing_inherits_from_another_script(tag: str, other: str) -> None:
    assert other not in inheritance(tag)


def test_what_is_between_a_region_and_its_language_comes_between() -> None:
    assert inheritance("es-MX") == ("es-MX", "es-419", "es")


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("Spanish", "es"),
        ("español", "es"),
        ("Español", "es"),
        ("Chinese", "zh-Hans"),
        ("فارسی", "fa"),
        ("german", "de"),
    ],
)
def test_a_name_is_understood(word: str, tag: str) -> None:
    assert language_named(word, KNOWN) == tag


@pytest.mark.parametrize(
    ("word", "tag"), [("sp", "es"), ("ua", "uk"), ("cn", "zh-Hans"), ("jp", "ja"), ("ukranian", "uk"), ("frensh", "fr")]
)
def test_a_slip_is_answered_with_what_was_meant(word: str, tag: str) -> None:
    assert language_named(word, KNOWN) is None
    assert likeliest(word, KNOWN) == tag


def test_nothing_is_made_up() -> None:
    assert likeliest("klingon", KNOWN) is None


def test_a_plain_language_is_the_one_in_use() -> None:
    assert (known_tag("zh", KNOWN), known_tag("es-MX", KNOWN), known_tag("pt", ("pt-BR",))) == (
        "zh-Hans",
        "es-MX",
        "pt",
    )
