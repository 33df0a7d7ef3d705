"""What is known of a language: direction and script, names, digits, and the tags whose words it may take."""

from __future__ import annotations

import pytest

from worksheet_builder.foundation.languages import Language, UnknownLanguage, inheritance

FROM_THE_RIGHT = {
    "ar": "Arab", "ckb": "Arab", "fa": "Arab", "ks": "Arab", "ur": "Arab", "uz-Arab": "Arab",
    "dv": "Thaa", "ff-Adlm": "Adlm", "he": "Hebr", "nqo": "Nkoo", "rhg": "Rohg", "syr": "Syrc", "yi": "Hebr",
}  # fmt: skip
FROM_THE_LEFT = {"en": "Latn", "ff": "Latn", "hi": "Deva", "ja": "Jpan", "ks-Deva": "Deva", "uk": "Cyrl", "uz": "Latn"}


@pytest.mark.parametrize("tag", FROM_THE_RIGHT | FROM_THE_LEFT)
def test_a_language_runs_as_its_script_does_also_where_it_has_two(tag: str) -> None:
    language = Language.of(tag)
    assert language.script == (FROM_THE_RIGHT | FROM_THE_LEFT)[tag]
    assert language.rtl is (tag in FROM_THE_RIGHT)
    assert language.joins_to_the_left is (tag in FROM_THE_RIGHT and language.script not in ("Hebr", "Thaa"))


@pytest.mark.parametrize(
    ("tag", "own", "english"),
    [
        ("es", "español", "Spanish"),
        ("zh-Hans", "中文 (简体)", "Chinese (Simplified)"),
        ("ku-Arab", "ku-Arab", "Kurdish (Arabic)"),
    ],
)
def test_it_is_called_what_it_calls_itself_or_by_its_tag_where_that_is_not_known(
    tag: str, own: str, english: str
) -> None:
    assert (Language.of(tag).name, Language.of(tag).english_name) == (own, english)


@pytest.mark.parametrize(
    ("tag", "number", "decimal", "group"),
    [
        ("en", "1,234", ".", ","),
        ("de", "1.234", ",", "."),
        ("fa", "۱٬۲۳۴", "٫", "٬"),
        ("ne", "१,२३४", ".", ","),
        ("bn", "১,২৩৪", ".", ","),
    ],
)
def test_numbers_are_written_in_its_own_digits_with_its_own_marks(
    tag: str, number: str, decimal: str, group: str
) -> None:
    language = Language.of(tag)
    assert (language.number(1234), language.decimal_mark, language.group_mark) == (number, decimal, group)


@pytest.mark.parametrize(
    ("tag", "tags"),
    [
        ("es-MX", ("es-MX", "es-419", "es")),
        ("zh-CN", ("zh-CN", "zh-Hans-CN", "zh-Hans", "zh")),
        ("pt", ("pt", "pt-Latn", "pt-BR")),
    ],
)
def test_it_takes_words_from_the_tags_above_it_the_nearest_first(tag: str, tags: tuple[str, ...]) -> None:
    assert inheritance(tag) == tags


@pytest.mark.parametrize("tag", ["", "e", "tlh-Nope", "es_ES", "Spanish!", "xx"])
def test_what_is_no_tag_of_a_language_is_refused(tag: str) -> None:
    with pytest.raises(UnknownLanguage):
        Language.of(tag)
