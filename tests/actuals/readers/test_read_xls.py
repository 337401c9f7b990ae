from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.actuals.readers import READERS
from perfdsl.actuals.table import Table
from perfdsl.diagnostic import Diagnostics
from tests.actuals.make_xls import (
    EOF,
    bof,
    compound,
    label,
    number,
    record,
    shared,
    shared_strings,
    text16,
    workbook,
)
from tests.actuals.say import codes

FORMS = Path(__file__).parents[2] / "data" / "actuals" / "linxi-2022-forms.xls"
HEAD = b"".join(label(0, at, text) for at, text in enumerate(("项目", "指标", "实际完成值")))


def read(data: bytes) -> tuple[list[Table], Diagnostics]:
    diagnostics = Diagnostics()
    return READERS.get(".xls")("a.xls", data, diagnostics), diagnostics


def cells(body: bytes, head: bytes = b"", formats: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The cells of the second row of a sheet with such records."""
    tables, found = read(compound(workbook({"实绩": HEAD + body}, head, formats)))
    assert codes(found) == []
    (row,) = tables[0].rows
    return list(zip(row.texts, row.kinds, strict=True))


def short_number(packed: int, style: int = 0) -> bytes:
    return record(0x27E, struct.pack("<HHHI", 1, 0, style, packed & 0xFFFFFFFF))


def formula(result: bytes, style: int = 0) -> bytes:
    return record(0x06, struct.pack("<HHH", 1, 0, style) + result + bytes(8))


def test_a_sheet_of_libreoffice_reads_as_another_library_reads_it() -> None:
    calamine = pytest.importorskip("python_calamine")
    expected = calamine.load_workbook(io.BytesIO(FORMS.read_bytes())).get_sheet_by_index(0).to_python()
    (table,), found = read(FORMS.read_bytes())
    assert codes(found) == []
    seen = 0
    for row in (table.header, *table.rows):
        for mine, other in zip(row.texts, expected[row.number - 1], strict=False):
            assert mine == other if isinstance(other, str) else float(mine) == other
            seen += mine != ""
    assert seen > 200
    plan = next(row for row in table.rows if row.number == 58)
    assert plan.texts[1:6] == ("7.50", "15.00", "", "22.50", "30.00")  # as their format shows them


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (number(1, 0, 0.9, 1), ("90%", "number")),
        (number(1, 0, 44926, 2), ("2022-12-31", "date")),
        (number(1, 0, 44926), ("44926", "number")),
        (number(1, 0, 50000, 3), ("50000", "disguised")),
        (number(1, 0, 1.3e19), ("13000000000000000000", "digits_lost")),
        (number(1, 0, 7, 99), ("7", "number")),
        (short_number(11 << 2 | 2), ("11", "number")),
        (short_number((-11) << 2 | 2), ("-11", "number")),
        (short_number(1234 << 2 | 3), ("12.34", "number")),
        (short_number(0x3FE00000), ("0.5", "number")),
        (short_number(0x40590000 | 1), ("1", "number")),
        (record(0x205, struct.pack("<HHHBB", 1, 0, 0, 1, 0)), ("TRUE", "boolean")),
        (record(0x205, struct.pack("<HHHBB", 1, 0, 0, 0, 0)), ("FALSE", "boolean")),
        (record(0x205, struct.pack("<HHHBB", 1, 0, 0, 7, 1)), ("#DIV/0!", "error")),
        (record(0x205, struct.pack("<HHHBB", 1, 0, 0, 99, 1)), ("#ERR!", "error")),
        (formula(struct.pack("<d", 0.9), 1), ("90%", "number")),
        (formula(b"\x01\0\x01\0\0\0\xff\xff"), ("TRUE", "boolean")),
        (formula(b"\x02\0\x07\0\0\0\xff\xff"), ("#DIV/0!", "error")),
        (formula(b"\0\0\0\0\0\0\xff\xff") + record(0x207, text16("健全")), ("健全", "text")),
        (record(0xD6, struct.pack("<HHH", 1, 0, 0) + text16("富")), ("富", "text")),
    ],
)
def test_each_kind_of_record(body: bytes, shown: tuple[str, str]) -> None:
    assert cells(body, formats=("0%", "yyyy-mm-dd", '0!.0,"万"')) == [shown]


def test_a_run_of_numbers() -> None:
    packed = b"".join(struct.pack("<HI", style, at << 2 | 2) for at, style in ((1, 0), (50, 1)))
    body = record(0xBD, struct.pack("<HH", 1, 1) + packed + struct.pack("<H", 2))
    assert cells(body, formats=("0%",)) == [("", "text"), ("1", "number"), ("5000%", "number")]


def test_a_formula_that_is_empty_text_and_a_text_of_no_formula() -> None:
    body = formula(b"\x03\0\0\0\0\0\xff\xff") + number(1, 1, 5) + record(0x207, text16("x"))
    assert cells(body) == [("", "text"), ("5", "number")]


def test_built_in_formats_and_days_from_1904() -> None:
    head = (
        record(0x22, b"\x01\0")
        + record(0xE0, struct.pack("<HH", 0, 9))
        + record(0xE0, struct.pack("<HH", 0, 31))
    )
    assert cells(number(1, 0, 0.25, 0) + number(1, 1, 43464, 1), head) == [
        ("25%", "number"),
        ("2022-12-31", "date"),
    ]


def test_shared_strings_over_the_ends_of_records() -> None:
    narrow = struct.pack("<HB", 4, 0) + b"ab"
    rich = struct.pack("<HBH", 2, 8, 1) + b"xy" + bytes(4)
    phonetic = struct.pack("<HBI", 1, 5, 6) + "好".encode("utf-16-le") + bytes(6)
    first = record(0xFC, struct.pack("<II", 9, 9) + text16("甲") + rich + phonetic + narrow)
    more = record(0x3C, b"\x01" + "次数".encode("utf-16-le"))
    assert cells(b"".join(shared(1, at, at) for at in range(4)), first + more) == [
        (text, "text") for text in ("甲", "xy", "好", "ab次数")
    ]


def test_a_small_stream_and_a_hidden_sheet() -> None:
    stream = workbook({"实绩": HEAD, "藏": HEAD}, hidden=frozenset({"藏"}))
    tables, found = read(compound(stream, small=True))
    assert [table.sheet for table in tables] == ["实绩"]
    assert codes(found) == ["P0632"]


def test_a_part_inside_a_sheet_is_passed_over() -> None:
    chart = bof(kind=0x20) + number(1, 0, 1) + EOF
    assert cells(chart + number(1, 0, 2)) == [("2", "number")]


def test_a_cell_far_away_costs_little() -> None:
    tables, found = read(compound(workbook({"实绩": HEAD + number(65535, 65535, 1) + number(65535, 0, 1)})))
    assert [row.number for row in tables[0].rows] == [65536]
    assert codes(found) == []


SST = shared_strings(["甲"])
TWICE = workbook({"一": HEAD, "二": HEAD})
FIRST = TWICE.index(struct.pack("<H", 0x85)) + 4


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (compound(bof(version=0x0500) + EOF), "P0601"),
        (compound(bof(version=0x0500) + EOF, "Book"), "P0601"),
        (compound(bof() + record(0x2F, bytes(6)) + EOF), "P0602"),
        (compound(b"x", "EncryptedPackage"), "P0602"),
        (compound(b"x", "WordDocument"), "P0601"),
        (compound(bof()), "P0601"),
        (compound(workbook({"实绩": record(0xFD, b"\1")})), "P0601"),
        (compound(workbook({"实绩": shared(0, 0, 7)}, SST)), "P0601"),
        (compound(workbook({})), "P0619"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(10), "P0601"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "P0601"),
    ],
)
def test_what_cannot_be_read(data: bytes, code: str) -> None:
    tables, found = read(data)
    assert tables == []
    assert codes(found) == [code]


def test_two_sheets_in_one_place_are_damage() -> None:
    second = TWICE.index(struct.pack("<H", 0x85), FIRST) + 4
    shared_place = TWICE[:second] + TWICE[FIRST : FIRST + 4] + TWICE[second + 4 :]
    tables, found = read(compound(shared_place))
    assert (tables, codes(found)) == ([], ["P0601"])


@pytest.mark.parametrize("small", [False, True])
def test_a_chain_without_an_end_is_damage(small: bool) -> None:
    data = bytearray(compound(workbook({"实绩": HEAD}), small=small))
    place = 512 * 3 + 4 if small else 512 + 4 * 4  # the second number of a chain now leads back to the first
    struct.pack_into("<I", data, place, 0 if small else 3)
    assert codes(read(bytes(data))[1]) == ["P0601"]


def test_a_list_of_tables_that_goes_on_elsewhere() -> None:
    data = bytearray(compound(workbook({"实绩": HEAD + label(1, 0, "甲")})))
    more = len(data) // 512 - 1
    struct.pack_into("<I", data, 76, 0xFFFFFFFF)
    struct.pack_into("<I", data, 68, more)
    data += struct.pack("<I", 0) + b"\xff" * (512 - 8) + struct.pack("<I", 0xFFFFFFFE)
    tables, found = read(bytes(data))
    assert codes(found) == []
    assert tables[0].rows[0].texts == ("甲",)


BOOK = compound(workbook({"实绩": HEAD + shared(1, 0, 0) + number(1, 2, 0.5, 1)}, SST, ("0%",)))


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_damage_gives_tables_or_complaints(data: st.DataObject) -> None:
    body = bytearray(BOOK)
    end = 512 * 6
    for _ in range(data.draw(st.integers(1, 6))):
        body[data.draw(st.integers(0, end))] = data.draw(st.integers(0, 255))
    tables, found = read(bytes(body))
    assert tables or codes(found)
    assert codes(read(bytes(body[: data.draw(st.integers(8, end))]))[1])
