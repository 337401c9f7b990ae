"""Points off, limits and lines left out, on points that are settled and on points that are open."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.engines.exact.apply_effects import changed, limited, worth_telling
from perfdsl.engines.exact.fire_rules import Fired
from perfdsl.plan.plan import RulePlan
from perfdsl.scorecard import Interval
from perfdsl.source import Source
from perfdsl.syntax.parse import parse
from tests.engines.ruled import settled
from tests.engines.scored_lines import a_line

BAND = Interval(Fraction(18), Fraction(24), high_open=True)
LINES = (a_line("甲"), a_line("乙", ("效益指标", "社会效益指标")))


def fired(effect: str, rule: str = "试", *, certain: bool = True, amount: Interval | None = None) -> Fired:
    """An effect of a rule; the amount is the number that stands in it, if no other is given."""
    source = Source("规则.perf", f"规则 {rule}\n  每项目 则 {effect}\n")
    diagnostics = Diagnostics()
    module: Any = parse(source, diagnostics)
    assert list(diagnostics) == []
    case = module.items[0].parts[0]
    (found,) = case.effects
    written = getattr(found, "most", None) or getattr(found, "amount", None)
    amount = amount or (None if written is None else settled(int(written.value)))
    plan = RulePlan(rule, "project", None, case.effects, {}, source, source.place(case.span))
    return Fired(plan, found, certain, amount)


@pytest.mark.parametrize(
    ("effects", "before", "after"),
    [
        ([("扣 2分", True)], BAND, Interval(Fraction(16), Fraction(22), high_open=True)),
        ([("扣 2分", False)], BAND, Interval(Fraction(16), Fraction(24), high_open=True)),
        ([("扣 2分", True)], Interval(Fraction(5), Fraction(10)), Interval(Fraction(3), Fraction(8))),
        ([("扣 30分", True)], BAND, settled(0)),
        ([("总分 至多 20", True)], BAND, Interval(Fraction(18), Fraction(20))),
        ([("总分 至多 24", True)], BAND, BAND),  # 24 itself is not reached by a limit of 24
        ([("总分 至多 30", True)], BAND, BAND),
        ([("总分 至多 20", False)], BAND, BAND),
        ([("总分 至多 10", False)], BAND, Interval(Fraction(10), Fraction(24), high_open=True)),
        ([("总分 至多 18", True)], BAND, settled(18)),
        ([("总分 至多 20", True), ("扣 1分", True)], BAND, Interval(Fraction(17), Fraction(20))),
    ],
)
def test_an_interval_after_effects(effects, before: Interval, after: Interval) -> None:
    assert changed(before, [fired(effect, certain=certain) for effect, certain in effects]) == after


def test_an_amount_that_is_open_widens() -> None:
    between = Interval(Fraction(1), Fraction(4))
    assert changed(settled(10), [fired("扣 1分", amount=between)]) == Interval(Fraction(6), Fraction(9))
    limit = Interval(Fraction(6), Fraction(8))
    assert changed(settled(10), [fired("总分 至多 6", amount=limit)]) == limit


def test_a_line_of_no_group_is_added_to_the_others() -> None:
    lines = (*LINES, a_line("丙", ()))
    assert limited(lines, [fired("产出指标 至多 3分")]) == settled(13)


def told(*effects: Fired, lines=LINES) -> list[str]:
    return [each.applied.what.zh for each in worth_telling(effects, lines)]


def test_limits_of_a_group_and_of_a_line_are_told() -> None:
    assert told(fired("产出指标 至多 3分")) == ["产出指标 至多 3 分"]
    assert told(fired("乙 至多 3分")) == ["乙 至多 3 分"]
    assert told(fired("产出 至多 3分")) == ["产出 至多 3 分"]


def test_limits_of_nothing_and_hints_are_not_told_but_what_follows_them_is() -> None:
    out = (LINES[0]._replace(excluded=True), LINES[1])
    assert told(fired("产出指标 至多 3分"), fired("乙 至多 3分"), lines=out) == ["乙 至多 3 分"]
    assert told(fired('提示 "在"'), fired("没有的 至多 3分"), fired("扣 2分")) == ["扣 2 分"]


def test_only_the_tightest_certain_limit_of_one_rule_on_one_thing_is_told() -> None:
    loose, tight, off = fired("总分 至多 90"), fired("总分 至多 80"), fired("扣 2分")
    assert told(loose, tight, off) == ["总分 至多 80 分", "扣 2 分"]
    assert told(tight, loose, off) == ["总分 至多 80 分", "扣 2 分"]
    assert told(loose, fired("总分 至多 80", certain=False)) == ["总分 至多 90 分", "总分 至多 80 分"]
    assert told(loose, fired("总分 至多 80", "另一条")) == ["总分 至多 90 分", "总分 至多 80 分"]
    assert told(loose, fired("产出指标 至多 40分")) == ["总分 至多 90 分", "产出指标 至多 40 分"]
