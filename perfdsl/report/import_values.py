"""What a field is read as, for people and for programs; numbers exactly as printed."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from perfdsl.diagnostic import Language
from perfdsl.documents.document import InSheet, InTable, OnLines, OnPage, Spot
from perfdsl.importers.draft import Value
from perfdsl.report.place_fields import Json
from perfdsl.syntax import ast
from perfdsl.syntax.wording import Wording
from perfdsl.syntax.write_entry import write_target, write_value


def say_value(value: Value, language: Language) -> str:
    """Write ``5.00`` · ``>= 12次`` · ``<= 2022-12-31``; empty where nothing could be read."""
    match value:
        case None:
            return ""
        case Decimal():
            return format(value, "f")
        case str() | int():
            return str(value)
        case ast.Number() | ast.DateLiteral() | ast.Word():
            return write_value(value)
        case _:
            return write_target(value, Wording(language))


def value_fields(value: Value) -> Json:
    """Give ``kind`` and what belongs to it; numbers are strings; null where nothing could be read."""
    match value:
        case None:
            return None
        case Decimal():
            return {"kind": "number", "number": format(value, "f")}
        case int():
            return {"kind": "number", "number": str(value)}
        case str():
            return {"kind": "text", "text": value}
        case ast.Number() | ast.DateLiteral() | ast.Word():
            return _fact_fields(value)
        case _:
            return _target_fields(value) | {"text": write_target(value, Wording("zh"))}


def _fact_fields(value: ast.Value) -> dict[str, Json]:
    match value:
        case ast.Number():
            return {"kind": "number"} | _number_fields(value) | {"text": value.text}
        case ast.DateLiteral():
            return {"kind": "date", "date": _date(value), "text": value.text}
        case ast.Word():
            share: Json = None if value.share is None else dict(_number_fields(value.share))
            return {"kind": "word", "word": value.word, "share": share}
        case _:
            assert_never(value)


def _target_fields(target: ast.Target) -> dict[str, Json]:
    match target:
        case ast.Bound():
            operator: dict[str, Json] = {"kind": "bound", "operator": target.op}
            return operator | _number_fields(target.value)
        case ast.Range():
            return {
                "kind": "range",
                "low": _number_fields(target.low),
                "high": _number_fields(target.high),
            }
        case ast.Deadline():
            return {"kind": "deadline", "operator": target.op, "date": _date(target.date)}
        case ast.State():
            return {"kind": "state", "word": target.word}
        case ast.Qualitative():
            return {"kind": "qualitative", "words": target.text}
        case _:
            assert_never(target)


def _number_fields(number: ast.Number) -> dict[str, Json]:
    return {"number": format(number.value, "f"), "unit": number.unit}


def _date(date: ast.DateLiteral) -> str:
    return f"{date.year:04}-{date.month:02}-{date.day:02}"


def kind_of(spot: Spot) -> str:
    """Name the kind of a place, which tells the fields that it has (``perfdsl.report.spot_fields``)."""
    return {OnPage: "page", InSheet: "sheet", InTable: "table", OnLines: "lines"}[type(spot)]
