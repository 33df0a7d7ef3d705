"""The state of one open desk: its folder, its key, today's pack, and its caches.

Today's pack and the changes for one client are kept in memory only, and are lost when the desk stops.
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

    All methods except `watch` run on the render thread or between two awaits, so no locks are needed.
    """

    folder: Path
    key: str = field(repr=False)
    port: int
    language: str = ""
    """The language of the desk that somebody chose; empty if none was chosen."""
    spoken: str = SOURCE_LANGUAGE
    """The language of the last page, chosen or not."""
    gathered: list[str] = field(default_factory=list)
    """The ids of the worksheets of today's pack, in order."""
    cover: dict[str, str] = field(default_factory=dict)
    """The title and summary that are typed for today's pack and not saved yet; empty if none are."""
    changes: dict[str, ClientChanges] = field(default_factory=dict, repr=False)
    """The changes for one client's handout, by the id of a worksheet; never written to a file, for privacy."""
    reviewer: str = ""
    """The name of the last reviewer of translations, so that it is typed only once."""
    progress: KeptProgress = field(default_factory=KeptProgress, repr=False)
    """The cached counts of translated strings."""
    drafts: dict[str, UndoHistory] = field(default_factory=dict, repr=False)
    """The edits that are not yet saved or used, by the id of a worksheet; never written to a file, for privacy."""
    stopping: bool = False
    last_seen: float = 0.0
    """The time of the last request, in seconds of the monotonic clock."""
    version: str = ""
    """A hash that changes with each change of the project, so that an open page knows when to reload."""
    renderer: RenderThread = field(default_factory=RenderThread, repr=False)
    _stock: DeskCache | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        self.version = _state_of(self.folder)

    @property
    def is_project(self) -> bool:
        """Whether the folder is a project; otherwise only the library is shown."""
        return is_project(self.folder)

    @property
    def cache(self) -> DeskCache:
        """The snapshot of library, practice and caches for the project as it is now."""
        if self._stock is None:
            self._stock = DeskCache.of(self.folder)
        return self._stock

    def warm(self) -> None:
        """Fill the caches for the lists of worksheets and languages while the render thread is idle."""
        cache, tag = self.cache, self.language or self.cache.usual_language
        for name in cache.sheets:
            self.renderer.prepare(partial(cache.entry, name, tag))
        for other in cache.library.languages if self.is_project else ():
            for step in self.progress.steps(cache.library, other) if other != SOURCE_LANGUAGE else ():
                self.renderer.prepare(step)

    def renew(self) -> None:
        """Drop the snapshot if a file of the project has changed."""
        now = _state_of(self.folder)
        if now != self.version:
            self._stock, self.version = None, now

    def move_to(self, folder: Path) -> None:
        """Work in another folder from now on."""
        self.folder = folder.resolve()
        self.renew()

    async def watch(self) -> None:
        """Call `renew` whenever a file of the project changes; runs until it is cancelled."""
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
    """A hash of the names, sizes and modification times of a project's files."""
    found = hashlib.sha256(os.fsencode(folder))
    for part in _watched(folder):
        with contextlib.suppress(OSError):  # a folder that does not exist, or is removed meanwhile
            for it in sorted(os.scandir(part), key=lambda it: it.name):
                if it.is_file():
                    facts = it.stat()
                    found.update(f"{it.path} {facts.st_size} {facts.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return found.hexdigest()[:16]


def _watched(folder: Path) -> list[Path]:
    """The folders of a project whose files handouts are made from; never the folder of finished handouts."""
    shelf = Shelf(folder)
    tops = [folder, shelf.worksheets, shelf.packs, shelf.locales, folder / "designs"]
    below = [it for top in (shelf.worksheets, shelf.locales) if top.is_dir() for it in sorted(top.iterdir())]
    return [*tops, *below]
