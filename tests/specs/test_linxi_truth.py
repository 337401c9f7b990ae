"""The sheets of specs/linxi-2022 say what the published document says, field by field."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.parse import parse

ROOT = Path(__file__).parents[2]
SHEETS = ROOT / "specs" / "linxi-2022"
TRUTH = json.loads((ROOT / "tests/data/linxi-2022/linxi-2022.json").read_text(encoding="utf-8"))

HEAD_FIELDS = ("code", "name", "unit_code", "currency_unit", "budget", "fiscal", "other", "purpose")
INDICATOR_FIELDS = ("level1", "level2", "name", "description", "op", "value", "unit", "basis")
OPERATORS = {">=": "≥", "<=": "≤"}
ALL_FIELDS = 32 + 16 + 9 + 4 + 28 * 8

Field = tuple[str, ...]
P = TypeVar("P", bound=ast.Node)


def read_sheets() -> dict[str, ast.Module]:
    modules = {}
    for path in sorted(SHEETS.glob("*.perf")):
        diagnostics = Diagnostics()
        modules[path.name] = parse(Source(path.name, path.read_text(encoding="utf-8")), diagnostics)
        assert [d.message.zh for d in diagnostics] == [], path.name
    return modules


def parts(block: ast.Project | ast.Department, kind: type[P]) -> list[P]:
    return [part for part in block.parts if isinstance(part, kind)]


def goals(block: ast.Project | ast.Department, role: str) -> list[ast.Goal]:
    return [goal for goal in parts(block, ast.Goal) if goal.role == role]


def remark(indicator: ast.Indicator, about: str) -> str:
    (text,) = (c.text for c in indicator.clauses if isinstance(c, ast.Remark) and c.about == about)
    return text


def in_unit(amount: ast.Number, unit: str) -> str:
    """A number as printed, once its unit is found to be the one expected."""
    assert amount.unit == unit
    return str(amount.value)


def written_head(project: ast.Project) -> dict[str, str | None]:
    (code,) = parts(project, ast.Code)
    (department,) = parts(project, ast.BelongsTo)
    (money,) = parts(project, ast.MoneyUnit)
    (budget,) = parts(project, ast.Budget)
    (purpose,) = parts(project, ast.Purpose)
    amounts = {part.name: in_unit(part.amount, money.unit) for part in budget.parts}
    values = (
        code.text,
        project.name,
        department.code,
        money.unit,
        in_unit(budget.total, money.unit),
        amounts.get("财政资金"),
        amounts.get("其他资金"),
        purpose.text,
    )
    return dict(zip(HEAD_FIELDS, values, strict=True))


def written_indicator(group: ast.Group, indicator: ast.Indicator) -> dict[str, str]:
    level1, level2 = group.path
    target = indicator.target
    assert isinstance(target, ast.Bound), indicator.name
    values = (
        level1,
        level2,
        indicator.name,
        remark(indicator, "about"),
        OPERATORS[target.op],
        str(target.value.value),
        target.value.unit,
        remark(indicator, "basis"),
    )
    return dict(zip(INDICATOR_FIELDS, values, strict=True))


def written_fields(project: ast.Project) -> dict[Field, Any]:
    """Every field of one project's sheet, by its name in the truth."""
    head = written_head(project)
    code = str(head["code"])
    fields: dict[Field, Any] = {(code, name): value for name, value in head.items()}
    (plan,) = parts(project, ast.PaymentPlan)
    for point in plan.points:
        fields[code, "plan", str(point.month)] = in_unit(point.amount, str(head["currency_unit"]))
    for number, goal in enumerate(goals(project, "goal"), 1):
        fields[code, "goal", str(number)] = goal.text
    rows = [(group, row) for group in parts(project, ast.Group) for row in group.indicators]
    fields[code, "rows"] = len(rows)
    for number, (group, row) in enumerate(rows, 1):
        for name, value in written_indicator(group, row).items():
            fields[code, str(number), name] = value
    return fields


def true_fields(project: dict[str, Any]) -> dict[Field, Any]:
    """Every field of one project of the truth, under the same names."""
    code = project["code"]
    fields: dict[Field, Any] = {(code, name): project[name] for name in HEAD_FIELDS}
    fields |= {(code, "plan", str(p["month"])): p["cumulative"] for p in project["spending_plan"]}
    fields |= {(code, "goal", str(g["no"])): g["text"] for g in project["goals"]}
    fields[code, "rows"] = len(project["indicators"])
    for row in project["indicators"]:
        fields |= {(code, str(row["no"]), name): row[name] for name in INDICATOR_FIELDS}
    return fields


@pytest.fixture(scope="module")
def sheets() -> dict[str, ast.Module]:
    return read_sheets()


@pytest.fixture(scope="module")
def projects(sheets: dict[str, ast.Module]) -> list[ast.Project]:
    return [item for module in sheets.values() for item in module.items if isinstance(item, ast.Project)]


@pytest.fixture(scope="module")
def department(sheets: dict[str, ast.Module]) -> ast.Department:
    (found,) = (i for module in sheets.values() for i in module.items if isinstance(i, ast.Department))
    return found


def test_every_field_of_the_four_projects(projects: list[ast.Project]) -> None:
    truth = {k: v for project in TRUTH["projects"] for k, v in true_fields(project).items()}
    written = {k: v for project in projects for k, v in written_fields(project).items()}
    assert len(truth) == ALL_FIELDS
    wrong = {
        field: (truth.get(field, "—"), written.get(field, "—"))
        for field in truth.keys() | written.keys()
        if field not in truth or field not in written or truth[field] != written[field]
    }
    print(f"\nlinxi-2022: {len(truth) - len(wrong)} of {ALL_FIELDS} fields as published")
    assert wrong == {}


def test_projects_stand_in_the_order_of_the_document(projects: list[ast.Project]) -> None:
    assert [project.name for project in projects] == [project["name"] for project in TRUTH["projects"]]


def test_each_sheet_names_a_rubric_first(sheets: dict[str, ast.Module]) -> None:
    firsts = [module.items[0] for name, module in sheets.items() if name != "部门.perf"]
    assert [first.rubric for first in firsts if isinstance(first, ast.Use)] == ["国家自评2020"] * 4


def test_payment_plans_are_cumulative_amounts_that_end_at_the_budget(projects: list[ast.Project]) -> None:
    for project in projects:
        (plan,) = parts(project, ast.PaymentPlan)
        (budget,) = parts(project, ast.Budget)
        amounts = [point.amount.value for point in plan.points]
        assert amounts == sorted(amounts)
        assert amounts[-1] == budget.total.value
        assert all(isinstance(amount, Decimal) for amount in amounts)


def test_department_head(department: ast.Department, projects: list[ast.Project]) -> None:
    truth = TRUTH["department"]
    assert department.name == truth["unit"]
    assert [code.text for code in parts(department, ast.Code)] == [truth["unit_code"]]
    years = [year.year for block in (department, *projects) for year in parts(block, ast.Year)]
    assert years == [truth["year"]] * 5


def test_overall_goal_and_its_items(department: ast.Department) -> None:
    truth = TRUTH["department"]["overall"]
    items = [item["no"] + item["text"] for item in truth["items"]]
    assert [goal.text for goal in goals(department, "overall")] == [truth["intro"], *items]


@pytest.mark.parametrize(("role", "key"), [("area", "sub_goals"), ("safeguard", "measures")])
def test_areas_and_safeguards(department: ast.Department, role: str, key: str) -> None:
    truth = [(entry["name"], entry["text"]) for entry in TRUTH["department"][key]]
    assert [(goal.name, goal.text) for goal in goals(department, role)] == truth
