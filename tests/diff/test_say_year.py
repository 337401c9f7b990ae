"""Differences of monitoring schemes, of a department's roll-up and of required actions, in words."""

from __future__ import annotations

from perfdsl.diff.compare import compare
from perfdsl.report.diff_words import ABOUT, KINDS
from tests.diff.sides import SHEET
from tests.diff.test_tell_amendments import side

BANDS = """监控办法 自拟灯
  进度 按比例
  预警 资金 红 < 60%，黄 < 80%，绿 其他
  预警 正向 红 < 60%，黄 < 80%，绿 < 120%，蓝 其他
  预警 反向 绿 达标，红 其他
  预警 定性 红 < 60%，黄 < 80%，绿 其他
  预警 差距 黄 > 10%，绿 其他
  序时 红 4月底 25%，6月底 40%
  取最差 红，黄，蓝，绿

"""
ACTION = """
整改 A1 2022-08-05
  要求 "补开两次会议"
  责任人 张三
  限期 2022-09-30
"""


def changes(old: str, new: str) -> list[tuple[str, str, str, str | None, str | None]]:
    found = []
    for pair in compare(side(old), side(new)).definitions:
        assert pair.kind in KINDS
        for each in pair.changes:
            sides = (each.old and each.old.text, each.new and each.new.text)
            assert each.about in {*ABOUT, "itself"}
            found.append((pair.kind, each.about, each.name, *sides))
    return found


def test_a_band_that_moved_is_named_by_its_subject_and_light() -> None:
    moved = BANDS.replace("资金 红 < 60%", "资金 红 < 50%").replace("6月底 40%", "6月底 45%")
    assert changes(BANDS + SHEET, moved + SHEET) == [
        ("monitoring", "light", "资金 红", "< 60%", "< 50%"),
        ("monitoring", "pace", "红 6月底", "40%", "45%"),
    ]


def test_spelling_is_no_difference() -> None:
    assert changes(BANDS + SHEET, BANDS.replace("< 60%", "< 0.6") + SHEET) == []


def test_what_became_of_an_action() -> None:
    closed = ACTION + '  结果 "已补开" 2022-09-20\n  佐证 "签到表.pdf"\n'
    assert [each[:2] for each in changes(SHEET + ACTION, SHEET + closed)] == [
        ("action", "result"),
        ("action", "evidence"),
    ]
    assert [each[:2] for each in changes(SHEET, SHEET + ACTION)] == [("action", "itself")]


def test_shares_of_a_roll_up() -> None:
    rubric = "评分办法 自拟 沿用 国家自评2020\n  汇总 自身 60%，各项目 40% 按预算\n\n"
    other = rubric.replace("60%", "50%").replace("40%", "50%")
    assert changes(rubric + SHEET, other + SHEET) == [
        ("rubric", "rollup", "自身", "自身 60%", "自身 50%"),
        ("rubric", "rollup", "各项目", "各项目 40% 按预算", "各项目 50% 按预算"),
    ]
