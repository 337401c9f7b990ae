"""``perfdsl explain``: the page of a code, and how the points of a project came about."""

from __future__ import annotations

import pytest

from perfdsl.cli.explain_command import page_in
from perfdsl.codes import CODES
from tests.cli.run import LINXI, SHEET, facts, run, write

PAGE = """# P0000 标题 · title

## 中文

<!-- no example: 说给测试听 -->

说明。

```perf error=P0000 in=group
例
```

## English

Words.
"""


def test_a_page() -> None:
    ran = run("explain", "P0101")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# P0101 ")
    assert "## 中文" in ran.out
    assert "## English" in ran.out


def test_small_letters_and_blanks_are_forgiven() -> None:
    assert run("explain", " p0101 ") == run("explain", "P0101")


def test_one_language() -> None:
    zh, en = (run("explain", "P0101", "--lang", lang).out for lang in ("zh", "en"))
    assert zh.splitlines()[0] == en.splitlines()[0]
    assert "## " not in zh + en
    assert "这一行" in zh.split("\n", 1)[1]
    assert "line" in en.split("\n", 1)[1]


def test_what_a_page_says_to_our_tests_is_left_out() -> None:
    assert page_in("zh", PAGE) == "# P0000 标题 · title\n\n说明。\n\n```perf\n例\n```"
    assert page_in("en", PAGE) == "# P0000 标题 · title\n\nWords."
    assert page_in("", PAGE).count("##") == 2
    assert "error=" not in page_in("", PAGE)
    assert "<!--" not in page_in("", PAGE)


@pytest.mark.parametrize("code", sorted(CODES))
def test_no_page_shows_what_is_said_to_tests(code: str) -> None:
    from perfdsl.packaged import packaged_folder

    if not (packaged_folder("diagnostics") / f"{code}.md").exists():
        pytest.skip("no page yet")  # tests/docs fails for it
    ran = run("explain", code)
    assert ran.code == 0
    assert [word for word in ("error=", "<!--", "in=group") if word in ran.out] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("P032",), "P0302"),
        (("P01011",), "P0101"),
        ((), "WHAT"),
        (("P0302", "--lang", "fr"), "zh 或 en"),
        (("人大会议", LINXI, "--format", "csv"), "json md text"),
        (("人大会议", LINXI, "--as-of", "年底"), "2022-06-30"),
        (("代表之加运行经费", LINXI), "代表之家运行经费"),
        (("经费", LINXI), "13053522P00958710001D"),
        (("代表之家/集中活动的次教", LINXI), "集中活动的次数"),
        (("代表之家/率", LINXI), "使用者满意率"),
    ],
)
def test_wrong_use_has_a_remedy(arguments: tuple[str, ...], message: str) -> None:
    ran = run("explain", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message.replace(" ", "") in ran.told


WORST = "集中活动的次数"


def explained(*arguments):
    ran = run("explain", *arguments, "--format", "json")
    assert ran.code == 0, ran.err
    return ran.json["project"]


@pytest.mark.parametrize(
    ("rubric", "total", "sentence"),
    [
        ("国家自评2020", "97.81", "扣 1.04 分：11次 ÷ 12次 = 91.67%；若再多 1 次得满分"),
        ("核心指标2021", "95.53", "扣 2.60 分：(11次 ÷ 12次 - 60%) ÷ 40% = 79.17%；若再多 1 次得满分"),
        ("湖北2020", "97.62", "扣 0.83 分：11次 ÷ 12次 = 91.67%；若再多 1 次得满分"),
        ("一体化平台", "97.81", "扣 1.04 分：11次 ÷ 12次 = 91.67%；若再多 1 次得满分"),
    ],
)
def test_the_seeds_first_project_under_each_rubric(rubric, total, sentence) -> None:
    found = explained("代表之家运行经费", LINXI, "--rubric", rubric)
    assert found["total"]["range"] == {"low": total, "high": total, "high_open": False}
    assert found["rubrics"][0] == rubric
    assert found["by_points_lost"][0]["name"] == WORST
    (line,) = (line for line in found["lines"] if line["name"] == WORST)
    assert line["sentence"] == sentence
    assert line["actual"]["evidence"] == "虚构示例"
    assert line["target"]["source"]["file"].endswith("1-代表之家运行经费.perf")


def test_one_line() -> None:
    ran = run("explain", f"代表之家/{WORST}", LINXI)
    assert (ran.code, ran.err) == (0, "")
    for words in (
        "275/24 ≈ 11.4583 分",
        "每项 2 位，四舍五入：11.46 分",
        "✓ 其他 -> 实际 / 目标值",
        "未核对原文",
    ):
        assert words in ran.out
    assert "工作计划完成率" not in ran.out
    (line,) = explained(f"代表之家/{WORST}", LINXI)["lines"]
    assert line["points"]["exact"] == "275/24"


def test_the_execution_rate_is_a_line() -> None:
    (line,) = explained("代表之家/预算执行率", LINXI)["lines"]
    assert line["sentence"] == "扣 0.40 分：4.8万元 ÷ 5万元 = 96%；若再支出 0.2 万元得满分"
    assert line["target"]["text"].startswith("预算 5.00万元")


def test_both_languages_and_markdown() -> None:
    english = run("explain", "代表之家", LINXI, "--lang", "en")
    assert "1.04 points lost: 11次 ÷ 12次 = 91.67%; 1 次 more would give full points" in english.out
    markdown = run("explain", "代表之家", LINXI, "--format", "md")
    assert markdown.out.startswith("## 13053522P00958710001D 代表之家运行经费")
    assert f"### {WORST} 11.46/12.50" in markdown.out


def test_as_of_a_day() -> None:
    found = explained("综合事务管理经费", LINXI, "--as-of", "2022-06-30")
    assert found["as_of"] == "2022-06-30"
    assert found["total"]["range"]["low"] != found["total"]["range"]["high"]
    (line,) = (line for line in found["lines"] if line["name"] == "表决系统的使用次数")
    assert line["actual"]["text"] == "3次"


def test_the_current_folder_and_other_facts(tmp_path, monkeypatch) -> None:
    write(tmp_path, sheet=SHEET, actuals=facts(召开县会议次数="9次"))
    monkeypatch.chdir(tmp_path)
    assert "9次 ÷ 12次 = 75%" in run("explain", "人大/召开").out
    (tmp_path / "other.csv").write_text(facts(召开县会议次数="6次"), encoding="utf-8")
    assert "6次 ÷ 12次 = 50%" in run("explain", "人大/召开", ".", "--actuals", "other.csv").out


def test_a_sound_project_is_explained_despite_the_errors_of_others(tmp_path) -> None:
    other = SHEET.replace("人大会议经费", "另一个项目").replace("12次", "12吃")
    write(tmp_path, sheet=SHEET, other=other, actuals=facts())
    ran = run("explain", "人大会议", tmp_path)
    assert ran.code == 2
    assert "P0303" in ran.err
    assert "总分" in ran.out
    broken = run("explain", "另一个", tmp_path)
    assert (broken.code, broken.out) == (2, "")
    assert run("explain", "另一个", tmp_path, "--format", "json").json["project"] is None


EXPLAINS = """规则 须说明
  每项 当 得分 < 分值 且 未填 原因 则 错误 "请说明原因"
"""


def faulty(tmp_path):
    """A project of which one line has no reason, as its rule asks for."""
    return write(tmp_path, sheet=EXPLAINS + SHEET, actuals=facts(召开县会议次数="9次"))


def test_what_rules_do_not_allow_is_shown_and_the_score_withheld(tmp_path) -> None:
    folder = faulty(tmp_path)
    ran = run("explain", "人大会议", folder)
    assert ran.code == run("eval", folder).code == 3
    assert "P0712" in ran.err
    assert "总分      不给分：有规则不允许的；照算 93.75" in ran.out
    assert "不允许    ✗ 召开县会议次数" in ran.out
    for form in ("json", "md"):
        told = run("explain", "人大会议", folder, "--format", form)
        assert told.code == 3
        assert "请说明原因" in told.out
    going = run("explain", "人大会议", folder, "--keep-going")
    assert going.code == run("eval", folder, "--keep-going").code == 3
    assert "总分      93.75 优" in going.out
    assert "不允许    ✗ 召开县会议次数" in going.out


def test_a_line_is_explained_whatever_rules_say_of_others(tmp_path) -> None:
    folder = faulty(tmp_path)
    assert run("explain", "人大会议/召开县会议次数", folder).code == 3
    other = run("explain", "人大会议/群众满意度", folder)
    assert (other.code, other.err) == (0, "")
    assert "✗ 别的指标：召开县会议次数" in other.out
    assert "不给分：有规则不允许的" in other.out


def test_a_line_is_explained_whatever_is_wrong_with_facts_of_others(tmp_path) -> None:
    folder = write(tmp_path, sheet=SHEET, actuals=facts(召开县会议次数="9吃"))
    whole = run("explain", "人大会议", folder)
    assert (whole.code, whole.out) == (run("eval", folder).code, "")
    own = run("explain", "人大会议/召开县会议次数", folder)
    assert (own.code, own.out) == (whole.code, "")
    other = run("explain", "人大会议/群众满意度", folder)
    assert other.code == whole.code
    assert "P0303" in other.err
    assert "总分      不给分：别的实绩有错" in other.out
    assert "照算" not in other.out
    found = run("explain", "人大会议/预算执行率", folder, "--format", "json").json["project"]
    assert (found["withheld"], len(found["lines"])) == ("facts", 1)


def test_rules_over_a_department_say_nothing_of_one_project(tmp_path) -> None:
    above = '规则 数目\n  每部门 当 项目数 < 2 则 错误 "项目太少"\n'
    write(tmp_path, sheet=above + SHEET, other=SHEET.replace("人大会议经费", "另一个项目"))
    assert "项目太少" not in run("explain", "另一个", tmp_path).out
