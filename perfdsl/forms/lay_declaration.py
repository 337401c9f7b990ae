"""The declaration form (项目支出绩效目标申报表): targets of the whole term beside those of the year.

Source: annex of 财预〔2015〕88号, from memory; it was not seen; local forms that were have other columns. A
sheet holds the targets of one year: the half of the term (中期) is left to be filled in. Added: 项目编码.
"""

from __future__ import annotations

from perfdsl.forms.allow_values import AMOUNT
from perfdsl.forms.contents import Contents, Line, Role
from perfdsl.forms.draw_form import Drawing
from perfdsl.forms.form import BLANK, Allowed, Form
from perfdsl.forms.lay_head import goals_text, year_line

HEADING = "项目支出绩效目标申报表"
WIDTHS = (34, 66, 82, 140, 80, 82, 176, 110)
KINDS = Allowed("list", choices=("新增项目", "延续项目"), hint="选一项")
MONEY: tuple[tuple[Role, str], ...] = (
    ("total", "资金总额"),
    ("fiscal", "其中：财政拨款"),
    ("other", "其他资金"),
)


def lay_declaration(contents: Contents) -> Form:
    """Lay a project out as a declaration form."""
    drawing = Drawing(contents.name, WIDTHS)
    drawing.above(HEADING, year_line(contents))
    _head(drawing, contents)
    _money(drawing, contents)
    drawing.put(0, "总体目标", 2, style="label", rows=2)
    drawing.labels((2, "中期目标", 3), (5, "年度目标", 3))
    drawing.end_row()
    drawing.put(2, columns=3)
    drawing.put(5, goals_text(contents.goals), 3)
    drawing.end_row()
    drawing.header = (drawing.row, drawing.row + 1)
    drawing.labels(
        (0, "绩效指标"), (1, "一级指标"), (2, "二级指标"), (3, "三级指标"), (4, "指标值"), (5, "二级指标"),
        (6, "三级指标"), (7, "指标值"),
    )  # fmt: skip
    drawing.end_row()
    _lines(drawing, contents.lines)
    return drawing.done()


def _head(drawing: Drawing, contents: Contents) -> None:
    department = " ".join(filter(None, (contents.department_code, contents.department)))
    drawing.labels((0, "项目名称", 2))
    drawing.put(2, contents.name, 3)
    drawing.labels((5, "项目编码"))
    drawing.put(6, contents.code, 2)
    drawing.end_row()
    drawing.labels((0, "主管部门及代码", 2))
    drawing.put(2, department, 3)
    drawing.labels((5, "实施单位"))
    drawing.put(6, columns=2)
    drawing.end_row()
    drawing.labels((0, "项目属性", 2))
    drawing.put(2, columns=3, allowed=KINDS)
    drawing.labels((5, "项目期"))
    drawing.put(6, columns=2)
    drawing.end_row()


def _money(drawing: Drawing, contents: Contents) -> None:
    drawing.put(0, f"项目资金（{contents.money_unit}）", 2, style="label", rows=len(MONEY))
    for role, label in MONEY:
        is_total = role == "total"
        drawing.labels(
            (2, f"中期{label}" if is_total else label, 2), (5, f"年度{label}" if is_total else label, 2)
        )
        drawing.put(4, style="figure", allowed=AMOUNT)
        drawing.put(7, contents.money.get(role, BLANK), style="figure", allowed=AMOUNT)
        drawing.end_row()


def _lines(drawing: Drawing, lines: tuple[Line, ...]) -> None:
    """Draw the lines: those of the year on the right, room for those of the term on the left."""
    if not lines:
        return
    drawing.put(0, style="label", rows=len(lines))
    drawing.levels(1, lines, second=False)
    drawing.second_levels(2, lines)
    drawing.second_levels(5, lines)
    for line in lines:
        drawing.put(3)
        drawing.put(4, style="centred")
        drawing.put(6, line.name)
        drawing.put(7, line.target, style="centred")
        drawing.end_row()
