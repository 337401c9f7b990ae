"""Which method scores an indicator, and whether it suits it."""

from __future__ import annotations

import pytest

from tests.invented_sheet import RUBRIC, SHEET, spoilt, told
from tests.scoring import check_texts, line_named, score_one

EACH = "".join(
    f"方法 {name}\n  其他 -> {points}%\n"
    for points, name in enumerate(["按名", "按组", "按大组", "按种类", "按符号", "按其余"], 1)
)
SCORED = "评分 {}；预算执行率 按执行率；定性 三档"


def methods_of(scoring: str, sheet: str) -> list[str | None]:
    rubric = RUBRIC.replace(
        "评分 >=, > 按完成比例；<=, < 按反向比例；其余 是否达标；定性 三档；预算执行率 按执行率",
        SCORED.format(scoring),
    )
    scheme, _ = check_texts(EACH + rubric + "采用 自定\n项目 甲\n  预算 1万元\n" + sheet)
    scoring_of = scheme.projects[0].scoring
    assert scoring_of is not None
    return [None if call is None else call.method.name for call in scoring_of.methods]


ALL = "里程 按名；数量指标 按组；产出指标 按大组；区间, 期限, 是 按种类；>=, <=, =, >, < 按符号；其余 按其余"


@pytest.mark.parametrize(
    ("left_out", "method"),
    [
        ([], "按名"),
        (["里程 按名"], "按组"),
        (["里程 按名", "数量指标 按组"], "按大组"),
        (["里程 按名", "数量指标 按组", "产出指标 按大组"], "按符号"),
        (["里程 按名", "数量指标 按组", "产出指标 按大组", ">=, <=, =, >, < 按符号"], "按其余"),
    ],
)
def test_the_most_particular_selector_wins(left_out: list[str], method: str) -> None:
    scoring = "；".join(case for case in ALL.split("；") if case not in left_out)
    assert methods_of(scoring, "  产出指标 / 数量指标：\n    里程 >= 1次\n") == [method]


@pytest.mark.parametrize(
    ("target", "method"),
    [
        (">= 1次", "按符号"), ("> 1次", "按符号"), ("<= 1次", "按符号"), ("= 0起", "按符号"),
        ("in 1次..2次", "按种类"), ("<= 2022-12-31", "按种类"), ("<= 12月份", "按种类"),
        ("是 健全", "按种类"),
        ("定性", "三档"),
    ],
)  # fmt: skip
def test_the_kind_of_target_chooses(target: str, method: str) -> None:
    scoring = "区间, 期限, 是 按种类；>=, <=, =, >, < 按符号"
    assert methods_of(scoring, f"  产出指标：\n    里程 {target}\n") == [method]


def test_a_selector_may_name_a_group_in_either_language() -> None:
    for name in ("产出指标", "产出", "output"):
        assert methods_of(f"{name} 按组；其余 按其余", "  产出指标：\n    里程 >= 1次\n") == ["按组"]


def test_an_indicator_that_is_called_like_a_word_of_the_language_is_not_taken_for_it() -> None:
    for name in ("range", "other", "deadline", "cost"):
        sheet = f"  产出指标：\n    {name} >= 1次\n"
        assert methods_of("区间, 期限 按种类；成本指标 按组；>= 按符号；其余 按其余", sheet) == ["按符号"]


def test_its_own_method_wins() -> None:
    text = spoilt(
        ("12公里\n  产出", "12公里\n      评分 是否达标\n  产出"), ("里程 = 12公里", "里程 = 11公里")
    )
    assert line_named(score_one(text), "修路里程").method == "是否达标"
    assert line_named(score_one(text), "修路里程").score == 0


def test_no_method_for_an_indicator() -> None:
    rubric = RUBRIC.replace("；其余 是否达标", "")
    told(
        spoilt(
            ("国家自评2020", "自定"), (">= 80%", "是 健全"), ("知晓率 = 80%", "知晓率 = 健全"), before=rubric
        ),
        ("P0414", "是 健全"),
    )


def test_levels_are_for_qualities_and_cases_for_all_else() -> None:
    def with_call(target: str, call: str) -> str:
        return spoilt((">= 80%", f"{target}\n      评分 {call}")).split("实绩")[0]

    told(with_call(">= 80%", "三档"), ("P0415", ">= 80%", "评分 三档"))
    told(with_call("定性", "是否达标"), ("P0415", "定性", "评分 是否达标"))
    assert (
        told(with_call("定性", "湖北三档") + "方法 湖北三档\n  档次 好 50%..100%\n  档次 差 0%..<50%\n") == []
    )
    told(
        spoilt(("国家自评2020", "自定"), before=RUBRIC.replace("预算执行率 按执行率", "预算执行率 三档")),
        ("P0415", "修路", "预算执行率 三档"),
    )


@pytest.mark.parametrize(
    ("target", "method", "code"),
    [
        ("<= 2022-12-31", "按反向比例", "P0330"),
        ("<= 12月份", "按反向比例", "P0330"),
        ("是 健全", "按完成比例", "P0212"),
        ("in 1次..2次", "按完成比例", "P0212"),
        (">= 1次", "满意度分段", "P0302"),
        (">= 1次", "每超扣分", "P0302"),
    ],
)
def test_a_method_that_does_not_suit(target: str, method: str, code: str) -> None:
    text = spoilt(("修路里程 >= 12公里", f"修路里程 {target}\n      评分 {method}")).split("实绩")[0]
    (found,) = told(text, (code, *labels(text)))
    assert found.labels[0].place.file == "perfdsl:rubrics/常用方法.perf" or found.labels[
        0
    ].place.file.startswith("rub")
    assert found.labels[-1].place.text == target


def labels(text: str) -> list[str]:
    from tests.scoring import complaints, labels_of

    (found,) = complaints(text)
    return labels_of(found)


def test_a_method_may_name_other_indicators_of_the_project() -> None:
    method = "方法 看里程\n  修路里程 >= 12公里 -> 100%\n  其他 -> 50%\n"
    text = spoilt(("80%\n  满意", "80%\n      评分 看里程\n  满意"), before=method)
    assert line_named(score_one(text), "知晓率").score == 30
    assert line_named(score_one(text.replace("里程 = 12公里", "里程 = 11公里")), "知晓率").score == 15
    unknown = score_one(text.replace("  修路里程 = 12公里\n", ""))
    assert line_named(unknown, "知晓率").score is None


def test_a_method_that_names_indicators_is_checked_for_each_project() -> None:
    """The check of one project must not answer for another, whose names and units differ."""
    method = "方法 看里程\n  修路里程 >= 12公里 -> 100%\n  其他 -> 50%\n"
    rubric = RUBRIC.replace("评分 ", "评分 效益指标 看里程；")
    one = SHEET.split("实绩")[0].replace("国家自评2020", "自定")
    other = one.replace("采用 自定\n", "").replace("P001", "P002").replace("项目 修路", "项目 铺路")
    told(method + rubric + one + other.replace("修路里程 >= 12公里", "铺路里程 >= 12公里"),
         ("P0203", "修路里程", ">= 80%"))  # fmt: skip
    told(method + rubric + one + other.replace("修路里程 >= 12公里", "修路里程 >= 12次"),
         ("P0302", "修路里程", "12公里", ">= 80%"))  # fmt: skip


def test_a_mistake_of_a_method_is_told_once_and_not_again_for_each_use() -> None:
    method = "方法 坏法\n  实际 >= 90% -> 100%\n  其他 -> 实际 + 3次 + 5%\n"
    use = "\n      评分 坏法"
    text = spoilt((">= 80%", f">= 80%{use}"), (">= 90%", f">= 90%{use}"), before=method)
    told(text, ("P0302", "实际", "3次"))


def test_a_method_with_parameters_is_checked_with_what_is_given() -> None:
    method = "方法 自法(门槛)\n  实际 >= 门槛 -> 100%\n  其他 -> 0%\n"
    good = spoilt((">= 80%", ">= 80%\n      评分 自法(60%)"), before=method)
    assert told(good) == []
    told(good.replace("自法(60%)", "自法(60次)"), ("P0302", "实际", "门槛", ">= 80%"))
    told(good.replace("自法(60%)", "自法(没有的名字)"), ("P0203", "没有的名字", ">= 80%"))
