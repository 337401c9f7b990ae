"""Laws of roll-up: order never matters, a blend lies between its parts, the past does not change."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfdsl.scorecard import DepartmentScore, Scorecard
from tests.engines.departments import OWN, RUBRIC, Made
from tests.scoring import run_texts, say_all

few = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
maybe = st.none() | st.integers(0, 130)
ROLLUPS = (
    "汇总 自身 60%，各项目 40% 按预算",
    "汇总 自身 35%，各项目 65% 平均",
    "汇总 自身 1%，各项目 99% 按权重",
)


@st.composite
def projects(draw):
    count = draw(st.integers(1, 4))
    return [
        Made(f"项目{at}", draw(st.integers(1, 50)), draw(maybe), draw(maybe), draw(st.integers(1, 9)))
        for at in range(count)
    ]


def scored(rollup: str, blocks: list[str], **wishes) -> Scorecard:
    text = f"{RUBRIC}  {rollup}\n采用 试行\n部门 县交通局\n  编码 900001\n{OWN}" + "".join(blocks)
    outcome = run_texts(text, **wishes)
    assert outcome.scorecard is not None, say_all(outcome.diagnostics)
    return outcome.scorecard


def meaning(card: Scorecard) -> list[object]:
    def of(each: DepartmentScore) -> object:
        own = None if each.own is None else each.own.total
        return (own, each.mean, each.total, each.possible_grades, each.budget, each.spent)

    return [of(each) for each in card.departments]


@few
@given(projects(), st.sampled_from(ROLLUPS), st.randoms(use_true_random=False))
def test_the_order_of_projects_and_facts_does_not_matter(made, rollup, chance) -> None:
    blocks = [block for each in made for block in (each.sheet, each.facts)]
    mixed = list(blocks)
    chance.shuffle(mixed)
    assert meaning(scored(rollup, mixed)) == meaning(scored(rollup, blocks))


@few
@given(projects(), st.sampled_from(ROLLUPS), st.none() | st.integers(0, 15))
def test_a_blend_lies_between_its_parts(made, rollup, times) -> None:
    own = "" if times is None else f"实绩 900001 2022-12-31\n  检查次数 = {times}次\n"
    card = scored(rollup, [each.sheet + each.facts for each in made] + [own])
    (found,) = card.departments
    assert found.own is not None
    assert found.mean is not None
    assert found.total is not None
    totals = [each.total for each in card.projects]
    assert min(each.low for each in totals) <= found.mean.low <= max(each.low for each in totals)
    assert min(each.high for each in totals) <= found.mean.high <= max(each.high for each in totals)
    cent = Fraction(1, 100)
    assert min(found.own.total.low, found.mean.low) - cent <= found.total.low
    assert found.total.high <= max(found.own.total.high, found.mean.high) + cent
    assert found.total.low <= found.total.high


UNITS = ("甲镇", "乙镇", "丙镇")
DAYS = ("2022-03-31", "2022-06-30", "2022-09-30", "2022-12-31")
PARTED = """采用 国家自评2020
项目 虚构
  预算 40万元
  填报单位 甲镇、乙镇、丙镇
  产出指标：
    里程 >= 90公里，汇总 求和
    优良率 >= 90%，汇总 按资金
  效益指标：
    受益率 >= 90%，汇总 平均
  满意度指标：
    满意率 >= 90%，汇总 平均
"""


@st.composite
def reports(draw):
    """Give what units said on some days, each block by its day."""
    found = []
    for unit in UNITS:
        for day in draw(st.lists(st.sampled_from(DAYS), unique=True, max_size=3)):
            rates = [f"{name} = {draw(st.integers(0, 100))}%" for name in ("优良率", "受益率", "满意率")]
            said = [f"执行数 {draw(st.integers(1, 9))}万元", f"里程 = {draw(st.integers(0, 50))}公里", *rates]
            kept = draw(st.lists(st.sampled_from(said), unique=True, min_size=1))
            block = f"实绩 虚构 {day} 填报单位 {unit}\n" + "".join(f"  {each}\n" for each in kept)
            found.append((day, block))
    return found


def lines(blocks, as_of: str = "") -> list[object]:
    outcome = run_texts(PARTED + "".join(blocks), as_of=date.fromisoformat(as_of) if as_of else None)
    assert outcome.scorecard is not None, say_all(outcome.diagnostics)
    (project,) = outcome.scorecard.projects
    return [(each.actual, each.points, each.why) for each in project.indicators]


@few
@given(reports(), st.randoms(use_true_random=False))
def test_the_order_of_units_does_not_matter(said, chance) -> None:
    blocks = [block for _, block in said]
    mixed = list(blocks)
    chance.shuffle(mixed)
    assert lines(mixed) == lines(blocks)


@few
@given(reports(), st.sampled_from(DAYS))
def test_later_reports_do_not_change_what_was_known_on_a_day(said, day) -> None:
    known = [block for when, block in said if when <= day]
    assert lines([block for _, block in said], day) == lines(known)


@few
@given(reports())
def test_a_line_is_settled_only_when_all_units_have_reported(said) -> None:
    found = lines([block for _, block in said])
    reported = {unit for unit in UNITS if any(f"单位 {unit}\n" in b and "里程 =" in b for _, b in said)}
    assert bool(found[0][0]) == (len(reported) == len(UNITS))
