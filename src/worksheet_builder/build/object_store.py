"""Handouts in a remote store, at an address such as s3://bucket/handouts that fsspec can open."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..foundation.problems import Place, Problem, Refused
from .stores import DISK, Store

_PUTS_WHOLE = frozenset("s3 s3a gs gcs abfs abfss az adl oss memory".split())
"""Protocols that write an object completely or not at all; with others, a file is written and then renamed."""
_SIGNS = ("ETag", "etag", "md5Hash", "content_md5", "mtime", "LastModified", "last_modified", "modified", "modify")
"""Metadata of an object that changes when the object does, the most reliable first."""


@lru_cache(maxsize=1)
def store_at(address: str) -> Store:
    """The store at an address, the disk if the address is empty; raises Refused if the store cannot be opened."""
    return ObjectStore(address) if address else DISK


class ObjectStore:
    """A remote store. The files in the folder of a practice are listed once and cached, not asked for one by one."""

    saved_every = 10.0

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        self._found: dict[str, str] = {}
        with self._asked(""):
            import fsspec

            self._system, root = fsspec.core.url_to_fs(self.address, skip_instance_cache=True)
        self._root = root.rstrip("/")
        protocol = self._system.protocol
        self._puts_whole = bool(_PUTS_WHOLE & {*((protocol,) if isinstance(protocol, str) else protocol)})

    def prepare(self, folder: Path, tags: tuple[str, ...]) -> None:
        self.settle(folder)

    def settle(self, folder: Path) -> None:
        """List the files in the folder again."""
        with self._asked(folder.as_posix()):
            self._system.invalidate_cache()
            there = self._key(folder)
            try:
                self._found = {key: _sign(told) for key, told in self._system.find(there, detail=True).items()}
            except FileNotFoundError:
                self._found = {}

    def is_there(self, path: Path) -> bool:
        return self._key(path) in self._found

    def stamp(self, path: Path) -> str | None:
        return self._found.get(self._key(path))

    def digest(self, path: Path) -> str:
        data = self.read(path, -1)
        return "" if data is None else hashlib.sha256(data).hexdigest()

    def read(self, path: Path, most: int) -> bytes | None:
        with self._asked(path.as_posix()):
            try:
                return bytes(self._system.cat_file(self._key(path), end=most + 1 if most >= 0 else None))
            except FileNotFoundError:
                return None

    def check(self, path: Path, under: Path) -> None:
        """Do nothing: a remote store has no links."""

    def write(self, path: Path, data: bytes) -> None:
        key = self._key(path)
        with self._asked(path.as_posix()):
            if self._puts_whole:
                self._system.pipe_file(key, data)
            else:
                self._system.makedirs(key.rpartition("/")[0], exist_ok=True)
                self._system.pipe_file(f"{key}.part", data)
                self._system.mv(f"{key}.part", key)
        self._found[key] = ""

    def _key(self, path: Path) -> str:
        return f"{self._root}/{path.as_posix()}"

    @contextlib.contextmanager
    def _asked(self, name: str) -> Iterator[None]:
        """Turn any exception into Refused, since each kind of store raises exceptions of its own."""
        try:
            yield
        except ImportError as error:
            hint = "Run: pip install 'worksheet-builder[store]', and what fsspec needs for this kind, such as s3fs."
            raise Refused([Problem(Place(self.address), f"This store cannot be opened: {error}", hint)]) from error
        except Exception as error:
            place = Place(f"{self.address}/{name}" if name else self.address)
            hint = "Check the address, the rights, and what the store needs to know, such as a key or an endpoint."
            raise Refused([Problem(place, f"The store cannot be used: {error}", hint)]) from error


def _sign(told: Mapping[str, Any]) -> str:
    """The size and metadata of an object as text, which changes when the object does; empty if its store gives none."""
    sign = next((str(told[it]) for it in _SIGNS if told.get(it)), "")
    return f"{told.get('size')} {sign}" if sign else ""
