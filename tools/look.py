"""Turn Word files into pictures of their pages with LibreOffice, to look at: ``python tools/look.py FILE.docx ...``.

Needs `soffice` and `pdftoppm` (Debian: libreoffice-writer, poppler-utils). The pages stand beside each file as PNG.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory


def pictures(path: Path, dots: int = 80) -> list[Path]:
    """The pages of a Word file as PNG beside it, at `dots` per inch."""
    with TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(path)]
        subprocess.run(command, check=True, capture_output=True)
        pdf = Path(folder) / f"{path.stem}.pdf"
        subprocess.run(["pdftoppm", "-r", str(dots), "-png", str(pdf), str(path.with_suffix(""))], check=True)
    return sorted(path.parent.glob(f"{path.stem}-*.png"))


def main() -> int:
    missing = [name for name in ("soffice", "pdftoppm") if not shutil.which(name)]
    if missing:
        print(f"Not installed: {', '.join(missing)}.", file=sys.stderr)
        return 1
    for name in sys.argv[1:]:
        print(*pictures(Path(name)), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
