"""``perfdsl check``: what is wrong with sheets, in every form, and the same again from what was kept."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from tests.cli.run import LINXI, ROOT, SHEET, Ran, run, write

BAD = SHEET.replace(">= 12次", ">= 12").replace("预算 23万元", "预算 23万元 = 财政资金 20万元")


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of our own for what is kept."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("PERFDSL_CACHE", str(folder))
    return folder


@pytest.fixture
def sheets(tmp_path: Path) -> Path:
    """Some sheets, two of which are wrong."""
    folder = tmp_path / "sheets"
    folder.mkdir()
    for number in range(6):
        text = (BAD if number in {2, 4} else SHEET).replace("人大会议经费", f"项目{number}")
        (folder / f"{number}.perf").write_text(text, encoding="utf-8")
    return folder


def test_sound_sheets(tmp_path: Path) -> None:
    ran = run("check", write(tmp_path, sheet=SHEET))
    assert ran == Ran(0, "1 个文件，没有发现问题\n", "")
    assert run("check", tmp_path, "--lang", "en").out == "1 file, nothing to complain of\n"
    assert run("check", LINXI).code == 0


def test_facts_are_not_looked_at(tmp_path: Path) -> None:
    assert run("check", write(tmp_path, sheet=SHEET, actuals="nonsense")).code == 0


def test_text(sheets: Path) -> None:
    ran = run("check", sheets)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("错误[P0501]") == 2
    assert f"{sheets}/2.perf"[-20:] in ran.err.replace("\n │ ", "").replace("\n  │ ", "")


def test_json(sheets: Path) -> None:
    ran = run("check", sheets, "--format", "json")
    assert (ran.code, ran.err) == (2, "")
    assert ran.codes.count("P0501") == 2


def test_sarif(sheets: Path) -> None:
    ran = run("check", sheets, "--format=sarif")
    assert ran.code == 2
    (log,) = ran.json["runs"]
    assert {result["ruleId"] for result in log["results"]} >= {"P0501"}


def test_github(sheets: Path) -> None:
    ran = run("check", sheets, "--format", "github")
    assert ran.code == 2
    assert ran.out.startswith("::error ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "csv"], "sarif"),
        (["--lang", "fr"], "zh 或 en"),
        (["--jobs", "-1"], "--jobs"),
    ],
)
def test_wrong_use(arguments: list[str], message: str) -> None:
    ran = run("check", LINXI, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_nothing_to_check(tmp_path: Path) -> None:
    assert run("check", tmp_path).code == 2
    assert run("check", tmp_path / "none.perf").code == 3


def test_another_rubric_and_one_that_is_not_there(sheets: Path) -> None:
    assert run("check", LINXI, "--rubric", "核心指标2021").code == 0
    ran = run("check", sheets, "--rubric", "没有的", "--format", "json")
    assert ran.codes.count("P0201") == 1


def test_rubrics_alone_can_be_checked() -> None:
    assert run("check", "specs/rubrics").code == 0


# ------------------------------------------------------------------- what is kept


def test_a_second_run_says_the_same(cache: Path, sheets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("check", sheets, "--format", "json")
    assert list(cache.iterdir())
    monkeypatch.setattr("perfdsl.syntax.parse.parse", None)  # nothing is parsed again
    assert run("check", sheets, "--format", "json") == first


@pytest.mark.usefixtures("cache")
def test_only_what_changed_is_checked_again(sheets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from perfdsl.check_many import _Work

    run("check", sheets)
    checked: list[str] = []
    check = _Work.check
    monkeypatch.setattr(
        _Work, "check", lambda self, source: (checked.append(source.name), check(self, source))[1]
    )
    (sheets / "2.perf").write_text(SHEET.replace("人大会议经费", "项目2"), encoding="utf-8")
    assert run("check", sheets, "--format", "json").codes.count("P0501") == 1
    assert checked == [f"{sheets}/2.perf"]
    checked.clear()
    (sheets / "own.perf").write_text("计量单位 场\n", encoding="utf-8")
    run("check", sheets)
    assert len(checked) == 7


def damage(cache: Path, value: str) -> None:
    (file,) = cache.glob("*.sqlite")
    with sqlite3.connect(file) as link:
        link.execute("UPDATE kept SET value = ?", (value,))
    link.close()


@pytest.mark.parametrize("value", ["", "[]", "null", "x" * 100, "\x00", "[" * 10_000])
def test_damaged_entries_are_worked_out_anew(cache: Path, sheets: Path, value: str) -> None:
    first = run("check", sheets, "--format", "json")
    damage(cache, value)
    assert run("check", sheets, "--format", "json") == first


@pytest.mark.parametrize(
    "value", ["[]", "null", '[[],0,[["a"]],[]]', '[["P0101"],0,[],[]]', '[[["P9999",["",""],[],[]]],0,[],[]]']
)
def test_entries_that_are_whole_but_wrong(cache: Path, sheets: Path, value: str) -> None:
    from perfdsl.store.keep import _seal

    first = run("check", sheets, "--format", "json")
    (file,) = cache.glob("*.sqlite")
    with sqlite3.connect(file) as link:
        keys = [key for (key,) in link.execute("SELECT key FROM kept").fetchall()]
        link.executemany(
            "UPDATE kept SET value = ? WHERE key = ?", [(_seal(key, value) + value, key) for key in keys]
        )
    link.close()
    assert run("check", sheets, "--format", "json") == first


def test_a_file_that_is_no_store_is_made_anew(cache: Path, sheets: Path) -> None:
    first = run("check", sheets, "--format", "json")
    (file,) = cache.glob("*.sqlite")
    file.write_bytes(b"not a database, by no means" * 100)
    assert run("check", sheets, "--format", "json") == first
    run("check", sheets)
    assert file.read_bytes().startswith(b"SQLite format 3")


def test_another_version_of_the_program_trusts_nothing(
    cache: Path, sheets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check", sheets)
    damage(cache, "")
    monkeypatch.setattr("perfdsl.check_many.program_stamp", lambda: "another")
    first = run("check", sheets, "--format", "json")
    assert first.codes.count("P0501") == 2
    with sqlite3.connect(next(cache.glob("*.sqlite"))) as link:
        assert link.execute("SELECT COUNT(*) FROM kept").fetchone() == (12,)
    link.close()


def test_a_folder_that_cannot_be_written(
    sheets: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("PERFDSL_CACHE", str(tmp_path / "file" / "below"))
    assert run("check", sheets, "--format", "json").codes.count("P0501") == 2


@pytest.mark.usefixtures("cache")
def test_two_runs_at_once(sheets: Path) -> None:
    from perfdsl.check_many import check_many
    from perfdsl.diagnostic import Diagnostics
    from perfdsl.library import shipped_all
    from perfdsl.store.keep import open_store
    from perfdsl.workspace import open_workspace

    found: list[list[str]] = []

    def work() -> None:
        diagnostics = Diagnostics()
        sources = open_workspace([str(sheets)], (), diagnostics).sources
        check_many(sources, shipped_all(), diagnostics, store=(store := open_store()))
        store.close()
        found.append([each.code for each in diagnostics])

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert all(codes == found[0] for codes in found)


# ------------------------------------------------------------------- progress


def test_progress_shows_on_a_terminal_only(sheets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("perfdsl.cli.progress.PATIENCE", 0)
    assert "%" not in run("check", sheets).err
    assert "\r0/6 (0%) " in run("check", sheets, terminal=True).err
    monkeypatch.setattr("perfdsl.cli.progress.PATIENCE", 1000)
    assert "\r" not in run("check", sheets, terminal=True).err


def test_processors_that_may_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    from perfdsl.cli.progress import usable_processes

    assert 1 <= usable_processes() <= 8
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 100)
    assert usable_processes() == 8
