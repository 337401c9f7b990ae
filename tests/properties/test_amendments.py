"""Laws of amendments: before them all nothing changes, their places in a file say nothing, they undo."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl import pipeline
from perfdsl.diagnostic import Diagnostics
from perfdsl.diff.compare import compare
from perfdsl.diff.sheets import Sheets
from perfdsl.library import shipped
from perfdsl.plan.compile_plan import PlanCompiler
from tests.scoring import sources_of

NAMES = ("里程", "桥梁", "涵洞", "标线", "绿化")
START = date(2022, 2, 1)

Change = tuple[str, int]
"""A name, and its new target; zero drops it."""


def sheet(first: dict[str, int], budget: int = 60) -> str:
    lines = "".join(f"    {name} >= {number}处\n" for name, number in first.items())
    return f"""采用 国家自评2020
项目 农村公路养护
  编码 A1
  年度 2022
  预算 {budget}万元
  产出指标 / 数量指标：
    常有的 >= 1处
{lines}  效益指标 / 社会效益指标：
    时间缩短率 >= 10%
  满意度指标 / 服务对象满意度：
    群众满意度 >= 90%
"""


def amendment(day: date, changes: dict[str, int], there: set[str], budget: int | None) -> str:
    """Write an amendment, and keep in ``there`` which indicators are left."""
    put = {name: number for name, number in changes.items() if number}
    drop = [name for name, number in changes.items() if not number and name in there]
    there.difference_update(drop)
    there.update(put)
    text = f'\n调整 A1 {day}\n  引自 "第{day.toordinal()}号（虚构）"\n'
    text += f"  预算 {budget}万元\n" if budget else ""
    if put:
        text += "  产出指标 / 数量指标：\n"
        text += "".join(f"    {name} >= {number}处\n" for name, number in put.items())
    return text + (f"  撤销 {'、'.join(drop)}\n" if drop else "")


first_sheets = st.dictionaries(st.sampled_from(NAMES), st.integers(1, 9))
changes = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 9), min_size=1)
several = st.lists(st.tuples(changes, st.none() | st.integers(30, 90)), min_size=1, max_size=3)


def blocks_of(first: dict[str, int], wanted) -> list[str]:
    there = set(first)
    return [
        amendment(START + timedelta(days=40 * at), each, there, budget)
        for at, (each, budget) in enumerate(wanted)
    ]


def seen(text: str, as_of: date | None = None) -> Sheets:
    diagnostics = Diagnostics()
    scheme = pipeline.check(sources_of(text), diagnostics, shipped, as_of=as_of)
    assert not diagnostics.has_errors, [each.message.zh for each in diagnostics]
    return Sheets(scheme._replace(written=()), PlanCompiler().compile(scheme))


def means(side: Sheets) -> list[object]:
    """What a sheet says, in order, apart from where it says it."""
    (project,) = side.scheme.projects
    lines = [(each.name, each.aim and each.aim.text) for each in project.indicators]
    return [lines, project.budget, project.scoring and project.scoring.weights]


@settings(max_examples=25, deadline=None)
@given(first_sheets, several)
def test_before_all_amendments_the_sheet_is_as_without_them(first, wanted) -> None:
    text = sheet(first)
    amended = text + "".join(blocks_of(first, wanted))
    assert means(seen(amended, START - timedelta(days=1))) == means(seen(text))


@settings(max_examples=25, deadline=None)
@given(first_sheets, several)
def test_after_all_amendments_all_are_in_force(first, wanted) -> None:
    text = sheet(first) + "".join(blocks_of(first, wanted))
    last, budget = dict(first), 60
    for each, amount in wanted:
        last |= each
        budget = amount or budget
    (project,) = seen(text).scheme.projects
    there = {each.name: each.aim.text for each in project.indicators if each.aim}
    assert {name: there.get(name) for name in NAMES} == {
        name: f"≥{last[name]}处" if last.get(name) else None for name in NAMES
    }
    assert project.budget is not None
    assert project.budget.value == budget * 10_000
    assert means(seen(text, date(2022, 12, 31))) == means(seen(text))


@settings(max_examples=25, deadline=None)
@given(first_sheets, several)
def test_places_of_blocks_say_nothing(first, wanted) -> None:
    blocks = blocks_of(first, wanted)
    expected = means(seen(sheet(first) + "".join(blocks)))
    for order in permutations(blocks):
        assert means(seen(sheet(first) + "".join(order))) == expected
    head, rest = sheet(first).split("\n", 1)
    assert means(seen(head + "\n" + "".join(blocks) + "\n" + rest)) == expected


@settings(max_examples=25, deadline=None)
@given(first_sheets, changes)
def test_an_amendment_and_its_inverse_leave_the_sheet(first, wanted) -> None:
    there = set(first)
    forth = amendment(START, wanted, there, 50)
    touched = {name for name, number in wanted.items() if number or name in first}
    back = amendment(START + timedelta(days=9), {name: first.get(name, 0) for name in touched}, there, 60)
    one, other = seen(sheet(first)), seen(sheet(first) + forth + back)
    assert means(other) == means(one)
    assert not list(compare(one, other).changes())
