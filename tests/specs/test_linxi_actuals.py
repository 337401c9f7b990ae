"""The invented actuals of specs/linxi-2022 say that they are invented, and are about what the sheets hold."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILE = ROOT / "specs/linxi-2022/actuals.example.csv"
TRUTH = json.loads((ROOT / "tests/data/linxi-2022/linxi-2022.json").read_text(encoding="utf-8"))

HEADER = ["项目", "指标", "实际完成值", "计量单位", "日期", "执行数", "偏差原因", "佐证资料"]
OWN = {"执行数", "已完成"}

Row = dict[str, str]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    with FILE.open(encoding="utf-8-sig", newline="") as lines:
        table = csv.DictReader(lines)
        assert table.fieldnames == HEADER
        return list(table)


def find_project(row: Row) -> dict[str, object]:
    (found,) = (p for p in TRUTH["projects"] if row["项目"] in {p["code"], p["name"]})
    return found


def of_project(rows: list[Row], seq: int) -> list[Row]:
    return [row for row in rows if find_project(row)["seq"] == seq]


def test_excel_sees_the_mark_of_utf8() -> None:
    assert FILE.read_bytes().startswith(b"\xef\xbb\xbf")


def test_every_row_says_that_it_is_invented(rows: list[Row]) -> None:
    assert {row["佐证资料"] for row in rows} == {"虚构示例"}
    assert "虚构" in (FILE.parent / "README.md").read_text(encoding="utf-8")


def test_every_row_is_about_an_indicator_of_its_project(rows: list[Row]) -> None:
    for row in rows:
        names = {indicator["name"] for indicator in find_project(row)["indicators"]}
        assert row["指标"] in names | OWN


def test_project_one_holds_the_worked_total(rows: list[Row]) -> None:
    facts = [row["实际完成值"] + row["计量单位"] for row in of_project(rows, 1)]
    assert facts == ["11次", "92%", "12月份", "4.8万元", "76%", "90%", "95%", "4.8万元", "是"]


def test_project_four_has_one_indicator_pending(rows: list[Row]) -> None:
    told = {row["指标"] for row in of_project(rows, 4)}
    names = {indicator["name"] for indicator in TRUTH["projects"][3]["indicators"]}
    assert names - told == {"人大机关人员满意度"}


def test_later_facts_of_project_four_supersede_earlier_ones(rows: list[Row]) -> None:
    days = {
        day: [r["指标"] for r in of_project(rows, 4) if r["日期"] == day]
        for day in ("2022-06-30", "2022-12-31")
    }
    assert set(days["2022-06-30"]) < set(days["2022-12-31"])
