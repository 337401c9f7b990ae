"""The language of public performance targets, and the exact engine that scores them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from perfdsl.api import check, parse, read_target, score

__version__ = "0.1.0"
__all__ = ["check", "parse", "read_target", "score"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 — whatever the door leads to
    """Load the door's names only when they are used: start-up time is measured."""
    if name not in __all__:
        raise AttributeError(name)
    from perfdsl import api

    return getattr(api, name)
