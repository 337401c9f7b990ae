"""What the readers of workbooks have in common: a sheet's cells, numbers as shown, and ways to fail."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal

from perfdsl.actuals.readers.number_format import day_of_serial, is_date_format, show_moment, show_number
from perfdsl.actuals.table import Kind

DIGITS_KEPT = 15
"""Significant digits that Excel keeps of a number: 13052522009588099072 was typed as another one."""

_NO_NUMBERS = frozenset({"nan", "inf", "-inf"})

SheetRow = tuple[int, list[tuple[str, Kind]]]
"""A row's number, from 1, and what its cells show, from column 1 on."""

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, all from 1: a merged cell."""


@dataclass(frozen=True, slots=True)
class SheetCells:
    """A sheet as its format's own reader gives it, without empty rows.

    ``merges`` and what is hidden (numbers from 1) are told for ``.xls`` alone: tables of facts do without.
    """

    name: str
    rows: Iterable[SheetRow]
    hidden: bool = False
    merges: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


class UnreadableWorkbookError(Exception):
    """A workbook that cannot be read; ``reason`` is a key of ``messages.unreadable_workbook``."""

    def __init__(self, reason: str) -> None:
        """Keep the key."""
        super().__init__(reason)
        self.reason = reason


@contextmanager
def damage_is_told() -> Iterator[None]:
    """Turn whatever a damaged file does to its reader into one sentence; warnings are dropped."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except UnreadableWorkbookError:
        raise
    except Exception:  # noqa: BLE001 (a damaged file breaks a parser in any way at all)
        raise UnreadableWorkbookError("damaged") from None


def show_value(value: float, code: str, *, from_1904: bool = False) -> tuple[str, Kind]:
    """Show a stored number under a format. Its 15 digits are those that a person typed; more are noise."""
    text = str(value) if isinstance(value, int) else format(value, f".{DIGITS_KEPT}g")
    if text in _NO_NUMBERS:
        return text, "not_a_number"
    return show_exact(Decimal(text), code, from_1904=from_1904)


def show_exact(exact: Decimal, code: str, *, from_1904: bool = False) -> tuple[str, Kind]:
    """Show a number of at most 15 digits under a format."""
    if abs(exact) >= 10**DIGITS_KEPT:
        return format(exact, "f")[:40], "digits_lost"
    if not is_date_format(code):
        return show_number(exact, code)
    moment = day_of_serial(exact, from_1904=from_1904)
    return show_moment(moment, code) if moment else (show_number(exact, "General")[0], "disguised")
