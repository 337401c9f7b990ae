"""The wording of what two readings of one document say about each other."""

from __future__ import annotations

from perfdsl.diagnostic import Text

_MOST_SHOWN = 60
_SURE = Text("", "")
_UNSURE = Text("，但它自己没有把握", ", but it is not sure of that")


def other_reading(raw: str) -> Text:
    """Show what the second reading has."""
    tight = "".join(raw.split())
    shown = tight if len(tight) <= _MOST_SHOWN else tight[: _MOST_SHOWN - 1] + "…"
    if not shown:
        return Text("第二种读法这里是空白", "the second reading has nothing here")
    return Text(f"第二种读法是“{shown}”", f"the second reading has “{shown}”")


def other_count(mine: int, other: int, *, sure: bool) -> Text:
    """Another number of rows in the second reading."""
    tail = _SURE if sure else _UNSURE
    return Text(
        f"这里读出 {mine} 行，第二种读法是 {other} 行{tail.zh}：请核对行数",
        f"{mine} rows were read here, {other} by the second reading{tail.en}: check their number",
    )


def nothing_to_compare() -> Text:
    """No second reading."""
    return Text(
        "第二种读法（字符流）没有读出表，没有可比的；这不说明第一种读法对或错",
        "the second reading (stream of characters) found no form; that says nothing about the first",
    )


def counted(forms: int, rows: int, other_forms: int, other_rows: int) -> Text:
    """The counts of both readings."""
    return Text(
        f"第一种读法 {forms} 张表 {rows} 行；第二种读法（字符流）{other_forms} 张表 {other_rows} 行",
        f"first reading: {forms} forms, {rows} rows; second reading (stream of characters): {other_forms} forms, {other_rows} rows",
    )


def fields_compared(compared: int, differing: int, unsure: int) -> Text:
    """How many fields were compared."""
    return Text(
        f"比较了 {compared} 个字段，{differing} 个不同；{unsure} 个第二种读法没有把握，没有比较",
        f"{compared} fields compared, {differing} differ; {unsure} were left out because the second reading is not sure of them",
    )


def without_partner(count: int) -> Text:
    """Forms that the second reading does not have."""
    return Text(f"{count} 张表第二种读法没有读出", f"{count} forms were not found by the second reading")


def rows_of_form(name: str, mine: int, other: int, *, sure: bool) -> Text:
    """The rows of one form in both readings, where they differ."""
    said = f"“{name}”" if name else "一张表"
    tail = _SURE if sure else _UNSURE
    return Text(
        f"{said}：第一种读法 {mine} 行，第二种读法 {other} 行{tail.zh}",
        f"{said if name else 'a form'}: {mine} rows in the first reading, {other} in the second{tail.en}",
    )
