"""One maker in a process of its own: times, sizes, memory, as JSON. Run: ``-m benchmarks.worker NAME ROUNDS TAG``."""

from __future__ import annotations

import json
import resource
import sys
import time

from .documents import changed, sheets
from .makers import maker


def measure(name: str, count: int, tag: str) -> dict[str, object]:
    """Milliseconds of processor time for each document after three warm rounds, bytes, pages of PDFs, megabytes."""
    make = maker(name)
    documents, _ = sheets(tag)
    for turn in range(3):
        for document in documents:
            make(changed(document, turn))
    times, sizes, pages = [], [], []
    for turn in range(3, 3 + count):
        for document in documents:
            subject = changed(document, turn)
            start = time.process_time()
            data = make(subject)
            times.append((time.process_time() - start) * 1000)
            sizes.append(len(data))
            pages.append(_pages(data))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"name": name, "times": times, "sizes": sizes, "pages": pages, "peak": peak}


def _pages(data: bytes) -> int:
    if not data.startswith(b"%PDF"):
        return 0
    import pypdfium2

    return len(pypdfium2.PdfDocument(data))


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], int(sys.argv[2]), sys.argv[3])))
