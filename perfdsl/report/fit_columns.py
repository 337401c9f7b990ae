"""How wide each column of a table may be on a terminal, and whether the reasons get one of their own."""

from __future__ import annotations

from typing import Final, NamedTuple

GAP: Final = 2
"""Cells between two columns."""

_WIDEST: Final = (28, 18, 16, 10, 20)
_NARROWEST: Final = (12, 8, 6, 9, 13)
_LEAST_WHY: Final = 26


class Columns(NamedTuple):
    """Cells of indicator, target, actual, attainment and score; ``why`` is 0 where reasons go below a row."""

    widths: tuple[int, ...]
    why: int

    @property
    def total(self) -> int:
        """Cells of a whole row."""
        shown = [*self.widths, self.why] if self.why else list(self.widths)
        return sum(shown) + GAP * (len(shown) - 1)


def fit_columns(natural: list[int], width: int) -> Columns:
    """Share ``width`` cells among six columns of given natural widths, the last of which holds the reasons.

    Reasons have a column where at least 26 cells are left for it; otherwise they go below their row, and
    the widest of the others give way until the row fits.
    """
    *others, why = natural
    wanted = [min(cells, most) for cells, most in zip(others, _WIDEST, strict=True)]
    left = width - sum(wanted) - GAP * len(wanted)
    if left >= min(_LEAST_WHY, why):
        return Columns(tuple(wanted), min(left, why))
    return Columns(tuple(_shrink(others, width - GAP * (len(others) - 1))), 0)


def _shrink(wanted: list[int], room: int) -> list[int]:
    widths = list(wanted)
    while sum(widths) > room:
        spare = [cells - least for cells, least in zip(widths, _NARROWEST, strict=True)]
        widths[spare.index(max(spare))] -= 1
    return widths
