"""The rows of a form, as groups of indicators with their clauses."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby
from typing import Any, Final, get_args

from perfdsl.importers.checks.check_required import NO_TARGET
from perfdsl.importers.draft import DraftRow, Field, RowName
from perfdsl.importers.sheet import labels
from perfdsl.importers.sheet.leave_open import NOWHERE, doubts, hole, is_open, unsettled
from perfdsl.importers.sheet.quotable import quotable, quotable_name
from perfdsl.syntax import ast
from perfdsl.syntax.node import make

UNNAMED: Final = "（未读出名称）"
_TARGETS = get_args(get_args(ast.Target)[0])
_REMARKS: tuple[tuple[RowName, str], ...] = (("description", "about"), ("basis", "basis"))
_TOLD_APART: tuple[RowName, ...] = (
    "level1",
    "level2",
    "name",
    "actual",
    "score",
    "direction",
    "operator",
    "unit",
)
"""Fields whose holes stand beside what is written; 指标值, 权重 and remarks are left open in their place."""


def build_groups(rows: Iterable[DraftRow]) -> list[ast.Group]:
    """Give the groups in the order of the rows; neighbours of one path share a group."""
    return [
        make(ast.Group, NOWHERE, path=path, indicators=tuple(_indicator(row) for row in held))
        for path, held in groupby(rows, key=_path)
    ]


def name_of(row: DraftRow) -> str:
    """Give the name that a row's indicator is written under."""
    field = row.fields.get("name")
    said = field.value if field is not None and isinstance(field.value, str) else row.text("name")
    return quotable_name(said) or UNNAMED


def _path(row: DraftRow) -> tuple[str, ...]:
    levels = [row.fields[name] for name in _LEVELS if name in row.fields]
    said = [quotable_name(str(field.value or field.raw)) for field in levels if field.status != "missing"]
    return tuple(each for each in said if each) or ("未分组",)


def _indicator(row: DraftRow) -> ast.Indicator:
    target = row.fields.get("target")
    value = target.value if target is not None and not is_open(target) else None
    clauses: list[Any] = []
    clauses += _weight(row.fields.get("weight"))
    clauses += _target_left_open(target)
    clauses += [hole(row.fields[name], labels.ROW[name]) for name in _TOLD_APART if _is_open(row, name)]
    for name, about in _REMARKS:
        clauses += _remark(row.fields.get(name), about, labels.ROW[name])
    return make(
        ast.Indicator,
        NOWHERE,
        name=name_of(row),
        name_span=NOWHERE,
        target=value if isinstance(value, _TARGETS) else None,
        clauses=tuple(clauses),
    )


def _is_open(row: DraftRow, name: RowName) -> bool:
    return name in row.fields and is_open(row.fields[name])


def _target_left_open(target: Field | None) -> list[ast.Unsettled]:
    label = labels.ROW["target"]
    if target is None or target.status == "missing":
        return [unsettled("hole", label, "", NO_TARGET)]
    if is_open(target):
        ways = "；".join(way.zh for way in target.alternatives)
        left = hole(target, label)
        return [unsettled("hole", label, target.raw, f"{left.reason}；{ways}" if ways else left.reason)]
    return doubts(target, label)


def _weight(field: Field | None) -> list[Any]:
    if field is None or field.status == "missing":
        return []
    if is_open(field) or not isinstance(field.value, Decimal):
        return [hole(field, labels.ROW["weight"])]
    points = make(ast.Number, NOWHERE, value=field.value, unit="", text=str(field.value))
    return [make(ast.Weight, NOWHERE, points=points)]


def _remark(field: Field | None, about: str, label: str) -> list[Any]:
    if field is None or field.status == "missing":
        return []
    if is_open(field):
        return [hole(field, label)]
    return [make(ast.Remark, NOWHERE, about=about, text=quotable(str(field.value)))]


_LEVELS: tuple[RowName, ...] = ("level1", "level2")
