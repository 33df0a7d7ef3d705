"""The practice's own font as a family, from one file or two."""

from __future__ import annotations

from pathlib import Path

from ..foundation.problems import Problem, Refused
from .families import REGULAR, SAMPLES, STRONG, Family, FontFile, unusable
from .font_validation import font_fault


def own(path_regular: str | Path, path_bold: str | Path | None = None) -> Family:
    """The practice's own font as a family; raises Refused, with every problem, where a file cannot be used."""
    problems: list[Problem] = []
    regular = _own_face(str(path_regular), REGULAR, problems)
    bold = _own_face(str(path_bold or path_regular), STRONG, problems) if path_bold or regular else None
    if problems or regular is None or bold is None:
        raise Refused(dict.fromkeys(problems))
    name = regular[0]
    return Family(name, regular[1], bold[1], regular[1].scripts)


def _own_face(path: str, weight: int, problems: list[Problem]) -> tuple[str, FontFile] | None:
    import uharfbuzz as hb

    try:
        face = hb.Face(hb.Blob.from_file_path(path))
    except hb.HarfBuzzError:
        problems.append(unusable(f"The font file {path} cannot be opened.", "Check the path in practice.yaml."))
        return None
    reason = font_fault(face)
    if reason:
        problems.append(unusable(f"{path} cannot be used as a font: {reason}.", "Give a TrueType or OpenType file."))
        return None
    known = face.unicodes
    scripts = {script for script, sample in SAMPLES.items() if ord(sample) in known}
    scripts |= {"vietnamese"} if ord("ế") in known else set()
    pinned = weight if any(axis.tag == "wght" for axis in face.axis_infos) else None
    name = str(face.get_name(hb.OTNameIdPredefined.FONT_FAMILY) or Path(path).stem)
    return name, FontFile(path, 0, pinned, frozenset(scripts))
