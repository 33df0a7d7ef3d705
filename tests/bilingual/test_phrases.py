"""A phrase and its parallel text stay together whatever is done with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest

from worksheet_builder.foundation.phrases import Phrase, paired, parallels_of
from worksheet_builder.foundation.problems import Place

AT = Place("sheet.yaml", 1, 1)


@dataclass(frozen=True)
class Pair:
    """A structure with a phrase and a map of phrases."""

    heading: Phrase
    items: Mapping[str, Phrase]


def two(text: str, parallel: str, language: str = "ar") -> Phrase:
    return Phrase(text, "a", AT, "en", Phrase(parallel, "a", AT, language))


def both(phrase: Phrase) -> tuple[str, str]:
    assert phrase.parallel
    return phrase.text, phrase.parallel.text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1250, ("1,250 min", "دقيقة ١٬٢٥٠")),
        ("a*b", ("a\\*b min", "دقيقة a\\*b")),
        (two("one", "واحد"), ("one min", "دقيقة واحد")),
        (Phrase("one", "b", AT), ("one min", "دقيقة one")),
    ],
)
def test_filling_fills_both(value: str | int | Phrase, expected: tuple[str, str]) -> None:
    assert both(two("{minutes} min", "دقيقة {minutes}", "ar-EG").fill(minutes=value)) == expected


@pytest.mark.parametrize(
    ("text", "parallel", "expected"),
    [
        ("a\nb", "x\n\ny", [("a", "x"), ("b", "y")]),
        ("a\nb", "x\ny\nz", [("a", "x"), ("b", "y z")]),
        ("a\nb", "x", [("a", "x"), ("b", None)]),
        ("a", "x\ny", [("a", "x y")]),
    ],
)
def test_paragraphs_stay_side_by_side(text: str, parallel: str, expected: list[tuple[str, str | None]]) -> None:
    parts = two(text, parallel).paragraphs()
    assert [(part.text, part.parallel and part.parallel.text) for part in parts] == expected


def test_one_line_holds_both_and_says_the_language() -> None:
    joined = two("Page 1 of 2", "صفحة 1").joined()
    assert joined.text == "Page 1 of 2 · [صفحة 1]{ar}"
    assert joined.parallel is None
    assert [span.language for span in joined.spans()] == [None, "ar"]
    assert two("a", "x \\[y\\]").joined().plain() == "a · x [y]"


def test_pairing_walks_two_structures_alike() -> None:
    english = Pair(Phrase("Before", "p.heading", AT), {"a": Phrase("Stop", "p.a", AT), "b": Phrase("No", "p.b", AT)})
    same = {"b": english.items["b"]}
    spanish = Pair(Phrase("Antes", "p.heading", AT, "es"), {"a": Phrase("Pare", "p.a", AT, "es"), **same})
    joined = paired(english, spanish)
    assert both(joined.heading) == ("Before", "Antes")
    assert joined.items["b"] == english.items["b"], "the same words are not said twice"
    assert parallels_of(joined) == spanish
    assert replace(joined.heading, parallel=None) == english.heading
