"""Asked to keep going, an error costs the projects that it may reach, and no others."""

from __future__ import annotations

import pytest

from tests.invented_sheet import RUBRIC, SHEET
from tests.scoring import run_texts

ONE = SHEET.split("实绩")[0].removeprefix("采用 国家自评2020\n")
OTHER = ONE.replace("修路", "铺路").replace("P001", "P002")
THIRD = ONE.replace("修路", "养路").replace("P001", "P003")
USE = "采用 国家自评2020\n"
FACTS = "实绩 修路 2022-12-31\n  修路里程 = 12公里\n"


def scored(text, **wishes) -> list[str]:
    outcome = run_texts(text, keep_going=True, **wishes)
    assert outcome.diagnostics.has_errors
    return [project.name for project in outcome.scorecard.projects] if outcome.scorecard else []


def test_all_are_kept_where_nothing_is_wrong() -> None:
    outcome = run_texts(USE + ONE + OTHER, keep_going=True)
    assert len(outcome.scorecard.projects) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (">= 12公里", ">= 12公理"),
        (">= 12公里", ">= 12公里，评分 没有"),
        ("    知晓率 >= 80%", "    知晓率 >= 80% 80%"),
        ("其他资金 2万元", "其他资金 3万元"),
        ("效益指标 / 社会效益指标", "效用指标"),
        ("  群众满意度", "  !!\n  群众满意度"),
    ],
)
def test_an_error_in_a_project_costs_that_project(old: str, new: str) -> None:
    assert old in ONE
    text = USE + ONE + OTHER.replace(old, new) + THIRD
    if "满意度" in old:
        text = text.replace("  群众满意度", "  群众满意度")
    assert scored(text) == ["修路", "养路"]


def test_without_keep_going_nothing_is_scored() -> None:
    assert run_texts(USE + ONE + OTHER.replace("12公里", "12公理")).scorecard is None


def test_a_broken_rubric_costs_the_projects_that_use_it_or_its_children() -> None:
    broken = RUBRIC.replace("产出指标 50", "产出指标 51")
    child = "评分办法 子办法 沿用 自定\n  权重 产出指标 50，效益指标 30，满意度指标 10，预算执行率 10\n"
    text = broken + child + "采用 自定\n" + ONE + "采用 国家自评2020\n" + OTHER + "采用 子办法\n" + THIRD
    assert scored(text) == ["铺路"]


def test_an_unknown_rubric_costs_the_projects_that_name_it() -> None:
    assert scored("采用 没有的\n" + ONE + USE + OTHER) == ["铺路"]
    assert scored(USE + ONE, rubric="没有的") == []


def test_a_line_that_ought_to_choose_a_rubric_costs_what_follows() -> None:
    text = USE + ONE + "采用\n" + OTHER + "采用 湖北2020\n" + THIRD
    assert "铺路" not in scored(text)
    assert "养路" in scored(text)


def test_a_broken_method_costs_the_projects_that_use_it() -> None:
    method = "方法 坏法\n  达标 -> 100%\n"
    text = method + USE + ONE + OTHER.replace(">= 12公里", ">= 12公里，评分 坏法") + THIRD
    assert scored(text) == ["修路", "养路"]


def test_a_method_that_does_not_suit_one_project_costs_no_other() -> None:
    method = "方法 自法\n  其他 -> 实际 / 20公里\n"
    call = "，评分 自法"
    text = (
        method + USE + ONE.replace(">= 12公里", f">= 12公里{call}") + OTHER.replace(">= 80%", f">= 80%{call}")
    )
    assert scored(text) == ["修路"]


def test_a_fact_that_cannot_be_read_costs_its_project() -> None:
    assert scored(USE + ONE + OTHER + FACTS + "  知晓率 = ≥80%\n") == ["铺路"]
    assert scored(USE + ONE + OTHER + FACTS + "  知晓率 = 80次\n") == ["铺路"]


def test_facts_of_a_project_that_is_not_sound_are_not_complained_of() -> None:
    text = USE + ONE.replace("12公里", "12公理") + OTHER + FACTS
    assert [each.code for each in run_texts(text, keep_going=True).diagnostics] == ["P0303"]


def test_two_projects_of_one_code_are_both_left_out() -> None:
    assert scored(USE + ONE + OTHER.replace("P002", "P001") + THIRD) == ["养路"]


def test_a_project_without_a_rubric() -> None:
    outcome = run_texts(ONE, keep_going=True)
    assert [each.code for each in outcome.diagnostics] == ["P0416"]
    assert scored({"一.perf": ONE, "二.perf": USE + OTHER}) == ["铺路"]


def test_an_error_in_a_shipped_text_costs_the_projects_that_use_it() -> None:
    from perfdsl import pipeline
    from perfdsl.pipeline import Request
    from perfdsl.source import Source

    shipped = [Source("办法.perf", RUBRIC.replace("产出指标 50", "产出指标 51"))]
    methods = [Source("方法.perf", METHODS)]
    sheets = [Source("表.perf", "采用 自定\n" + ONE)]
    outcome = pipeline.score(sheets, [], lambda _: [*shipped, *methods], Request(keep_going=True))
    assert "P0402" in {each.code for each in outcome.diagnostics}
    assert not outcome.scorecard or not outcome.scorecard.projects


METHODS = (
    "".join(f"方法 {name}\n  其他 -> 100%\n" for name in ("按完成比例", "按反向比例", "是否达标", "按执行率"))
    + "方法 三档\n  档次 好 0%..100%\n"
)
