"""The text of a department's overall goals, as a department of a sheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from perfdsl.importers.draft import DepartmentDraft, Field, HeadName, Item
from perfdsl.importers.sheet import labels
from perfdsl.importers.sheet.leave_open import NOWHERE, hole, is_open
from perfdsl.importers.sheet.quotable import quotable, quotable_name
from perfdsl.syntax import ast
from perfdsl.syntax.node import make

UNNAMED = "未读出名称的部门"


def build_department(draft: DepartmentDraft) -> ast.Department:
    """Make the department: code, year, overall goals, goals of its areas, safeguards."""
    name = draft.head.get("department")
    parts: list[Any] = [*_code(draft.head.get("unit_code")), *_year(draft.head.get("year"))]
    if draft.intro is not None:
        parts += _goal("overall", "", draft.intro, "总体目标")
    parts += _items("overall", draft.items, "总体目标", numbered=True)
    parts += _items("area", draft.areas, "分项目标")
    parts += _items("safeguard", draft.safeguards, "措施")
    told: tuple[HeadName, ...] = ("department", "unit_code", "year")
    parts += [
        hole(draft.head[each], labels.HEAD[each])
        for each in told
        if each in draft.head and is_open(draft.head[each])
    ]
    said = quotable_name(str(name.value or name.raw)) if name is not None else ""
    return make(ast.Department, NOWHERE, name=said or UNNAMED, parts=tuple(parts))


def _code(field: Field | None) -> list[Any]:
    if field is None or field.status != "ok":
        return []
    return [make(ast.Code, NOWHERE, text=quotable_name(str(field.value)))]


def _year(field: Field | None) -> list[Any]:
    if field is None or field.status != "ok" or not isinstance(field.value, int):
        return []
    return [make(ast.Year, NOWHERE, year=field.value)]


def _items(role: str, items: Iterable[Item], label: str, *, numbered: bool = False) -> list[Any]:
    built: list[Any] = []
    for item in items:
        lead = item.number if numbered else ""
        built += _goal(role, item.name, item.text, label, lead)
    return built


def _goal(role: str, name: str, field: Field, label: str, lead: str = "") -> list[Any]:
    if field.status == "missing":
        return []
    if is_open(field):
        return [hole(field, f"{label} {name}".strip())]
    text = quotable(f"{lead}{field.value}")
    return [make(ast.Goal, NOWHERE, role=role, name=quotable_name(name), text=text)]
