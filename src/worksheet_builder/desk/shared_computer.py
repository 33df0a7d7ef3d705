"""Signs that other people use this computer too, although the desk is meant for one person."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

_SESSIONS = Path("/run/user")
"""Where Linux keeps a folder for each user who is signed in (systemd, pam_systemd)."""
_FIRST_PERSON = 1000
"""The least user number of a person on Linux (login.defs, UID_MIN)."""


def reasons() -> tuple[str, ...]:
    """A sentence for each sign that others use this computer too; none where it seems to be one person's own."""
    return tuple(_signs(os.environ, _people()))


def _signs(environment: Mapping[str, str], people: int) -> Iterator[str]:
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        yield "This one is reached from another over a network; who else can sign in to it may be able to read along."
    if people > 1:
        yield f"{people} people are signed in to this one; another of them may be able to read along."


def _people() -> int:
    """The number of people who are signed in, 1 if the system does not say."""
    if sys.platform != "linux" or not _SESSIONS.is_dir():
        return 1
    return sum(it.name.isdigit() and int(it.name) >= _FIRST_PERSON for it in _SESSIONS.iterdir())
