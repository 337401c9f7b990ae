"""A line that moves while long work goes on, for people at a terminal only."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.5
"""Seconds after which a person wants to know that something goes on."""


@contextmanager
def progress_line() -> Iterator[Callable[[int, int], None] | None]:
    """Give a function to report progress to; None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    started = time.monotonic()
    shown = False

    def report(done: int, of: int) -> None:
        nonlocal shown
        if time.monotonic() - started >= PATIENCE:
            shown = True
            sys.stderr.write(f"\r{done}/{of} ({100 * done // max(of, 1)}%) ")
            sys.stderr.flush()

    yield report
    if shown:
        sys.stderr.write("\r" + " " * 40 + "\r")


def usable_processes() -> int:
    """Processors that this process may use, at most eight."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, 8)
