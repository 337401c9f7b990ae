"""Loads the modules that only complaints need when the first complaint needs them: most runs have none.

They are all used as ``messages.something``, so they can stand there unread; neither the code nor the type
checker notices.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType


class _LateFinder:
    """Finds our modules of wording, and puts off their loading; no ABC: that costs time of its own."""

    @staticmethod
    def find_spec(
        fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Give a lazy spec for ``perfdsl.….messages…``; all else is not ours."""
        if not (fullname.startswith("perfdsl.") and fullname.rpartition(".")[2].startswith("messages")):
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = LazyLoader(spec.loader)
        return spec


def put_off_wording() -> None:
    """Install the finder, once."""
    if not any(isinstance(finder, _LateFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _LateFinder())
