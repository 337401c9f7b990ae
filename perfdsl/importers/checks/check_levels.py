"""Checks 一级 and 二级指标 against the vocabulary of the older forms and of those since 2021."""

from __future__ import annotations

from perfdsl.importers import messages
from perfdsl.importers.draft import DraftRow, Field, FormDraft, RowName
from perfdsl.importers.levels import known_level1, known_level2, looks_damaged


def check_levels(form: FormDraft) -> FormDraft:
    """Mark damaged levels, and second levels below the wrong first one; note those that are not customary."""
    if _are_swapped(form):
        told = messages.swapped_levels()
        return form._replace(rows=tuple(map(_swapped, form.rows)), reasons=(*form.reasons, told))
    return form._replace(rows=tuple(map(_check, form.rows)))


def _are_swapped(form: FormDraft) -> bool:
    """Whether all names are second levels, and most second levels are none."""
    pairs = [(_said(row.fields.get("level2")), _said(row.fields.get("name"))) for row in form.rows]
    unknown = [below for below, _ in pairs if below and not known_level2(below)]
    return len(pairs) > 1 and 2 * len(unknown) > len(pairs) and all(known_level2(name) for _, name in pairs)


def _swapped(row: DraftRow) -> DraftRow:
    told = messages.swapped_levels()
    fields: dict[RowName, Field] = {
        name: field.doubted(told, "conflict") if name in {"level2", "name"} else field
        for name, field in row.fields.items()
    }
    return DraftRow(fields)


def _check(row: DraftRow) -> DraftRow:
    fields = dict(row.fields)
    level1, level2 = fields.get("level1"), fields.get("level2")
    above, below = _said(level1), _said(level2)
    if level1 is not None and above and known_level1(above) is None:
        fields["level1"] = _unknown(level1, above, first=True)
    if level2 is not None and below and not known_level2(below):
        fields["level2"] = _unknown(level2, below, first=False)
    over = known_level1(above) if above else None
    if level2 is not None and over is not None and known_level2(below) and over not in known_level2(below):
        fields["level2"] = level2.doubted(messages.level_does_not_fit(below, above))
    return DraftRow(fields)


def _said(field: Field | None) -> str:
    return field.value if field is not None and isinstance(field.value, str) else ""


def _unknown(field: Field, said: str, *, first: bool) -> Field:
    if known_level2(said) and first and not known_level1(said):
        return field.doubted(messages.unknown_level(said, damaged=True))
    damaged = looks_damaged(said, first=first)
    told = messages.unknown_level(said, damaged=damaged)
    return field.doubted(told) if damaged else field.noted(told)
