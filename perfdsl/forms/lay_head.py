"""Parts that forms share: their titles, the rows of money with the execution rate, and goals as one text."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context
from fractions import Fraction

from perfdsl.exact import show
from perfdsl.forms.contents import Contents, Line, Role
from perfdsl.forms.form import Area, Formula, Shown

MONEY_ROWS: tuple[tuple[Role, str], ...] = (
    ("total", "年度资金总额"),
    ("fiscal", "其中：当年财政拨款"),
    ("carried", "上年结转资金"),
    ("other", "其他资金"),
)
NO_RATE = Shown("—")
WRITE_UNITS = "填表说明：完成值连同单位填写，如 12次、92%；日期写年月日。"
_SIGNIFICANT = Context(prec=17)


def year_line(contents: Contents) -> str:
    """Write the line below a heading: （2022年度）, with room for the year where none is given."""
    return f"（{contents.year if contents.year is not None else '    '}年度）"


def goals_text(goals: Sequence[str]) -> str:
    """Write goals into one cell: one alone as it is, several under 目标1： and so on, each on its line."""
    if len(goals) <= 1:
        return "".join(goals)
    return "\n".join(f"目标{at}：{goal}" for at, goal in enumerate(goals, 1))


def rate_formula(whole: Area, part: Area) -> Formula:
    """Write part / whole, or a stroke where there is no such rate."""
    return Formula(
        (
            "IF(AND(ISNUMBER(",
            whole,
            "),ISNUMBER(",
            part,
            ")),IF(",
            whole,
            ">0,",
            part,
            "/",
            whole,
            ',"—"),"—")',
        )
    )


def show_rate(whole: Shown, part: Shown) -> Shown:
    """Show what that formula comes to."""
    if whole.number is None or part.number is None or whole.number <= 0:
        return NO_RATE
    percent = 100 * Fraction(part.number) / Fraction(whole.number)
    return Shown(f"{show(percent, 2)}%", _SIGNIFICANT.divide(part.number, whole.number), "0.00%")


def advice_on(lines: Sequence[Line]) -> str:
    """Say that units belong behind what is filled in; empty where no line is open that has one."""
    open_ones = [line for line in lines if line.blank_code and not line.actual.text]
    return WRITE_UNITS if open_ones else ""


def sum_formula(areas: Sequence[Area]) -> Formula:
    """Write the sum of some cells, blank as long as one of them is: nobody knows it before."""
    listed = _listed(areas)
    return Formula(("IF(COUNT(", *listed, f")={len(areas)},SUM(", *listed, '),"")'))


def _listed(areas: Sequence[Area]) -> list[str | Area]:
    """Put commas between areas; those that follow each other in a column are one."""
    joined: list[Area] = []
    for area in areas:
        last = joined[-1] if joined else None
        if last and last.column == area.column and last.row + last.rows == area.row:
            joined[-1] = last._replace(rows=last.rows + area.rows)
        else:
            joined.append(area)
    parts: list[str | Area] = []
    for at, area in enumerate(joined):
        parts += [",", area] if at else [area]
    return parts
