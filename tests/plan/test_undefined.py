"""What a division by zero does in conditions, branches and functions: curve and oracle agree."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfdsl.plan.compile_plan import PlanCompiler
from perfdsl.plan.interpret import Interpreted, interpret_method, scope_for
from tests.invented_sheet import spoilt
from tests.scoring import check_texts

BAD = "1 / (实际 - 40%)"
"""Undefined at 40%, where the tests look."""


def scored(*cases: str) -> Interpreted:
    """Score 40% by both ways, which must agree."""
    method = "方法 自法\n" + "".join(f"  {case}\n" for case in cases)
    text = spoilt((">= 80%", ">= 80%\n      评分 自法"), before=method).split("实绩")[0]
    scheme, found = check_texts(text)
    assert not found
    (project,) = PlanCompiler().compile(scheme).projects
    line, actual = project.indicators[2], Fraction(2, 5)
    ((_, curve),) = line.method.curves
    segment = curve.segment_at(actual)
    scope = scope_for(line.aim, line.weight, actual, {})
    direct = interpret_method(line.method.call, line.weight, line.method.result_kinds, scope, project.units)
    assert direct == Interpreted(segment.case, curve.points_at(actual), segment.clamped)
    return direct


@pytest.mark.parametrize(
    ("condition", "case", "points"),
    [
        (f"{BAD} > 0", -1, None),
        (f"非 {BAD} > 0", -1, None),
        (f"{BAD} > 0 或 实际 > 0", -1, None),
        (f"实际 > 0 或 {BAD} > 0", 0, 30),
        (f"实际 > 50% 或 {BAD} > 0", -1, None),
        (f"{BAD} > 0 且 实际 > 50%", -1, None),
        (f"实际 > 50% 且 {BAD} > 0", 1, 3),
        (f"实际 > 0 且 {BAD} > 0", -1, None),
        (f"max({BAD}, 1) > 0", -1, None),
        (f"abs({BAD}) > 0", -1, None),
    ],
)
def test_conditions(condition: str, case: int, points: int | None) -> None:
    found = scored(f"{condition} -> 100%", "其他 -> 10%")
    assert (found.case, found.points) == (case, points)


@pytest.mark.parametrize(
    "result",
    [
        BAD,
        f"max({BAD}, 0)",
        f"min(0, {BAD})",
        f"-({BAD})",
        f"0 * {BAD}",
        f"{BAD} + 1",
    ],
)
def test_results(result: str) -> None:
    assert scored(f"其他 -> {result}") == Interpreted(0, None)


def test_a_step_of_nothing() -> None:
    assert scored("其他 -> 满分 - 1分 每 max(0, 实际 - 40%) 实际 按比例") == Interpreted(0, None)


def test_a_branch_that_is_not_taken_does_no_harm() -> None:
    assert scored("实际 = 40% -> 50%", f"其他 -> {BAD}") == Interpreted(0, Fraction(15))
    assert scored(f"实际 > 50% -> {BAD}", "其他 -> 50%") == Interpreted(1, Fraction(15))


def test_cases_below_an_undefined_condition_are_not_looked_at() -> None:
    assert scored(f"{BAD} > 0 -> 100%", "达标 -> 50%", "其他 -> 10%") == Interpreted(-1, None)
