"""Which files the arguments name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from perfdsl import find_files as finding
from perfdsl.diagnostic import Diagnostics
from perfdsl.find_files import find_files


def find(path: str | Path) -> tuple[list[str], list[str], list[str]]:
    """Names of sheets and tables relative to the path, and codes of complaints."""
    diagnostics = Diagnostics()
    sheets, tables = find_files(str(path), diagnostics)
    below = [[os.path.relpath(file, path) for file in files] for files in (sheets, tables)]
    return below[0], below[1], [each.code for each in diagnostics]


def make(folder: Path, *names: str) -> Path:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", encoding="utf-8")
    return folder


def test_a_folder_brings_sheets_and_facts_in_order(tmp_path: Path) -> None:
    make(tmp_path, "乙.perf", "甲.PERF", "z/a.perf", "b/c/d.perf", "b/a.perf", "notes.txt", "data.csv")
    make(tmp_path, "actuals.csv", "actuals-2022.json", "z/实绩.xlsx", "实绩2022.xls", "actuals.pdf")
    sheets, tables, codes = find(tmp_path)
    assert sheets == ["乙.perf", "甲.PERF", "b/a.perf", "b/c/d.perf", "z/a.perf"]
    assert tables == ["actuals-2022.json", "actuals.csv", "实绩2022.xls", "z/实绩.xlsx"]
    assert codes == []


def test_hidden_files_and_those_of_an_open_workbook_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, ".a.perf", ".git/b.perf", "~$actuals.xlsx", "~$c.perf")
    assert find(tmp_path) == ([], [], [])


def test_linked_folders_are_passed_over_so_that_no_circle_is_walked(tmp_path: Path) -> None:
    make(tmp_path, "a/b.perf")
    (tmp_path / "a" / "round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "c.perf").symlink_to(tmp_path / "a" / "b.perf")
    assert find(tmp_path) == (["c.perf", "a/b.perf"], [], [])


def test_links_that_lead_nowhere_are_found_so_that_they_are_complained_of(tmp_path: Path) -> None:
    (tmp_path / "lost.perf").symlink_to(tmp_path / "none")
    (tmp_path / "self.perf").symlink_to(tmp_path / "self.perf")
    assert find(tmp_path)[0] == ["lost.perf", "self.perf"]


def test_pipes_in_a_folder_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.perf")
    assert find(tmp_path) == ([], [], [])


def test_folders_may_be_deep(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["a"] * 300)
    deep.mkdir(parents=True)
    make(deep, "b.perf")
    assert len(find(tmp_path)[0]) == 1


def test_a_file_is_a_sheet_whatever_its_ending(tmp_path: Path) -> None:
    make(tmp_path, "sheet.txt")
    assert find(tmp_path / "sheet.txt") == (["."], [], [])


def test_a_missing_file_is_left_to_be_read(tmp_path: Path) -> None:
    assert find(tmp_path / "none.csv") == (["."], [], [])
    assert find("x" * 5000)[0] == ["."]


def test_a_table_is_no_sheet(tmp_path: Path) -> None:
    make(tmp_path, "a.csv")
    assert find(tmp_path / "a.csv") == ([], [], ["P0804"])


def test_an_empty_argument_is_not_the_folder_we_are_in() -> None:
    diagnostics = Diagnostics()
    assert find_files("", diagnostics) == ([], [])
    assert [each.code for each in diagnostics] == ["P0801"]


def test_unreadable_folders_are_complained_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a/b.perf", "c.perf")
    scan = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert find(tmp_path) == (["c.perf"], [], ["P0802"])


def test_there_are_not_more_files_than_a_run_can_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "MOST_FILES", 3)
    make(tmp_path, *(f"{number}.perf" for number in range(5)))
    sheets, _, codes = find(tmp_path)
    assert (len(sheets), codes) == (3, ["P0805"])
