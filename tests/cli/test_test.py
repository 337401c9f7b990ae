from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.run import ROOT, run, write

METHOD = """方法 完成比例
  达标 -> 100%
  其他 -> 实际 / 目标值

算例 "差一个"
  设 目标值 >= 12次，分值 12.5，实际 11次
  应 得 11.46分

算例 "没有差"
  设 目标值 >= 12次，分值 12.5，实际 12次
  应 得 12.5分
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, sheet=METHOD)


@pytest.mark.usefixtures("folder")
def test_all_pass() -> None:
    ran = run("test", "sheet.perf")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "2 个算例，2 个通过\n方法 情形 2/2\n"


@pytest.mark.usefixtures("folder")
def test_without_a_path_it_is_the_current_folder() -> None:
    assert run("test").out == run("test", "sheet.perf").out


def test_one_fails(folder: Path) -> None:
    write(folder, sheet=METHOD.replace("11.46", "11.45"))
    ran = run("test")
    assert ran.code == 1
    assert "应得 11.45 分，实得 11.46 分（差 +0.01）" in ran.out
    assert ran.err == ""


def test_one_is_written_wrong(folder: Path) -> None:
    write(folder, sheet=METHOD.replace("实际 11次", "实际 11人"))
    ran = run("test")
    assert ran.code == 2
    assert "错误[P0302]" in ran.err
    assert "2 个算例，1 个通过，1 个没法算" in ran.out


@pytest.mark.usefixtures("folder")
def test_only_those_of_a_name() -> None:
    assert run("test", "-k", "差一").out == "1 个算例，1 个通过\n"
    assert run("test", "-k", "完成比例").out == "2 个算例，2 个通过\n"
    ran = run("test", "-k", "嗯")
    assert (ran.code, ran.out) == (2, "")
    assert "P0939" in ran.err


@pytest.mark.usefixtures("folder")
def test_forms() -> None:
    assert run("test", "-f", "json").json["summary"]["passed"] == 2
    tree = ET.fromstring(run("test", "--format", "junit").out)  # noqa: S314 — our own text
    assert tree.attrib["tests"] == "2"
    assert run("test", "-f", "xml").code == 2


def test_json_holds_the_complaints(folder: Path) -> None:
    write(folder, sheet=METHOD.replace("实际 11次", "实际 11人"))
    ran = run("test", "-f", "json")
    assert (ran.code, ran.codes, ran.err) == (2, ["P0302"], "")


def test_no_examples_and_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("test").code == 2
    write(tmp_path, sheet="方法 空\n  其他 -> 100%\n")
    ran = run("test")
    assert ran.code == 0
    assert ran.out.startswith("没有算例；perfdsl test --suggest")


@pytest.mark.usefixtures("folder")
def test_english() -> None:
    assert run("test", "--lang", "en").out == "2 examples, 2 passed\ncases of methods 2/2\n"


def test_shipped_rubrics_and_the_sheets_of_the_seed_keep_their_examples() -> None:
    ran = run("test", "--shipped")
    assert (ran.code, ran.err) == (0, "")
    ran = run("test", ROOT / "specs")
    assert (ran.code, ran.err) == (0, "")


def test_shipped_stand_apart_from_ones_own(folder: Path) -> None:
    text = METHOD.replace("完成比例", "按完成比例")
    write(folder, sheet=text)
    ran = run("test", "sheet.perf", "--shipped")
    assert (ran.code, ran.err) == (0, "")
    assert int(ran.out.split()[0]) > 100


def test_suggestions_appended_to_the_file_pass(folder: Path) -> None:
    ran = run("test", "--suggest")
    assert ran.code == 0
    assert ran.out.startswith("# 接在 方法 完成比例 后面（sheet.perf:1:4）\n\n算例 ")
    assert ran.out.count("# 建议：请核对") == 8
    write(folder, sheet=METHOD + "\n" + ran.out)
    assert run("test").out == "10 个算例，10 个通过\n方法 情形 2/2\n"


def test_suggestions_of_a_wrong_sheet(folder: Path) -> None:
    write(folder, sheet=METHOD + "方法 坏\n  其他 -> 实际 + 达标\n")
    ran = run("test", "--suggest")
    assert ran.code == 2
    assert "坏" not in ran.out
    assert "差" not in run("test", "--suggest", "-k", "坏").out


def test_check_finds_examples_of_nothing_and_eval_does_not_mind(folder: Path) -> None:
    lines = ["产出指标：", "  次数 >= 1次", "效益指标：", "  档案 >= 1次", "满意度指标：", "  率 >= 1次"]
    sheet = "\n".join(["采用 国家自评2020", "项目 甲", "  预算 1万元", *lines, ""])
    stray = METHOD.split("\n\n", 1)[1]
    write(folder, sheet=stray + sheet)
    ran = run("check", "sheet.perf")
    assert ran.code == 2
    assert ran.err.count("P0931") >= 2
    assert run("eval", "sheet.perf").code == 0
