"""A form as it was understood: every field with its printed text, place and status; nothing guessed."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Cell, Kind, Spot
from perfdsl.syntax import ast

Status = Literal["ok", "check", "missing", "conflict"]
"""``ok``: read without any reason to doubt. ``check``: a person has to look. ``missing``: the form has the
place, and nothing stands in it. ``conflict``: two things that are printed contradict each other."""

Money = Decimal
Value = str | int | Money | ast.Target | ast.Number | ast.DateLiteral | ast.Word | None


def as_it_stands(*texts: str) -> tuple[Text, ...]:
    """Texts of the form itself, which are the same in every language."""
    return tuple(Text(text, text) for text in texts)


class Field(NamedTuple):
    """One field of a form.

    ``raw``: the printed text, untouched. ``value``: what it is read as: text (without the blanks and line
    breaks of typesetting), an amount of money in the form's own unit, points, a target, an actual; None where
    it could not be. ``reasons``: why it is not ``ok``. ``notes``: what was settled by a rule, and which; a
    person is told, and nothing has to be filled. ``alternatives``: other ways to read it.
    """

    raw: str
    value: Value
    spots: tuple[Spot, ...]
    status: Status = "ok"
    reasons: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    alternatives: tuple[Text, ...] = ()

    def doubted(self, reason: Text, status: Status = "check") -> Field:
        """Give the field with one more reason; a conflict is never made less than that."""
        worst = self.status if self.status in {"conflict", "missing"} and status == "check" else status
        return self._replace(status=worst, reasons=(*self.reasons, reason))

    def noted(self, note: Text) -> Field:
        """Give the field with one more note."""
        return self._replace(notes=(*self.notes, note))


FormKind = Literal["targets", "declaration", "self_evaluation", "monitoring"]
"""绩效目标表 · 目标申报表 (two sets of targets side by side) · 自评表 · 监控表."""

HeadName = Literal[
    "title", "seq", "code", "name", "unit_code", "department", "implementer", "money_unit", "year",
    "budget", "fiscal", "other", "purpose", "plan_header", "expected_goal", "actual_goal", "total", "period",
    "period_goal", "period_budget",
]  # fmt: skip
"""Fields of a form's head and foot.

``title`` 1.代表之家运行经费绩效目标表 (without its number, which is ``seq``); ``code`` 项目编码;
``name`` 项目名称; ``unit_code`` 101001; ``department`` 主管部门, or the unit that the title line names;
``implementer`` 实施单位;
``money_unit`` 单位：万元; ``budget``, ``fiscal``, ``other`` 预算数, 财政资金, 其他资金; ``purpose`` 资金用途;
``plan_header`` 资金支出计划（%）; ``expected_goal``, ``actual_goal`` 年度总体目标 预期目标 and 实际完成情况;
``total`` 总分; ``period`` of a 监控表 (1-7月);
``period_goal``, ``period_budget`` of a 申报表: 实施期目标, 实施期资金总额.
"""

RowName = Literal[
    "level1", "level2", "name", "description", "target", "operator", "unit", "weight", "direction", "basis",
    "actual", "score", "reason", "forecast", "likelihood", "period_target",
    "cause_money", "cause_rules", "cause_people", "cause_equipment", "cause_other",
]  # fmt: skip
"""Fields of a row of indicators.

``target``: the printed 指标值; its value is an ``ast.Target``, read together with ``operator`` (指标性质
where it holds one) and ``unit`` (度量单位), which are there only if they have columns of their own.
``direction`` 正向 or 反向; ``actual`` 实际完成值 (of a 监控表: 1-7月执行情况); ``score`` 得分;
``reason`` 偏差原因; ``forecast`` 全年预计完成情况; ``likelihood`` 完成目标可能性;
``period_target``: the 实施期 target beside a yearly one; ``cause_*``: 经费保障, 制度保障, 人员保障,
硬件条件保障, 其他.
"""

MoneyName = Literal["initial", "full_year", "executed", "weight", "rate", "score", "forecast"]
"""Columns of the money part: 年初预算数, 全年预算数(A), 全年执行数(B), 分值, 执行率(B/A), 得分,
全年预计执行数."""


class PlanPoint(NamedTuple):
    """``3月底`` and the amount below it."""

    month: int
    label: Field
    amount: Field


class MoneyRow(NamedTuple):
    """A row of the money part: 年度资金总额 (role ``total``), 当年财政拨款, 上年结转资金, 其他资金."""

    role: Literal["total", "fiscal", "carried", "other"]
    label: Field
    fields: Mapping[MoneyName, Field]


class DraftRow(NamedTuple):
    """A row of indicators. One field that is not ``ok`` marks the whole row: ``is_marked``."""

    fields: Mapping[RowName, Field]

    @property
    def is_marked(self) -> bool:
        """Whether a person has to look at this row."""
        return any(field.status in {"check", "conflict"} for field in self.fields.values())

    def text(self, name: RowName) -> str:
        """What is printed in a field, on one line; empty where there is none."""
        return "".join(self.fields[name].raw.split()) if name in self.fields else ""


class Unused(NamedTuple):
    """A cell, or a line of prose, that no field took."""

    text: str
    spots: tuple[Spot, ...]
    reason: Text


class FormDraft(NamedTuple):
    """One form: one project.

    ``columns``: what each column of the table of indicators was taken for, with its header's cell.
    ``reasons``: doubts about the form as a whole; ``passed_over``: totals rows and repeated headers.
    """

    kind: FormKind
    head: Mapping[HeadName, Field]
    rows: tuple[DraftRow, ...]
    plan: tuple[PlanPoint, ...] = ()
    goals: tuple[Field, ...] = ()
    money: tuple[MoneyRow, ...] = ()
    columns: Mapping[RowName, Cell] = {}
    unused: tuple[Unused, ...] = ()
    passed_over: tuple[Unused, ...] = ()
    reasons: tuple[Text, ...] = ()
    cells_used: int = 0
    cells: int = 0

    def value(self, name: HeadName) -> Value:
        """Value of a head field; None where there is none."""
        return self.head[name].value if name in self.head else None


class Item(NamedTuple):
    """A numbered part of a department's text: ``（一）`` and what follows; ``name``: its heading."""

    number: str
    name: str
    text: Field


class DepartmentDraft(NamedTuple):
    """部门整体绩效目标: 总体绩效目标 (intro and items), 分项绩效目标, 工作保障措施."""

    head: Mapping[HeadName, Field]
    intro: Field | None
    items: tuple[Item, ...]
    areas: tuple[Item, ...]
    safeguards: tuple[Item, ...]


class Imported(NamedTuple):
    """All that was understood of a document, and what was not.

    ``second``: what the second reader of a PDF was held against, in words: counts of forms and rows of both.
    """

    file: str
    kind: Kind
    forms: tuple[FormDraft, ...]
    department: DepartmentDraft | None = None
    unused: tuple[Unused, ...] = ()
    pages: int = 0
    reasons: tuple[Text, ...] = ()
    second: tuple[Text, ...] = ()
