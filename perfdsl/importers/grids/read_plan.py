"""Reads the plan of payments: 3月底, 6月底 … and the amounts below or beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perfdsl.documents.document import Cell
from perfdsl.importers.draft import Field, HeadName, PlanPoint
from perfdsl.importers.grids.doubt_flags import of_cell
from perfdsl.importers.grids.form_rows import Row, Taken
from perfdsl.importers.labels import is_group, is_month
from perfdsl.importers.read_fields import money_field, text_field
from perfdsl.importers.tidy_text import tidy

_LEAST_MONTHS = 2


def read_plan(rows: Sequence[Row], taken: Taken) -> tuple[dict[HeadName, Field], tuple[PlanPoint, ...]]:
    """Give ``plan_header`` (资金支出计划（%）), if there is one, and the points in order of months."""
    heading = next((cell for row in rows for cell in row.filled if is_group(cell.text, "plan_groups")), None)
    points: dict[int, PlanPoint] = {}
    for at, row in enumerate(rows):
        months = [(cell, month) for cell in row.filled if (month := is_month(cell.text)) is not None]
        if not months or (len(months) < _LEAST_MONTHS and not _is_inside(row, heading)):
            continue
        below = rows[at + 1] if at + 1 < len(rows) else None
        for point in _points(row, below, months, taken):
            points.setdefault(point.month, point)
    if heading is None or not points:
        return {}, tuple(points[month] for month in sorted(points))
    taken.take(heading)
    header: dict[HeadName, Field] = {"plan_header": text_field(heading.text, heading.spots)}
    return header, tuple(points[month] for month in sorted(points))


def _is_inside(row: Row, heading: Cell | None) -> bool:
    return heading is not None and heading.row <= row.at < heading.row + heading.rows


def _points(
    row: Row, below: Row | None, months: Sequence[tuple[Cell, int]], taken: Taken
) -> Iterator[PlanPoint]:
    labels = [cell for cell, _ in months]
    for cell, month in months:
        beside, under = _beside(row, cell), _below(below, cell, labels)
        amount = next(
            (one for one in (beside, under) if one is not None and one.text.strip()), beside or under
        )
        taken.take(cell)
        if amount is None:
            continue
        taken.take(amount)
        label = text_field(cell.text, cell.spots)._replace(value=tidy(cell.text))
        yield PlanPoint(month, label, of_cell(_amount(amount), amount))


def _amount(cell: Cell) -> Field:
    """Read an amount or a percentage; a percent sign is the heading's matter."""
    field = money_field(tidy(cell.text).removesuffix("%").removesuffix("％"), cell.spots)
    return field._replace(raw=cell.text)


def _beside(row: Row, cell: Cell) -> Cell | None:
    right = row.right_of(cell)
    return right if right is not None and right.row == row.at and is_month(right.text) is None else None


def _below(row: Row | None, cell: Cell, labels: Sequence[Cell]) -> Cell | None:
    """The cell below a label; only where it stands below no other label as well."""
    if row is None:
        return None
    under = row.covering(cell.column)
    if under is None or under.row != row.at:
        return None
    end = under.column + under.columns
    return under if sum(1 for one in labels if under.column <= one.column < end) == 1 else None
