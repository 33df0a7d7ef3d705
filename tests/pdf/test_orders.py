"""Files of every kind of order, with other words each, are sound to qpdf: it reads every object and stream of them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest

from worksheet_builder import pdf
from worksheet_builder.build.composer import Composer
from worksheet_builder.build.order import Order
from worksheet_builder.document import Edition, Paper, Style
from worksheet_builder.project.library import Library

from ..programs import program

LIBRARY = Library.open()
TAGS = ("en", *LIBRARY.languages)
SEEDS = range(20)
KINDS: dict[str, Callable[[Random], dict[str, Any]]] = {
    "language": lambda _: {},
    "style": lambda chance: {"style": chance.choice([Style.LARGE_PRINT, Style.LOW_INK])},
    "edition": lambda _: {"edition": Edition.THERAPIST},
    "bilingual": lambda chance: {"beside": chance.choice(TAGS)},
    "pack": lambda chance: {"edition": chance.choice([*Edition])},
    "leaf": lambda _: {"leaf": True},
    "no-fill": lambda _: {"fillable": False},
}
"""What an order of each kind asks for."""


@pytest.mark.whole
@pytest.mark.parametrize(("kind", "seed"), [*product(KINDS, SEEDS)])
def test_qpdf_finds_nothing(kind: str, seed: int, tmp_path: Path) -> None:
    check = program("qpdf")
    file = tmp_path / "sheet.pdf"
    file.write_bytes(varied(kind, seed, tmp_path))
    done = subprocess.run([check, "--check", str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def varied(kind: str, seed: int, folder: Path) -> bytes:
    """The file of an order of a kind; language, sheet, paper and practice are drawn by the seed."""
    chance = Random(f"{kind} {seed}")
    practice = folder / "practice.yaml"
    practice.write_text(f"name: {''.join(chance.choices('aeinorst ', k=chance.randint(3, 30)))}x\n", "utf-8")
    order = Order(practice=practice, paper=chance.choice([*Paper]), draft=True)
    composer = Composer(LIBRARY, replace(order, **KINDS[kind](chance)))
    tag = chance.choice([tag for tag in TAGS if tag != composer.order.beside])
    if kind == "pack":
        document = composer.pack(LIBRARY.packs[chance.choice([*LIBRARY.packs])], tag)
    else:
        paths = [*LIBRARY.worksheets.values()]
        if kind == "leaf":
            paths = [path for path in paths if (sheet := composer.sheet_of(path)) and sheet.leaf]
        document = composer.document(chance.choice(paths), tag, composer.order.beside)
    return pdf.write(document, composer.brand)
