"""A hundred thousand strings are read, looked up, updated and written."""

from __future__ import annotations

from worksheet_builder.translation.po_merge import merge
from worksheet_builder.translation.po_parser import parse

from .sheets import catalogue, sheet, wanted


def test_a_hundred_thousand_strings() -> None:
    english = {f"b{number}.options.key": f"Something was done {number}." for number in range(100_000)}
    entries = (f'msgctxt "{address}"\nmsgid "{text}"\nmsgstr "¡{text}!"\n' for address, text in english.items())
    data = "\n".join(('msgid ""\nmsgstr "Language: es\\n"\n', *entries)).encode()
    merged = merge(parse(data, "large.po"), wanted(english))
    assert not merged.changes
    written = merged.file.to_bytes()
    assert not catalogue(parse(written, "large.po")).translate(sheet(english)).problems
