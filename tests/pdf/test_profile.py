"""The colour profile is data, and what its tool writes."""

from __future__ import annotations

import io
import runpy
from pathlib import Path

from PIL import ImageCms

ROOT = Path(__file__).parents[2]
PROFILE = ROOT / "src" / "worksheet_builder" / "data" / "srgb.icc"


def test_the_file_is_what_the_tool_writes() -> None:
    assert runpy.run_path(str(ROOT / "tools" / "srgb_profile.py"))["srgb"]() == PROFILE.read_bytes()


def test_another_program_reads_it_as_rgb_for_displays() -> None:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(PROFILE.read_bytes())).profile
    assert (profile.xcolor_space.strip(), profile.device_class.strip()) == ("RGB", "mntr")
    assert profile.profile_description == "sRGB"
