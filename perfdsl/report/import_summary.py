"""What the report of an import says in sentences: of a document, of a form, of fields that are alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from perfdsl.diagnostic import Text
from perfdsl.importers.draft import Field, FormDraft, Imported
from perfdsl.report import import_words as words
from perfdsl.report.import_counts import Counts
from perfdsl.report.import_fields import Named
from perfdsl.report.import_values import say_value
from perfdsl.report.import_words import things

_MOST_NUMBERS = 12
_LONGEST = 60


def join(parts: Iterable[Text]) -> Text:
    """Join what is said in one line with middle dots."""
    said = [part for part in parts if part.zh]
    return Text(" · ".join(part.zh for part in said), " · ".join(part.en for part in said))


def say_document(imported: Imported, counts: Counts) -> Text:
    """``PDF · 5 页 · 4 张表 · 28 行``."""
    kind = words.KINDS[imported.kind]
    return join(
        (
            Text(kind, kind),
            things(imported.pages, "页", "page") if imported.pages else Text("", ""),
            things(counts.forms, "张表", "form"),
            things(counts.rows, "行指标", "row"),
            Text("有部门整体目标", "with a department's goals") if imported.department else Text("", ""),
        )
    )


def say_attention(counts: Counts) -> Text:
    """Say how much a person has to look at."""
    if not counts.forms and not counts.to_look_at:
        return Text("没有可以核对的", "nothing to be compared")
    if not counts.to_look_at:
        return Text("没有待查的地方", "nothing was marked to be looked at")
    marked = counts.rows_marked
    return Text(
        f"待看 {counts.to_look_at} 处" + (f"（涉及 {marked} 行）" if marked else ""),
        f"{counts.to_look_at} to look at" + (f" (in {things(marked, '', 'row').en})" if marked else ""),
    )


def form_title(form: FormDraft) -> Text:
    """Name of the project, or of the form's title."""
    for name in ("name", "title"):
        field = form.head.get(name)
        if field is not None and (said := " ".join(str(field.value or field.raw).split())):
            return Text(shortened(said), shortened(said))
    return words.UNNAMED


def form_code(form: FormDraft) -> str:
    """Code of the project as printed; empty where there is none."""
    return shortened("".join(form.head["code"].raw.split())) if "code" in form.head else ""


def shortened(text: str) -> str:
    """Cut a text that stands in a heading or a list."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def say_weights(counts: Counts) -> Text:
    """``100`` · ``60，另有 2 行没有读出`` · ``-`` where the form has none."""
    if counts.weights is None:
        return Text("-", "-")
    said, unread = format(counts.weights, "f"), counts.rows_without_weight
    if not unread:
        return Text(said, said)
    return Text(f"{said}，另有 {unread} 行没有读出", f"{said}, and {things(unread, '', 'row').en} not read")


def say_budget(form: FormDraft) -> str:
    """Give the budget as printed, with the unit of the form's amounts; ``-`` where none is printed."""
    field = _budget(form)
    if field is None:
        return "-"
    amount = say_value(field.value, "zh") or "".join(field.raw.split())
    return shortened(f"{amount} {_unit(form)}".strip())


def say_budgets(forms: Iterable[FormDraft]) -> str:
    """Sum the budgets up; empty where one of them was not read, or in another unit."""
    budgets = [(_budget(form), _unit(form)) for form in forms]
    amounts = [field.value for field, _ in budgets if field is not None and isinstance(field.value, Decimal)]
    units = {unit for _, unit in budgets}
    if len(amounts) < len(budgets) or len(units) != 1:
        return ""
    return f"{sum(amounts, Decimal(0)):f} {units.pop()}".strip()


def _budget(form: FormDraft) -> Field | None:
    total = next((row for row in form.money if row.role == "total"), None)
    fields = [] if total is None else [total.fields.get("full_year"), total.fields.get("initial")]
    return next(
        (
            field
            for field in (*fields, form.head.get("budget"))
            if field is not None and field.status != "missing"
        ),
        None,
    )


def _unit(form: FormDraft) -> str:
    unit = form.head.get("money_unit")
    return "" if unit is None else say_value(unit.value, "zh")


def say_cells(counts: Counts) -> Text:
    """``用上 250，没用上 14``; ``-`` where a document has no cells."""
    if not counts.cells:
        return Text("-", "-")
    rest = counts.cells - counts.cells_used
    return Text(f"用上 {counts.cells_used}，没用上 {rest}", f"{counts.cells_used} used, {rest} not")


def say_rows(numbers: Iterable[int]) -> Text:
    """``第 1–3、5 行`` of row numbers in order; empty where they are of no row."""
    runs = _runs(number for number in numbers if number)
    one = len(runs) == 1 and "–" not in runs[0]
    said = Text(f"第 {'、'.join(runs)} 行", f"{'row' if one else 'rows'} {', '.join(runs)}")
    return said if runs else Text("", "")


def say_forms(numbers: Iterable[int]) -> Text:
    """``表 1–4``; 0 is the department."""
    listed = list(numbers)
    runs = _runs(number for number in listed if number)
    one = len(runs) == 1 and "–" not in runs[0]
    forms = Text(f"表 {'、'.join(runs)}", f"{'form' if one else 'forms'} {', '.join(runs)}")
    if 0 not in listed:
        return forms
    return words.beside(words.DEPARTMENT, forms, "、") if runs else words.DEPARTMENT


def _runs(numbers: Iterable[int]) -> list[str]:
    """``1–3``, ``5`` of rising numbers; beyond a dozen an ellipsis."""
    runs: list[list[int]] = []
    for number in dict.fromkeys(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    said = [str(first) if first == last else f"{first}–{last}" for first, last in runs[:_MOST_NUMBERS]]
    return [*said, "…"] if len(runs) > _MOST_NUMBERS else said


def say_alike(fields: Iterable[Named]) -> Iterator[Text]:
    """Name fields by their labels, each label once with its rows: ``依据（第 2、5 行）``."""
    rows: dict[Text, list[int]] = {}
    for named in fields:
        rows.setdefault(named.label, []).append(named.number)
    for label, numbers in rows.items():
        said = say_rows(numbers)
        yield words.beside(label, Text(f"（{said.zh}）", f" ({said.en})"), "", "") if said.zh else label
