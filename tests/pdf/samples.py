"""Documents for the PDF tests: those of the Word tests, and the same nodes in every script."""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from worksheet_builder import pdf
from worksheet_builder.definitions.practice import Brand
from worksheet_builder.document import Document, OutputOptions, Style
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.phrases import Phrase, rephrase

from ..docx.samples import (
    ANOTHER,
    PLAIN,
    all_signed,
    arabic,
    begun,
    bound,
    brand,
    design,
    english,
    from_the_right,
    guarded,
    in_two,
    long_panel,
    pictured,
    png,
    practice,
    said,
    therapist,
)

SPECIMENS: dict[str, str] = yaml.safe_load((Path(__file__).parents[1] / "text" / "specimens.yaml").read_text("utf-8"))
CJK = ("zh-Hans", "zh-Hant", "ja", "ko")

SAMPLES = all_signed(
    {
        "english": (english(), PLAIN),
        "branded": (english(), brand(logo=png())),
        "arabic": (arabic(), brand(logo=png())),
        "large-print": (english(), brand(Style.LARGE_PRINT)),
        "low-ink": (english(), brand(Style.LOW_INK)),
        "pictured": (pictured(), PLAIN),
        "pictured-from-the-right": (from_the_right(pictured()), brand()),
        "guarded": (guarded(), brand(logo=png())),
        "therapist": (therapist(), brand()),
        "in-two": (in_two(), brand()),
        "long-panel": (long_panel(), brand(phone="", email="", address=None, strapline=None)),
        "centred": (guarded(), Brand.of(practice(), design(align="centre", header="plain"), Style.STANDARD)),
        "centred-logo": (guarded(), Brand.of(practice(), design(align="centre"), Style.STANDARD, png())),
        "solid": (
            english(),
            Brand.of(
                practice(),
                design(header="solid", panel="rules", table="rows", section="over"),
                Style.STANDARD,
                png(),
                png(),
            ),
        ),
        "bound": (bound(), brand()),
        "begun": (begun(), brand()),
        "begun-for-paper": (begun(OutputOptions(fillable=False)), PLAIN),
        "in-two-large-print": (in_two(), brand(Style.LARGE_PRINT)),
        "nameless": (english(), brand(Style.LARGE_PRINT, name="", strapline=None, phone="", email="", address=None)),
        "another-design": (english(), Brand.of(practice(), ANOTHER, Style.STANDARD, png())),
        "guarded-for-paper": (guarded(OutputOptions(fillable=False)), brand(Style.LOW_INK)),
        "for-paper": (english(OutputOptions(fillable=False)), PLAIN),
        "arabic-for-paper": (arabic(OutputOptions(fillable=False)), PLAIN),
    }
)
every_sample = pytest.mark.parametrize("name", SAMPLES)
every_script = pytest.mark.parametrize(
    "tag",
    [
        pytest.param(tag, marks=pytest.mark.skipif(tag in CJK and not find_spec("manimgx_fonts_cjk"), reason="no CJK"))
        for tag in SPECIMENS
    ],
)


@cache
def specimen(tag: str) -> Document:
    """Every kind of node with the specimen of a script for its words."""
    sentences = itertools.cycle([part.strip() for part in SPECIMENS[tag].replace("។", "។|").split("|") if part])

    def change(phrase: Phrase) -> Phrase:
        slots = " ".join(f"{{{span.slot}}}" for span in phrase.spans() if span.slot)
        return replace(phrase, text=f"{next(sentences)} {slots}".strip(), language=tag)

    return replace(rephrase(english(), change), id=f"specimen-{tag}", language=Language.of(tag))


@cache
def specimen_file(tag: str) -> bytes:
    """The specimen of a script as a file, which is written once for all who read it."""
    return pdf.write(specimen(tag), PLAIN)


@cache
def written(name: str) -> bytes:
    """A sample as a file, which is written once for all who read it."""
    return pdf.write(*SAMPLES[name])


__all__ = ["PLAIN", "brand", "design", "said"]
