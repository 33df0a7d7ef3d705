"""Setting text costs only what it uses: HarfBuzz always, ICU where words are not plain, and never a font library."""

from __future__ import annotations

import subprocess
import sys

SET = """
import sys
from worksheet_builder.foundation.languages import Language
from worksheet_builder.foundation.phrases import Phrase
from worksheet_builder.foundation.problems import Place
from worksheet_builder.text import TextStyle, Typesetter
Typesetter(Language.of("en")).lines(Phrase({text!r}, "a", Place("a.yaml")), TextStyle(10), 100)
print(*(name for name in ("uharfbuzz", "icu4py", "fontTools", "reportlab", "fpdf", "docx") if name in sys.modules))
"""


def loaded(text: str) -> list[str]:
    result = subprocess.run([sys.executable, "-c", SET.format(text=text)], capture_output=True, text=True, check=True)
    return result.stdout.split()


def test_plain_words_need_no_icu() -> None:
    assert loaded("Rest by the window, and drink some water.") == ["uharfbuzz"]


def test_other_words_need_icu() -> None:
    assert loaded("Rest—now") == ["uharfbuzz", "icu4py"]
