"""``eval`` from what was kept: the same bytes, and nothing worked out again."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.cli.run import LINXI, ROOT, SHEET, Ran, csv_of, facts, run, write


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of our own for what is kept."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("PERFDSL_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def kept(cache: Path) -> list[str]:
    (file,) = cache.glob("*.sqlite")
    with sqlite3.connect(file) as link:
        keys = [key for (key,) in link.execute("SELECT key FROM kept")]
    link.close()
    return keys


@pytest.mark.parametrize("form", ["text", "json", "csv", "md"])
def test_a_second_run_says_the_same(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("eval", LINXI, "--format", form, "--warnings")
    monkeypatch.setattr("perfdsl.syntax.parse.parse", None)
    assert run("eval", LINXI, "--format", form, "--warnings") == first
    assert run("eval", LINXI, "--format", "json").code == 0


def test_errors_are_kept_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = SHEET.replace(">= 12次", ">= 12次，评分 没有的")
    folder = write(tmp_path, sheet=bad, actuals=facts(会议成效="12人"))
    first = run("eval", folder)
    assert first.code == 2
    monkeypatch.setattr("perfdsl.syntax.parse.parse", None)
    assert run("eval", folder) == first


RULES = """规则 须有佐证
  每项 当 得分 < 分值 且 未填 佐证 则 错误 "未达标的要有佐证"
规则 偏差须说明
  每项 当 得分 < 分值 则 扣 1分 因为 "未达标"
  每项 当 得分 < 分值 且 未填 原因 则 提示 "请说明"
规则 执行率封顶
  每项目 当 预算执行率 < 60% 则 总分 至多 69；等级 至多 中
  每部门 当 预算执行率 < 60% 则 提示 "执行率低"
"""


@pytest.mark.parametrize("form", ["text", "json", "csv", "md"])
@pytest.mark.parametrize("going", [[], ["--keep-going"]])
def test_what_rules_did_is_kept(
    form: str, going: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path, sheet=RULES + SHEET, actuals=facts(会议成效="45%", 执行数="10万元"))
    first = run("eval", folder, "--format", form, *going)
    assert first.code == 3
    assert ("未达标的要有佐证" in first.out) == (bool(going) or form == "json")
    assert ("执行率封顶" in first.out) == bool(going)
    monkeypatch.setattr("perfdsl.syntax.parse.parse", None)
    assert run("eval", folder, "--format", form, *going) == first


def test_a_score_that_rules_changed_comes_back_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = RULES.replace("错误", "提示")
    folder = write(tmp_path, sheet=rules + SHEET, actuals=facts(会议成效="45%", 执行数="10万元"))
    first = run("eval", folder, "--format", "json")
    assert first.code == 0
    (project,) = first.json["projects"]
    assert (project["total"], project["grade"]) == ("69.00", "中")
    assert [each["rule"] for each in project["applied"]] == ["执行率封顶"] * 2
    monkeypatch.setattr("perfdsl.syntax.parse.parse", None)
    assert run("eval", folder, "--format", "json") == first


def test_places_in_shipped_texts_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = SHEET.replace(">= 12次", ">= 12次，评分 满意度分段(1)")
    first = run("eval", write(tmp_path, sheet=text), "--format", "json")
    monkeypatch.setattr("perfdsl.syntax.parse.parse", None)
    assert run("eval", tmp_path, "--format", "json") == first


def test_everything_that_matters_is_in_the_key(tmp_path: Path, cache: Path) -> None:
    folder = tmp_path / "sheets"
    folder.mkdir()
    write(folder, sheet=SHEET, actuals=facts())
    runs: list[Ran] = []

    def again(*options: str) -> None:
        runs.append(run("eval", folder, "--format", "json", *options))
        assert len(kept(cache)) == len(runs)

    again()
    again("--rubric", "核心指标2021")
    again("--as-of", "2022-06-30")
    again("--project", "人大会议经费")
    again("--keep-going")
    write(folder, actuals=facts(会议成效="45%"))
    again()
    write(folder, sheet=SHEET.replace("12次", "13次"))
    again()
    (folder / "sheet.perf").rename(folder / "other.perf")
    again()
    write(folder, actuals2=csv_of({"会议成效": "50%"}).replace("12-31", "12-30"))
    again()


def test_runs_with_complaints_about_files_are_not_kept(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "a.perf").write_bytes(SHEET.encode("gb18030"))
    run("eval", tmp_path)
    assert not cache.exists()


@pytest.mark.parametrize(
    "value", ["null", "[]", "[1,2]", "[[],[]]", "[{},[]]", '["x",[]]', "[null,[[]]]", "[" * 50_000]
)
def test_entries_that_are_whole_but_wrong(cache: Path, value: str) -> None:
    from perfdsl.store.keep import _seal

    first = run("eval", LINXI)
    (key,) = kept(cache)
    (file,) = cache.glob("*.sqlite")
    with sqlite3.connect(file) as link:
        link.execute("UPDATE kept SET value = ?", (_seal(key, value) + value,))
    link.close()
    assert run("eval", LINXI) == first


def test_names_that_are_no_unicode_are_kept(tmp_path: Path) -> None:
    write(tmp_path, sheet=SHEET)
    (tmp_path / "actuals.json").write_text(
        '[{"项目": "人大会议经费", "指标": "会议成效", "实际完成值": "95%", "偏差原因": "\\ud800"}]',
        encoding="utf-8",
    )
    assert run("eval", tmp_path, "--format", "json") == run("eval", tmp_path, "--format", "json")


def test_entries_that_point_into_other_texts(cache: Path, tmp_path: Path) -> None:
    from perfdsl.store.keep import _seal

    folder = tmp_path / "sheets"
    folder.mkdir()
    write(folder, sheet=SHEET.replace("预算 23万元", "预算 23万元 = 财政资金 4万元"))
    first = run("eval", folder)
    (key,) = kept(cache)
    (file,) = cache.glob("*.sqlite")
    with sqlite3.connect(file) as link:
        (value,) = link.execute("SELECT value FROM kept").fetchone()
        value = value[16:].replace("sheet.perf", "other.perf")
        link.execute("UPDATE kept SET value = ?", (_seal(key, value) + value,))
    link.close()
    assert run("eval", folder) == first


def test_a_run_that_left_complaints_out_is_not_kept(cache: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.perf").write_text("乱写 ((\n" * 30, encoding="utf-8")
    ran = run("eval", folder)
    assert ran.code == 2
    assert "条未列出" in ran.err
    assert not cache.exists()
