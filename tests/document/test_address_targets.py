"""Addresses in running text are found, whatever stands around them, also by the look at signs that goes before."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from worksheet_builder.document.address_targets import _ADDRESS, addresses

PIECES = "www. example .org a@b / https:// tel 116 +44 (0) 10.1000 ١٢٣ - – , .".split()
TEXTS = st.lists(st.sampled_from([*PIECES, " "]), max_size=9).map("".join)


@given(TEXTS)
@example("Write to help@example.org.")
@example("See www.example.org")
@example("See example.org/help")
@example("Ring 116 123, or ١٢٣٤٥٦.")
def test_none_is_passed_over(text: str) -> None:
    assert [it.span() for it in addresses(text)] == [it.span() for it in _ADDRESS.finditer(text)]
