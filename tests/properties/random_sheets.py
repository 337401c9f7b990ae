"""Random sheets with facts, and the many ways in which one and the same may be written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

from hypothesis import strategies as st

RUBRICS = ["国家自评2020", "核心指标2021", "一体化平台", "湖北2020"]
GROUPS = [
    "产出指标 / 数量指标",
    "产出指标 / 成本指标",
    "效益指标 / 社会效益指标",
    "满意度指标 / 服务对象满意度指标",
]
UNITS = ["次", "人", "%", "万元"]
DAYS = ["2022-03-31", "2022-06-30", "2022-12-31"]
IN_YUAN = {"万元": ("元", Fraction(10000))}


@dataclass(frozen=True)
class Indicator:
    name: str
    group: str
    op: str
    target: Fraction
    unit: str
    actual: Fraction | None
    high: Fraction | None = None


@dataclass(frozen=True)
class Project:
    name: str
    code: str
    budget: Fraction
    indicators: tuple[Indicator, ...]
    spent: Fraction | None
    finished: bool | None

    def completed(self, actuals: list[Fraction], spent: Fraction, *, finished: bool) -> Project:
        """Fill in what is missing."""
        filled = [
            each if each.actual is not None else replace(each, actual=actual)
            for each, actual in zip(self.indicators, actuals, strict=True)
        ]
        return replace(
            self,
            indicators=tuple(filled),
            spent=spent if self.spent is None else self.spent,
            finished=finished if self.finished is None else self.finished,
        )


def write(value: Fraction, unit: str, *, in_yuan: bool = False) -> str:
    """Write a quantity; an amount of money in 元 or in 万元."""
    if in_yuan and unit in IN_YUAN:
        unit, factor = IN_YUAN[unit]
        value *= factor
    text = f"{value.numerator * 10**6 // value.denominator / 10**6:.6f}".rstrip("0").rstrip(".")
    assert Fraction(text) == value
    return f"{text}{unit}"


def sheet(project: Project, *, in_yuan: bool = False, order: Random | None = None) -> str:
    """Write a project; ``order`` shuffles its indicators, each under its own group."""
    lines = [f"项目 {project.name}", f"  编码 {project.code}", "  年度 2022"]
    lines.append(f"  预算 {write(project.budget, '万元', in_yuan=in_yuan)}")
    indicators = list(project.indicators)
    if order is not None:
        order.shuffle(indicators)
    for each in indicators:
        target = write(each.target, each.unit, in_yuan=in_yuan)
        if each.high is not None:
            target = f"{target}..{write(each.high, each.unit, in_yuan=in_yuan)}"
        lines += [f"  {each.group}：", f"    {each.name} {each.op} {target}"]
    return "\n".join(lines) + "\n"


def facts(project: Project, day: str = DAYS[-1], *, in_yuan: bool = False) -> str:
    """Write the facts of a project, known on a day."""
    lines = [
        f"  {each.name} = {write(each.actual, each.unit, in_yuan=in_yuan)}"
        for each in project.indicators
        if each.actual is not None
    ]
    if project.spent is not None:
        lines.append(f"  执行数 {write(project.spent, '万元', in_yuan=in_yuan)}")
    if project.finished is not None:
        lines.append(f"  已完成 = {'是' if project.finished else '否'}")
    return "\n".join([f"实绩 {project.code} {day}", *lines]) + "\n" if lines else ""


amounts = st.integers(0, 20000).map(lambda n: Fraction(n, 100))
positive = st.integers(1, 20000).map(lambda n: Fraction(n, 100))


@st.composite
def indicators_of(draw, name: str, group: str, *, pending: bool) -> Indicator:
    unit = "%" if group.startswith("满意度") else draw(st.sampled_from(UNITS))
    # What a satisfaction is measured by is scored in bands, which are for targets with a lower bound.
    signs = [">=", ">", "=", "in"] if group.startswith("满意度") else [">=", ">", "=", "in", "<=", "<"]
    op = draw(st.sampled_from(signs))
    low, high = sorted((draw(amounts), draw(amounts)))
    actual = draw(st.one_of(st.none(), amounts) if pending else amounts)
    return Indicator(name, group, op, low, unit, actual, high if op == "in" else None)


@st.composite
def projects(draw, number: int = 1, *, pending: bool = True) -> Project:
    """A project with one to three indicators in each group, and facts for some or all of them."""
    indicators = [
        draw(indicators_of(f"指标{at}之{n}", group, pending=pending))
        for at, group in enumerate(GROUPS)
        for n in range(draw(st.integers(1, 2)))
    ]
    unknown = st.none() if pending else st.nothing()
    return Project(
        name=f"第{number}个项目",
        code=f"1305352200000000{number:04}X",
        budget=draw(positive),
        indicators=tuple(indicators),
        spent=draw(st.one_of(unknown, amounts)),
        finished=draw(st.one_of(unknown, st.booleans())),
    )
