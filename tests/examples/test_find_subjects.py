from __future__ import annotations

from perfdsl.diagnostic import Diagnostics
from perfdsl.examples.find_subjects import posed_in
from tests.examples.tries import RATIO, codes, read

EXAMPLE = """
算例 "一"
  设 目标值 >= 10次，分值 10，实际 5次
  应 得 5分
"""


def subjects(text: str) -> list[str]:
    return [
        f"{each.node.name}:{each.subject.kind} {each.subject.name}"
        for each in posed_in(read(text, Diagnostics()), Diagnostics())
    ]


def test_an_example_is_of_the_block_above_it() -> None:
    rule = "规则 封顶\n  每项目 当 预算执行率 < 60%\n  则 总分 至多 69\n"
    text = RATIO + EXAMPLE + rule + EXAMPLE.replace("一", "二")
    assert subjects(text) == ["一:method 完成比例", "二:rule 封顶"]


def test_examples_and_actuals_and_uses_in_between_are_passed_over() -> None:
    project = "采用 国家自评2020\n项目 甲\n  预算 1万元\n  产出指标：\n    次数 >= 1次\n"
    text = project + EXAMPLE + "实绩 甲\n  次数 = 1次\n采用 okr\n" + EXAMPLE.replace("一", "二")
    assert subjects(text) == ["一:project 甲", "二:project 甲"]


def test_nothing_above_is_complained_of() -> None:
    assert codes(EXAMPLE + RATIO) == ["P0931"]


def test_a_department_is_nothing_that_can_be_tested() -> None:
    assert codes(RATIO + "部门 局\n  编码 1\n" + EXAMPLE) == ["P0931"]
