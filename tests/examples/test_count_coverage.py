from __future__ import annotations

from tests.examples.tries import RATIO, try_text

BANDS = "方法 分段法\n  分段 实际：>= 90% -> 100%，>= 80% -> 80%，其他 -> 0%\n"
CURVE = "方法 内插法\n  内插 实际：60% -> 25%，90% -> 100%\n  其他 -> 0%\n"
LEVELS = "方法 档\n  档次 达成 80%..100%\n  档次 未达成 0%..<80%\n"
RULE = """规则 封顶
  每项目 当 预算执行率 < 60%
  则 总分 至多 69
  每项目 当 预算执行率 < 50%
  则 总分 至多 59
"""
RUBRIC = """评分办法 试
  引自 "虚构"
  权重 产出指标 90，预算执行率 10
  评分 >= 完成比例；预算执行率 按执行率
  分摊 平均
  等级 优 >= 90，差 其他
  舍入 每项 2位 四舍五入
  缺报 待定
"""


def untouched(text: str) -> list[str]:
    coverage = try_text(text)[0].coverage
    assert coverage is not None
    return [f"{each.kind} {each.name} {each.case}" for each in coverage.untouched]


def example(given: str, name: str = "一") -> str:
    expected = "无 错误" if "总分" in given else "得 1分"
    return f'\n算例 "{name}"\n  设 {given}\n  应 {expected}\n'


def test_without_examples_nothing_is_touched() -> None:
    coverage = try_text(RATIO + RULE)[0].coverage
    assert coverage is not None
    assert (coverage.method_cases, coverage.rule_cases) == (3, 2)
    assert (coverage.touched("method"), coverage.touched("rule")) == (0, 0)


def test_the_case_that_decided_is_touched_whatever_came_out() -> None:
    assert untouched(RATIO + example("目标值 >= 12次，分值 10，实际 6次")) == [
        "method 完成比例 达标 -> 100%",
        "method 完成比例 目标值 <= 0 -> 0%",
    ]


def test_bands_knots_and_levels_are_cases_of_their_own() -> None:
    assert untouched(BANDS + example("目标值 >= 90%，分值 10，实际 85%")) == [
        "method 分段法 >= 90% -> 100%",
        "method 分段法 其他 -> 0%",
    ]
    assert untouched(CURVE + example("目标值 >= 90%，分值 10，实际 75%")) == [
        "method 内插法 90% -> 100%",
        "method 内插法 其他 -> 0%",
    ]
    assert untouched(LEVELS + example("分值 10，实际 未达成")) == ["method 档 档次 达成 80%..100%"]


def test_a_rule_is_touched_where_its_effect_took_place_for_certain() -> None:
    missed = "rule 封顶 每项目 当 预算执行率 < 50% 则 总分 至多 59"
    assert untouched(RULE + example("总分 90分，预算执行率 55%")) == [missed]
    assert len(untouched(RULE + example("总分 90分"))) == 2
    assert untouched(RULE + example("总分 90分，预算执行率 40%")) == []


def test_projects_touch_methods_and_rules() -> None:
    sheet = (
        "采用 试\n项目 甲\n  预算 1万元\n  产出指标：\n    次数 >= 12次\n"
        '算例 "一"\n  设 次数 = 12次，执行数 0.4万元\n  应 总分 59分\n'
    )
    assert untouched(RATIO + RUBRIC + RULE + sheet) == [
        "method 完成比例 目标值 <= 0 -> 0%",
        "method 完成比例 其他 -> 实际 / 目标值",
    ]


def test_none_where_only_some_were_tried() -> None:
    assert try_text(RATIO + example("目标值 >= 12次，分值 10，实际 6次"), "一")[0].coverage is None
