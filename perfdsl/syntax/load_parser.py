"""Loads the parser from tables made beforehand, one for each thread."""

from __future__ import annotations

from threading import local

from perfdsl.syntax.build import Builder
from perfdsl.syntax.run_tables import Machine

_threads = local()


def load_parser() -> tuple[Machine, Builder]:
    """Give this thread's machine and the builder whose callbacks it calls."""
    if not hasattr(_threads, "pair"):
        from perfdsl.syntax.parse_tables import TABLES

        builder = Builder()
        _threads.pair = (Machine(TABLES, builder), builder)
    pair: tuple[Machine, Builder] = _threads.pair
    return pair
