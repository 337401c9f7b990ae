from __future__ import annotations

import inspect
import re
from datetime import date
from typing import Any

import pytest

from perfdsl.actuals import messages, messages_cell, messages_table
from perfdsl.actuals.fact import Fact
from perfdsl.codes import CODES
from perfdsl.diagnostic import Diagnostic
from perfdsl.source import CellPlace
from perfdsl.syntax.ast import Number, Word

PLACE = CellPlace("a.csv", 2, "指标", 1, "长" * 60, "长" * 60)
FACT = Fact("甲", "", Number(span=(0, 0), value=1, text="1"), None, PLACE, PLACE, PLACE)
ARGUMENTS: dict[str, Any] = {
    "file": "a.csv", "line": 3, "size": 1, "most": 5, "place": PLACE, "problem": "x", "key": "k",
    "sheet": "表",
    "hidden": True,
    "kind": "error", "first": PLACE,
    "names": ["项目", "project"], "near": "项目", "width": 3,
    "reason": "operator",
    "word": "≥", "remedy": "1", "other": PLACE, "unit": "人",
    "perhaps": date(2022, 1, 1), "why": "impossible_date",
    "fact": FACT, "is_slip": True,
}  # fmt: skip


def all_complaints() -> list[Diagnostic]:
    made = [messages.unreadable_workbook("a.xlsx", reason) for reason in messages._WORKBOOKS]
    made += [messages_cell.unusable_cell(PLACE, kind) for kind in messages_cell._UNUSABLE]
    made += [
        messages_cell.no_value(PLACE, reason, word, word)
        for reason in messages_cell._NO_VALUE
        for word in ("", "x")
    ]
    made += [
        messages_table.two_amounts_spent(
            Fact("甲", "", Word(span=(0, 0), word="x"), None, *[PLACE] * 3), FACT
        )
    ]
    made += [messages_table.missing_column(PLACE, ["项目"]), messages_cell.bad_date(PLACE, "no_date", None)]
    made += [messages.sheet_passed_over("a.xlsx", "表", hidden=False)]
    skipped = {"unreadable_workbook", "unusable_cell", "no_value"}
    for room in (messages, messages_cell, messages_table):
        for name, function in inspect.getmembers(room, inspect.isfunction):
            if function.__module__ == room.__name__ and not name.startswith("_") and name not in skipped:
                wanted = inspect.signature(function).parameters
                arguments = {key: ARGUMENTS[key] for key in wanted}
                if name == "two_amounts_spent":
                    arguments["first"] = FACT
                made.append(function(**arguments))
    return made


COMPLAINTS = all_complaints()


@pytest.mark.parametrize("made", COMPLAINTS, ids=lambda made: made.message.en)
def test_each_complaint_is_whole_in_both_languages(made: Diagnostic) -> None:
    assert made.code in CODES
    texts = [made.message, *(label.text for label in made.labels), *made.hints]
    assert made.labels
    for text in texts:
        assert text.zh
        assert text.en
        assert not re.search(r"\{(seen|word)", text.zh + text.en)
    assert made.hints or made.severity != "error" or made.code == "P0607"


def test_every_code_of_this_room_is_used() -> None:
    mine = {code for code in CODES if "P0600" < code < "P0640"}
    assert {made.code for made in COMPLAINTS if made.code > "P0600"} - {"P0642", "P0643"} == mine
