# ruff: noqa: DTZ001 (a cell holds a calendar day)
from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.actuals.from_table import facts_of
from perfdsl.actuals.readers import READERS, read_excel, read_xlsx
from perfdsl.actuals.table import Table
from perfdsl.diagnostic import Diagnostics
from tests.actuals.make_xls import compound, label, workbook
from tests.actuals.say import codes, places, shown

HEAD = ("项目", "指标", "实际完成值")


def read(data: bytes) -> tuple[list[Table], Diagnostics]:
    diagnostics = Diagnostics()
    return READERS.get(".xlsx")("a.xlsx", data, diagnostics), diagnostics


def written(*rows: tuple[Any, ...], formats: dict[str, str] | None = None) -> bytes:
    """A workbook as openpyxl writes it."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for place, code in (formats or {}).items():
        book.active[place].number_format = code
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def by_xlsxwriter(fill: Callable[[Any, Any], None]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        fill(book, book.add_worksheet("实绩"))
    return out.getvalue()


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


@pytest.mark.parametrize(
    ("value", "code", "text", "kind"),
    [
        (0.9, "0%", "90%", "number"),
        (0.9, '"≥"0%', "≥90%", "number"),
        (5, "0.00", "5.00", "number"),
        (12, '0"次"', "12次", "number"),
        (0.1 + 0.2, "General", "0.3", "number"),
        (50000, '0!.0,"万"', "50000", "disguised"),
        (44926, "General", "44926", "number"),
        (date(2022, 12, 31), "yyyy/m/d", "2022-12-31", "date"),
        (datetime(2022, 12, 1), 'yyyy"年"m"月"', "2022年12月", "date"),
        (True, "General", "TRUE", "boolean"),
        ("11次", "@", "11次", "text"),
        ("#DIV/0!", "General", "#DIV/0!", "error"),
        (13052522009588099072, "0", "13052522009588100000", "digits_lost"),
    ],
)
def test_a_cell_is_what_a_person_sees(value: object, code: str, text: str, kind: str) -> None:
    (table,), found = read(written(HEAD, ("甲", "次数", value), formats={"C2": code}))
    cell = table.cell(table.rows[0], 2)
    assert (cell.text, cell.kind) == (text, kind)
    assert codes(found) == []


def test_places_count_as_the_sheet_does() -> None:
    (table,), _ = read(written(("2022年度",), (), HEAD, (), ("甲", "次数", 3)))
    place = table.cell(table.rows[0], 2).place
    assert (place.sheet, place.row, place.column_number, place.column) == ("Sheet", 5, 3, "实际完成值")
    assert place.line == "甲 | 次数 | 3"


def test_a_chinese_format_that_is_not_written_into_the_file() -> None:
    data = written(HEAD, ("甲", "时限", 44926), formats={"C2": "0.00"})
    data = changed(data, "xl/styles.xml", lambda xml: xml.replace(b'numFmtId="2"', b'numFmtId="31"'))
    (table,), _ = read(data)
    assert table.rows[0].texts[2] == "2022-12-31"


def test_a_day_number_of_a_1904_workbook() -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.append(HEAD)
    book.active.append(("甲", "时限", 43464))
    book.active["C2"].number_format = "0.00"
    data = changed(saved(book), "xl/styles.xml", lambda xml: xml.replace(b'numFmtId="2"', b'numFmtId="31"'))
    (table,), _ = read(data)
    assert table.rows[0].texts[2] == "2022-12-31"


def test_formulas_without_a_result_are_told() -> None:
    (table,), _ = read(written(HEAD, ("甲", "次数", "=1+1"), ("乙", "次数", 3)))
    assert [row.kind(2) for row in table.rows] == ["uncalculated", "number"]
    found = Diagnostics()
    assert [shown(fact) for fact in facts_of(table, found)] == ["乙|次数|number|3|"]
    assert places(found) == ["P0613 2:实际完成值"]


def test_formulas_with_a_result_are_numbers() -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, ("甲", "次数"))
        sheet.write_formula(1, 2, "=1+1", None, 2)
        sheet.write_row(2, 0, ("乙", "次数"))
        sheet.write_formula(2, 2, "=1+1")  # XlsxWriter stores 0 and leaves the computing to Excel

    (table,), _ = read(by_xlsxwriter(fill))
    assert [(row.text(2), row.kind(2)) for row in table.rows] == [("2", "number"), ("=…", "uncalculated")]


def test_sheets_without_facts_and_hidden_ones_are_named() -> None:
    book = openpyxl.Workbook()
    book.active.append(("填表说明",))
    for name in ("一", "二", "藏"):
        sheet = book.create_sheet(name)
        sheet.append(HEAD)
        sheet.append((name, "次数", 1))
    book["藏"].sheet_state = "hidden"
    book.create_sheet("空")
    tables, found = read(saved(book))
    assert [table.sheet for table in tables] == ["一", "二"]
    assert codes(found) == ["P0632", "P0632"]


def test_without_any_header_of_facts_the_header_is_what_is_wrong() -> None:
    tables, found = read(written(("甲", "乙"), (1, 2)))
    assert codes(found) == []
    assert facts_of(tables[0], found) == []
    assert set(codes(found)) == {"P0617"}


ENCRYPTED = compound(b"x" * 5000, "EncryptedPackage")
DOCX = io.BytesIO()
with zipfile.ZipFile(DOCX, "w") as archive:
    archive.writestr("word/document.xml", "<x/>")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "P0601"),
        ("项目,指标".encode(), "P0601"),
        (b"PK\x03\x04", "P0601"),
        (written(HEAD)[:-200], "P0601"),
        (DOCX.getvalue(), "P0601"),
        (ENCRYPTED, "P0602"),
        (written(), "P0619"),
        (changed(written(HEAD), "xl/worksheets/sheet1.xml", lambda xml: xml[:-30]), "P0601"),
        (changed(written(HEAD), "xl/workbook.xml", lambda _: b"<workbook/>"), "P0619"),
        (
            changed(written(("x", 3)), "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b">3<", b">nan<")),
            "P0601",
        ),
    ],
)
def test_what_cannot_be_read(data: bytes, code: str) -> None:
    tables, found = read(data)
    assert tables == []
    assert codes(found) == [code]


def test_a_part_that_is_encrypted_is_told() -> None:
    data = bytearray(written(HEAD))
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    assert codes(read(bytes(data))[1]) == ["P0602"]


def test_the_bytes_decide_not_the_name() -> None:
    rows = b"".join(label(0, at, text) for at, text in enumerate(HEAD)) + label(1, 0, "甲")
    tables, found = read(compound(workbook({"实绩": rows})))
    assert tables[0].rows[0].texts == ("甲",)
    assert codes(found) == []


def test_without_openpyxl_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    tables, found = read(written(HEAD, ("甲", "次数", 1)))
    assert (tables, codes(found)) == ([], ["P0603"])
    assert "perfdsl[excel]" in next(iter(found)).hints[0].zh


def test_a_part_that_unpacks_too_far_is_refused() -> None:
    bomb = changed(written(HEAD), "xl/worksheets/sheet1.xml", lambda xml: xml + b" " * 5_000_000)
    assert codes(read(bomb)[1]) == ["P0604"]


def test_sheets_that_share_one_part_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    book.active.append(("甲", "次数", 1))
    book.create_sheet("二").append(HEAD)
    data = changed(
        saved(book),
        "xl/_rels/workbook.xml.rels",
        lambda xml: xml.replace(b"sheet2.xml", b"sheet1.xml"),
    )
    assert len(read(data)[0]) == 2
    total = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(data)).infolist())
    sheet = zipfile.ZipFile(io.BytesIO(data)).getinfo("xl/worksheets/sheet1.xml").file_size
    monkeypatch.setattr(read_xlsx, "MOST_UNPACKED_BYTES", sheet + sheet // 2)
    monkeypatch.setattr(read_xlsx, "check_archive", lambda _: {"xl/workbook.xml"})
    assert total > sheet
    assert codes(read(data)[1]) == ["P0604"]


def test_bounds_of_rows_sheets_columns_and_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = written(HEAD, *[("甲", "次数", at) for at in range(5)])
    wide = written(HEAD, tuple("x" * 300))
    monkeypatch.setattr(read_excel, "MOST_ROWS", 3)
    tables, found = read(rows)
    assert (len(tables[0].rows), codes(found)) == (2, ["P0604"])
    assert "P0604" in codes(read(wide)[1])
    monkeypatch.setattr(read_excel, "MOST_SHEETS", 0)
    assert "P0604" in codes(read(rows)[1])
    monkeypatch.setattr(read_excel, "MOST_BYTES", 10)
    assert codes(read(rows)[1]) == ["P0604"]


@pytest.mark.parametrize("note", ["x", "=1+1"])
def test_a_cell_far_away_costs_little(note: str) -> None:
    book = openpyxl.Workbook()
    book.active.append((*HEAD, note))
    book.active["XFD1048576"] = "far"
    tables, found = read(saved(book))
    assert tables[0].rows == ()
    assert codes(found) == []


BOOK = written(HEAD, ("甲", "次数", 1, 0.5, date(2022, 1, 1)), formats={"C2": "0%"})


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_damage_gives_tables_or_complaints(data: st.DataObject) -> None:
    body = bytearray(BOOK)
    for _ in range(data.draw(st.integers(1, 4))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(body)))
    for damaged in (bytes(body), bytes(body[:cut])):
        tables, found = read(damaged)
        assert tables or codes(found)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_change_inside_the_parts(data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"]))

    def change(xml: bytes) -> bytes:
        body = bytearray(xml)
        for _ in range(data.draw(st.integers(1, 3))):
            body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
        return bytes(body)

    tables, found = read(changed(BOOK, part, change))
    assert tables or codes(found)


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    assert codes(read(data)[1])
    assert codes(read(b"PK\x03\x04" + data)[1])
