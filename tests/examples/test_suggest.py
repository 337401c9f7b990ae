from __future__ import annotations

import pytest

from perfdsl.diagnostic import Diagnostics, Language
from perfdsl.examples.bench import Bench
from perfdsl.examples.suggest import MARK, Suggestion, suggest
from perfdsl.library import shipped_all
from perfdsl.scheme.parsed import read_source
from perfdsl.source import Source
from tests.examples.tries import RATIO, passes, read, try_text

SHEET = """采用 核心指标2021
项目 甲
  年度 2022
  预算 5万元
  产出指标 / 数量指标：
    次数 >= 12次
    "怪 名字" <= 3.50%
    算出的 >= 80%
      计算 一 / 二
  效益指标：
    档案 是 健全
    知晓度 定性 "提升"
  满意度指标：
    满意率 介于 80% 至 100%
"""


def suggested(text: str, language: Language = "zh", wanted: str = "") -> list[Suggestion]:
    found = Diagnostics()
    sheet = read(text, found)
    bench = Bench([sheet], [read_source(source, found) for source in shipped_all()], found)
    return list(suggest([sheet], bench, language, wanted))


def appended(text: str, language: Language = "zh") -> str:
    """Give a text of one block with its suggestions behind it."""
    (only,) = suggested(text, language)
    assert only.examples
    return "\n".join([text, *only.examples])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "text",
    [
        RATIO,
        "方法 是否\n  达标 -> 100%\n  其他 -> 0%\n",
        "方法 档\n  档次 达成 80%..100%\n  档次 未达成 0%..<80%\n",
        "方法 分档\n  已完成 且 实际 <= 100% -> 100%\n  其他 -> 0%\n",
        "方法 增\n  其他 -> (实际 - 基数) / (目标值 - 基数)\n",
        SHEET,
    ],
)
def test_the_suggestions_appended_to_the_file_read_and_pass(text: str, language: Language) -> None:
    passes(appended(text, language))


def test_each_shipped_method_gets_suggestions_that_pass() -> None:
    for source in shipped_all():
        text = source.text
        found = Diagnostics()
        sheet = read_source(Source(source.name, text), found)
        bench = Bench([sheet], [read_source(each, found) for each in shipped_all()], found)
        made = list(suggest([sheet], bench, "zh"))
        assert all(each.examples for each in made), source.name
        # Each block's examples go right behind its own; from the last to the first, so that places stay.
        for each in reversed(made):
            line = each.place.position.line
            lines = text.splitlines(keepends=True)
            end = next(
                (
                    at
                    for at in range(line, len(lines))
                    if lines[at].startswith(("方法", "算例", "规则", "评分办法"))
                ),
                len(lines),
            )
            text = "".join([*lines[:end], "\n", *each.examples, "\n", *lines[end:]])
        assert not [each.code for each in found if each.severity == "error"]
        tested, _ = try_text(text)
        assert len(tested.trials) > 0
        assert {trial.state for trial in tested.trials} == {"passed"}


def test_each_is_marked_and_computed_lines_and_the_wrong_are_left_out() -> None:
    (only,) = suggested(SHEET)
    assert all(MARK.zh in example for example in only.examples)
    assert not any("算出的" in example for example in only.examples)
    assert any("怪 名字" in example for example in only.examples)
    assert any("预算执行率" in example for example in only.examples)
    assert suggested("方法 坏\n  其他 -> 实际 + 达标\n") == []


def test_the_targets_are_those_of_the_examples_that_are_there() -> None:
    text = RATIO + '\n算例 "一"\n  设 目标值 >= 7户，分值 3，实际 5户\n  应 得 2.14分\n'
    (only,) = suggested(text)
    assert all("目标值 >= 7户，分值 3" in example for example in only.examples)


def test_what_nobody_can_make_up_is_asked_for() -> None:
    (only,) = suggested("方法 档(优)\n  实际 >= 优 -> 100%\n  其他 -> 参加人数 / 20人\n")
    assert only.examples == ()
    assert only.reason.zh == "先写一个算例，给出 优、参加人数"


def test_a_method_that_suits_no_common_target_asks_for_an_example_to_go_by() -> None:
    method = "方法 只认人数\n  实际 >= 100人 -> 100%\n  其他 -> 0%\n"
    (only,) = suggested(method)
    assert only.examples == ()
    assert "先写一个算例" in only.reason.zh
    (only,) = suggested(method + '\n算例 "一"\n  设 目标值 >= 90人，分值 5，实际 99人\n  应 得 0分\n')
    assert any("89人" in example for example in only.examples)


def test_a_project_without_a_rubric_gets_none() -> None:
    (only,) = suggested(SHEET.split("\n", 1)[1])
    assert only.examples == ()


def test_only_those_of_a_name() -> None:
    assert [each.name for each in suggested(RATIO + "方法 乙\n  其他 -> 100%\n", wanted="乙")] == ["乙"]


def test_a_method_gets_the_kinds_of_target_for_which_rubrics_call_it() -> None:
    rubric = (
        '评分办法 试\n  引自 "虚构"\n  权重 全部 90，预算执行率 10\n'
        "  评分 <=, < 只问达标；预算执行率 只问达标；产出指标 只问达标；其余 是否达标\n"
        "  分摊 平均\n  等级 优 >= 90，差 其他\n  舍入 每项 2位 四舍五入\n  缺报 待定\n"
    )
    (only,) = suggested("方法 只问达标\n  达标 -> 100%\n  其他 -> 0%\n" + rubric)
    text = "\n".join(only.examples)
    assert "目标值 <= 5万元" in text
    assert "目标值 >= 90%" in text
    assert "设 分值 10分，实际 59.99%" in text
    assert "定性" not in text


USED = """方法 分档
  分段 实际：< 10% -> 4分，< 20% -> 3分，其他 -> 0分

方法 内插(高 = 90%)
  内插 实际 / 目标值：60% -> 0%，高 -> 100%
  其他 -> 0%

采用 核心指标2021
项目 甲
  预算 5万元
  产出指标：
    差错率 <= 5%，评分 分档
    户数 >= 50户，评分 内插(高 = 80%)
  效益指标：
    受益 >= 90人
  满意度指标：
    满意度 >= 90%
"""


def test_a_method_gets_the_targets_of_the_lines_that_use_it() -> None:
    steps, ramp, _ = suggested(USED)
    assert all("目标值 <= 5%，分值 " in example for example in steps.examples)
    assert all("目标值 >= 50户，分值 " in example for example in ramp.examples)
    assert all("高 = 80%" in example for example in ramp.examples)


def test_each_turn_of_the_points_is_reached_with_a_step_to_either_side() -> None:
    steps, ramp, project = suggested(USED)
    for actual in ("9%", "10%", "11%", "19%", "20%", "21%"):
        assert any(f"实际 {actual}\n" in example for example in steps.examples), actual
        assert any(f"差错率 = {actual}\n" in example for example in project.examples), actual
    for actual in ("29户", "30户", "31户", "39户", "40户", "41户"):
        assert any(f"实际 {actual}" in example for example in ramp.examples), actual
    text = USED
    passes("\n".join([text, *project.examples]))


def test_a_turn_that_no_decimal_writes_is_approached() -> None:
    (only,) = suggested("方法 三分\n  实际 >= 目标值 / 3 -> 100%\n  其他 -> 0%\n")
    text = "\n".join(only.examples)
    assert "实际 30%" in text
    (only,) = suggested(
        "方法 三分\n  实际 * 3 >= 目标值 -> 100%\n  其他 -> 0%\n"
        '\n算例 "一"\n  设 目标值 >= 100%，分值 10，实际 1%\n  应 得 0分\n'
    )
    text = "\n".join(only.examples)
    assert "实际 33%\n  应 得 0.00分" in text
    assert "实际 34%\n  应 得 10.00分" in text


def test_names_of_english_suggestions_are_english() -> None:
    (only,) = suggested(SHEET, "en")
    names = [line for example in only.examples for line in example.splitlines() if line.startswith("example")]
    assert any("execution rate" in name for name in names)
    assert not any("预算执行率" in name for name in names)
