"""What a PDF to fill in says of its boxes where one shows less than a long answer in type that can be read."""

from __future__ import annotations

import unicodedata

import pytest

from worksheet_builder import pdf
from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.document import Style, words
from worksheet_builder.layout.fitting import fitted
from worksheet_builder.layout.typing_note import letters_shown
from worksheet_builder.project.library import Library

from .filling import drawn_inside, fill
from .form_tables import MULTILINE
from .opened import instructions, opened, texts
from .test_filling import text_fields

LIBRARY = Library.open()
ROOMS = [("where-harm-occurred", "en", Style.STANDARD), ("grief-and-anger", "uk", Style.LARGE_PRINT)]
"""A sheet with a table and one without, the second with lines only."""
SMALL_ROOMS = [
    *(pytest.param(*room, id="-".join(room)) for room in ROOMS),
    *(
        pytest.param(name, tag, style, id=f"{name}-{tag}-{style}", marks=pytest.mark.whole)
        for name in LIBRARY.worksheets
        for tag in ("en", "es", "cs", "uk", "hi")
        for style in (Style.STANDARD, Style.LARGE_PRINT)
    ),
]


@pytest.mark.parametrize(("name", "tag", "style"), SMALL_ROOMS)
def test_it_says_that_boxes_print_what_they_show_where_one_shows_less(name: str, tag: str, style: Style) -> None:
    """So many letters of the sheet's own words are seen in every box, in type that can be read; thrice as many not."""
    composer = Composer(LIBRARY, Order(draft=True, style=style))
    document = composer.document(LIBRARY.worksheets[name], tag)
    layout = fitted(document, composer.brand)
    letters, said = letters_shown(layout.context, layout.pages), document.header_footer.room
    data = pdf.write(document, composer.brand)
    assert said
    tells = "".join(said.plain().split()) in "".join("".join(texts(data)).split())
    assert tells is (letters is not None)
    if letters is None:
        return
    own = " ".join(phrase.plain() for phrase in words(document))
    typed = " ".join("".join(char if unicodedata.category(char)[0] in "LMZ" else "" for char in own).split()) * 3
    least, letters = layout.context.field_metrics.least, letters // 10 * 10
    assert all(count >= letters and size >= least for count, size in rooms(fill(data, lambda _: typed[:letters])))
    more = rooms(fill(data, lambda _: typed[: letters * 3 + 20]))
    assert any(count < letters * 3 + 20 or size < least for count, size in more)


def rooms(data: bytes) -> list[tuple[int, float]]:
    """The letters that each field of several lines shows, and the size of the smallest."""
    with opened(data) as file:
        looks = [field.AP.N for field in text_fields(file) if int(field.get("/Ff", 0)) & MULTILINE]
        sizes = ([float(op[0][1]) for op in instructions(look) if str(op[1]) == "Tf"] for look in looks)
        return [(drawn_inside(look), min(size)) for look, size in zip(looks, sizes, strict=True)]
