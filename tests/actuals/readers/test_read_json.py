from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.actuals.readers import READERS, read_json
from perfdsl.actuals.table import Table
from perfdsl.diagnostic import Diagnostics
from tests.actuals.say import codes, places


def read(text: str | bytes) -> tuple[list[Table], Diagnostics]:
    diagnostics = Diagnostics()
    return READERS.get(".json")(
        "a.json", text.encode() if isinstance(text, str) else text, diagnostics
    ), diagnostics


@pytest.mark.parametrize(
    "text",
    [
        '[{"项目": "甲", "实际完成值": 10.50}]',
        ' {"facts" : [ {"项目": "甲", "实际完成值": 10.50} ] } ',
        '{"year": 2022, "实绩": [{"项目": "甲", "实际完成值": 10.50}], "x": [1, {}]}',
    ],
)
def test_a_list_or_an_object_with_one(text: str) -> None:
    (table,), found = read(text)
    assert codes(found) == []
    assert table.header.texts == ("项目", "实际完成值")
    assert table.rows[0].texts == ("甲", "10.50")
    cell = table.cell(table.rows[0], 1)
    assert (cell.kind, cell.place.row, cell.place.column, cell.place.column_number) == (
        "number",
        1,
        "实际完成值",
        2,
    )
    assert cell.place.line == '{"项目": "甲", "实际完成值": 10.50}'


@pytest.mark.parametrize(
    ("value", "text", "kind"),
    [
        ("0.1", "0.1", "number"),
        ("-0.0", "-0.0", "number"),
        ("123456789012345678901234567890.123", "123456789012345678901234567890.123", "number"),
        ("1.2e3", "1200", "number"),
        ("5E-3", "0.005", "number"),
        ("1e999999999", "1e999999999", "number"),
        ("1e" + "9" * 30, "1e" + "9" * 30, "number"),
        ("true", "是", "boolean"),
        ("false", "否", "boolean"),
        ("null", "", "text"),
        ('"11次"', "11次", "text"),
        (r'"\ud800x"', "\ufffdx", "text"),
        ("NaN", "NaN", "not_a_number"),
        ("-Infinity", "-Infinity", "not_a_number"),
        ("[1]", "…", "nested"),
        ("{}", "…", "nested"),
    ],
)
def test_what_a_value_becomes(value: str, text: str, kind: str) -> None:
    (table,), found = read(f'[{{"a": {value}}}]')
    assert (table.rows[0].texts, table.rows[0].kinds) == ((text,), (kind,))
    assert codes(found) == []


def test_columns_are_gathered_over_all_objects() -> None:
    (table,), _ = read('[{"a": 1}, {"b": 2, "a": 3}, {}]')
    assert table.header.texts == ("a", "b")
    assert [row.texts for row in table.rows] == [("1",), ("3", "2"), ()]


def test_a_repeated_key_is_told() -> None:
    (table,), found = read('[{"a": 1, "a": 2}]')
    assert places(found) == ["P0610 1:"]
    assert table.rows[0].texts == ("1",)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "P0608"),
        ("[", "P0608"),
        ("[] x", "P0608"),
        ("{'a': 1}", "P0608"),
        ('{"a" 1}', "P0608"),
        ('{"a": 1', "P0608"),
        ('{"facts": [], "facts": []}', "P0608"),
        ("1", "P0609"),
        ('"x"', "P0609"),
        ("{}", "P0609"),
        ('{"facts": {}}', "P0609"),
        ("[1]", "P0609"),
        ("[]", "P0619"),
        ('{"facts": []}', "P0619"),
        ("[" * 100_000, "P0604"),
        ('[{"a":' * 100_000, "P0604"),
        ("PK\x03\x04", "P0601"),
    ],
)
def test_what_is_no_list_of_facts(text: str, code: str) -> None:
    tables, found = read(text)
    assert tables == []
    assert codes(found) == [code]


def test_what_came_before_an_error_is_kept() -> None:
    (table,), found = read('[{"a": 1},\n {"a": 2},\n {"a": }]')
    assert [row.texts for row in table.rows] == [("1",), ("2",)]
    assert places(found) == ["P0608 3:"]
    assert next(iter(found)).labels[0].place.line == ' {"a": }]'


@pytest.mark.parametrize("text", ['[{"a": 1},]', '[{"a": 1} {"a": 2}]', '{"facts": [{"a": 1}] "x": 1}'])
def test_a_comma_too_much_or_missing(text: str) -> None:
    (table,), found = read(text)
    assert len(table.rows) == 1
    assert codes(found) == ["P0608"]


def test_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    many = json.dumps([{f"k{at}": at for at in range(300)}])
    (table,), found = read(many)
    assert codes(found) == ["P0604"]
    assert len(table.header.texts) == len(table.rows[0].texts) == 256
    monkeypatch.setattr(read_json, "MOST_ROWS", 2)
    (table,), found = read('[{"a": 1}, {"a": 2}, {"a": 3}]')
    assert (len(table.rows), codes(found)) == (2, ["P0604"])


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    tables, found = read(data)
    assert tables or codes(found)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(JSON)
def test_any_json_value(value: object) -> None:
    tables, found = read(json.dumps(value))
    assert tables or codes(found)
    for table in tables:
        assert all(text.encode() is not None for row in table.rows for text in row.texts)


@given(st.text(alphabet=list('[]{}",:\\u01e-. \nfactsNa'), max_size=120))
def test_any_text_of_brackets(text: str) -> None:
    tables, found = read(text)
    assert tables or codes(found)


def test_what_is_malformed_is_said_in_both_languages() -> None:
    found = Diagnostics()
    read_json.read("a.json", b'[{"a": 1,}]', found)
    (complaint,) = found
    assert complaint.message.zh == "JSON 写错了：这里应是一个用英文双引号括起来的键"
    assert complaint.message.en.startswith("malformed JSON: Expecting property name")
