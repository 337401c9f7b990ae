"""The form of targets (绩效目标表) with a purpose, payments, and a description and a basis for each target.

Source: a published one (tests/data/linxi-2022), seen as text: it shows the order of cells and where they are
merged. The heading of the payments names their unit as it is; the original says % above amounts. Added: the
year.
"""

from __future__ import annotations

from itertools import pairwise

from perfdsl.forms.allow_values import AMOUNT
from perfdsl.forms.contents import Contents, Line, Point
from perfdsl.forms.draw_form import Drawing
from perfdsl.forms.form import BLANK, Form
from perfdsl.forms.lay_head import year_line

WIDTHS = (72, 84, 118, 96, 84, 88, 228)
_COLUMNS = 6
"""Columns for the points of payment."""


def lay_targets(contents: Contents) -> Form:
    """Lay a project out as a form of targets."""
    drawing = Drawing(contents.name, WIDTHS)
    department = " ".join(filter(None, (contents.department_code, contents.department)))
    year = (year_line(contents),) if contents.year is not None else ()
    heading = f"{contents.seq}.{contents.name}绩效目标表"
    drawing.above(heading, *year, department, right=f"单位：{contents.money_unit}")
    drawing.labels((0, "项目编码"))
    drawing.put(1, contents.code, 2)
    drawing.labels((3, "项目名称"))
    drawing.put(4, contents.name, 3)
    drawing.end_row()
    _money(drawing, contents)
    _plan(drawing, contents)
    drawing.labels((0, "绩效目标"))
    drawing.put(1, _numbered(contents.goals), 6)
    drawing.end_row()
    drawing.header = (drawing.row, drawing.row + 1)
    drawing.labels(
        (0, "一级指标"), (1, "二级指标"), (2, "三级指标"), (3, "绩效指标描述", 2), (5, "指标值"),
        (6, "指标值确定依据"),
    )  # fmt: skip
    drawing.end_row()
    _lines(drawing, contents.lines)
    return drawing.done()


def _money(drawing: Drawing, contents: Contents) -> None:
    drawing.put(0, "预算规模及资金用途", style="label", rows=2)
    drawing.labels((1, "预算数"), (3, "其中：财政资金"), (5, "其他资金"))
    drawing.put(2, contents.money.get("total", BLANK), style="figure", allowed=AMOUNT)
    drawing.put(4, contents.money.get("fiscal", BLANK), style="figure", allowed=AMOUNT)
    drawing.put(6, contents.money.get("other", BLANK), style="figure", allowed=AMOUNT)
    drawing.end_row()
    drawing.put(1, contents.purpose, 6)
    drawing.end_row()


def _plan(drawing: Drawing, contents: Contents) -> None:
    """Draw the points of payment, at most six beside each other."""
    plan = contents.plan
    groups = [plan[at : at + _COLUMNS] for at in range(0, len(plan), _COLUMNS)] or [()]
    label = f"资金支出计划（{contents.plan_unit}）"
    drawing.put(0, label, style="label", rows=2 * len(groups))
    for group in groups:
        _points(drawing, group)


def _points(drawing: Drawing, points: tuple[Point, ...]) -> None:
    count = max(len(points), 1)
    starts = [1 + at * _COLUMNS // count for at in range(count + 1)]
    spans = [end - start for start, end in pairwise(starts)]
    for at, span in enumerate(spans):
        drawing.put(starts[at], f"{points[at].month}月底" if points else "", span, style="label")
    drawing.end_row()
    for at, span in enumerate(spans):
        amount = points[at].amount if points else BLANK
        drawing.put(starts[at], amount, span, style="figure", allowed=AMOUNT)
    drawing.end_row()


def _numbered(goals: tuple[str, ...]) -> str:
    return "\n".join(f"{at}.目标内容{at} {goal}" for at, goal in enumerate(goals, 1))


def _lines(drawing: Drawing, lines: tuple[Line, ...]) -> None:
    drawing.levels(0, lines)
    for line in lines:
        drawing.put(2, line.name)
        drawing.put(3, line.description, 2)
        drawing.put(5, line.target, style="centred")
        drawing.put(6, line.basis)
        drawing.end_row()
