"""Complaints about names: rubrics, methods, parameters, projects, indicators, departments (P02)."""

from __future__ import annotations

import pytest

from tests.invented_sheet import RUBRIC, SHEET, spoilt, told
from tests.scoring import check_texts, line_named, score_one

METHOD = "方法 自法(门槛, 折 = 50%)\n  实际 / 目标值 < 门槛 -> 折\n  其他 -> 100%\n"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("国家自评2002", "国家自评2020"), ("国家自评", "国家自评2020"), ("湖北2O20", "湖北2020")],
)
def test_unknown_rubric(written: str, meant: str) -> None:
    (found,) = told(spoilt(("国家自评2020", written)), ("P0201", f"采用 {written}"))
    assert found.hints[0] == (f"是不是“{meant}”？", f"did you mean “{meant}”?")


def test_unknown_rubric_of_an_argument_has_no_place() -> None:
    (found,) = told(SHEET, ("P0201",), rubric="国家自评2002")
    assert "国家自评2020" in found.hints[0].zh


def test_unknown_rubric_that_is_extended() -> None:
    text = spoilt(before="评分办法 甲办法 沿用 国家自评2002\n")
    assert "P0201" in {each.code for each in check_texts(text)[1]}


def test_unknown_method_of_an_indicator_and_of_a_rubric() -> None:
    (found,) = told(spoilt(("12公里\n", "12公里\n      评分 按完成比列\n")), ("P0202", "评分 按完成比列"))
    assert "按完成比例" in found.hints[0].zh
    rubric = RUBRIC.replace("按反向比例", "按反相比例")
    (found,) = told(spoilt(("国家自评2020", "自定"), before=rubric), ("P0202", "<=, < 按反相比例"))
    assert "按反向比例" in found.hints[0].zh


def test_defined_twice() -> None:
    told(spoilt(before="方法 自法\n  其他 -> 1\n方法 自法\n  其他 -> 0\n"), ("P0204", "自法", "自法"))
    both = [each.code for each in check_texts({"一.perf": RUBRIC, "二.perf": RUBRIC})[1]]
    assert both == ["P0204"]


def test_one_may_define_a_shipped_name_anew() -> None:
    text = spoilt(
        ("12公里\n  产出", "12公里\n      评分 按完成比例\n  产出"), ("修路里程 = 12公里", "修路里程 = 6公里")
    )
    assert line_named(score_one(text), "修路里程").score == 12.5
    own = "方法 按完成比例\n  其他 -> 10%\n"
    assert line_named(score_one(own + text), "修路里程").score == 2.5


def test_two_projects_of_one_code_or_of_one_name() -> None:
    again = SHEET.split("实绩")[0].removeprefix("采用 国家自评2020\n")
    told(SHEET + again, ("P0205", "修路", "修路"))
    assert "P0205" in {e.code for e in check_texts(SHEET + again.replace("  编码 P001\n", ""))[1]}
    assert check_texts(SHEET + again.replace("P001", "P002"))[1] == []


def test_two_indicators_of_one_name() -> None:
    text = spoilt(("12公里\n", "12公里\n    修 路里程 >= 1公里\n"), ("修路里程 = 12公里", "群众满意度 = 91%"))
    assert "P0206" in {each.code for each in check_texts(text.replace("修 路里程", "修路里程"))[1]}
    two_groups = spoilt(("    知晓率 >= 80%", "    修路里程 >= 80%"))
    assert check_texts(two_groups)[1] == []
    told(two_groups.replace("知晓率 = ", "群众满意度 = ").replace("  群众满意度 = 80%\n", ""),
         ("P0641", "修路里程", "修路里程", "修路里程"))  # fmt: skip


@pytest.mark.parametrize(
    ("line", "again"),
    [
        ("  编码 P001\n", "编码 P001"),
        ("  年度 2022\n", "年度 2022"),
        (
            "  预算 10万元 = 财政资金 8万元 + 其他资金 2万元\n",
            "预算 10万元 = 财政资金 8万元 + 其他资金 2万元",
        ),
    ],
)
def test_a_part_that_is_written_twice(line: str, again: str) -> None:
    told(spoilt((line, line * 2)), ("P0207", again, again))


def test_a_clause_that_is_written_twice() -> None:
    told(
        spoilt(("12公里\n", "12公里\n      评分 按完成比例\n      评分 是否达标\n")),
        ("P0207", "评分 是否达标", "评分 按完成比例"),
    )


@pytest.mark.parametrize(
    "line",
    [
        "等级 优 >= 90，差 其他", "缺报 待定", "分摊 平均", "舍入 每项 1位 截断", "评分 >= 是否达标",
        "权重 产出指标 50，效益指标 30，满意度指标 10，预算执行率 10",
    ],
)  # fmt: skip
def test_a_rubric_that_says_a_thing_twice(line: str) -> None:
    found = check_texts(RUBRIC + f"  {line}\n")[1]
    assert [each.code for each in found] == ["P0207"]


def test_a_rubric_that_names_a_group_twice() -> None:
    found = check_texts(RUBRIC.replace("产出指标 50", "产出指标 25，产出 25"))[1]
    assert [each.code for each in found] == ["P0207"]
    found = check_texts(RUBRIC + "  缺项 满意度 归 产出\n  缺项 满意度指标 按比例\n")[1]
    assert [each.code for each in found] == ["P0207"]


def test_unknown_department_is_a_warning() -> None:
    text = spoilt(("  编码 P001\n", "  编码 P001\n  部门 101002\n"), before="部门 某局\n  编码 101001\n")
    (found,) = told(text, ("P0208", "修路"))
    assert found.severity == "warning"
    assert "101001" in found.hints[0].zh
    assert score_one(text).total.low == 100


def test_missing_and_superfluous_arguments() -> None:
    def with_call(call: str) -> str:
        return spoilt(("12公里\n", f"12公里\n      评分 {call}\n"), before=METHOD)

    assert told(with_call("自法(60%)")) == []
    assert told(with_call("自法(门槛 = 60%, 折 = 10%)")) == []
    (found,) = told(with_call("自法"), ("P0209", "评分 自法"))
    assert "门槛" in found.message.zh
    assert found.hints[0].zh == "写成 评分 自法(门槛 = …)"
    told(with_call("自法(60%, 高 = 1)"), ("P0209", "高 = 1"))
    told(with_call("自法(60%, 门槛 = 1)"), ("P0209", "门槛 = 1"))
    told(with_call("自法(60%, 50%, 40%)"), ("P0209", "40%"))


def test_parameters_have_names_of_their_own() -> None:
    def method(parameters: str) -> list[str]:
        return [each.code for each in check_texts(f"方法 甲法({parameters})\n  其他 -> 100%\n")[1]]

    assert method("低 = 1, 高 = 2") == []
    assert method("目标值 = 1") == method("target = 1") == method("低 = 1, 低 = 2") == ["P0209"]


def test_rubrics_that_extend_one_another_in_a_circle() -> None:
    text = "评分办法 甲办法 沿用 乙办法\n评分办法 乙办法 沿用 甲办法\n"
    assert "P0210" in {each.code for each in check_texts(text)[1]}
    alone = {each.code for each in check_texts("评分办法 甲办法 沿用 甲办法\n")[1]}
    assert "P0210" in alone


def test_a_rubric_with_too_many_parents() -> None:
    chain = (
        "".join(f"评分办法 办法{n} 沿用 办法{n + 1}\n" for n in range(30))
        + "评分办法 办法30 沿用 国家自评2020\n"
    )
    assert "P0210" in {each.code for each in check_texts(chain)[1]}
