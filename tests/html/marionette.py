"""Marionette, the wire by which Firefox can be driven: commands of WebDriver as JSON, each after its length.

Mozilla's own client for Python needs a module that Python 3.13 no longer has, and a driver between is not in Debian.
"""

from __future__ import annotations

import json
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which WebDriver tells an element."""
_PORT = "MarionetteActivePort"
"""The file in a profile in which Firefox writes on which port it listens."""
_START = 60.0
"""Seconds that Firefox may take to start."""


class Marionette:
    """A Firefox without a screen, in a profile of its own."""

    def __init__(self, binary: str, profile: Path, preferences: dict[str, object]) -> None:
        profile.mkdir()
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items())
        (profile / "user.js").write_text("".join(lines), "utf-8")
        command = [
            binary,
            "--headless",
            "--marionette",
            "--remote-allow-system-access",
            "--no-remote",
            "--profile",
            str(profile),
        ]
        with (profile / "log").open("wb") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        self.stream = _connected(profile / _PORT)
        self.sent = 0
        self._read()  # what it says of itself
        self.send("WebDriver:NewSession", {})

    def end(self) -> None:
        """Close Firefox."""
        self.send("Marionette:Quit", {"flags": ["eForceQuit"]})
        self.stream.close()
        self.process.wait(_START)

    def send(self, name: str, told: dict[str, Any]) -> Any:
        """What a command answers; raises RuntimeError with what Firefox says of one that fails."""
        self.sent += 1
        data = json.dumps([0, self.sent, name, told]).encode()
        self.stream.sendall(str(len(data)).encode() + b":" + data)
        _, _, error, found = self._read()
        if error:
            raise RuntimeError(f"{name}: {error['error']}: {error['message']}")
        return found.get("value", found) if isinstance(found, dict) else found

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._some(1)
        return json.loads(self._some(int(length[:-1])))

    def _some(self, count: int) -> bytes:
        found = b""
        while len(found) < count:
            more = self.stream.recv(count - len(found))
            if not more:
                raise RuntimeError("Firefox has gone.")
            found += more
        return found


def _connected(file: Path) -> socket.socket:
    """The wire to a Firefox that is starting."""
    end = time.monotonic() + _START
    while not (file.exists() and file.read_text("utf-8").strip()):
        if time.monotonic() > end:
            raise RuntimeError("Firefox did not start.")
        time.sleep(0.05)
    return socket.create_connection(("127.0.0.1", int(file.read_text("utf-8"))), timeout=_START)
