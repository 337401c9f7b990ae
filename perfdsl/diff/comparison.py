"""A difference as it is handed to a reader: what was compared, what differs, and what that does to scores."""

from __future__ import annotations

from typing import NamedTuple

from perfdsl.diff.difference import Difference
from perfdsl.diff.impact import Impact


class Comparison(NamedTuple):
    """``old`` and ``new`` are what people call the sides; ``impact`` is None where no facts were given."""

    old: str
    new: str
    difference: Difference
    impact: Impact | None = None
