"""The desk as a server on the loopback address: bound first, opened when it answers, stopped from the page."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from ..foundation.problems import Problem, Refused
from .application import application
from .desk_state import DeskState
from .running_desks import address_with_key, forget_running, note_running

HERE = "127.0.0.1"
_IDLE = 8 * 60 * 60
"""Seconds without a request after which a forgotten desk stops."""
_LOOK = 0.25
"""Seconds between two checks of whether to stop."""


def serve(folder: Path, port: int, opened: Callable[[str], None]) -> None:
    """Serve the desk of a folder until it is stopped; `opened` is called with its address once it answers.

    Raises Refused where the port is taken.
    """
    with _bound(port) as listening:
        port = listening.getsockname()[1]
        state = DeskState(folder.resolve(), secrets.token_urlsafe(32), port)
        config = uvicorn.Config(
            application(state),
            log_config=None,
            access_log=False,
            log_level="critical",
            server_header=False,
            date_header=False,
            proxy_headers=False,
            lifespan="off",
            ws="none",
            timeout_graceful_shutdown=2,
            h11_max_incomplete_event_size=32_768,
        )
        server = uvicorn.Server(config)
        try:
            with contextlib.suppress(KeyboardInterrupt):
                asyncio.run(_served(server, listening, state, opened))
        finally:
            forget_running(state.folder, port)
            state.close()


async def _served(
    server: uvicorn.Server, listening: socket.socket, state: DeskState, opened: Callable[[str], None]
) -> None:
    tended = asyncio.create_task(_tended(server, state, opened))
    watched = asyncio.create_task(state.watch())
    try:
        await server.serve(sockets=[listening])
    finally:
        for task in (tended, watched):
            task.cancel()
        await asyncio.gather(tended, watched, return_exceptions=True)


async def _tended(server: uvicorn.Server, state: DeskState, opened: Callable[[str], None]) -> None:
    """Call `opened` once the server answers, and stop it when the page asks for that or after a long time unused."""
    while not server.started:
        await asyncio.sleep(0.01)
    note_running(state.folder, state.port, state.key)
    opened(address_with_key(state.port, state.key))
    state.renderer.prepare(state.warm)
    clock = asyncio.get_running_loop().time
    while not state.stopping and clock() - state.last_seen < _IDLE:
        await asyncio.sleep(_LOOK)
    server.should_exit = True


def _bound(port: int) -> socket.socket:
    """A listening socket on the loopback address that no other program can bind; raises Refused."""
    # With IPPROTO_TCP given, asyncio sets TCP_NODELAY; otherwise a small answer waits 40 ms for an acknowledgement.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # on Windows another program could bind it too (Winsock)
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:  # elsewhere this frees a port right after its program ended, and never one in use
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HERE, port))
        listening.listen(2048)
    except OSError as error:
        listening.close()
        hint = "Leave --port out, and one that is free is taken."
        raise Refused([Problem(None, f"The port {port} is taken by another program.", hint)]) from error
    listening.setblocking(False)
    return listening


def open_address(address: str) -> None:
    """Open an address in the browser; without one nothing happens, since the address is printed too."""
    with contextlib.suppress(Exception):
        webbrowser.open(address)
