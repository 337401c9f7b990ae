"""Each language is spoken alone: no Chinese in English output but units, no English in Chinese."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.run import DATA, run

ENGLISH = DATA / "english.perf"
"""An invented sheet in English, whose only Chinese are units."""

UNITS = ("个百分点", "万元", "次", "人", "分", "元")
HAN = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")

CHINESE = """方法 混合
  达标 且 执行数 > 0万元 -> 50%
  其他 -> 0%

评分办法 我的
  权重 产出 90，预算执行率 10
  分摊 平均
  评分 >= 混合；其余 是否达标；预算执行率 按执行率
  等级 优 >= 90，差 其他
  舍入 每项 2位 四舍五入

规则 "执行偏低"
  每项目 当 预算执行率 < 60%
  则 总分 至多 69 因为 "执行偏低"，等级 至多 差

采用 我的
项目 示例
  预算 5万元
  产出：
    会议 >= 12次
    差错率 <= 5%
实绩 示例 2022-12-31
  执行数 2.5万元
  会议 = 11次
  差错率 = 7%
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ("eval",),
        ("eval", "-f", "md"),
        ("eval", "-f", "csv"),
        ("explain", "Sample"),
        ("explain", "Sample", "-f", "md"),
        *(("explain", f"Sample/{line}") for line in ("meetings", "rate", "done", "known", "execution")),
        ("goal-seek", "--score", "90"),
        ("goal-seek", "--score", "70", "--all-open"),
        ("test",),
        ("verify",),
        ("check",),
    ],
)
def test_english_output_has_no_chinese_but_units(arguments: tuple[str, ...]) -> None:
    command, *rest = arguments
    ran = run(command, *rest, ENGLISH, "--lang", "en")
    said = ran.out + ran.err
    assert said
    for unit in UNITS:
        said = said.replace(unit, "")
    assert HAN.findall(said) == []


def test_words_of_ours_in_english() -> None:
    told = run("eval", ENGLISH, "--lang", "en").out
    assert "\nexecution rate\n  execution rate " in told
    assert "11次 ÷ 12次 = 91.67%; pro: otherwise -> actual / target" in told
    told = run("explain", "Sample/rate", ENGLISH, "--lang", "en").out
    assert "2 percentage points less would give full" in told
    assert "16.66 = output 50 ÷ 3 lines" in told
    told = run("explain", "Sample/execution", ENGLISH, "--lang", "en").out
    assert "spent 2.5万元 (2022-12-31)" in told


def test_json_keeps_the_name_of_the_execution_rate() -> None:
    lines = run("eval", ENGLISH, "--lang", "en", "-f", "json").json["projects"][0]["indicators"]
    assert lines[-1]["name"] == "预算执行率"


def test_the_execution_rate_is_found_under_the_name_that_english_shows() -> None:
    assert "execution rate\n" in run("explain", "Sample/execution rate", ENGLISH, "--lang", "en").out
    ran = run("goal-seek", "--score", "70", "--open", "execution rate", ENGLISH, "--lang", "en")
    assert "execution rate" in ran.out
    assert ran.err == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("eval",),
        ("eval", "-f", "md"),
        ("explain", "示例"),
        ("explain", "示例/会议"),
        ("explain", "示例/预算执行率"),
        ("goal-seek", "--score", "90"),
        ("verify",),
    ],
)
def test_chinese_output_has_no_english(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command, *rest = arguments
    monkeypatch.chdir(tmp_path)
    Path("表.perf").write_text(CHINESE, encoding="utf-8")
    ran = run(command, *rest, "表.perf", "--lang", "zh")
    said = (ran.out + ran.err).replace("表.perf", "")
    assert said
    left = re.sub(r"`?perfdsl[^\n`]*`?|--[a-z-]+|z3|P\d{4}|NAME|min", "", said)
    assert re.findall(r"[A-Za-z]{2,}", left) == []


def test_why_a_method_is_no_curve_in_either_language(tmp_path: Path) -> None:
    sheet = tmp_path / "表.perf"
    sheet.write_text(CHINESE, encoding="utf-8")
    zh = run("explain", "示例/会议", sheet, "--lang", "zh").out
    assert "用到另一个事实“执行数”" in zh
    assert "another fact" not in zh
    en = run("explain", "示例/会议", sheet, "--lang", "en").out
    assert "it uses another fact, “执行数”" in "".join(en.split("\n")).replace("          ", " ")


def test_units_of_a_product_in_chinese(tmp_path: Path) -> None:
    sheet = tmp_path / "表.perf"
    sheet.write_text("方法 甲\n  其他 -> 满分 * 满分 + 满分\n", encoding="utf-8")
    assert "“分²” 不能与 “分”" in run("check", sheet, "--lang", "zh").err
    assert "“point^2” cannot be added" in run("check", sheet, "--lang", "en").err
