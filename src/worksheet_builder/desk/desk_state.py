"""What one open desk has: its folder, its key, what was gathered today, and everything that is kept warm for it.

What is gathered, and what is changed for one client, is in memory alone and gone with the desk.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from ..definitions.tailoring import ClientChanges
from ..foundation.files import clear_parts
from ..foundation.languages import SOURCE_LANGUAGE
from ..project.library import Shelf, is_project
from .desk_cache import DeskCache
from .render_thread import RenderThread
from .tailoring_draft import UndoHistory
from .translation_progress import KeptProgress


@dataclass
class DeskState:
    """The state of a desk; `folder` need not be a project yet.

    All but `watch` runs on the render thread or between awaits.
    """

    folder: Path
    key: str = field(repr=False)
    port: int
    language: str = ""
    """The language that the desk speaks, once somebody chose one."""
    spoken: str = SOURCE_LANGUAGE
    """The language that the desk spoke last, chosen or not."""
    gathered: list[str] = field(default_factory=list)
    """The ids of the worksheets of today's pack, in order."""
    changes: dict[str, ClientChanges] = field(default_factory=dict, repr=False)
    """By the id of a worksheet, what is laid over it for one handout. Written nowhere."""
    reviewer: str = ""
    """Who has marked translations as reviewed last, so that the name is typed once."""
    progress: KeptProgress = field(default_factory=KeptProgress, repr=False)
    """How far each language was when it was counted last."""
    drafts: dict[str, UndoHistory] = field(default_factory=dict, repr=False)
    """By the id of a worksheet, what is being changed of it and was not kept or used yet. Written nowhere."""
    stopping: bool = False
    last_seen: float = 0.0
    """When somebody came last, in seconds of the clock of the server."""
    version: str = ""
    """Another one after each change of the project, so that an open page knows to draw itself anew."""
    renderer: RenderThread = field(default_factory=RenderThread, repr=False)
    _stock: DeskCache | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        self.version = _state_of(self.folder)

    @property
    def is_project(self) -> bool:
        """Whether there is a project in the folder; without one the library alone is shown."""
        return is_project(self.folder)

    @property
    def cache(self) -> DeskCache:
        """The library, practice and all that is kept warm, as the project is now."""
        if self._stock is None:
            self._stock = DeskCache.of(self.folder)
        return self._stock

    def warm(self) -> None:
        """Have read while nobody waits what the lists of worksheets and of languages show when they are asked for."""
        cache, tag = self.cache, self.language or self.cache.usual_language
        for name in cache.sheets:
            self.renderer.prepare(partial(cache.entry, name, tag))
        for other in cache.library.languages if self.is_project else ():
            for step in self.progress.steps(cache.library, other) if other != SOURCE_LANGUAGE else ():
                self.renderer.prepare(step)

    def renew(self) -> None:
        """Let go of all that was read, if something in the project has changed."""
        now = _state_of(self.folder)
        if now != self.version:
            self._stock, self.version = None, now

    def move_to(self, folder: Path) -> None:
        """Work in another folder from now on."""
        self.folder = folder.resolve()
        self.renew()

    async def watch(self) -> None:
        """Renew whenever a file of the project changes, whoever changes it; until it is cancelled."""
        from watchfiles import awatch

        while True:
            folder = self.folder
            parts = [it for it in _watched(folder) if it.is_dir()]
            if not self.is_project:
                await asyncio.sleep(0.5)
                continue
            clear_parts(parts)
            with contextlib.suppress(OSError):  # the folder was moved or removed
                async for changed in awatch(*parts, recursive=False, step=20, debounce=200, yield_on_timeout=True):
                    if changed:
                        self.renew()
                    if folder != self.folder or parts != [it for it in _watched(folder) if it.is_dir()]:
                        break
            await asyncio.sleep(0.1)

    def close(self) -> None:
        """Let the render thread end."""
        self.renderer.close()


def _state_of(folder: Path) -> str:
    """A hash over the files of a project, by their names, sizes and times; equal as long as nobody touches one."""
    found = hashlib.sha256(os.fsencode(folder))
    for part in _watched(folder):
        with contextlib.suppress(OSError):  # a folder that is not there, or goes meanwhile
            for it in sorted(os.scandir(part), key=lambda it: it.name):
                if it.is_file():
                    facts = it.stat()
                    found.update(f"{it.path} {facts.st_size} {facts.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return found.hexdigest()[:16]


def _watched(folder: Path) -> list[Path]:
    """The folders of a project that hold what handouts are made from: never those of the handouts."""
    shelf = Shelf(folder)
    tops = [folder, shelf.worksheets, shelf.packs, shelf.locales, folder / "designs"]
    below = [it for top in (shelf.worksheets, shelf.locales) if top.is_dir() for it in sorted(top.iterdir())]
    return [*tops, *below]
