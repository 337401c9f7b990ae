"""The vocabulary of templates: the names of all that can be filled in, and how people may spell them."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Literal, NamedTuple

from perfdsl.syntax.normalise import normalise

Kind = Literal["", "指标", "目标"]
"""Rows that a field belongs to: those of the indicators, of the goals, or none (one value for a project)."""

SINGLE = (
    "项目.名称", "项目.编码", "项目.年度", "项目.用途", "项目.序号", "项目.金额单位", "部门.名称",
    "部门.编码", "目标", "执行率", "执行率.分值", "执行率.得分", "执行率.偏差原因", "总分", "满分", "等级",
    "评分办法", "截至",
)  # fmt: skip
"""Fields with one value, but for amounts of money, numbered goals and the plan of payments."""

AMOUNTS = ("预算.合计", "预算.财政资金", "预算.上年结转", "预算.其他资金", "执行数")
"""Amounts, in the project's unit of money; other parts of the budget go by their own names."""

IN_UNIT = ("元", "万元", "带单位")
"""What may follow an amount: another unit, or its own written behind it."""

ROWS: dict[Kind, tuple[str, ...]] = {
    "指标": (
        "序号", "一级指标", "二级指标", "三级指标", "说明", "指标值", "运算符", "目标值", "计量单位",
        "依据", "分值", "实际完成值", "完成比例", "达标", "得分", "偏差原因", "佐证资料",
    ),
    "目标": ("序号", "内容"),
}  # fmt: skip
"""Fields of the rows of a table."""

MOST_GOALS = 99
_NUMBERED = re.compile(r"目标\.?\[?([1-9][0-9]?)\]?")
_MONTH = re.compile(r"支出计划\.(?:[1-9]|1[0-2])月底")


class Field(NamedTuple):
    """A field by its one true name; ``rows``: the rows that it is a column of."""

    name: str
    rows: Kind = ""


def canonical(path: str) -> str:
    """Fold a spelling: Word has no points in names, Excel no brackets (``项目_名称``, ``目标.1``)."""
    plain = "".join(normalise(path).split()).replace("_", ".").strip(".")
    numbered = _NUMBERED.fullmatch(plain)
    return f"目标[{numbered[1]}]" if numbered else plain


def find_field(path: str, parts: Collection[str]) -> Field | None:
    """Find what a path means; ``parts`` are those that budgets have. None where there is no such field."""
    name = canonical(path)
    head, _, rest = name.partition(".")
    if head in ROWS and rest:
        return Field(rest, _kind(head)) if rest in ROWS[_kind(head)] else None
    if name in SINGLE or _NUMBERED.fullmatch(name):
        return Field(name)
    return Field(name) if _is_amount(name, parts) else None


def find_column(path: str, kind: Kind) -> Field | None:
    """Find a field of the rows of a table, with or without the name of the rows before it."""
    name = canonical(path).removeprefix(f"{kind}.")
    return Field(name, kind) if name in ROWS[kind] else None


def known_fields(parts: Collection[str]) -> list[str]:
    """List the fields that may be meant, for a hint."""
    own = [f"预算.{part}" for part in parts]
    columns = [f"{kind}.{name}" for kind, names in ROWS.items() for name in names]
    return [*SINGLE, *dict.fromkeys([*AMOUNTS, *own]), "目标[1]", "支出计划.12月底", *columns]


def _kind(head: str) -> Kind:
    return "指标" if head == "指标" else "目标"


def _is_amount(name: str, parts: Collection[str]) -> bool:
    plain = next((name.removesuffix(f".{unit}") for unit in IN_UNIT if name.endswith(f".{unit}")), name)
    return plain in AMOUNTS or plain.removeprefix("预算.") in parts or _MONTH.fullmatch(plain) is not None
