"""What an update does, as files: the English of the sheet, the PO file before and after, and what is reported."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from worksheet_builder.translation.po_merge import merge
from worksheet_builder.translation.po_parser import parse

from .sheets import wanted

EXAMPLES = sorted((Path(__file__).parent / "updates").glob("*.txt"))


def sections(text: str) -> dict[str, str]:
    """The parts of an example by their names."""
    parts = re.split(r"^=== (\w+)\n", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def english(text: str) -> dict[str, str]:
    """Lines of ``address: text``, with escapes."""
    pairs = (line.split(": ", 1) for line in text.splitlines())
    return {address: value.replace("\\n", "\n").replace("\\\\", "\\") for address, value in pairs}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_update_does_what_the_example_says(example: Path) -> None:
    said = sections(example.read_text("utf-8"))
    before = said["before"].encode()
    strings = wanted(english(said["english"]))
    merged = merge(parse(before, "sleep.po"), strings)
    after = merged.file.to_bytes()
    if said["after"] == "same bytes\n":
        assert after == before
    else:
        assert re.sub(r"\[(?!0{8})[0-9a-f]{8}\]", "[SEAL]", after.decode()) == said["after"]
    assert "".join(f"{change.value} {address}\n" for change, address in merged.changes) == said["changes"]
    assert merge(parse(after, "sleep.po"), strings).file.to_bytes() == after
