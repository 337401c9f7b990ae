"""Sheets of an invented department, its projects and their facts, written for tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

RUBRIC = """评分办法 试行
  权重 产出指标 90，预算执行率 10
  分摊 平均
  评分 >= 按完成比例；预算执行率 按执行率
  等级 优 >= 90，良 >= 80，中 >= 60，差 其他
  舍入 每项 2位 四舍五入，总分 2位 四舍五入
"""
OWN = "  产出指标：\n    检查次数 >= 12次\n"
OWN_FACT = "实绩 900001 2022-12-31\n  检查次数 = 11次\n"


class Made(NamedTuple):
    """An invented project: budget and money spent in 万元, times of 100, weight in its department."""

    name: str
    budget: int = 100
    spent: int | None = 100
    times: int | None = 100
    weight: int | None = None

    @property
    def sheet(self) -> str:
        weight = "" if self.weight is None else f"，权重 {self.weight}"
        return (
            f"项目 {self.name}\n  部门 900001{weight}\n  预算 {self.budget}万元\n"
            "  产出指标：\n    次数 >= 100次\n"
        )

    @property
    def facts(self) -> str:
        spent = "" if self.spent is None else f"  执行数 {self.spent}万元\n"
        times = "" if self.times is None else f"  次数 = {self.times}次\n"
        return f"实绩 {self.name} 2022-12-31\n{spent}{times}" if spent or times else ""


def department(
    rollup: str, projects: Sequence[Made], *, own: str = OWN, rules: str = "", facts: str = OWN_FACT
) -> str:
    """Give a whole sheet; ``rollup``: a line of the rubric, or nothing."""
    head = f"{RUBRIC}  {rollup}\n{rules}采用 试行\n部门 县交通局\n  编码 900001\n{own}"
    blocks = [each.sheet for each in projects] + [each.facts for each in projects]
    return head + "".join(blocks) + (facts if own else "")
