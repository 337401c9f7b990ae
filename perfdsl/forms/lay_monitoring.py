"""The monitoring form (项目支出绩效目标执行监控表): what was done until a month, and what is expected.

Source: annex of 财预〔2019〕136号, from memory; neither it nor a copy was seen. It has three columns (确定能,
有可能, 完全不可能) to be ticked; here one column takes one of the three. Added: 项目编码.
"""

from __future__ import annotations

from perfdsl.forms.allow_values import AMOUNT, LIKELIHOOD, REASON
from perfdsl.forms.contents import Contents, Line
from perfdsl.forms.draw_form import Drawing
from perfdsl.forms.form import BLANK, Form, Shown
from perfdsl.forms.lay_head import MONEY_ROWS, advice_on, goals_text, rate_formula, show_rate, year_line

HEADING = "项目支出绩效目标执行监控表"
WIDTHS = (30, 58, 62, 94, 62, 62, 62, 34, 34, 34, 34, 34, 78, 56, 36)
CAUSES = ("经费保障", "制度保障", "人员保障", "硬件条件保障", "其他", "原因说明")


def lay_monitoring(contents: Contents, through: int) -> Form:
    """Lay a project out as a monitoring form up to the end of a month."""
    drawing = Drawing(contents.name, WIDTHS)
    drawing.above(HEADING, year_line(contents))
    period = f"1-{through}月" if through > 1 else "1月"
    _head(drawing, contents)
    _money(drawing, contents, period)
    drawing.labels((0, "年度总体目标", 2))
    drawing.put(2, goals_text(contents.goals), 13)
    drawing.end_row()
    _headings(drawing, period)
    _lines(drawing, contents.lines)
    return drawing.done()._replace(advice=advice_on(contents.lines))


def _head(drawing: Drawing, contents: Contents) -> None:
    drawing.labels((0, "项目名称", 2))
    drawing.put(2, contents.name, 5)
    drawing.labels((7, "项目编码", 3))
    drawing.put(10, contents.code, 5)
    drawing.end_row()
    drawing.labels((0, "主管部门", 2))
    drawing.put(2, contents.department or contents.department_code, 5)
    drawing.labels((7, "实施单位", 3))
    drawing.put(10, columns=5)
    drawing.end_row()


def _money(drawing: Drawing, contents: Contents, period: str) -> None:
    drawing.put(0, f"项目资金（{contents.money_unit}）", 2, style="label", rows=len(MONEY_ROWS) + 1)
    drawing.put(2, columns=2, style="label")
    drawing.labels(
        (4, "年初预算数", 2), (6, f"{period}执行数", 3), (9, f"{period}执行率", 3), (12, "全年预计执行数", 3)
    )
    drawing.end_row()
    for role, label in MONEY_ROWS:
        whole = contents.money.get(role, BLANK)
        part = contents.spent if role == "total" else BLANK
        drawing.labels((2, label, 2))
        a = drawing.put(4, whole, 2, style="figure", allowed=AMOUNT)
        b = drawing.put(6, part, 3, style="figure", allowed=AMOUNT)
        drawing.put(9, show_rate(whole, part), 3, style="figure", formula=rate_formula(a, b))
        drawing.put(12, columns=3, style="figure", allowed=AMOUNT)
        drawing.end_row()


def _headings(drawing: Drawing, period: str) -> None:
    drawing.header = (drawing.row, drawing.row + 2)
    tall = (
        (0, "绩效指标"), (1, "一级指标"), (2, "二级指标"), (3, "三级指标"), (4, "年度指标值"),
        (5, f"{period}执行情况"), (6, "全年预计完成情况"), (13, "完成目标可能性"), (14, "备注"),
    )  # fmt: skip
    for column, text in tall:
        drawing.put(column, text, style="label", rows=2)
    drawing.labels((7, "偏差原因分析", 6))
    drawing.end_row()
    drawing.labels(*((7 + at, cause) for at, cause in enumerate(CAUSES)))
    drawing.end_row()


def _lines(drawing: Drawing, lines: tuple[Line, ...]) -> None:
    if not lines:
        return
    drawing.put(0, style="label", rows=len(lines))
    drawing.levels(1, lines)
    for line in lines:
        blank = Shown(code=line.blank_code)
        drawing.put(3, line.name)
        drawing.put(4, line.target, style="centred")
        drawing.put(5, line.actual if line.actual.text else blank, style="centred", allowed=line.allowed)
        drawing.put(6, blank, style="centred", allowed=line.allowed)
        for column in range(7, 12):
            drawing.put(column, style="centred", allowed=REASON)
        drawing.put(12, line.reason, allowed=REASON)
        drawing.put(13, style="centred", allowed=LIKELIHOOD)
        drawing.put(14)
        drawing.end_row()
