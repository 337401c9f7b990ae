from __future__ import annotations

import pytest

from perfdsl.report.name_place import name_place
from perfdsl.source import CellPlace, Place, Source


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (Source("a.perf", "甲\n乙").place((2, 3)), "a.perf:2:1"),
        (CellPlace("a.csv", 3, "实绩", 2, "", ""), "a.csv:3, 实绩"),
        (CellPlace("a.csv", 3, "", 2, "", ""), "a.csv:3"),
        (CellPlace("a.csv", 1, "", 1, "", ""), "a.csv"),
        (CellPlace("a.xlsx", 1, "", 1, "", "", "表1"), "a.xlsx:表1"),
        (CellPlace("a.xlsx", 3, "实绩", 26, "", "", "表1"), "a.xlsx:表1!Z3, 实绩"),
        (CellPlace("a.xlsx", 3, "", 703, "", "", "表1"), "a.xlsx:表1!AAA3"),
        (CellPlace("\x1b.csv", 3, "\u202e", 2, "", ""), r"\x1b.csv:3, \u202e"),
    ],
)
def test_names_of_places(place: Place, name: str) -> None:
    assert name_place(place) == name
