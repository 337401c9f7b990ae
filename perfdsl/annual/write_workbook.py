"""Writes the report of a year as a workbook (.xlsx) with XlsxWriter; the same report gives the same bytes.

Numbers are numbers where a workbook holds them exactly, texts never become formulas, and points lead to the
sheet that explains them.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from perfdsl.annual.annual import AnnualReport
from perfdsl.annual.draw_workbook_charts import draw_charts
from perfdsl.annual.lay_workbook import lay_workbook
from perfdsl.annual.write_sheet import SheetWriter
from perfdsl.diagnostic import Diagnostics
from perfdsl.forms.legal_text import legal
from perfdsl.report.cells import one_line

_MADE = datetime(2020, 1, 1)  # noqa: DTZ001 — workbooks know no zones; it only has to be always the same
_LONGEST_NAME = 255


def write_workbook(report: AnnualReport, diagnostics: Diagnostics) -> bytes | None:
    """Write a report as .xlsx; None after a complaint where the library is missing."""
    try:
        import xlsxwriter
    except ImportError:
        from perfdsl.annual.messages_documents import no_library

        diagnostics.add(no_library("XlsxWriter", ".xlsx"))
        return None
    saved = BytesIO()
    library: Any = xlsxwriter  # it carries no types
    book = library.Workbook(saved, {"in_memory": True})
    book.set_properties({"created": _MADE, "title": legal(one_line(report.title))[:_LONGEST_NAME]})
    tables = lay_workbook(report)
    writer = SheetWriter(book, tables)
    sheets = [(table, book.add_worksheet(table.name)) for table in tables]
    for table, sheet in sheets:
        writer.write(sheet, table)
    draw_charts(book, {table.name: (table, sheet) for table, sheet in sheets}, report)
    book.close()
    return saved.getvalue()
