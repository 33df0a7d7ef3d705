"""A word is found in the forms that its language gives it, and a word to avoid nowhere else."""

from __future__ import annotations

import pytest

from worksheet_builder.foundation.languages import Language
from worksheet_builder.translation.quality.english_terms import is_said
from worksheet_builder.translation.quality.word_forms import has_form, stands, words_of
from worksheet_builder.translation.word_rules import checks_of

NON_JOINER = "\u200c"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("daño", ["daño"]),
        ("daño; hacer daño (to somebody)", ["daño", "hacer daño"]),
        ("أذى؛ إيذاء; يؤذي", ["أذى", "إيذاء", "يؤذي"]),
        ("伤害；受伤（身体）", ["伤害", "受伤"]),
        ("невизначена (неоднозначна) втрата", ["невизначена втрата"]),
        ("(not used)", []),
        (" ; ", []),
    ],
)
def test_semicolons_of_any_script_divide_and_brackets_hold_remarks(said: str, words: list[str]) -> None:
    assert words_of(said) == words


@pytest.mark.parametrize(
    ("english", "text"),
    [
        ("harm", "The harm was real."),
        ("harm", "Harms of care"),
        ("loss", "many losses"),
        ("client", "the client’s own words"),
        ("body", "other bodies"),
        ("self-trust", "about self-trust"),
        ("far-away", "It is far away."),
        ("another-persons-view", "another person’s view"),
        ("crash (after effort)", "A crash came."),
        ("to-hurt", "This hurts."),
        ("to-notice", "noticing, or what you noticed"),
        ("to-carry", "what is carried"),
        ("to-stop", "You stopped."),
        ("to-hurt-yourself", "hurting yourself"),
    ],
)
def test_a_term_is_said_in_its_forms(english: str, text: str) -> None:
    assert is_said(english, text)


@pytest.mark.parametrize(
    ("english", "text"),
    [
        ("harm", "thoughts of self-harm"),
        ("harm", "harm-free care"),
        ("harm", "charming, harmful"),
        ("harm", "You were harmed."),
        ("step", "step-by-step, a step\u2011parent"),
        ("safe", "safety"),
        ("to-check", "a checklist, a check-up"),
    ],
)
def test_a_part_of_another_word_is_not_the_term(english: str, text: str) -> None:
    assert not is_said(english, text)


@pytest.mark.parametrize(
    ("tag", "word", "text"),
    [
        ("ar", "ضرر", "هذا ضرر."),
        ("ar", "ضرر", "وقع الضرر والضرر"),
        ("ar", "ضرر", "بالضرر"),
        ("ar", "ضرر", "فللضرر"),
        ("ar", "ضرر", "لضرر أو كضرر"),
        ("ar", "ضرر", "وَالضَّرَر"),
        ("ar", "الطبيب", "زيارة الطبيب"),
        ("ar", "الطبيب", "وبالطبيب"),
        ("ar", "الطبيب", "للطبيب"),
        ("ar", "شخّص", "شخَّص الحالة"),
        ("ar", "ضر*", "أضرار وضررهم"),
        ("fa", "مددجو", "مددجو و درمانگر"),
        ("fa", "مددجو", f"مددجو{NON_JOINER}ها"),
        ("fa", "مددجو", f"مددجو{NON_JOINER}های ما"),
        ("fa", "مددجو", "مددجوهایشان"),
        ("fa", "مددجو", f"مددجو{NON_JOINER}ام"),
        ("es", "perjuicio*", "los perjuicios"),
        ("cs", "klient", "Klient přišel."),
        ("zh-Hans", "病人", "一位病人说"),
    ],
)
def test_a_word_to_avoid_is_found_with_what_is_written_onto_it(tag: str, word: str, text: str) -> None:
    assert stands(word, text, Language.of(tag), checks_of(tag).word_forms)


@pytest.mark.parametrize(
    ("tag", "word", "text"),
    [
        ("ar", "ضرر", "تضررت"),
        ("ar", "أمن", "في مكان آمن"),
        ("ar", "شخّص", "هذا الشخص"),
        ("ar", "قسم", "قسمَه"),
        ("ar", "الطبيب", "طبيبة"),
        ("fa", "حس", f"بی{NON_JOINER}حس"),
        ("fa", "آزار", "آزارنده"),
        ("fa", "بیمار", "بیماری"),
        ("es", "perjuicio", "los perjuicios"),
        ("cs", "klient", "Klientka přišla."),
    ],
)
def test_a_word_to_avoid_is_found_only_where_it_surely_stands(tag: str, word: str, text: str) -> None:
    assert not stands(word, text, Language.of(tag), checks_of(tag).word_forms)


@pytest.mark.parametrize(
    ("tag", "term", "text"),
    [
        ("ar", "أذى", "بالأذى"),
        ("ar", "الأمان", "من أجل أمانك"),
        ("ar", "الغضب", "وللغضب"),
        ("fa", "آسیب", f"آسیب{NON_JOINER}های گذشته"),
        ("fa", "الگو", "الگوها"),
        ("cs", "ublížit", "To nikomu neubližuje."),
        ("cs", "slib", "bylo slíbeno"),
        ("cs", "ověřovat", "Nikdo to neověřoval."),
        ("cs", "všimnout si", "aby si všimli"),
        ("uk", "боляче", "Болить, тоді чи тепер."),
        ("uk", "безпечно", "ви в небезпеці"),
        ("uk", "втрата", "після втрат"),
        ("zh-Hans", "伤害", "受到伤害"),
        ("hi", "अपनापन", "अपनापन और"),
    ],
)
def test_a_word_to_use_is_found_in_its_forms(tag: str, term: str, text: str) -> None:
    assert has_form(term, text, Language.of(tag), checks_of(tag).word_forms)


@pytest.mark.parametrize(
    ("tag", "term", "text"),
    [
        ("ar", "أذى", "بالألم"),
        ("cs", "ublížit", "To bolí."),
        ("uk", "людина", "Хтось інший."),
        ("fa", "آسیب", "درد"),
    ],
)
def test_another_word_is_not_the_one_to_use(tag: str, term: str, text: str) -> None:
    assert not has_form(term, text, Language.of(tag), checks_of(tag).word_forms)
