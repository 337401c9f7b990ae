"""Forms written a second, beside the same cells written with openpyxl and python-docx as manuals show it.

Run: python benchmarks/bench_export.py [FORMS]. Self-evaluations of the sheets in specs/, again and again.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from io import BytesIO
from time import perf_counter

from docx import Document
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from perfdsl.diagnostic import Diagnostics
from perfdsl.forms.contents import Contents
from perfdsl.forms.form import Form
from perfdsl.forms.gather_contents import gather_contents, pair_up
from perfdsl.forms.lay_out_form import lay_out_form
from perfdsl.forms.name_sheets import name_sheets
from perfdsl.forms.write_docx import write_docx
from perfdsl.forms.write_xlsx import write_xlsx
from perfdsl.library import shipped
from perfdsl.pipeline import prepare
from perfdsl.workspace import open_workspace

PATHS = ["specs/linxi-2022"]
SIDE = Side(style="thin")
BORDER = Border(SIDE, SIDE, SIDE, SIDE)


def contents_of(paths: Sequence[str]) -> list[Contents]:
    diagnostics = Diagnostics()
    sources = open_workspace(paths, (), diagnostics, facts=False).sources
    scheme, plan = prepare(sources, diagnostics, shipped)
    return list(gather_contents(scheme, pair_up(scheme, plan, None, [None] * len(plan.projects))))


def plain_openpyxl(forms: Sequence[Form]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for form, name in zip(forms, name_sheets(form.name for form in forms), strict=True):
        sheet = book.create_sheet(name)
        for at, width in enumerate(form.widths, 1):
            sheet.column_dimensions[get_column_letter(at)].width = width / 5.5
        for at, height in enumerate(form.heights, 1):
            sheet.row_dimensions[at].height = height
        for cell in form.cells:
            row, column, rows, columns = cell.area
            for down in range(rows):
                for right in range(columns):
                    place = sheet.cell(row + down + 1, column + right + 1)
                    place.border = BORDER
                    place.font = Font(name="宋体", size=10)
                    place.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
                    if cell.style == "label":
                        place.fill = PatternFill("solid", fgColor="F2F2F2")
            sheet.cell(row + 1, column + 1).value = cell.text or None
            if rows * columns > 1:
                sheet.merge_cells(None, row + 1, column + 1, row + rows, column + columns)
            if cell.allowed is not None:
                rule = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0")
                rule.add(f"{get_column_letter(column + 1)}{row + 1}")
                sheet.add_data_validation(rule)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def plain_docx(forms: Sequence[Form]) -> bytes:
    document = Document()
    for form in forms:
        table = document.add_table(len(form.heights), len(form.widths), style="Table Grid")
        for cell in form.cells:
            row, column, rows, columns = cell.area
            place = table.cell(row, column)
            if rows * columns > 1:
                place = place.merge(table.cell(row + rows - 1, column + columns - 1))
            place.text = cell.text
        document.add_page_break()
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def timed(name: str, count: int, work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    taken = perf_counter() - start
    print(f"{name:<28}{count:>6} forms {taken:8.2f} s {count / taken:8.1f} forms/s")
    return taken


def main(count: int) -> None:
    said = contents_of(PATHS)
    said = (said * (count // len(said) + 1))[:count]
    forms: list[Form] = []
    timed("laid out", count, lambda: forms.extend(lay_out_form("self_evaluation", each, 7) for each in said))
    few = max(1, count // 10)
    timed(".xlsx, ours (XlsxWriter)", few, lambda: write_xlsx(forms[:few], Diagnostics()))
    ours = timed(".xlsx, ours (XlsxWriter)", count, lambda: write_xlsx(forms, Diagnostics()))
    plain = timed(".xlsx, openpyxl plainly", count, lambda: plain_openpyxl(forms))
    print(f"  openpyxl takes {plain / ours:.1f} times as long")
    timed(".docx, ours", count, lambda: write_docx(forms, Diagnostics()))
    ours = timed(".docx, ours", few, lambda: write_docx(forms[:few], Diagnostics()))
    plain = timed(".docx, python-docx plainly", few, lambda: plain_docx(forms[:few]))
    print(f"  python-docx takes {plain / ours:.1f} times as long")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
