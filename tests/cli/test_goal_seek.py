"""``perfdsl goal-seek`` as a person uses it; all facts are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import LINXI, ROWS, SHEET, csv_of, run, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project of which the satisfaction is not known yet, and 9 of 12 meetings were held."""
    rows = {**ROWS, "召开县会议次数": "9次"}
    del rows["群众满意度"]
    return write(tmp_path, sheet=SHEET, actuals=csv_of(rows))


def test_text(folder) -> None:
    ran = run("goal-seek", folder, "--grade", "优")
    assert ran.code == 0
    assert (
        ran.out
        == """人大会议经费
评分办法: 国家自评2020
目标:     等级 优（总分 90 起）
现在:     总分 [83.75, 93.75] 待定（可能 优/良）
最多:     总分 93.75 优
还开着:   群众满意度 10.00
已失去:   召开县会议次数 6.25（共 6.25，不能再得）

只动一项，其余不变
  - 群众满意度：达到 56.21%即得 6.25分，总分 90.00 优
"""
    )
    assert ran.err == ""


def test_the_answer_fed_back_has_the_grade(folder) -> None:
    (way,) = run("goal-seek", folder, "--grade", "优", "--format", "json").json["projects"][0]["alternatives"]
    rows = {**ROWS, "召开县会议次数": "9次", **{each["name"]: each["actual"] for each in way["changes"]}}
    write(folder, actuals=csv_of(rows))
    ran = run("eval", folder, "--format", "json")
    assert ran.json["projects"][0]["grade"] == "优"
    rows["群众满意度"] = "56.2%"
    write(folder, actuals=csv_of(rows))
    assert run("eval", folder, "--format", "json").json["projects"][0]["grade"] == "良"


def test_out_of_reach(folder) -> None:
    ran = run("goal-seek", folder, "--score", "95")
    assert ran.code == 1
    assert "达不到：还开着的各项都做到最好，总分也只有 93.75，还差 1.25分。" in ran.out
    assert run("goal-seek", folder, "--score", "95", "--open", "召开县会议次数").code == 0
    assert run("goal-seek", folder, "--score", "95分", "--all-open").code == 0


def test_nothing_open(folder) -> None:
    write(folder, actuals=csv_of({**ROWS, "召开县会议次数": "9次"}))
    ran = run("goal-seek", folder, "--score", "95")
    assert ran.code == 1
    assert "还开着:   没有" in ran.out
    assert "假如每一项都能改（--all-open）" in ran.out
    assert "再完成 1次（达到 10次）" in ran.out
    assert run("goal-seek", folder, "--score", "93.75").code == 0


VETO = "规则 安全\n  每项目 当 安全事故起数 > 0起 则 总分 至多 0\n\n"


def test_what_depends_on_a_fact_that_only_a_rule_asks_for(folder) -> None:
    write(folder, sheet=VETO + SHEET)
    ran = run("goal-seek", folder, "--grade", "优")
    assert ran.code == 3
    assert "达不到" not in ran.out
    assert "要看 安全事故起数（还没有填报）：若 安全事故起数 是 0起，最多 总分 93.75 优。" in ran.out
    assert "  - 群众满意度：达到 56.21%即得 6.25分，总分 90.00 优" in ran.out
    english = run("goal-seek", folder, "--grade", "优", "--lang", "en").out
    assert "It depends on 安全事故起数 (not recorded): if 安全事故起数 is 0起" in english
    (project,) = run("goal-seek", folder, "--grade", "优", "--format", "json").json["projects"]
    assert (project["verdict"], project["holds"]) == ("depends", False)
    assert project["depends"] == [{"name": "安全事故起数", "text": "0起"}]
    assert project["what_if"]["verdict"] == "reachable"
    assert run("goal-seek", folder, "--score", "95").code == 1


def test_warnings_are_counted_and_shown_when_asked_for() -> None:
    quiet, loud = (run("goal-seek", LINXI, "--grade", "优", *more) for more in ([], ["--warnings"]))
    assert quiet.out == loud.out
    assert quiet.err == "\n另有 2 个警告：加 --warnings 可看\n"
    assert loud.err.count("警告[P05") == 2
    assert run("goal-seek", LINXI, "--grade", "优", "--format", "md").err == ""


def test_english(folder) -> None:
    ran = run("goal-seek", folder, "--grade", "优", "--lang", "en")
    assert ran.code == 0
    assert "  - 群众满意度: 56.21% gives 6.25 points; total 90.00 优" in ran.out


def test_markdown(folder) -> None:
    ran = run("goal-seek", folder, "--grade", "优", "--format", "md")
    assert ran.code == 0
    assert "### 人大会议经费\n" in ran.out
    assert "- 群众满意度：达到 56.21%即得 6.25分，总分 90.00 优" in ran.out


def test_json(folder) -> None:
    ran = run("goal-seek", folder, "--grade", "优", "--format", "json")
    assert ran.json["schema_version"] == 1
    (project,) = ran.json["projects"]
    assert (project["verdict"], project["holds"]) == ("reachable", True)
    assert project["goal"] == {"grade": "优", "total": "90"}
    assert project["lost"] == [{"name": "召开县会议次数", "points": "6.25"}]
    (way,) = project["alternatives"]
    assert way["total"] == ["90.00", "90.00"]
    (change,) = way["changes"]
    assert (change["value"], change["unit"], change["before"]) == ("56.21", "%", None)


def test_projects_are_chosen(folder) -> None:
    assert run("goal-seek", folder, "--grade", "优", "--project", "人大会议经费").code == 0
    ran = run("goal-seek", folder, "--grade", "优", "--project", "人大")
    assert ran.code == 2
    assert "P0806" in ran.told


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--grade", "优秀"], 2, "P0881]:评分办法“国家自评2020”没有等级“优秀”"),
        (["--grade", "优", "--open", "会议"], 2, "P0882]:没有指标叫“会议”"),
        ([], 2, "--grade优或--score90"),
        (["--grade", "优", "--score", "90"], 2, "--grade优或--score90"),
        (["--score", "九十点"], 2, "不是分数"),
        (["--score", "90", "--as-of", "昨天"], 2, "不是日期"),
        (["--score", "90", "--format", "xml"], 2, "jsonmdtext之一"),
        (["--score", "90", "--lang", "fr"], 2, "zh或en"),
        (["--score", "90", "--actuals", "没有.csv"], 3, "P0801"),
    ],
)
def test_wrong_use(folder, arguments, code, told) -> None:
    ran = run("goal-seek", folder, *arguments)
    assert ran.code == code
    assert told in ran.told
    assert ran.out == ""


def test_errors_are_told_in_json_too(folder) -> None:
    ran = run("goal-seek", folder, "--grade", "优秀", "--format", "json")
    assert ran.code == 2
    assert ran.codes == ["P0881"]
    assert ran.json["projects"] == []


def test_facts_of_a_day(tmp_path) -> None:
    early = csv_of({"召开县会议次数": "12次"}).replace("2022-12-31", "2022-06-30")
    late = "".join(csv_of({"群众满意度": "90%", "项目成本": "23万元"}).splitlines(keepends=True)[1:])
    folder = write(tmp_path, sheet=SHEET, actuals=early + late)
    project = run("goal-seek", folder, "--grade", "优", "--as-of", "2022-06-30", "--format", "json").json[
        "projects"
    ][0]
    assert "群众满意度" in project["open"]
    project = run("goal-seek", folder, "--grade", "优", "--format", "json").json["projects"][0]
    assert "群众满意度" not in project["open"]


def test_a_rubric_that_allows_no_missing_fact(tmp_path) -> None:
    rubric = '评分办法 严格 沿用 国家自评2020\n  引自 "测试用"\n  缺报 错误\n\n'
    folder = write(tmp_path, sheet=rubric + SHEET.replace("采用 国家自评2020", "采用 严格"))
    assert run("eval", folder).code == 3
    ran = run("goal-seek", folder, "--grade", "优")
    assert ran.code == 0
    assert "同样努力" in ran.out


def test_no_project(tmp_path) -> None:
    folder = write(tmp_path, sheet="部门 甲\n  编码 1\n")
    ran = run("goal-seek", folder, "--grade", "优")
    assert ran.code == 2
    assert "P0806" in ran.told


def test_progress(folder) -> None:
    assert run("goal-seek", folder, "--grade", "优", terminal=True).code == 0
