from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

from perfdsl.report.cells import cells
from perfdsl.report.examples_json import render as render_json
from perfdsl.report.examples_junit import escape
from perfdsl.report.examples_junit import render as render_junit
from perfdsl.report.examples_text import render as render_text
from perfdsl.report.options import Options
from tests.examples.tries import RATIO, try_text

TEXT = f"""{RATIO}
算例 "对"
  设 目标值 >= 12次，分值 12.5，实际 12次
  应 得 12.5分

算例 "错 <b>&amp; “引号”"
  设 目标值 >= 12次，分值 12.5，实际 11次
  应 得 11.45分，达标

算例 "坏"
  设 目标值 >= 12次，分值 12.5，实际 11人
  应 得 11.45分
"""


def test_text_shows_the_place_and_both_numbers() -> None:
    tested, _ = try_text(TEXT)
    text = render_text(tested, [], Options())
    assert "不合 算例“错 <b>&amp; “引号””（方法 完成比例）" in text
    assert "^^^^^^^^^^ 应得 11.45 分，实得 11.46 分（差 +0.01）" in text
    assert "= 缘由: 11次 ÷ 12次 = 91.67%；完成比例：其他 -> 实际 / 目标值" in text
    assert "3 个算例，1 个通过，1 个不合，1 个没法算\n方法 情形 2/3；没有算例触及：\n  例.perf:3:3 " in text
    assert "算例“对”" not in text


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(width: int, language: str) -> None:
    long = TEXT.replace("其他 -> 实际 / 目标值", "其他 -> 实际 / 目标值" + " * 100%" * 40)
    tested, _ = try_text(long)
    text = render_text(tested, [], Options(language=language, width=width))  # type: ignore[arg-type]
    assert max(cells(line) for line in text.splitlines()) <= max(width, 60)


def test_english_and_none_at_all() -> None:
    tested, _ = try_text(TEXT)
    text = render_text(tested, [], Options(language="en"))
    assert "expected 11.45 points, found 11.46 points (difference +0.01)" in text
    assert "3 examples, 1 passed, 1 failed, 1 broken" in text
    empty, _ = try_text("")
    assert render_text(empty, [], Options()) == "没有算例；perfdsl test --suggest 可以写出一些\n"


def test_json_has_every_trial_and_exact_differences() -> None:
    tested, found = try_text(TEXT)
    read = json.loads(render_json(tested, found, Options()))
    assert read["schema_version"] == 1
    assert read["summary"] == {"examples": 3, "passed": 1, "failed": 1, "broken": 1}
    assert [each["state"] for each in read["examples"]] == ["passed", "failed", "broken"]
    points, state = read["examples"][1]["unmet"]
    assert (points["expected"], points["found"], points["difference"]) == ("11.45 分", "11.46 分", "+0.01")
    assert state["difference"] is None
    assert read["coverage"]["method_cases"] == {"all": 3, "touched": 2}
    assert [each["code"] for each in read["diagnostics"]] == ["P0302"]
    partial, _ = try_text(TEXT, "对")
    assert json.loads(render_json(partial, [], Options()))["coverage"] is None


def test_junit_is_read_by_a_parser_of_xml() -> None:
    tested, _ = try_text(TEXT)
    root = ET.fromstring(render_junit(tested, [], Options()))  # noqa: S314 — our own text
    assert root.attrib == {"tests": "3", "failures": "1", "errors": "1"}
    (suite,) = root
    assert suite.attrib["name"] == "例.perf"
    right, wrong, broken = suite
    assert (right.attrib["classname"], right.attrib["name"], len(right)) == ("方法 完成比例", "对", 0)
    assert wrong.attrib["name"] == "错 <b>&amp; “引号”"
    assert [each.tag for each in wrong] == ["failure", "failure"]
    assert "11.46 分（差 +0.01）；" in (wrong[0].text or "")
    assert [each.tag for each in broken] == ["error"]


@pytest.mark.parametrize(
    "character", ["\x00", "\x1b", "\x0b", "\ufffe", "\ud800", "&", "<", '"', "\n", "\U0001f600"]
)
def test_any_character_can_stand_in_junit(character: str) -> None:
    text = f'<a b="{escape(character)}">{escape(character)}</a>'
    read = ET.fromstring(text)  # noqa: S314 — our own text
    legal = character in {"&", "<", '"', "\n", "\U0001f600"}
    assert (read.text == character) == legal
    assert (read.attrib["b"] == character) == legal
