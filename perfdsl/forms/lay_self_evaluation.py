"""The self-evaluation form (项目支出绩效自评表): targets, what was done, points, and reasons.

Source: annex of 财预〔2020〕10号. It was not seen; columns and rows follow copies that were filled in and
published. Added: 项目编码, by which facts find their project. The column 绩效指标, which runs along the
table in the original, has its word in the head of the table, so that every page shows it.
"""

from __future__ import annotations

from perfdsl.forms.allow_values import AMOUNT, INITIAL, REASON, allow_points
from perfdsl.forms.contents import Contents, Line
from perfdsl.forms.draw_form import Drawing
from perfdsl.forms.form import BLANK, Area, Form, Formula, Shown
from perfdsl.forms.lay_head import (
    MONEY_ROWS,
    NO_RATE,
    advice_on,
    goals_text,
    rate_formula,
    show_rate,
    sum_formula,
    year_line,
)

HEADING = "项目支出绩效自评表"
WIDTHS = (34, 66, 82, 144, 90, 90, 44, 60, 160)


def lay_self_evaluation(contents: Contents) -> Form:
    """Lay a project out as a self-evaluation form: to be filled in, or filled where there are facts."""
    drawing = Drawing(contents.name, WIDTHS)
    drawing.above(HEADING, year_line(contents))
    _head(drawing, contents)
    scored = _money(drawing, contents)
    _goals(drawing, contents)
    drawing.header = (drawing.row, drawing.row + 1)
    drawing.labels(
        (0, "绩效指标"), (1, "一级指标"), (2, "二级指标"), (3, "三级指标"), (4, "年度指标值"),
        (5, "实际完成值"), (6, "分值"), (7, "得分"), (8, "偏差原因分析及改进措施"),
    )  # fmt: skip
    drawing.end_row()
    weights, points = _lines(drawing, contents.lines)
    _total(drawing, contents, [*scored[0], *weights], [*scored[1], *points])
    return drawing.done()._replace(advice=advice_on(contents.lines))


def _head(drawing: Drawing, contents: Contents) -> None:
    drawing.labels((0, "项目名称", 2))
    drawing.put(2, contents.name, 3)
    drawing.labels((5, "项目编码"))
    drawing.put(6, contents.code, 3)
    drawing.end_row()
    drawing.labels((0, "主管部门", 2))
    drawing.put(2, contents.department or contents.department_code, 3)
    drawing.labels((5, "实施单位"))
    drawing.put(6, columns=3)
    drawing.end_row()


def _money(drawing: Drawing, contents: Contents) -> tuple[list[Area], list[Area]]:
    """Draw the money; gives where the weight and the points of the execution rate stand, if it has any."""
    drawing.put(0, f"项目资金（{contents.money_unit}）", 2, style="label", rows=len(MONEY_ROWS) + 1)
    drawing.put(2, style="label")
    drawing.labels(
        (3, "年初预算数"), (4, "全年预算数（A）"), (5, "全年执行数（B）"), (6, "分值"),
        (7, "执行率（B/A）"), (8, "得分"),
    )  # fmt: skip
    drawing.end_row()
    found: tuple[list[Area], list[Area]] = [], []
    for role, label in MONEY_ROWS:
        is_total = role == "total"
        # The budget of a sheet is that of the whole year, changes included; the first one is known only where
        # an amendment (调整) wrote the change.
        whole = contents.money.get(role, BLANK)
        part = contents.spent if is_total else BLANK
        drawing.labels((2, label))
        drawing.put(3, contents.first_money.get(role, BLANK), style="figure", allowed=INITIAL)
        a = drawing.put(4, whole, style="figure", allowed=AMOUNT)
        b = drawing.put(5, part, style="figure", allowed=AMOUNT)
        weight = contents.execution_weight if is_total and contents.execution_weight.text else NO_RATE
        area = drawing.put(6, weight, style="figure")
        drawing.put(7, show_rate(whole, part), style="figure", formula=rate_formula(a, b))
        counts = is_total and weight is not NO_RATE
        score = contents.execution_score if counts else NO_RATE
        place = drawing.put(8, score, style="figure", allowed=allow_points(weight.number) if counts else None)
        if counts:
            found = [area], [place]
        drawing.end_row()
    return found


def _goals(drawing: Drawing, contents: Contents) -> None:
    drawing.put(0, "年度总体目标", 2, style="label", rows=2)
    drawing.labels((2, "预期目标", 3), (5, "实际完成情况", 4))
    drawing.end_row()
    drawing.put(2, goals_text(contents.goals), 3)
    drawing.put(5, columns=4)
    drawing.end_row()


def _lines(drawing: Drawing, lines: tuple[Line, ...]) -> tuple[list[Area], list[Area]]:
    """Draw the lines; gives where their weights and points stand (not those that do not count)."""
    if not lines:
        return [], []
    drawing.put(0, style="label", rows=len(lines))
    drawing.levels(1, lines)
    weights, points = [], []
    for line in lines:
        drawing.put(3, line.name)
        drawing.put(4, line.target, style="centred")
        blank = Shown(code=line.blank_code)
        drawing.put(5, line.actual if line.actual.text else blank, style="centred", allowed=line.allowed)
        weights.append(drawing.put(6, line.weight, style="figure"))
        points.append(drawing.put(7, line.score, style="figure", allowed=allow_points(line.weight.number)))
        drawing.put(8, line.reason, allowed=REASON)
        drawing.end_row()
    return weights, points


def _total(drawing: Drawing, contents: Contents, weights: list[Area], points: list[Area]) -> None:
    """Draw the total; a formula only where it comes to what the engine gave."""
    drawing.put(0, "总分", 6, style="label")
    drawing.put(6, contents.weight, style="figure", formula=_summed(drawing, weights, contents.weight))
    drawing.put(7, contents.total, style="figure", formula=_summed(drawing, points, contents.total))
    drawing.put(8)
    drawing.end_row()


def _summed(drawing: Drawing, areas: list[Area], told: Shown) -> Formula | None:
    shown = {cell.area: cell.shown for cell in drawing.cells if cell.area in set(areas)}
    counted = [area for area in areas if shown[area].number is not None or not shown[area].text]
    numbers = [number for area in counted if (number := shown[area].number) is not None]
    if told.text and (len(numbers) < len(counted) or sum(numbers) != told.number):
        return None  # rules or a rounding of the total changed it
    return sum_formula(counted) if counted else None
