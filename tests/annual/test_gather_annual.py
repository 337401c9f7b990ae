from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.annual.annual import AnnualReport
from perfdsl.annual.gather_annual import gather_annual
from perfdsl.annual.gather_department import OfDepartment, rank_members
from perfdsl.annual.year import Wishes
from perfdsl.scorecard import Interval, ProjectScore, Scorecard
from tests.annual.hostile import numbers_in
from tests.annual.year import seed_report, seed_year, sheet, year_of


@pytest.fixture(scope="module")
def report() -> AnnualReport:
    return seed_report()


def spent(name: str, *amounts: tuple[str, str]) -> str:
    return "".join(f"实绩 {name} {day}\n  执行数 {amount}\n" for day, amount in amounts)


def test_seed_projects(report: AnnualReport) -> None:
    first = report.projects[0]
    assert (first.points.value, first.points.text, first.grade) == (Fraction(9781, 100), "97.81", "优")
    assert [line.points.text for line in first.lines] == [
        "11.46", "12.50", "12.50", "12.50", "14.25", "15.00", "10.00", "9.60",
    ]  # fmt: skip
    line = first.lines[0]
    assert (line.ratio.value, line.ratio.text, line.state) == (Fraction(11, 12), "91.67%", "missed")
    assert line.reason == "一次活动改为线上进行，未计入次数"
    assert line.is_invented
    assert line.source == "实绩.csv:2, 实际完成值"
    assert line.target_source == "1-代表之家运行经费.perf:22"


def test_seed_department(report: AnnualReport) -> None:
    (department,) = report.departments
    assert department.name == "临西县人民代表大会常务委员会本级"
    assert (department.money.budget.value, department.money.spent.value) == (750_000, 738_000)
    assert department.money.rate.text == "98.4%"
    assert [(each.text, each.project) for each in department.ranking] == [
        ("1–2", 2), ("2–3", 1), ("3–4", 0), ("1–4", 3),
    ]  # fmt: skip
    assert {each.key: each.many for each in department.grades} == {
        "优": 3,
        "良": 0,
        "中": 0,
        "差": 0,
        "pending": 1,
    }
    assert sum(each.many for each in department.attainments) == sum(len(p.lines) for p in report.projects)
    assert department.points is None
    assert report.title == "临西县人民代表大会常务委员会本级2022年度预算绩效年度报告"


def test_all_numbers_are_exact(report: AnnualReport) -> None:
    assert {type(each) for each in numbers_in(report)} <= {int, bool, Fraction}


def test_groups_add_up(report: AnnualReport) -> None:
    for project in report.projects:
        assert sum(g.points.points.low for g in project.groups) == project.points.points.low
        assert sum(g.met + g.missed + g.pending + g.excluded for g in project.groups) == len(project.lines)


def test_plan_and_spending_of_a_project() -> None:
    facts = spent("路", ("2022-06-30", "4万元"), ("2022-03-31", "10000元"), ("2022-12-31", "9万元"))
    report = gather_annual(year_of({"a.perf": sheet("路", facts=facts)}))
    money = report.projects[0].money
    assert [(each.month, each.amount.value) for each in money.planned] == [(6, 50_000), (12, 100_000)]
    assert [(each.day.month, each.amount.value) for each in money.spent_by] == [
        (3, 10_000),
        (6, 40_000),
        (12, 90_000),
    ]
    assert money.gaps == ()
    assert money.rate.text == "90%"


def test_facts_after_the_day_do_not_show() -> None:
    facts = spent("路", ("2022-03-31", "1万元"), ("2022-12-31", "9万元"))
    report = gather_annual(year_of({"a.perf": sheet("路", facts=facts)}, as_of=date(2022, 6, 30)))
    assert [each.day.month for each in report.projects[0].money.spent_by] == [3]
    assert report.as_of == "2022-06-30"


def test_a_plan_in_percent_is_of_the_budget() -> None:
    text = sheet("路").replace("6月底 5万元，12月底 10万元", "6月底 45%，12月底 100%")
    money = gather_annual(year_of({"a.perf": text})).projects[0].money
    assert [each.amount.value for each in money.planned] == [45_000, 100_000]


def test_sums_wait_for_all_projects() -> None:
    """Money that only one of two projects has reported is no sum of the department."""
    one = sheet("甲", facts=spent("甲", ("2022-06-30", "4万元"), ("2022-12-31", "9万元")))
    other = sheet("乙", facts=spent("乙", ("2022-12-31", "8万元")))
    (department,) = gather_annual(year_of({"a.perf": one, "b.perf": other})).departments
    assert [(each.day.month, each.amount.value) for each in department.money.spent_by] == [(12, 170_000)]
    assert any("1/2" in gap for gap in department.money.gaps)


def test_a_silent_project_is_named() -> None:
    one, other = sheet("甲", facts=spent("甲", ("2022-12-31", "9万元"))), sheet("乙")
    (department,) = gather_annual(year_of({"a.perf": one, "b.perf": other})).departments
    assert department.money.spent.value is None
    assert "9.00万元" in department.money.spent.text
    assert department.money.rate.value is None
    assert any("乙" in gap for gap in department.money.gaps)


def test_year_against_year() -> None:
    this, before = seed_year(), seed_year()
    report = gather_annual(this._replace(earlier=[("2021", before.scorecard)]))
    years = report.projects[0].years
    assert [(each.year, each.points.text, each.grade) for each in years] == [
        ("2021", "97.81", "优"), ("2022", "97.81", "优"),
    ]  # fmt: skip
    assert years[0].execution.text == "96%"
    empty = gather_annual(this._replace(earlier=[("2021", Scorecard(()))]))
    assert empty.projects[0].years == ()


def test_judged_points_and_their_difference() -> None:
    facts = "实绩 路 2022-12-31\n  修路里程 = 11公里，自评 50分，核查 45分\n  知晓率 = 90%，自评 30分\n"
    project = gather_annual(year_of({"a.perf": sheet("路", facts=facts)})).projects[0]
    both, own = project.lines[0].judged, project.lines[1].judged
    assert (both.self_score.text, both.review_score.text, both.difference.text) == ("50.00", "45.00", "-5.00")
    assert own.review_score.text == ""
    assert project.lines[2].judged is None
    assert project.is_judged


def test_amendments_in_force_and_their_citation() -> None:
    amendment = '\n调整 路 2022-08-15\n  引自 "财预〔2022〕9号"\n  预算 12万元\n  支出计划 12月底 12万元\n'
    texts = {"a.perf": sheet("路") + amendment}
    later = gather_annual(year_of(texts)).projects[0]
    (found,) = later.amendments
    assert (found.day, found.cites) == ("2022-08-15", ("财预〔2022〕9号",))
    assert "预算 12万元" in found.changes
    assert gather_annual(year_of(texts, as_of=date(2022, 7, 1))).projects[0].amendments == ()


def test_invented_facts_are_told_first_unless_another_note_is_given(report: AnnualReport) -> None:
    assert "虚构" in report.note
    assert seed_report(note="别的").note == "别的"
    assert gather_annual(year_of({"a.perf": sheet("路")})).note == ""


def test_bounds() -> None:
    year = year_of({f"{n}.perf": sheet(f"路{n}") for n in range(5)})
    report = gather_annual(year, Wishes(most_projects=3))
    assert (len(report.projects), report.omitted) == (3, 2)
    assert len(report.departments[0].ranking) == 5
    report = gather_annual(year, Wishes(most_lines=9))
    assert (len(report.projects), report.omitted) == (2, 3)


def test_a_scorecard_alone_is_enough() -> None:
    """Nothing but scores is known: stages of a run that were left out leave gaps, not errors."""
    year = seed_year()
    bare = year._replace(
        scheme=year.scheme._replace(projects=(), departments=(), written=()),
        plan=year.plan._replace(projects=()),
        actuals=year.actuals._replace(projects=()),
        facts=(),
    )
    report = gather_annual(bare)
    assert [each.points.text for each in report.projects][:1] == ["97.81"]
    assert report.projects[0].outline is None
    assert report.projects[0].money.gaps


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2)), min_size=1, max_size=8))
def test_ranks(totals: list[tuple[int, int]]) -> None:
    """A rank is certain only where no open total could change it; those not asked for count as well."""
    base = project_of_seed()
    scores = [
        base._replace(
            total=Interval(Fraction(low), Fraction(low + more)), place=base.place._replace(start=at)
        )
        for at, (low, more) in enumerate(totals)
    ]
    wanted = tuple(range(0, len(scores), 2))
    known = OfDepartment("", "", wanted, everybody=tuple(scores))
    ranked = rank_members(known, scores)
    assert sorted(each.project for each in ranked) == list(wanted)
    for each in ranked:
        total = scores[each.project].total
        others = [score.total for at, score in enumerate(scores) if at != each.project]
        best = 1 + sum(other.low > total.high for other in others)
        worst = 1 + sum(other.high > total.low for other in others)
        assert each.rank == (best if best == worst else None)
        assert each.text == (str(best) if best == worst else f"{best}–{worst}")


@cache
def project_of_seed() -> ProjectScore:
    return seed_year().scorecard.projects[0]
