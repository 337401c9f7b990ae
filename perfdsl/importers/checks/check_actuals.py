"""Checks that an actual without a unit has one reading beside its target: 92 has two beside 90%."""

from __future__ import annotations

from perfdsl.actuals.convert import readings_of_bare
from perfdsl.importers import messages_figures as messages
from perfdsl.importers.draft import DraftRow, Field, FormDraft, as_it_stands
from perfdsl.syntax import ast
from perfdsl.units import Unit, find_unit


def check_actuals(form: FormDraft) -> FormDraft:
    """Mark bare actuals that can be read in two ways, with both readings."""
    if not any("actual" in row.fields for row in form.rows):
        return form
    return form._replace(rows=tuple(map(_checked, form.rows)))


def _checked(row: DraftRow) -> DraftRow:
    actual, target = row.fields.get("actual"), row.fields.get("target")
    unit = None if target is None else _unit_of(target)
    if actual is None or unit is None or actual.status != "ok":
        return row
    if not isinstance(actual.value, ast.Number) or actual.value.unit:
        return row
    readings = readings_of_bare(f"{actual.value.value}", actual.value, unit)
    if not readings:
        return row
    doubted = actual.doubted(messages.bare_actual(actual.value.text, readings))
    return DraftRow({**row.fields, "actual": doubted._replace(alternatives=as_it_stands(*readings))})


def _unit_of(target: Field) -> Unit | None:
    """Unit of a target that is a number or a range; None for dates and words."""
    match target.value:
        case ast.Bound(value=number) | ast.Range(high=number) if number.unit:
            return find_unit(number.unit)
        case _:
            return None
