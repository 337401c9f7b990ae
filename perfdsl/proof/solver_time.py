"""How long z3 may think in one run of ``verify``, all questions together."""

from __future__ import annotations

MOST_MILLISECONDS = 2000
"""For one question."""
MOST_IN_A_RUN = 30_000


class SolverTime:
    """Milliseconds that are left."""

    __slots__ = ("left",)

    def __init__(self, left: int = MOST_IN_A_RUN) -> None:
        """Start with all of them."""
        self.left = left

    def take(self) -> int:
        """Give the milliseconds that the next question may take; 0 where none are left."""
        return max(0, min(self.left, MOST_MILLISECONDS))

    def spend(self, milliseconds: int) -> None:
        """Take off what a question took; each takes one at least."""
        self.left -= max(milliseconds, 1)
