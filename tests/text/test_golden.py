"""Every specimen as glyphs, to be read in a diff; `pytest --accept` writes the files anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.text import Line, Piece, TextStyle, Typesetter

from ..conftest import Golden

GOLDEN = Path(__file__).parent / "golden"
STYLE, WIDTH = TextStyle(12), 220


def dump(phrase: Phrase) -> str:
    """Each line with its width, each piece with its place, text, glyphs and advances."""
    setter = Typesetter(Language.of(phrase.language))
    lines = setter.lines(phrase, STYLE, WIDTH)
    assert not setter.problems
    head = f"{phrase.language}, {STYLE.size} pt, {WIDTH} pt wide"
    return "\n".join([head, *(text for line in lines for text in ("", *_dumped(line)))]) + "\n"


def _dumped(line: Line) -> list[str]:
    return [f"{line.width:.2f} {line.text}", *map(_piece, line.pieces)]


def _piece(piece: Piece) -> str:
    shaped = piece.shaped
    glyphs = " ".join(shaped.face.font.glyph_to_string(glyph) for glyph in shaped.glyphs)
    advances = "+".join(map(str, shaped.advances))
    moved = " ".join(f"{x},{y}" for x, y in shaped.offsets) if shaped.offsets else ""
    font = Path(shaped.face.file.path).name.partition("[")[0].removeprefix("NotoSans") or "Sans"
    fields = (f"{piece.x:8.2f} «{shaped.text}»", font, "rtl" if shaped.rtl else "", glyphs, advances, moved)
    return "  ".join(field for field in fields if field)


def test_specimen(specimen_tag: str, specimen: Callable[[str], Phrase], golden: Golden) -> None:
    golden(dump(specimen(specimen_tag)), GOLDEN / f"{specimen_tag}.txt")


def test_every_golden_has_its_specimen(request: pytest.FixtureRequest) -> None:
    from_yaml = {vars(item)["callspec"].params["specimen_tag"] for item in request.session.items if _is_specimen(item)}
    assert not from_yaml or {path.stem for path in GOLDEN.glob("*.txt")} >= from_yaml


def _is_specimen(item: Any) -> bool:
    return "specimen_tag" in getattr(getattr(item, "callspec", None), "params", {})
