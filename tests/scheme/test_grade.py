"""Which totals there can be, and which of them are looked at for all."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.scheme.grade import grade_of, step_of_totals, totals_between
from perfdsl.scheme.rubric_scheme import GradeBand
from tests.invented_sheet import RUBRIC
from tests.scoring import check_texts

NOTHING, ALL = Fraction(0), Fraction(100)
ROUNDED = "舍入 总分 0位 四舍五入"


def rubric_of(rounding: str, more: str = ""):
    lines = RUBRIC.splitlines()
    text = "\n".join(f"  {rounding}{more}" if line.strip().startswith("舍入") else line for line in lines)
    from perfdsl.diagnostic import Diagnostics
    from perfdsl.library import shipped_all
    from perfdsl.scheme.check import Checker
    from perfdsl.scheme.parsed import read_source
    from perfdsl.source import Source

    found = Diagnostics()
    sheets = [read_source(Source("试.perf", text + "\n"), found)]
    checker = Checker(sheets, [read_source(each, found) for each in shipped_all()], found)
    defined = checker.definitions.find_rubric("自定")
    assert defined is not None
    return checker.rubrics.read(*defined)


@pytest.mark.parametrize(
    ("rounding", "more", "step"),
    [
        (ROUNDED, "", "1"),
        ("舍入 每项 2位 四舍五入", "", "0.01"),
        ("舍入 总分 1位 四舍五入，每项 2位 四舍五入", "", "0.1"),
        ("舍入 总分 2位 四舍五入，每项 0位 四舍五入", "", "1"),
        ("舍入 总分 2位 四舍五入，每项 0位 四舍五入", "\n  缺报 不计", "0.01"),
        ("舍入 总分 2位 四舍五入，每项 0位 四舍五入", "\n  适用 执行率封顶", "0.01"),
    ],
)
def test_the_step_of_totals(rounding: str, more: str, step: str) -> None:
    assert step_of_totals(rubric_of(rounding, more)) == Fraction(step)


bounds = st.integers(0, 40).map(lambda n: Fraction(n * 5, 2))
bands = st.lists(
    st.builds(
        GradeBand, st.just(""), st.sampled_from([">=", ">", "<=", "<", "="]), bounds,
        st.none() | bounds, st.booleans(),
    ),
    min_size=1, max_size=4,
).map(lambda each: [band._replace(name=str(at)) for at, band in enumerate(each)])  # fmt: skip


@given(bands, st.sampled_from(["1", "0.1"]))
def test_what_is_looked_at_stands_for_every_total(grades: list[GradeBand], written: str) -> None:
    step = Fraction(written)
    tried = totals_between(NOTHING, ALL, grades, step)
    assert all(total % step == 0 and 0 <= total <= 100 for total in tried)
    everything = {grade_of(n * step, grades) for n in range(int(ALL / step) + 1)}
    assert {grade_of(total, grades) for total in tried} == everything


# ---------------------------------------------------------------- P0403, which looks at the same totals

WHOLE_BANDS = "等级 优 90 至 100，良 80 至 89，中 60 至 79，差 0 至 59"


def complaints(grades: str, rounding: str) -> list[tuple[str, str]]:
    lines = RUBRIC.splitlines()
    for at, line in enumerate(lines):
        if line.strip().startswith("等级"):
            lines[at] = f"  {grades}"
        if line.strip().startswith("舍入"):
            lines[at] = f"  {rounding}"
    return [(each.code, each.message.zh) for each in check_texts("\n".join(lines) + "\n")[1]]


def test_bands_of_whole_numbers_have_no_gap_where_totals_are_whole() -> None:
    assert complaints(WHOLE_BANDS, ROUNDED) == []
    ((code, said),) = complaints(WHOLE_BANDS, "舍入 总分 1位 四舍五入")
    assert (code, "89.9 分" in said) == ("P0403", True)


def test_the_total_that_is_told_has_no_grade() -> None:
    """Written out exactly: 89.995 rounded would be 90, which has one."""
    ((_, said),) = complaints("等级 优 90 至 100，良 0 至 89.99", "舍入 总分 3位 四舍五入")
    assert "89.999 分" in said
