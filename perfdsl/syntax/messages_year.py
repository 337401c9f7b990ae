"""Complaints about the statements of a year that cannot be read."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.source import Place


def not_entry_number(place: Place, written: str) -> Diagnostic:
    """Complain about the number of an entry of the journal, or of its format, that is none."""
    return complaint(
        "P0131",
        place,
        Text(f"“{written}”不是序号", f"“{written}” is no number of an entry"),
        Text("序号从 1 起，是整数", "entries are counted from 1, in whole numbers"),
        Text(
            "台账由 perfdsl record 写，不用手写；若这个词是指标的名字，给它加上引号",
            "let perfdsl record write the journal; if the word is the name of an indicator, put it in quotes",
        ),
    )
