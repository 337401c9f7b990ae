"""Sheets as amendments leave them on a day: what is replaced, added and dropped, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from perfdsl import pipeline
from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped
from perfdsl.scheme.amend import read_amendments
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.parse import parse
from tests.scoring import complaints, line_named, only_complaint, score_one, score_texts, sources_of, text_at

SHEET = """采用 国家自评2020
项目 农村公路养护
  编码 A1
  年度 2022
  预算 60.00万元
  支出计划 6月底 20.00万元，12月底 60.00万元
  用途 "养护"
  产出指标 / 数量指标：
    养护里程 >= 120公里
      说明 "里程"
      依据 "标准"
    整修桥梁 >= 6座
  效益指标 / 社会效益指标：
    时间缩短率 >= 10%
  满意度指标 / 服务对象满意度：
    群众满意度 >= 90%
"""
SHEET_NO_PLAN = SHEET.replace("  支出计划 6月底 20.00万元，12月底 60.00万元\n", "")
CITE = '  引自 "县财预〔2022〕33号（虚构）"\n'
FIRST = f"""
调整 A1 2022-06-15
{CITE}  预算 50.00万元
  支出计划 6月底 20.00万元，12月底 50.00万元
  产出 / 数量指标：
    养护里程 >= 100公里
      说明 "改过的"
    整修涵洞 >= 4座
  撤销 整修桥梁
"""
SECOND = f"""
调整 农村公路养护 2022-09-30
{CITE}  产出指标 / 数量指标：
    养护里程 >= 80公里
    整修桥梁 >= 3座
  撤销 整修涵洞
"""


def in_force(text: str, as_of: date | None = None) -> ProjectScheme:
    diagnostics = Diagnostics()
    scheme = pipeline.check(sources_of(text), diagnostics, shipped, as_of=as_of)
    assert not diagnostics.has_errors, list(diagnostics)
    return scheme.projects[0]


def targets(project: ProjectScheme) -> list[str]:
    return [f"{each.name} {each.aim.text}" for each in project.indicators if each.aim]


def codes(text: str, **wishes) -> list[str]:
    return [each.code for each in complaints(text, **wishes)]


def test_before_its_day_an_amendment_does_nothing() -> None:
    before = in_force(SHEET + FIRST, date(2022, 6, 14))
    assert targets(before) == targets(in_force(SHEET))
    assert before.budget is not None
    assert before.budget.value == 600_000
    assert before.amended_by == {}


def test_from_its_day_on_it_holds() -> None:
    after = in_force(SHEET + FIRST, date(2022, 6, 15))
    assert targets(after)[:2] == ["养护里程 ≥100公里", "整修涵洞 ≥4座"]
    assert after.budget is not None
    assert after.budget.value == 500_000
    assert set(after.amended_by) == {"budget", "payment_plan"}
    assert after.amended_by["budget"].was == "60.00万元"
    assert after.amended_by["budget"].cites == "县财预〔2022〕33号（虚构）"
    assert after.amended_by["payment_plan"].was == "6月底 20.00万元，12月底 60.00万元"


def test_clauses_of_a_kind_are_replaced_and_others_stay() -> None:
    road = in_force(SHEET + FIRST).indicators[0]
    assert [(each.about, each.text) for each in road.node.clauses] == [("about", "改过的"), ("basis", "标准")]
    assert road.amended_by is not None
    assert road.amended_by.was == ">= 120公里"


def test_amendments_apply_in_the_order_of_their_days_not_of_the_text() -> None:
    one, other = (in_force(text) for text in (SHEET + FIRST + SECOND, SECOND + FIRST + SHEET))
    assert targets(one) == targets(other)
    assert targets(one)[:2] == ["养护里程 ≥80公里", "整修桥梁 ≥3座"]


def test_a_tree_from_a_tree_without_amendments_before_and_with_true_places_after() -> None:
    source, found = Source("表.perf", SHEET + FIRST), Diagnostics()
    module = parse(source, found)
    (history,) = read_amendments(source, module, found).values()
    assert (module.items[0], history.on(date(2022, 1, 1)).node) == module.items[:2]
    project = history.on(None).node
    assert isinstance(project, ast.Project)
    groups = [part for part in project.parts if isinstance(part, ast.Group)]
    for each in (indicator for group in groups for indicator in group.indicators):
        assert source.text[slice(*each.name_span)] == each.name
    assert len(list(found)) == 0


def test_an_indicator_that_is_taken_up_again_has_its_old_place() -> None:
    again = SECOND.replace("    养护里程 >= 80公里\n", "").replace("3座", "6座")
    back = FIRST.replace('    养护里程 >= 100公里\n      说明 "改过的"\n', "")
    assert targets(in_force(SHEET + back + again)) == targets(in_force(SHEET))
    assert "P1413" in codes(SHEET + back + again)


def test_facts_count_for_what_is_in_force_that_day() -> None:
    facts = """
实绩 A1 2022-06-01
  养护里程 = 60公里
  整修桥梁 = 3座
实绩 A1 2022-12-31
  养护里程 = 100公里
"""
    text = SHEET + FIRST + facts
    before, after = score_one(text, as_of=date(2022, 6, 10)), score_one(text)
    assert line_named(before, "养护里程").target == "≥120公里"
    assert line_named(after, "养护里程").attainment == "met"
    assert line_named(after, "养护里程").amended_by is not None
    assert line_named(after, "预算执行率").amended_by is not None
    assert codes(text) == []  # the bridges were reported while they counted


@pytest.mark.parametrize(
    ("day", "as_of", "told"),
    [
        ("2022-06-14", None, []),
        ("2022-06-15", None, ["P1414"]),
        ("2022-06-15", date(2022, 6, 14), []),
    ],
)
def test_a_fact_about_a_dropped_indicator_is_noted_only_from_then_on(day, as_of, told) -> None:
    assert codes(f"{SHEET}{FIRST}\n实绩 A1 {day}\n  整修桥梁 = 3座\n", as_of=as_of) == told


def test_a_fact_about_an_indicator_that_is_yet_to_come_is_noted() -> None:
    text = f"{SHEET}{FIRST}\n实绩 A1 2022-06-01\n  整修涵洞 = 3座\n"
    assert only_complaint(text, as_of=date(2022, 6, 10)).code == "P1414"
    assert codes(text) == []


def test_a_fact_of_an_earlier_version_is_not_held_against_the_new_unit() -> None:
    other = FIRST.replace("100公里", "5条")
    facts = "\n实绩 A1 2022-06-01\n  养护里程 = 60公里\n实绩 A1 2022-12-31\n  养护里程 = 5条\n"
    assert codes(SHEET + other + facts) == []
    assert codes(SHEET + other + facts, as_of=date(2022, 6, 10)) == []


AMEND = "\n调整 A1 2022-06-15\n" + CITE


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\n调整 A1 2022-06-15\n  预算 50.00万元\n", "P1401"),
        (f'{AMEND}{CITE}  用途 "别的"\n', "P1401"),
        (f'\n调整 A1\n{CITE}  用途 "别的"\n', "P1402"),
        (f'\n调整 农村公路养 2022-06-15\n{CITE}  用途 "别的"\n', "P1403"),
        (AMEND.replace("2022-06", "2023-06") + '  用途 "别的"\n', "P1404"),
        (f"{AMEND}  撤销 整修\n", "P1405"),
        (f'{AMEND}  用途 "甲"\n  用途 "乙"\n', "P1408"),
        (f'{AMEND}  用途 "养护"\n', "P1411"),
        (AMEND, "P1411"),
        (f"{AMEND}  产出指标 / 质量指标：\n    整修桥梁 >= 6座\n", "P1412"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_amendment(text: str, code: str) -> None:
    told = only_complaint(SHEET_NO_PLAN + text)
    assert told.code == code
    assert told.hints


def test_amendments_are_checked_before_they_are_in_force() -> None:
    assert codes(f"{SHEET}{AMEND}  撤销 没有的指标名\n", as_of=date(2022, 1, 31)) == ["P1405"]


def test_a_project_in_another_file_is_named() -> None:
    told = only_complaint({"甲.perf": SHEET, "乙.perf": f'采用 国家自评2020\n{AMEND}  用途 "别的"\n'})
    assert told.code == "P1403"
    assert "甲.perf" in told.hints[0].zh


def test_a_name_in_two_groups_is_told_apart_by_its_group() -> None:
    two = SHEET.replace("  效益指标", "  产出指标 / 质量指标：\n    整修桥梁 >= 5座\n  效益指标")
    assert codes(f"{two}{AMEND}  撤销 整修桥梁\n") == ["P1406"]
    left = in_force(f'{two}{AMEND}  撤销 "质量指标 / 整修桥梁"\n')
    assert [each.group[1] for each in left.indicators if each.name == "整修桥梁"] == ["数量指标"]


def test_dropping_twice_is_an_error() -> None:
    again = AMEND.replace("06-15", "08-15") + "  撤销 整修桥梁\n"
    assert codes(f"{SHEET}{AMEND}  撤销 整修桥梁\n{again}") == ["P1407"]


def test_an_error_in_the_sheet_in_force_points_at_the_amendment() -> None:
    told = only_complaint(f"{SHEET}{AMEND}  预算 50.00万元\n")
    assert told.code == "P0503"
    assert text_at(told.labels[-1].place) == "A1"
    assert "2022-06-15" in told.labels[-1].text.zh
    assert codes(f"{SHEET}{AMEND}  预算 50.00万元\n", as_of=date(2022, 6, 14)) == []


def test_check_tells_once_what_is_wrong_between_two_amendments() -> None:
    wrong = f"{AMEND}  预算 50.00万元\n"
    mended = AMEND.replace("06-15", "08-15") + "  支出计划 6月底 20.00万元，12月底 50.00万元\n"
    found = Diagnostics()
    pipeline.check(sources_of(SHEET + wrong + mended), found, shipped, every=True)
    (told,) = found
    assert told.code == "P0503"
    assert "2022-08-15" in told.hints[-1].zh
    assert codes(SHEET + wrong + mended) == []


def test_a_mistake_of_the_sheet_itself_is_told_once() -> None:
    sheet = SHEET.replace("90%", "90度角")
    found = Diagnostics()
    pipeline.check(sources_of(sheet + FIRST + SECOND), found, shipped, every=True)
    assert [each.code for each in found].count("P0303") == 1


def test_a_project_of_a_wrong_amendment_is_not_scored_with_keep_going() -> None:
    other = SHEET.replace("农村公路养护", "桥梁").replace("A1", "B2").replace("采用 国家自评2020\n", "")
    wrong = f"{AMEND}  撤销 没有的指标名\n"
    assert [each.code for each in score_texts(SHEET + other + wrong, keep_going=True)] == ["B2"]
