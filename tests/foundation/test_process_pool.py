"""Processes that work for another end with the block that they were opened for, and with the other, however it ends."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import time
from multiprocessing.connection import Connection

import pytest

from worksheet_builder.foundation.process_pool import process_executor

SECONDS = 20.0
"""After which a process that does not end is taken for one that never does."""
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process would import all tests again")


def _work(told: Connection, lasting: bool) -> None:
    with process_executor(1) as executor:
        told.send(executor.submit(os.getpid).result())
        if lasting:
            executor.submit(time.sleep, 60.0).result()


@pytest.mark.parametrize("killed", [False, True])
def test_a_worker_ends_with_its_block_and_with_a_process_that_is_killed(killed: bool) -> None:
    """It holds one end of a connection, which is closed when it has ended too."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=_work, args=(theirs, killed))
    process.start()
    theirs.close()
    worker = ours.recv()
    try:
        if killed:
            process.kill()
        assert ours.poll(SECONDS)
        with pytest.raises(EOFError):
            ours.recv()
    finally:
        process.kill()
        process.join()
        with contextlib.suppress(ProcessLookupError):
            os.kill(worker, signal.SIGKILL)
