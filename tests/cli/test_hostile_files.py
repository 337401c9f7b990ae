"""Files as they come: missing, linked in circles, in old encodings, huge, or no files at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import SHEET, facts, run, write


def test_gb18030_is_read_with_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.perf").write_bytes(SHEET.encode("gb18030"))
    (tmp_path / "actuals.csv").write_bytes(facts().encode("gb18030"))
    ran = run("eval", tmp_path, "--format", "json")
    assert (ran.code, ran.json["projects"][0]["total"]) == (0, "100.00")
    assert "P0807" in ran.codes


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks(tmp_path: Path, ending: str, mark: str) -> None:
    (tmp_path / "a.perf").write_bytes((mark + SHEET.replace("\n", ending)).encode())
    (tmp_path / "actuals.csv").write_bytes((mark + facts().replace("\n", ending)).encode())
    ran = run("eval", tmp_path, "--format", "json")
    assert (ran.code, ran.codes, ran.json["projects"][0]["total"]) == (0, [], "100.00")


def test_circles_of_links_and_broken_ones(tmp_path: Path) -> None:
    write(tmp_path, sheet=SHEET, actuals=facts())
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    assert run("eval", tmp_path).code == 0
    (tmp_path / "self.perf").symlink_to(tmp_path / "self.perf")
    (tmp_path / "lost.perf").symlink_to(tmp_path / "nowhere.perf")
    ran = run("eval", tmp_path, "--format", "json")
    assert (ran.code, sorted(ran.codes)) == (3, ["P0801", "P0802"])
    assert run("eval", tmp_path, "--keep-going", "--format", "json").json["projects"]


def test_a_huge_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("perfdsl.workspace.MOST_BYTES", 1000)
    write(tmp_path, sheet=SHEET + "# x\n" * 1000)
    ran = run("eval", tmp_path, "--format", "json")
    assert (ran.code, ran.codes) == (3, ["P0805"])


def test_a_file_that_must_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, sheet=SHEET)

    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    ran = run("eval", tmp_path)
    assert (ran.code, ran.out) == (3, "")
    assert "没有权限" in ran.told


def test_a_word_document_is_no_sheet(tmp_path: Path) -> None:
    (tmp_path / "a.perf").write_bytes(b"PK\x03\x04" + b"\xff\xfe\xfd\x00" * 100)
    assert run("eval", tmp_path).code == 3


def test_a_table_in_the_place_of_a_sheet(tmp_path: Path) -> None:
    write(tmp_path, sheet=SHEET, actuals=facts())
    ran = run("eval", tmp_path / "sheet.perf", tmp_path / "actuals.csv")
    assert ran.code == 3
    assert "--actuals" in ran.err


def test_excel_without_what_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    write(tmp_path, sheet=SHEET)
    book = openpyxl.Workbook()
    book.active.append(["项目", "指标", "实际完成值"])
    book.active.append(["人大会议经费", "会议成效", "95%"])
    book.save(tmp_path / "actuals.xlsx")
    for name in ("openpyxl", "python_calamine"):
        monkeypatch.setitem(__import__("sys").modules, name, None)
    ran = run("eval", tmp_path)
    assert (ran.code, ran.out) == (3, "")
    assert "perfdsl[excel]" in ran.err
    assert "P0603" in ran.err
