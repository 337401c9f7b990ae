"""Draws the charts of a workbook from its own cells: plan and spending by month, and scores of projects."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from perfdsl.annual import document_words as more
from perfdsl.annual import words
from perfdsl.annual.annual import AnnualReport
from perfdsl.annual.say_in import Say
from perfdsl.annual.workbook_tables import SheetTable
from perfdsl.forms.legal_text import legal
from perfdsl.report.cells import one_line

_Book = Any  # XlsxWriter carries no types
_Sheet = Any
_Sheets = Mapping[str, tuple[SheetTable, _Sheet]]
_COLUMN, _ROWS = 6, 16
"""Column where charts stand beside a table, and rows that one takes."""
_MOST = 40


def draw_charts(book: _Book, sheets: _Sheets, report: AnnualReport) -> None:
    """Put the charts beside (money) and below (scores) the tables that they are drawn from."""
    say = Say(report.language)
    table, sheet = sheets[say(more.MONEY)]
    at = table.first
    numbered = list(enumerate(table.rows, table.first))
    parts = [(name, list(rows)) for name, rows in groupby(numbered, key=lambda each: each[1][0].text)]
    for name, rows in parts[:_MOST]:
        chart = book.add_chart({"type": "line"})
        for column, dash in ((2, "dash"), (3, "solid")):
            chart.add_series(_series(table, column, rows[0][0], rows[-1][0], dash))
        # Its cell, not its text: XlsxWriter would take some texts for formulas.
        chart.set_title({"name": [table.name, rows[0][0], 0], "name_font": {"size": 11}})
        chart.set_y_axis({"name": say(more.IN_WAN), "min": 0})
        chart.set_legend({"position": "bottom"})
        chart.show_blanks_as("span")
        chart.set_size({"width": 520, "height": 300})
        sheet.insert_chart(
            at, _COLUMN, chart, {"description": f"{legal(one_line(name, 60))} {say(more.CHART)}"}
        )
        at += _ROWS
    _draw_scores(book, sheets, say)


def _series(table: SheetTable, column: int, first: int, last: int, dash: str) -> dict[str, Any]:
    return {
        "name": [table.name, table.first - 1, column],
        "categories": [table.name, first, 1, last, 1],
        "values": [table.name, first, column, last, column],
        "line": {"width": 2, "dash_type": dash, "color": "#7F7F7F" if column == 2 else "#0B4F9C"},  # noqa: PLR2004
        "marker": {"type": "diamond" if column == 2 else "circle", "size": 6},  # noqa: PLR2004
    }


def _draw_scores(book: _Book, sheets: _Sheets, say: Say) -> None:
    """Draw the scores of projects as bars on the first sheet; one that is open has none."""
    table, _ = sheets[say(more.PROJECTS)]
    summary, sheet = sheets[say(more.SUMMARY)]
    if not table.rows:
        return
    first, last = table.first, table.first + min(len(table.rows), _MOST) - 1
    chart = book.add_chart({"type": "bar"})
    chart.add_series({
        "name": say(words.SCORE), "categories": [table.name, first, 1, last, 1],
        "values": [table.name, first, 8, last, 8], "data_labels": {"value": True},
        "fill": {"color": "#5B7FA6"},
    })  # fmt: skip
    chart.set_title({"name": say(words.SCORES), "name_font": {"size": 11}})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"min": 0})
    chart.set_legend({"none": True})
    chart.set_size({"width": 720, "height": 120 + 36 * (last - first + 1)})
    below = summary.first + len(summary.rows) + 1
    sheet.insert_chart(below, 0, chart, {"description": say(words.SCORES)})
