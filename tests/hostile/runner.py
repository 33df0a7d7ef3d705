"""Runs hostile cases, each in a forked child with little memory and little time, and tells as JSON what came of them.

Called with a folder to work in, one with a small library in the place of the one that is built in, which of the cases
to run, as ‘0/2’ for every second from the first, and the modules of the cases. What a command does with all sheets in
all languages would hide what the case costs. A child begins with everything loaded, so that what is measured is the
case and not the loading. `yardstick` is the processor time of a plain sheet, on the same machine under the same load:
what a case costs is judged by it, and not by seconds.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import resource
import sys
import traceback
from pathlib import Path
from typing import Any

SECONDS, MEGABYTES = 30, 300
"""Of processor time, after which a case that does not end is ended; and how much memory it may take."""
UNEXPECTED = 99
_MODULES = (
    "build.incremental build.preview checks.library_check checks.doctor definitions.logo definitions.svg_sanitiser pdf "
    "docx text.paragraphs translation.translated_structures reading.json_schema"
)


def load() -> None:
    """What any command may need, so that each child finds it."""
    for name in _MODULES.split():
        importlib.import_module(f"worksheet_builder.{name}")
    from worksheet_builder.build import fingerprint
    from worksheet_builder.reading import loader

    fingerprint.tool()
    for read in (loader.read_common, loader.read_contacts, lambda: loader.read_design("clear")):
        read()
    for name in (
        "PIL.Image",
        "PIL.PngImagePlugin",
        "PIL.JpegImagePlugin",
        "resvg_py",
        "icu4py.breakers",
        "babel.dates",
    ):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def warm() -> None:
    """Open fonts and read what every handout needs, so that not each child has to; the yardstick does without."""
    from worksheet_builder.build.composer import Composer
    from worksheet_builder.build.formats import FORMATS
    from worksheet_builder.project.library import Library

    composer = Composer(Library.open())
    for path in list(composer.library.worksheets.values())[:2]:
        document = composer.document(path, "en")
        for it in FORMATS.values():
            it.write(document, composer.brand)


def run(case: Any, folder: Path) -> dict[str, Any]:
    """Exit code, what was said on standard error, processor seconds and the largest size in megabytes."""
    folder.mkdir()
    said = folder / "said.txt"
    child = os.fork()
    if child == 0:
        _child(case, folder, said)
    _, status, used = os.wait4(child, 0)
    return {
        "code": os.waitstatus_to_exitcode(status),
        "said": said.read_text("utf-8", "replace") if said.exists() else "",
        "seconds": round(used.ru_utime + used.ru_stime, 2),
        "megabytes": used.ru_maxrss // 1024,
        "left": sorted(path.name for path in folder.rglob("*.part")),
    }


def _child(case: Any, folder: Path, said: Path) -> None:
    code = UNEXPECTED
    try:
        os.chdir(folder)
        case.lay(folder)
        error = os.open(said, os.O_WRONLY | os.O_CREAT)
        os.dup2(error, 2)
        os.dup2(os.open("out.txt", os.O_WRONLY | os.O_CREAT), 1)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (size + 2 * MEGABYTES * 2**20,) * 2)
        from worksheet_builder.cli import main

        code = main(case.words, standalone_mode=False) or 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException as error:
        import click

        code = (
            2 if isinstance(error, click.UsageError) else 1 if isinstance(error, click.exceptions.Exit) else UNEXPECTED
        )
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def main() -> None:
    folder, few, turns, *paths = sys.argv[1:]
    turn, of = map(int, turns.split("/"))
    sys.path.insert(0, str(Path(paths[0]).parent))
    import case

    from worksheet_builder.project import library

    load()
    library.__dict__["built_in_folder"] = lambda: Path(few)
    yardstick = min(run(case.PLAIN, Path(folder, f"plain-{at}"))["seconds"] for at in range(3))
    warm()
    ended: dict[str, dict[str, Any]] = {}
    for path in map(Path, paths):
        chosen = [it for at, it in enumerate(_cases(path).items()) if at % of == turn]
        ended[path.stem] = {name: run(it, Path(folder, f"{path.stem}-{at}")) for at, (name, it) in enumerate(chosen)}
        chosen.clear()  # some are megabytes long, and what this process holds counts as its children's
    print(json.dumps({"yardstick": yardstick, "ended": ended}))


def _cases(path: Path) -> dict[str, Any]:
    """The cases of a module, by name."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return dict(module.CASES)


if __name__ == "__main__":
    main()
