"""How far a language is: counted a catalogue at a time while nobody waits, and anew where a file has changed."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from worksheet_builder.desk.desk_state import DeskState
from worksheet_builder.desk.render_thread import MOST_WAITING, RenderThread
from worksheet_builder.desk.translation_progress import KeptProgress
from worksheet_builder.project.library import Library
from worksheet_builder.translation.states import State


def test_what_is_counted_in_steps_is_all_that_is_asked_for(folder: Path) -> None:
    library, kept = Library.open(folder), KeptProgress()
    steps = list(kept.steps(library, "es"))
    assert len(steps) > len(library.worksheets)
    for step in steps:
        step()
    counted = [it.name for it in kept._languages["es"].counted.values()]
    assert counted[0] == "common" and set(library.worksheets) < set(counted)
    assert [it.name for it in kept.of(library, "es")] == counted
    assert kept.of(library, "es") == KeptProgress().of(library, "es")


def test_a_changed_catalogue_is_counted_anew(state: DeskState, project: Path) -> None:
    own = project / "locales" / "es"
    own.mkdir(parents=True)
    source = next(path for path in Library.open(project).locales if (path / "es" / "waves.po").is_file())
    words = (source / "es" / "waves.po").read_text("utf-8")
    library = Library.open(project)
    before = {it.name: it for it in state.progress.of(library, "es")}["waves"]
    (own / "waves.po").write_text(words.replace("# state: draft", "# was: draft", 3), "utf-8")
    after = {it.name: it for it in state.progress.of(Library.open(project), "es")}["waves"]
    assert after.counts[State.TRANSLATED] == before.counts[State.TRANSLATED] + 3


def test_what_is_prepared_keeps_nobody_waiting() -> None:
    renderer = RenderThread()
    for _ in range(2 * MOST_WAITING):
        renderer.prepare(lambda: sum(range(20_000)))
    with ThreadPoolExecutor(1) as aside:  # where no other test has left a loop running
        assert aside.submit(asyncio.run, renderer.ask(lambda: "done")).result() == "done"
    renderer.close()
