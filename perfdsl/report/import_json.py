"""The report of an import as JSON: every field with its printed text, value, places and status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeVar

from perfdsl.diagnostic import Diagnostic, Text
from perfdsl.documents.document import Spot
from perfdsl.importers.draft import DepartmentDraft, Field, FormDraft, Item, Unused
from perfdsl.report.diagnostics_json import diagnostic_to_dict
from perfdsl.report.import_counts import Counts, add_counts, count_document, count_form
from perfdsl.report.import_fields import fields_of
from perfdsl.report.import_report import ImportReport
from perfdsl.report.import_values import kind_of, value_fields
from perfdsl.report.options import Options
from perfdsl.report.place_fields import Json
from perfdsl.report.spot_fields import spot_fields
from perfdsl.report.write_json import write_json_row

SCHEMA_VERSION: Final = 1
_Name = TypeVar("_Name", bound=str)


def render(reports: Sequence[ImportReport], diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write what was read of each document, and the diagnostics."""
    counts = [count_document(report.imported) for report in reports]
    return (
        _laid_out(
            {
                "schema_version": SCHEMA_VERSION,
                "documents": [
                    _document(report, counted) for report, counted in zip(reports, counts, strict=True)
                ],
                "counts": _counts(add_counts(counts)),
                "diagnostics": [diagnostic_to_dict(each, options.language) for each in diagnostics],
            }
        )
        + "\n"
    )


def _laid_out(value: Json, indent: str = "") -> str:
    """Write an object over several lines, but what holds no objects, and each field of a form, on one."""
    deeper = f"{indent}  "
    match value:
        case dict() if "status" not in value and any(map(_is_nested, value.values())):
            rows = [f"{write_json_row(key)}: {_laid_out(each, deeper)}" for key, each in value.items()]
            return "{\n" + ",\n".join(deeper + row for row in rows) + f"\n{indent}}}"
        case list() if any(map(_is_nested, value)):
            return "[\n" + ",\n".join(deeper + _laid_out(each, deeper) for each in value) + f"\n{indent}]"
        case _:
            return write_json_row(value)


def _is_nested(value: Json) -> bool:
    return isinstance(value, dict | list) and bool(value)


def _document(report: ImportReport, counts: Counts) -> dict[str, Json]:
    imported = report.imported
    return {
        "file": imported.file,
        "kind": imported.kind,
        "pages": imported.pages,
        "counts": _counts(counts),
        "reasons": _texts(imported.reasons),
        "second_reading": _texts(imported.second),
        "department": None if imported.department is None else _department(imported.department),
        "forms": [_form(form) for form in imported.forms],
        "unused": _unused(imported.unused),
        "sheets": list(report.sheets),
    }


def _form(form: FormDraft) -> dict[str, Json]:
    """Give the fields of a form; of its columns, the header that each was told by."""
    return {
        "kind": form.kind,
        "counts": _counts(count_form(form)),
        "reasons": _texts(form.reasons),
        "head": _fields(form.head),
        "money": [
            {"role": row.role, "label": _field(row.label), "fields": _fields(row.fields)}
            for row in form.money
        ],
        "plan": [
            {"month": point.month, "label": _field(point.label), "amount": _field(point.amount)}
            for point in form.plan
        ],
        "goals": [_field(goal) for goal in form.goals],
        "columns": {
            name: {"header": cell.text, "spots": _spots(cell.spots)} for name, cell in form.columns.items()
        },
        "rows": [{"is_marked": row.is_marked, "fields": _fields(row.fields)} for row in form.rows],
        "read_not_written": [
            {"row": named.number or None, "label": _text(named.label), "raw": named.field.raw}
            for named in fields_of(form)
            if named.is_left_out
        ],
        "unused": _unused(form.unused),
        "passed_over": _unused(form.passed_over),
    }


def _department(draft: DepartmentDraft) -> dict[str, Json]:
    return {
        "head": _fields(draft.head),
        "intro": None if draft.intro is None else _field(draft.intro),
        "items": _items(draft.items),
        "areas": _items(draft.areas),
        "safeguards": _items(draft.safeguards),
    }


def _items(items: Iterable[Item]) -> list[Json]:
    return [{"number": item.number, "name": item.name, "text": _field(item.text)} for item in items]


def _fields(fields: Mapping[_Name, Field]) -> dict[str, Json]:
    return {name: _field(field) for name, field in fields.items()}


def _field(field: Field) -> dict[str, Json]:
    return {
        "raw": field.raw,
        "value": value_fields(field.value),
        "status": field.status,
        "reasons": _texts(field.reasons),
        "notes": _texts(field.notes),
        "alternatives": _texts(field.alternatives),
        "spots": _spots(field.spots),
    }


def _unused(unused: Iterable[Unused]) -> list[Json]:
    return [{"text": each.text, "reason": _text(each.reason), "spots": _spots(each.spots)} for each in unused]


def _spots(spots: Iterable[Spot]) -> list[Json]:
    return [_spot(spot) for spot in spots]


def _spot(spot: Spot) -> dict[str, Json]:
    """Give a place with its kind; the file is that of the document."""
    fields = spot_fields("", spot)
    del fields["file"]
    kind: dict[str, Json] = {"kind": kind_of(spot)}
    return kind | fields


def _texts(texts: Iterable[Text]) -> list[Json]:
    return [_text(text) for text in texts]


def _text(text: Text) -> dict[str, Json]:
    return {"zh": text.zh, "en": text.en}


def _counts(counts: Counts) -> dict[str, Json]:
    """Give the counts under their names; the sum of weights is a string, or null where no row has one."""
    plain = counts._asdict() | {"fields": counts.fields, "to_look_at": counts.to_look_at}
    return plain | {"weights": None if counts.weights is None else format(counts.weights, "f")}
