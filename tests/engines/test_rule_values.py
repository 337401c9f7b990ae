"""Whether the conditions of rules hold (yes, no, open, undefined), and what their functions see of lines."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfdsl.engines.exact.rule_values import RuleValues, amount_of
from perfdsl.plan.interpret import MissingFact
from perfdsl.scheme.names import indicator_term
from perfdsl.scorecard import FactUsed, IndicatorScore, Interval
from tests.engines.ruled import settled
from tests.engines.scored_lines import SOURCE, a_line, expression

SCOPE = {
    indicator_term("真"): True, indicator_term("假"): False, indicator_term("空"): None,
    indicator_term("某数"): Fraction(5),
}  # fmt: skip
"""Four names with a value each; any other name, such as 未知, is not recorded."""
BAND = Interval(Fraction(18), Fraction(24), high_open=True)
CLOSED = Interval(Fraction(18), Fraction(24))
OPEN = Interval(Fraction(0), Fraction(10))


PENDING = a_line("未报的", attainment="pending", ratio=None, points=OPEN)
LINES = (a_line("甲"), a_line("乙", attainment="met", ratio=Fraction(6, 5), points=settled(10)))


def values(*lines: IndicatorScore, line: IndicatorScore | None = None, **within: Interval) -> RuleValues:
    return RuleValues(SCOPE, {}, lines, line, within)


# ---------------------------------------------------------------- truth

TRUTHS = ("yes", "no", "open", "undefined")
NAMES = dict(zip(TRUTHS, ("真", "假", "未知", "空"), strict=True))
TABLES = {
    "且": {
        "yes": "yes no open undefined", "no": "no no no no",
        "open": "open no open undefined", "undefined": "undefined no undefined undefined",
    },
    "或": {
        "yes": "yes yes yes yes", "no": "yes no open undefined",
        "open": "yes open open open", "undefined": "yes undefined open undefined",
    },
}  # fmt: skip


@pytest.mark.parametrize("joint", TABLES)
@pytest.mark.parametrize("left", TRUTHS)
def test_a_condition_of_two_parts(joint: str, left: str) -> None:
    found = [values().holds(expression(f"{NAMES[left]} {joint} {NAMES[right]}")) for right in TRUTHS]
    assert found == TABLES[joint][left].split()


@pytest.mark.parametrize(
    ("text", "truth"), [("真", "no"), ("假", "yes"), ("未知", "open"), ("空", "undefined")]
)
def test_not(text: str, truth: str) -> None:
    assert values().holds(expression(f"非 {text}")) == truth
    assert values().holds(expression(f"非 ({text} 且 真)")) == truth


def test_no_condition_always_holds() -> None:
    assert values().holds(None) == "yes"


@pytest.mark.parametrize(
    ("text", "band", "closed"),
    [
        ("得分 > 17分", "yes", "yes"),
        ("得分 > 18分", "open", "open"),
        ("得分 >= 18分", "yes", "yes"),
        ("得分 < 18分", "no", "no"),
        ("得分 <= 18分", "open", "open"),
        ("得分 < 24分", "yes", "open"),
        ("得分 >= 24分", "no", "open"),
        ("得分 <= 23分", "open", "open"),
        ("得分 <= 24分", "yes", "yes"),
        ("得分 = 17分", "no", "no"),
        ("得分 = 18分", "open", "open"),
        ("得分 = 20分", "open", "open"),
        ("得分 = 24分", "no", "open"),
        ("得分 = 25分", "no", "no"),
        ("24分 > 得分", "yes", "open"),
        ("非 得分 < 24分", "no", "open"),
        ("得分 > 未知", "open", "open"),
        ("得分 > 空", "undefined", "undefined"),
        ("未知 > 1分", "open", "open"),
        ("得分 + 1分 > 0分", "open", "open"),
    ],
)
def test_points_that_are_open_settle_what_all_of_them_agree_on(text: str, band: str, closed: str) -> None:
    assert values(score=BAND).holds(expression(text)) == band
    assert values(score=CLOSED).holds(expression(text)) == closed


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("得分(甲) < 24分", "yes"),
        ("得分(甲) >= 24分", "no"),
        ("17分 < 得分(甲)", "yes"),
        ("得分(甲) > 20分", "open"),
        ("得分(产出指标) >= 23分", "yes"),
        ("得分(产出指标) < 29分", "yes"),
        ("得分(产出指标) > 25分", "open"),
        ("得分(没有的) < 24分", "undefined"),
        ("分值(甲) >= 10分", "yes"),
        ("得分(甲) + 1分 > 0分", "open"),
    ],
)
def test_points_of_a_line_or_a_group_that_are_open_settle_it_too(text: str, truth: str) -> None:
    """甲 has 18 to less than 24 points, 乙 has 5; a third is left out."""
    lines = (a_line("甲", points=BAND), a_line("乙"), a_line("丙", points=settled(9), excluded=True))
    assert values(*lines).holds(expression(text)) == truth


# ---------------------------------------------------------------- functions over lines


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("得分(甲)", 5),
        ("分值(甲)", 10),
        ("得分(产出指标)", 15),
        ("得分(产出)", 15),
        ("分值(产出指标)", 20),
        ("完成比例(甲)", Fraction(1, 2)),
        ("完成比例(乙)", Fraction(6, 5)),
        ("达标(甲)", False),
        ("达标(乙)", True),
        ("完成比例(产出指标)", None),
        ("达标(产出指标)", None),
        ("得分(没有的)", None),
        ("未报(甲)", False),
        ("未报(产出指标)", False),
        ("未报(没有的)", None),
        ("有 产出指标", True),
        ("有 效益指标", False),
        ("无 产出指标", False),
        ("无 效益指标", True),
        ("属于 产出指标", None),
        ("min(得分(甲), 3分)", 3),
        ("abs(1 - 3)", 2),
        ("min(某数, 3)", 3),
        ("max(某数, 3)", 5),
    ],
)
def test_what_functions_see(text: str, value: Fraction | bool | None) -> None:
    found = values(*LINES).value(expression(text))
    assert (found, type(found) is bool) == (value, isinstance(value, bool))


def test_a_group_of_one_line_is_that_line() -> None:
    alone = values(LINES[1])
    assert (alone.value(expression("完成比例(产出指标)")), alone.value(expression("达标(产出指标)"))) == (
        Fraction(6, 5),
        True,
    )


def test_a_name_of_several_lines_is_that_of_a_group_or_of_nothing() -> None:
    assert values(a_line("甲"), a_line("甲")).value(expression("得分(甲)")) is None
    assert values(a_line("产出"), a_line("产出")).value(expression("得分(产出)")) == 10


def test_what_is_left_out_has_no_points_and_no_ratio() -> None:
    out = values(a_line("甲", excluded=True), LINES[1])
    assert [out.value(expression(text)) for text in ("得分(甲)", "分值(甲)", "完成比例(甲)", "达标(甲)")] == [
        None
    ] * 4
    assert (out.value(expression("得分(产出)")), out.value(expression("未报(甲)"))) == (10, False)


def test_a_line_that_is_not_reported_is_open() -> None:
    one = values(PENDING, *LINES)
    assert one.value(expression("未报(未报的)")) is True
    assert one.value(expression("未报(产出指标)")) is True
    assert one.value(expression("分值(产出指标)")) == 30
    for text in ("得分(未报的)", "完成比例(未报的)", "达标(未报的)", "得分(产出指标)"):
        with pytest.raises(MissingFact):
            one.value(expression(text))


def test_a_bare_level_has_no_ratio_yet_but_may_be_met() -> None:
    bare = values(a_line(attainment="met", ratio=None, points=BAND))
    assert bare.value(expression("达标(甲)")) is True
    with pytest.raises(MissingFact):
        bare.value(expression("完成比例(甲)"))


def test_a_ratio_is_known_while_points_wait_and_undefined_against_nothing() -> None:
    assert values(a_line(points=OPEN)).value(expression("完成比例(甲)")) == Fraction(1, 2)
    assert values(a_line(ratio=None)).value(expression("完成比例(甲)")) is None


def test_notes_are_those_of_the_line_that_is_spoken_of() -> None:
    fact = FactUsed("5次", SOURCE.place((0, 1)), reason="忙", evidence=" ")
    asked = [expression(text) for text in ("已填 原因", "未填 原因", "已填 佐证", "未填 佐证")]
    assert [values(line=a_line(fact=fact)).value(each) for each in asked] == [True, False, False, True]
    for line in (a_line(), None):
        assert [values(line=line).value(each) for each in asked] == [False, True, False, True]


def test_a_line_is_within_each_of_its_groups() -> None:
    line = a_line(group=("产出指标", "数量指标"))
    asked = [expression(f"属于 {name}") for name in ("产出指标", "产出", "数量指标", "质量指标")]
    assert [values(line=line).value(each) for each in asked] == [True, True, True, False]


# ---------------------------------------------------------------- amounts


def test_an_amount_of_points() -> None:
    amounts = [amount_of(values(*LINES), expression(text), Fraction(30)) for text in
               ("得分(甲)", "得分(甲) - 9分", "未知", "空")]  # fmt: skip
    assert amounts == [settled(5), settled(0), Interval(Fraction(0), Fraction(30)), None]
