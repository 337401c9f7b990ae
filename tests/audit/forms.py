"""Filled forms for tests, built by hand; everything in them is invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from perfdsl.audit.find_mistakes import audit_form
from perfdsl.audit.form_audit import FormAudit
from perfdsl.audit.mistake import Mistake
from perfdsl.diagnostic import Text
from perfdsl.documents.document import InSheet
from perfdsl.importers.draft import (
    DraftRow,
    Field,
    FormDraft,
    HeadName,
    MoneyName,
    MoneyRow,
    PlanPoint,
    RowName,
    Unused,
)
from perfdsl.importers.read_fields import amount_field, target_field, text_field
from tests.audit.tables import NATIONAL, rubric_of

Cells = Mapping[str, str]
YEAR = 2022
DOUBT = Text("跨页拼接", "joined over a page")

ROWS: tuple[Cells, ...] = (
    {"name": "养护里程", "target": "≥120公里", "actual": "120公里", "weight": "20", "score": "20"},
    {"name": "验收合格率", "target": "≥95%", "actual": "98%", "weight": "20", "score": "20"},
    {"name": "完工时限", "target": "2022年11月底前", "actual": "2022年10月", "weight": "10", "score": "10"},
    {
        "name": "群众知晓度", "target": "明显提高", "actual": "明显提高", "weight": "30", "score": "28",
        "reason": "宣传面不够",
    },
    {"name": "群众满意度", "target": "≥90%", "actual": "93%", "weight": "10", "score": "10"},
)  # fmt: skip
MONEY: Mapping[str, Cells] = {
    "total": {
        "initial": "60.00", "full_year": "60.00", "executed": "59.10",
        "weight": "10", "rate": "98.50%", "score": "9.85",
    },
    "fiscal": {"initial": "50.00", "full_year": "50.00", "executed": "49.10"},
    "carried": {"initial": "", "full_year": "", "executed": ""},
    "other": {"initial": "10.00", "full_year": "10.00", "executed": "10.00"},
}  # fmt: skip
"""A clean form: its weights make 90 and 10, its scores 97.85."""

LABELS = {
    "total": "年度资金总额",
    "fiscal": "其中：当年财政拨款",
    "carried": "上年结转资金",
    "other": "其他资金",
}


def at(ref: str) -> tuple[InSheet, ...]:
    return (InSheet("自评表", ref),)


def row_of(cells: Cells, number: int) -> DraftRow:
    """A row as a recogniser gives it; columns that are not named are blank."""
    texts = {"operator": None, "unit": None, "reason": "", "actual": "", **cells}
    fields: dict[RowName, Field] = {}
    for column, (name, text) in enumerate(texts.items()):
        if text is None:
            continue
        spots = at(f"{chr(ord('A') + column)}{number}")
        if name == "target":
            operator, unit = cells.get("operator", ""), cells.get("unit", "")
            fields["target"] = target_field(text, spots, operator=operator, unit=unit, year=YEAR)
        elif name in {"weight", "score"}:
            fields[cast("RowName", name)] = amount_field(text, spots)
        else:
            fields[cast("RowName", name)] = text_field(text, spots)
    return DraftRow(fields)


def money_of(role: str, cells: Cells) -> MoneyRow:
    fields = {cast("MoneyName", name): amount_field(text, at("C9")) for name, text in cells.items()}
    return MoneyRow(role, text_field(LABELS[role], at("A9")), fields)  # type: ignore[arg-type]


def draft_of(  # noqa: PLR0913 (each part of a form)
    rows: Sequence[Cells] = ROWS,
    money: Mapping[str, Cells] = MONEY,
    total: str = "97.85",
    *,
    prose: Sequence[str] = (),
    plan: tuple[str, ...] = (),
    totals: Sequence[str] = (),
) -> FormDraft:
    """A clean form, or one with other rows, money, total or texts around it."""
    head: dict[HeadName, Field] = {
        "name": text_field("农村公路养护（虚构）", at("B2")),
        "year": text_field(f"{YEAR}年度", at("B1")),
        "total": amount_field(total, at("H20")),
    }
    points: tuple[PlanPoint, ...] = ()
    if plan:
        head["plan_header"] = text_field(plan[0], at("A4"))
        head["budget"] = amount_field("60.00", at("B3"))
        points = tuple(
            PlanPoint(3, text_field("3月底", at("B4")), amount_field(each, at("B5"))) for each in plan[1:]
        )
    return FormDraft(
        "self_evaluation",
        head,
        tuple(row_of(cells, number) for number, cells in enumerate(rows, 10)),
        plan=points,
        money=tuple(money_of(role, cells) for role, cells in money.items()),
        unused=tuple(Unused(text, at("A30"), Text("", "")) for text in prose),
        passed_over=tuple(Unused(text, at("A29"), Text("", "")) for text in totals),
    )


def with_row(at_: int, **cells: str) -> tuple[Cells, ...]:
    """The rows of the clean form, with other cells in one of them."""
    return tuple({**row, **cells} if number == at_ else row for number, row in enumerate(ROWS))


def with_money(role: str, **cells: str) -> Mapping[str, Cells]:
    """The money of the clean form, with other cells in one of its lines."""
    return {**MONEY, role: {**MONEY[role], **cells}}


def with_parts(**parts: Mapping[str, str]) -> Mapping[str, Cells]:
    """The money of the clean form, with no part blank, and other cells in some of its lines."""
    whole = {**MONEY, "carried": {"initial": "0", "full_year": "0", "executed": "0"}}
    return {role: {**cells, **parts.get(role, {})} for role, cells in whole.items()}


def audited(draft: FormDraft, rubric: str = NATIONAL) -> FormAudit:
    return audit_form(draft, "自评表.xlsx", rubric_of(rubric))


def mistakes(draft: FormDraft) -> list[Mistake]:
    return list(audited(draft).mistakes)


def kinds(draft: FormDraft) -> list[str]:
    return [each.kind for each in mistakes(draft)]
