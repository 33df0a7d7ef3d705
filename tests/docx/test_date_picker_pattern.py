"""A day to choose or to type: a date control on a short line, in the words and order of its language."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from babel import Locale

from worksheet_builder import docx
from worksheet_builder.definitions.contacts import territory_locale
from worksheet_builder.document import Answer, Day, Document, OutputOptions
from worksheet_builder.docx.answer_markup import Answers
from worksheet_builder.docx.content_controls import Controls
from worksheet_builder.docx.date_picker_pattern import date_pattern
from worksheet_builder.docx.run_markup import Runs
from worksheet_builder.docx.style_context import StyleContext
from worksheet_builder.foundation.languages import PSEUDO, Language

from .opened import found, part, value
from .samples import PLAIN, arabic, english, said


@pytest.mark.parametrize(
    ("tag", "country", "expected"),
    [
        ("en", "GB", "d MMM yyyy"),
        ("en", "US", "MMM d, yyyy"),
        ("es", "GB", "d MMM yyyy"),
        ("cs", "CZ", "d. M. yyyy"),
        ("de", "AT", "dd.MM.yyyy"),
        ("pt-BR", "BR", "d 'de 'MMM 'de 'yyyy"),
        ("bg", "BG", "d.MM.yyyy\u202f'г.'"),
        ("ar", "EG", "dd\u200f/MM\u200f/yyyy"),
        ("fa", "IR", "d MMM yyyy"),
        ("hi", "IN", "d MMM yyyy"),
        ("ja", "JP", "yyyy/MM/dd"),
        ("zh-Hans", "CN", "yyyy'年'M'月'd'日'"),
        ("la", "VA", "'die 'd MMM yyyy"),
        (next(iter(PSEUDO)), "GB", "d MMM yyyy"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(tag: str, country: str, expected: str) -> None:
    assert date_pattern(territory_locale(Language.of(tag), country)) == expected


@pytest.mark.parametrize("document", [english(), arabic()], ids=lambda it: it.id)
def test_nothing_is_chosen_before_the_client_does(document: Document) -> None:
    tree = part(docx.write(document, PLAIN))
    (control,) = found(tree, "//w:sdtPr[w:date]")
    assert value(control, "w:date", "fullDate") is None
    assert found(control, "w:showingPlcHdr")
    assert value(control, "w:date/w:calendar") == "gregorian"
    assert value(control, "w:date/w:lid") == StyleContext.of(document, PLAIN).region


@pytest.mark.parametrize("fillable", [True, False])
def test_its_line_is_60_mm_long_with_or_without_a_control(fillable: bool) -> None:
    document = english(OutputOptions(fillable=fillable))
    data = docx.write(document, PLAIN)
    assert len(found(part(data), "//w:p[w:pPr/w:pStyle/@w:val='DayLine']")) == 1
    assert len(found(part(data), "//w:date")) == fillable
    sheet = part(data, "word/styles.xml")
    end = int(value(sheet, "w:style[@w:styleId='DayLine']/w:pPr/w:ind", "right") or 0)
    assert StyleContext.of(document, PLAIN).measure - end / 20 == pytest.approx(60 * 72 / 25.4, abs=0.1)


def test_in_a_table_it_takes_the_width_of_its_cell() -> None:
    context = StyleContext.of(english(), PLAIN)
    runs = Runs(context)
    controls = Controls(runs, english().header_footer, fillable=True, locked=False)
    written = Answers(context, runs, controls).cell(Answer("a.day", said("When"), Day()))
    assert "<w:date>" in written
    assert 'w:val="TableText"' in written


def test_a_year_of_two_digits_stays_one() -> None:
    assert (
        date_pattern(cast(Locale, SimpleNamespace(date_formats={"medium": SimpleNamespace(pattern="d/M/yy")})))
        == "d/M/yy"
    )
