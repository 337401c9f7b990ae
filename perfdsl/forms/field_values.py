"""What a project says for every field of a template, by the field's name; what nobody said is blank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from perfdsl.actuals.bound import BoundFact
from perfdsl.diagnostic import Language, Text
from perfdsl.exact import decimals_needed, show
from perfdsl.forms.contents import Contents, Line
from perfdsl.forms.field_amounts import amounts_of
from perfdsl.forms.fields import Field, Kind
from perfdsl.forms.form import BLANK, Shown
from perfdsl.forms.gather_contents import Scored
from perfdsl.forms.mapping import TableSlots
from perfdsl.forms.show_value import show_amount, show_decimal
from perfdsl.scheme.read_aim import SIGNS, shown_date
from perfdsl.scheme.scheme import IndicatorScheme, ProjectScheme
from perfdsl.scorecard import Attainment, IndicatorScore
from perfdsl.syntax import ast
from perfdsl.units import Quantity, find_unit

_ATTAINMENT: dict[Attainment, Text] = {
    "met": Text("达标", "met"),
    "missed": Text("未达标", "missed"),
    "pending": Text("待定", "open"),
}
_QUALITATIVE = "定性"


class FieldValues(NamedTuple):
    """Values of a project: ``single`` by name, and a row of values for each indicator and each goal.

    ``beside_units``: the actuals of the indicators as they stand beside a column of units.
    """

    name: str
    code: str
    single: dict[str, Shown]
    rows: dict[Kind, list[dict[str, Shown]]]
    beside_units: tuple[Shown, ...] = ()

    def of(self, field: Field) -> Shown:
        """Give the one value of a field."""
        return self.single.get(field.name, BLANK)

    def rows_of(self, table: TableSlots) -> list[dict[str, Shown]]:
        """Give the rows of a table; beside a column of units, actuals are in the unit that stands there."""
        rows = self.rows[table.rows]
        names = {slot.field.name for slot in table.columns}
        if table.rows != "指标" or "计量单位" not in names or not self.beside_units:
            return rows
        return [row | {"实际完成值": actual} for row, actual in zip(rows, self.beside_units, strict=True)]


def values_of(contents: Contents, scored: Scored, as_of: str, language: Language = "zh") -> FieldValues:
    """Give the values of a project. ``as_of``: the day of its facts, or empty."""
    goals = {f"目标[{at}]": Shown(goal) for at, goal in enumerate(contents.goals, 1)}
    single = {
        **_of_project(contents, as_of),
        **goals,
        **amounts_of(contents, scored),
        **_points(contents, scored),
    }
    told = [{"序号": _count(at), "内容": Shown(goal)} for at, goal in enumerate(contents.goals, 1)]
    lines = list(_lines(contents, scored, language))
    facts = scored.facts.indicators if scored.facts else (None,) * len(lines)
    beside = tuple(
        _in_unit_of_target(line.actual, fact, said["计量单位"].text, scored)
        for line, fact, said in zip(contents.lines, facts, lines, strict=True)
    )
    return FieldValues(contents.name, contents.code, single, {"指标": lines, "目标": told}, beside)


def budget_parts(project: ProjectScheme) -> list[str]:
    """Names of the parts that a project's budget has."""
    budgets = [part for part in project.node.parts if isinstance(part, ast.Budget)]
    return [part.name for budget in budgets for part in budget.parts]


def _of_project(contents: Contents, as_of: str) -> dict[str, Shown]:
    return {
        "项目.名称": Shown(contents.name),
        "项目.编码": Shown(contents.code),
        "项目.年度": BLANK if contents.year is None else _count(contents.year),
        "项目.用途": Shown(contents.purpose),
        "项目.序号": _count(contents.seq),
        "项目.金额单位": Shown(contents.money_unit),
        "部门.名称": Shown(contents.department),
        "部门.编码": Shown(contents.department_code),
        "目标": Shown("\n".join(contents.goals)),
        "截至": Shown(as_of),
    }


def _points(contents: Contents, scored: Scored) -> dict[str, Shown]:
    score, plan = scored.score, scored.plan
    known = score is not None and contents.has_facts
    return {
        "评分办法": Shown(plan.rubric if plan else ""),
        "满分": contents.weight,
        "总分": contents.total if known else BLANK,
        "等级": Shown(score.grade) if known and score else BLANK,
        "执行率": _rate(scored) if contents.has_facts else BLANK,
        "执行率.分值": contents.execution_weight,
        "执行率.得分": contents.execution_score if known else BLANK,
        "执行率.偏差原因": Shown(contents.execution_reason),
    }


def _rate(scored: Scored) -> Shown:
    spent = scored.facts.spent.value if scored.facts and scored.facts.spent else None
    budget = scored.scheme.budget
    if spent is None or budget is None or not budget.value:
        return BLANK
    return show_decimal(Decimal(show(100 * spent / budget.value, 2)), "%")


# ---------------------------------------------------------------- rows


def _lines(contents: Contents, scored: Scored, language: Language) -> Iterator[dict[str, Shown]]:
    scores: Sequence[IndicatorScore] = scored.score.indicators if scored.score and contents.has_facts else ()
    for at, (line, indicator) in enumerate(zip(contents.lines, scored.scheme.indicators, strict=True)):
        score = scores[at] if at < len(scores) else None
        yield {"序号": _count(at + 1), **_of_line(line, indicator), **_of_score(line, score, language)}


def _of_line(line: Line, indicator: IndicatorScheme) -> dict[str, Shown]:
    operator, value, unit = _target(indicator.node.target)
    return {
        "一级指标": Shown(line.level1),
        "二级指标": Shown(line.level2),
        "三级指标": Shown(line.name),
        "说明": Shown(line.description),
        "指标值": Shown(_whole(indicator.node.target, operator, value, unit)),
        "运算符": Shown(operator),
        "目标值": value,
        "计量单位": Shown(unit),
        "依据": Shown(line.basis),
        "分值": line.weight,
    }


def _of_score(line: Line, score: IndicatorScore | None, language: Language) -> dict[str, Shown]:
    if score is None:
        return {}
    ratio = score.ratio
    return {
        "实际完成值": line.actual,
        "得分": line.score,
        "达标": Shown(_ATTAINMENT[score.attainment].say(language)),
        "完成比例": BLANK if ratio is None else show_decimal(Decimal(show(100 * ratio, 2)), "%"),
        "偏差原因": Shown(line.reason),
        "佐证资料": Shown(score.fact.evidence if score.fact else ""),
    }


def _in_unit_of_target(actual: Shown, fact: BoundFact | None, name: str, scored: Scored) -> Shown:
    """Give an actual as it stands beside the unit of its target: 165000元 as 16.5 where that is 万元.

    What cannot be written exactly in that unit keeps its own.
    """
    unit = find_unit(name, scored.scheme.units) if name else None
    written = fact.fact.value if fact and fact.fact else None
    if (
        not actual.text
        or fact is None
        or fact.value is None
        or unit is None
        or not isinstance(written, ast.Number)
    ):
        return actual
    if decimals_needed(fact.value / unit.factor) is None:
        return actual
    return show_amount(Quantity(fact.value, unit), written, unit)._replace(unit=name)


def _whole(target: ast.Target | None, operator: str, value: Shown, unit: str) -> str:
    """Write a target as forms print it: ``≥12次``; one in words as its words."""
    text = f"{value.text}{unit}"
    return text if isinstance(target, ast.Range | ast.State | ast.Qualitative) else f"{operator}{text}"


def _target(target: ast.Target | None) -> tuple[str, Shown, str]:
    """Take a target to pieces: operator, value, unit."""
    match target:
        case ast.Bound(op=op, value=value):
            return SIGNS[op], show_decimal(value.value)._replace(unit=value.unit), value.unit
        case ast.Deadline(op=op, date=when):
            return SIGNS[op], Shown(shown_date(when)), ""
        case ast.Range(low=low, high=high):
            first = "" if low.unit in {"", high.unit} else low.unit
            return "", Shown(f"{low.value:f}{first}~{high.value:f}"), high.unit
        case ast.State(word=word):
            return "", Shown(word), ""
        case ast.Qualitative(text=text):
            return _QUALITATIVE, Shown(text or _QUALITATIVE), ""
        case None:
            return "", BLANK, ""


def _count(number: int) -> Shown:
    return show_decimal(Decimal(number))
