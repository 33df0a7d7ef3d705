"""Which folders have a desk open: a note for each, readable by this user only, so that a second start finds the first.

The note is a file in the system's folder for data of the session, never in the project: a project may be shared, and
the note holds the key. Whether the desk still answers is tested without sending the key.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import http.client
import json
import os
import secrets
import sys
from pathlib import Path

import platformdirs

from ..foundation.files import write_whole
from ..foundation.problems import Refused

_PATIENCE = 1.0
"""The seconds to wait for a desk to answer."""


def address_with_key(port: int, key: str) -> str:
    """The address that opens a desk; it includes the key."""
    return f"http://127.0.0.1:{port}/?key={key}"


def proof(key: str, challenge: str) -> str:
    """The answer to a challenge that only a desk with this key can give: its HMAC-SHA-256 in hex (RFC 2104)."""
    return hmac.new(key.encode(), challenge.encode(), hashlib.sha256).hexdigest()


def note_running(folder: Path, port: int, key: str) -> None:
    """Write the note that a folder's desk is open; if that is impossible, a second start opens a second desk."""
    path = _note_of(folder)
    with contextlib.suppress(OSError, Refused):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.parent.chmod(0o700)  # it may have been there, open to others
        held = json.dumps({"pid": os.getpid(), "port": port, "key": key})
        write_whole(path, held.encode(), mode=0o600)


def forget_running(folder: Path, port: int) -> None:
    """Remove the note, if it is for this port."""
    path = _note_of(folder)
    with contextlib.suppress(OSError, ValueError):
        if json.loads(path.read_text("utf-8")).get("port") == port:
            path.unlink()


def address_of_running(folder: Path) -> str | None:
    """The address of the desk that is open for a folder and answers; None where there is none."""
    try:
        noted = json.loads(_note_of(folder).read_text("utf-8"))
        port, key = int(noted["port"]), str(noted["key"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return address_with_key(port, key) if _answers(port, key) else None


def _answers(port: int, key: str) -> bool:
    challenge = secrets.token_urlsafe(16)
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    try:
        asked.request("GET", f"/alive?challenge={challenge}")
        answer = asked.getresponse().read(200).decode("ascii", "replace")
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asked.close()
    return hmac.compare_digest(answer, proof(key, challenge))


def _note_of(folder: Path) -> Path:
    name = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:24]
    return _folder_of_notes() / f"desk-{name}.json"


def _folder_of_notes() -> Path:
    """A folder of this user only: the runtime folder of the session, or on a Linux without one the cache folder."""
    lasting = sys.platform == "linux" and not os.environ.get("XDG_RUNTIME_DIR")
    return (platformdirs.user_cache_path if lasting else platformdirs.user_runtime_path)("worksheet-builder")
