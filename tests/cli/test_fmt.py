"""``perfdsl fmt``: one layout, written in one step, and nothing touched that has errors."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.cli.run import SHEET, Ran, run, write

MESSY = """采用 国家自评2020 # 注
项目  人大会议经费
年度 2022
预算   23万元
产出指标/数量指标:
召开县会议次数>=12次
"""
TIDY = """采用 国家自评2020  # 注

项目 人大会议经费
  年度 2022
  预算 23万元
  产出指标 / 数量指标：
    召开县会议次数 >= 12次
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A sheet that wants laying out."""
    return write(tmp_path, sheet=MESSY) / "sheet.perf"


def test_files_are_laid_out_and_then_left_alone(sheet: Path) -> None:
    assert run("fmt", sheet) == Ran(0, "", "")
    assert sheet.read_text(encoding="utf-8") == TIDY
    before = sheet.stat()
    assert run("fmt", sheet.parent) == Ran(0, "", "")
    assert sheet.stat().st_mtime_ns == before.st_mtime_ns


def test_check_writes_nothing(sheet: Path) -> None:
    ran = run("fmt", "--check", sheet)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"1 个文件需要排版：perfdsl fmt\n  {sheet}\n"
    assert sheet.read_text(encoding="utf-8") == MESSY
    run("fmt", sheet)
    assert run("fmt", "--check", sheet) == Ran(0, "", "")


def test_an_english_sheet_is_answered_in_english(tmp_path: Path) -> None:
    for number in range(2):
        (tmp_path / f"{number}.perf").write_text('project   "A"\nyear 2022\n', encoding="utf-8")
    listed = "".join(f"  {tmp_path / f'{number}.perf'}\n" for number in range(2))
    assert run("fmt", "--check", tmp_path).err == f"2 files would change: perfdsl fmt\n{listed}"


def test_the_changes_can_be_looked_at(sheet: Path) -> None:
    ran = run("fmt", "--diff", sheet)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"--- {sheet}\n+++ {sheet}\n@@ ")
    assert "-项目  人大会议经费\n" in ran.out
    assert "+项目 人大会议经费\n" in ran.out
    assert sheet.read_text(encoding="utf-8") == MESSY
    both = run("fmt", "--diff", "--check", sheet)
    assert (both.code, both.out) == (1, ran.out)


def test_a_difference_at_the_end_of_the_file_is_shown(tmp_path: Path) -> None:
    write(tmp_path, sheet="项目 甲")
    assert run("fmt", "--diff", tmp_path).out.endswith("\n 项目 甲\n+\n")


def test_keywords_change_their_language(sheet: Path) -> None:
    assert run("fmt", "--lang", "en", sheet).code == 0
    assert sheet.read_text(encoding="utf-8").startswith(
        "use 国家自评2020  # 注\n\nproject 人大会议经费\n  year 2022\n"
    )
    assert run("fmt", "--lang", "zh", sheet).code == 0
    assert sheet.read_text(encoding="utf-8") == TIDY
    ran = run("fmt", "--lang", "fr", sheet)
    assert (ran.code, ran.out) == (2, "")


SHORT = "项目 甲\n  产出：\n    名 >= 3项\n      清单 甲、乙  # 注\n"
PLAIN = "项目 甲\n  产出：\n    名 >= 3项\n      计算 计数(甲, 乙) * 1项  # 注\n"


def test_short_words_are_printed_as_what_they_stand_for(tmp_path: Path) -> None:
    folder = write(tmp_path, short=SHORT)
    assert run("fmt", "--expand", folder / "short.perf") == Ran(0, PLAIN, "")
    assert run("fmt", "--expand", "-", stdin=SHORT.encode()) == Ran(0, PLAIN, "")
    assert run("fmt", "--expand", "--lang", "en", folder).out.startswith("project 甲\n")
    assert (folder / "short.perf").read_text(encoding="utf-8") == SHORT


def test_the_difference_that_writing_out_makes(tmp_path: Path) -> None:
    folder = write(tmp_path, short=SHORT, tidy=TIDY)
    ran = run("fmt", "--expand", "--diff", folder)
    assert (ran.code, ran.err) == (0, "")
    assert "\n-      清单 甲、乙  # 注\n+      计算 计数(甲, 乙) * 1项  # 注\n" in ran.out
    assert "召开县会议次数" not in ran.out
    assert (folder / "short.perf").read_text(encoding="utf-8") == SHORT


def test_several_sheets_are_printed_with_their_names(tmp_path: Path) -> None:
    folder = write(tmp_path, a=SHORT, b=TIDY)
    assert run("fmt", "--expand", folder).out == (
        f"# {folder / 'a.perf'}\n{PLAIN}\n# {folder / 'b.perf'}\n{TIDY}\n"
    )


def test_writing_out_only_prints(tmp_path: Path) -> None:
    folder = write(tmp_path, a=SHORT, b="乱写 ((\n")
    ran = run("fmt", "--expand", "--check", folder / "a.perf")
    assert (ran.code, ran.out) == (2, "")
    assert "--expand only prints" in ran.err
    ran = run("fmt", "--expand", folder)
    assert (ran.code, ran.out) == (2, f"# {folder / 'a.perf'}\n{PLAIN}\n")


def test_standard_input_goes_to_standard_output() -> None:
    assert run("fmt", "-", stdin=MESSY.encode()) == Ran(0, TIDY, "")
    assert run("fmt", "-", stdin=TIDY.encode()) == Ran(0, TIDY, "")
    assert run("fmt", "--check", "-", stdin=TIDY.encode()) == Ran(0, "", "")
    assert run("fmt", "--check", "-", stdin=MESSY.encode()).code == 1


def test_what_has_errors_is_told_and_left_alone(tmp_path: Path) -> None:
    bad = MESSY + "乱写 ((\n"
    write(tmp_path, bad=bad, good=MESSY)
    ran = run("fmt", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "错误[" in ran.err
    assert (tmp_path / "bad.perf").read_text(encoding="utf-8") == bad
    assert (tmp_path / "good.perf").read_text(encoding="utf-8") == TIDY
    assert run("fmt", "-", stdin=bad.encode()).out == ""


def test_a_sheet_in_another_encoding_becomes_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.perf").write_bytes(MESSY.encode("gb18030"))
    assert run("fmt", tmp_path).code == 0
    assert (tmp_path / "a.perf").read_text(encoding="utf-8") == TIDY


def test_permissions_stay_and_links_are_followed(sheet: Path) -> None:
    sheet.chmod(0o640)
    link = sheet.parent / "link.perf"
    link.symlink_to(sheet)
    assert run("fmt", link).code == 0
    assert link.is_symlink()
    assert sheet.read_text(encoding="utf-8") == TIDY
    assert sheet.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in sheet.parent.iterdir()) == ["link.perf", "sheet.perf"]


@pytest.mark.parametrize("step", ["replace", "chmod"])
def test_a_full_disk_leaves_the_old_file_whole(
    sheet: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, step, refuse)
    ran = run("fmt", sheet)
    assert (ran.code, ran.out) == (3, "")
    assert "磁盘已满；原文件没有动" in ran.told
    assert sheet.read_text(encoding="utf-8") == MESSY
    assert [path.name for path in sheet.parent.iterdir()] == ["sheet.perf"]


def test_a_folder_that_must_not_be_written(sheet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    ran = run("fmt", sheet)
    assert ran.code == 3
    assert "没有权限" in ran.told


def test_the_shipped_sheets_are_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.cli.run import ROOT

    monkeypatch.chdir(ROOT)
    assert run("fmt", "--check", "specs/linxi-2022", "docs/examples").code == 0


def test_sound_sheets_keep_their_meaning(tmp_path: Path) -> None:
    write(tmp_path, sheet=SHEET)
    run("fmt", tmp_path)
    assert run("check", tmp_path).code == 0
