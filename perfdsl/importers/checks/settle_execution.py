"""Takes a row 预算执行率 among the indicators for what it is: the rate, weight and score of the money."""

from __future__ import annotations

from perfdsl.importers import messages_money as messages
from perfdsl.importers.draft import DraftRow, Field, FormDraft, MoneyName, MoneyRow, RowName, Unused
from perfdsl.importers.labels import words
from perfdsl.importers.levels import level_key

_FROM: dict[RowName, MoneyName] = {"actual": "rate", "weight": "weight", "score": "score"}
_SHOWN: tuple[RowName, ...] = ("level1", "level2", "name", "target", "actual", "weight", "score")


def settle_execution(form: FormDraft) -> FormDraft:
    """Move the first such row of a filled form from its indicators to its money, and say so.

    A 三级指标 of that name below 产出 or 效益 is an indicator as others are.
    """
    row = next((row for row in form.rows if _is_execution(row)), None)
    if row is None or form.kind not in {"self_evaluation", "monitoring"}:
        return form
    rows = tuple(one for one in form.rows if one is not row)
    total = next((one for one in form.money if one.role == "total"), None)
    filled = _filled(total or MoneyRow("total", row.fields["level1"], {}), row)
    money = tuple(filled if one is total else one for one in form.money) if total else (filled, *form.money)
    return form._replace(rows=rows, money=money, passed_over=(*form.passed_over, _passed(row)))


def _is_execution(row: DraftRow) -> bool:
    level1 = row.fields.get("level1")
    return (
        level1 is not None
        and isinstance(level1.value, str)
        and level_key(level1.value) in {level_key(word) for word in words("execution_rows")}
    )


def _filled(total: MoneyRow, row: DraftRow) -> MoneyRow:
    """Put the fields of a row where the money has none; one that says otherwise is a conflict."""
    fields: dict[MoneyName, Field] = dict(total.fields)
    for source, name in _FROM.items():
        found, known = row.fields.get(source), fields.get(name)
        if found is None or found.status == "missing":
            continue
        if known is None or known.status == "missing":
            fields[name] = found
        elif "".join(known.raw.split()) != "".join(found.raw.split()):
            fields[name] = known.doubted(messages.other_rate(found.raw), "conflict")
    return total._replace(fields=fields)


def _passed(row: DraftRow) -> Unused:
    shown = [row.fields[name] for name in _SHOWN if name in row.fields and row.text(name)]
    text = "｜".join(dict.fromkeys("".join(field.raw.split()) for field in shown))
    spots = tuple(dict.fromkeys(spot for field in shown for spot in field.spots))
    return Unused(text, spots, messages.EXECUTION_ROW)
