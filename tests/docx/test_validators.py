"""Other people's programs find nothing wrong with the files."""

from __future__ import annotations

from pathlib import Path

import docx_integrity
import pytest
from openxml_audit import OpenXmlValidator

from .test_laws import every_sample, written

WRONGLY_FOUND = "Value 'bbPlcHdr' is not in allowed values: ['continuous', 'evenPage', 'nextColumn'"
"""openxml-audit 0.8 knows `w:type` by its own attributes alone, and takes that of a document part for a section's.

Without it the file would be valid too, but a placeholder is looked up by name and by this type (ISO 29500-1, 17.5.2.9).
"""


@pytest.fixture(scope="module")
def audit() -> OpenXmlValidator:
    return OpenXmlValidator()


@every_sample
def test_nothing_is_found(name: str, audit: OpenXmlValidator, tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    path.write_bytes(written(name))
    assert [str(it) for it in audit.validate(path).errors if WRONGLY_FOUND not in str(it)] == []
    assert [str(it) for it in docx_integrity.check(path)] == []
