"""Tens of thousands of strings are read, looked up, updated and written: a step that looked at each pair would show."""

from __future__ import annotations

import pytest

from worksheet_builder.translation.po_merge import merge
from worksheet_builder.translation.po_parser import parse

from .sheets import catalogue, sheet, wanted


@pytest.mark.parametrize("strings", [20_000, pytest.param(100_000, marks=pytest.mark.whole)])
def test_many_strings(strings: int) -> None:
    english = {f"b{number}.options.key": f"Something was done {number}." for number in range(strings)}
    entries = (f'msgctxt "{address}"\nmsgid "{text}"\nmsgstr "¡{text}!"\n' for address, text in english.items())
    data = "\n".join(('msgid ""\nmsgstr "Language: es\\n"\n', *entries)).encode()
    merged = merge(parse(data, "large.po"), wanted(english))
    assert not merged.changes
    written = merged.file.to_bytes()
    assert not catalogue(parse(written, "large.po")).translate(sheet(english)).problems
