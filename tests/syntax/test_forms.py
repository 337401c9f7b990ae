"""The many ways in which people type rules, examples and the words of Chinese rules."""

from __future__ import annotations

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source
from perfdsl.syntax.layout import format_source

BLOCKS = {
    "rule": "规则 甲\n",
    "example": "算例 甲\n",
    "method": "方法 甲\n",
    "rubric": "评分办法 甲\n",
    "sheet": "项目 甲\n产出：\n名 >= 1\n",
    "facts": "实绩 甲\n",
}


def tidy(block: str, text: str, language: str = "zh") -> str:
    """Lay out what stands in a block; lines are joined by ⏎."""
    diagnostics = Diagnostics()
    written = format_source(Source("x", f"{BLOCKS[block]}{text}\n"), diagnostics, language=language)
    assert written is not None, [f"{d.message.zh} {d.labels[0].place}" for d in diagnostics]
    lines = [" ".join(line.split()) for line in written.split("\n")]
    return "⏎".join(lines[BLOCKS[block].count("\n") : -1])


WHEN = "每项 当 得分 < 分值"


@pytest.mark.parametrize(
    ("block", "typed", "written"),
    [
        ("rule", f"{WHEN} 则 不计", f"{WHEN}⏎则 不计"),
        ("rule", "每项 当 得分＜分值，则 不计", f"{WHEN}⏎则 不计"),
        ("rule", "每项 当 得分 < 分值，\n则 不计", f"{WHEN}⏎则 不计"),
        ("rule", "每项\n则：不计", "每项⏎则 不计"),
        ("rule", "每项：当 得分 < 分值\n则 不计", f"{WHEN}⏎则 不计"),
        ("rule", "每项 则 总分 至多69", "每项⏎则 总分 至多 69"),
        ("rule", "每项 则 总分 至多６９", "每项⏎则 总分 至多 69"),
        ("rule", "每项 则 总分 不超过 69分", "每项⏎则 总分 至多 69分"),
        ("rule", "每项 则 总分 ≤69，因为“低”", '每项⏎则 总分 至多 69 因为 "低"'),
        ("rule", "每项 则 不计，因为：“低”；提示：“x”", '每项⏎则 不计 因为 "低"，提示 "x"'),
        ("rule", "每项 则 扣2分，\n等级 至多 中", "每项⏎则 扣 2分，⏎等级 至多 中"),
        ("rule", "每项 则 扣 2分 每1次 逾期（按比例）", "每项⏎则 扣 2分 每 1次 逾期 按比例"),
        ("rule", "each_department when total < 60 then exclude", "每部门 当 总分 < 60⏎则 不计"),
        ("method", "其他 -> 扣0.5分 每1%（ 每满 ）；扣完为止", "其他 -> 扣 0.5分 每 1% 每满，扣完为止"),
        ("method", "其他 -> 扣 0.5分 每 1次 扣完为止", "其他 -> 扣 0.5分 每 1次，扣完为止"),
        ("method", "其他 -> 扣 1分 每 1次 超出（不足也计）", "其他 -> 扣 1分 每 1次 超出 不足也计"),
        ("method", "其他 -> 满分 - 1分 每 1% 超出（按比例）", "其他 -> 满分 - 1分 每 1% 超出 按比例"),
        ("method", "分段 实际：≥９０% -> 满分；其他 → ０%", "分段 实际：>= 90% -> 满分，其他 -> 0%"),
        ("method", "分段 实际：>= 9 -> 1，\n其他 -> 0", "分段 实际：>= 9 -> 1，⏎其他 -> 0"),
        ("method", "内插 实际/目标值：60%->25%，90%->1", "内插 实际 / 目标值：60% -> 25%，90% -> 1"),
        ("method", "档次 甲 60% 至不足 80%", "档次 甲 60%..<80%"),
        ("method", "允许 缺口，因为 “x”", '允许 缺口 因为 "x"'),
        ("method", "允许 扣为负数 因为 “x”", '允许 超出范围 因为 "x"'),
        ("rubric", "等级 良 80至不足90", "等级 良 80 至不足 90"),
        ("rubric", "等级 良 80 至 不足 90", "等级 良 80 至不足 90"),
        ("rubric", "等级 良 ８０到不满９０", "等级 良 80 至不足 90"),
        ("rubric", "等级 良 80..<90", "等级 良 80 至不足 90"),
        ("rubric", "等级 良 80 至 90", "等级 良 80 至 90"),
        ("rubric", "适用：甲、乙；丙", "适用 甲，乙，丙"),
        ("sheet", "清单：甲、乙；丙", "清单 甲，乙，丙"),
        ("sheet", "择一 甲 不少于 3篇，乙≤１项", "择一 甲 >= 3篇；乙 <= 1项"),
        ("facts", "甲 = 1次，扣分：2分，自评 3", "甲 = 1次，扣分 2分，自评 3"),
        ("facts", "甲 = 1次\n核查=2分", "甲 = 1次⏎核查 2分"),
        ("example", "应 得11.25分", "应 得 11.25分"),
        ("example", "应：得 1分、等级 优；无 提示", "应 得 1分，等级 优，无 提示"),
        ("example", "应 得 1分，\n等级 优", "应 得 1分，⏎等级 优"),
        ("example", "应 总分 61.50 至 89.00", "应 总分 61.50..89.00"),
        ("example", "应 总分 61 至不足 89", "应 总分 61..<89"),
        ("example", "设 甲 1次，\n目标 >= 2次\n应 未达标", "设 甲 1次，⏎目标 >= 2次⏎应 未达标"),
        ("example", "设 甲 在 9%..10%\n应 得 1", "设 甲 介于 9% 至 10%⏎应 得 1"),
        ("example", "设 甲 95%以上\n应 得 1", "设 甲 >= 95%⏎应 得 1"),
    ],
)  # fmt: skip
def test_forms(block: str, typed: str, written: str) -> None:
    assert tidy(block, typed) == written
    assert tidy(block, written.replace("⏎", "\n")) == written


@pytest.mark.parametrize(
    ("block", "chinese", "english"),
    [
        (
            "rule",
            f'{WHEN} 且 已填 佐证⏎则 错误 "x"，得分 至多 5分',
            'each when score < points and filled evidence⏎then fault "x", score at_most 5分',
        ),
        ("method", "其他 -> 扣 1分 每 1次，扣完为止", "otherwise -> deduct 1分 per 1次, to_zero"),
        ("method", '允许 不可达 因为 "x"', 'allow unreachable because "x"'),
        ("example", "应 得 1分，提示，无 错误 甲", "expect gets 1分, hint, lacks fault 甲"),
        ("example", "设 实际 1，已完成⏎应 总分 1..<2", "given actual 1, finished⏎expect total 1..<2"),
    ],
)  # fmt: skip
def test_both_languages(block: str, chinese: str, english: str) -> None:
    assert tidy(block, chinese.replace("⏎", "\n"), "en") == english
    assert tidy(block, english.replace("⏎", "\n")) == chinese


@pytest.mark.parametrize(
    ("block", "text"),
    [
        ("example", '设 "原因" = 1次，"扣分" 2分⏎应 "等级" 得 1分，"得" 达标，提示 错误'),
        ("example", '设 甲 "定性"，乙 = 定性⏎应 "无" 得 1分'),
        ("rule", '每项 当 "有" > 1 且 有 "无"⏎则 "扣" 至多 1，"不计" 至多 1，等级 至多 因为'),
        ("rule", '每项 当 未填 "原因" 且 未填 原因⏎则 "扣2项" 至多 1'),
        ("method", '其他 -> "扣完为止" + "扣" + "每1次"'),
        ("method", "其他 -> 扣 1分 每 (甲) (乙 + 1) 每满"),
        ("sheet", "清单 扣，得，有"),
        ("rubric", "适用 甲，则，等级"),
    ],
)  # fmt: skip
def test_names_that_equal_keywords(block: str, text: str) -> None:
    assert tidy(block, text.replace("⏎", "\n")) == text
