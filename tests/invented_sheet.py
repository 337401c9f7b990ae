"""An invented sheet with facts, to be spoilt in one place by a test."""

from __future__ import annotations

from tests.scoring import Texts, complaints, labels_of, say_all

SHEET = """采用 国家自评2020

项目 修路
  编码 P001
  年度 2022
  预算 10万元 = 财政资金 8万元 + 其他资金 2万元
  支出计划 3月底 2万元，6月底 5万元，12月底 10万元
  产出指标 / 数量指标：
    修路里程 >= 12公里
  产出指标 / 成本指标：
    项目成本 <= 10万元
  效益指标 / 社会效益指标：
    知晓率 >= 80%
  满意度指标 / 服务对象满意度指标：
    群众满意度 >= 90%

实绩 修路 2022-12-31
  修路里程 = 12公里
  项目成本 = 10万元
  知晓率 = 80%
  群众满意度 = 90%
  执行数 10万元
"""

RUBRIC = """评分办法 自定
  引自 "测试用"
  权重 产出指标 50，效益指标 30，满意度指标 10，预算执行率 10
  分摊 平均
  评分 >=, > 按完成比例；<=, < 按反向比例；其余 是否达标；定性 三档；预算执行率 按执行率
  等级 优 >= 90，良 >= 80，差 其他
  舍入 每项 2位 四舍五入
  缺报 待定
"""


def spoilt(*changes: tuple[str, str], before: str = "", text: str = SHEET) -> str:
    """Replace texts, each of which must be there, and put something before."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return before + text


def told(texts: Texts, *expected: tuple[str, ...], table: str = "", **wishes) -> list:
    """Compare all complaints with (code, text at each place …); each must be worded in full."""
    found = complaints(texts, table, **wishes)
    assert [(each.code, *labels_of(each)) for each in found] == list(expected), say_all(found)
    for each in found:
        worded_in_full(each)
    return found


def worded_in_full(diagnostic) -> None:
    """A message, labels and a remedy in both languages, none of them with a hole."""
    assert diagnostic.hints, diagnostic.code
    for text in (diagnostic.message, *(label.text for label in diagnostic.labels), *diagnostic.hints):
        for words in text:
            assert words.strip(), diagnostic.code
            assert "None" not in words, words
            assert "{" not in words, words
    assert any("\u4e00" <= letter <= "\u9fff" for letter in diagnostic.message.zh)
