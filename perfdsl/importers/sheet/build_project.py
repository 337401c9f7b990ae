"""A form as the project of a sheet, with its holes and doubts where they belong."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.importers.checks.check_required import NO_NAME
from perfdsl.importers.draft import Field, FormDraft, HeadName
from perfdsl.importers.sheet import labels
from perfdsl.importers.sheet.build_facts import lacks_date
from perfdsl.importers.sheet.build_money import build_budget, build_plan
from perfdsl.importers.sheet.build_rows import build_groups
from perfdsl.importers.sheet.leave_open import NOWHERE, doubts, hole, is_open, unsettled
from perfdsl.importers.sheet.quotable import quotable, quotable_name
from perfdsl.importers.tidy_text import tidy
from perfdsl.syntax import ast
from perfdsl.syntax.node import make

_NUMBERED = re.compile(r"\s*目标([1-9][0-9]?)[：:]")
_ACCOUNT = re.compile(r"[0-9][0-9A-Za-z_]*")
_ODD_ACCOUNT = Text("不像部门编码", "it does not look like the code of a department")
_NO_DATE = "监控表填的是年中的数，看不出到哪一年哪一月；加 --year 重新导入，或自己写 实绩"
_NO_RUBRIC = "原表没有写按什么办法评分"
_NO_WEIGHTS = "原表没有写评分办法和权重，由所采用的办法给出"


class Wanted(NamedTuple):
    """What the person who imports says of all forms.

    ``year``: 年度, where forms print none. ``rubric``: the scoring scheme that sheets use;
    ``rubric_is_assumed`` where nobody asked for it, which each sheet then says.
    """

    rubric: str = ""
    rubric_is_assumed: bool = False
    year: int | None = None


def build_project(form: FormDraft, wanted: Wanted) -> ast.Project:
    """Make the project: head, money, goals, what is open of the whole form, and the groups of indicators."""
    parts: list[Any] = [
        *_code(form.head.get("code")),
        *_belongs_to(form.head.get("unit_code")),
        *_year(form.head.get("year"), wanted),
        *build_budget(form),
        *build_plan(form),
        *_purpose(form.head.get("purpose")),
        *_goals(form),
        *_whole(form, wanted),
        *build_groups(form.rows),
    ]
    return make(ast.Project, NOWHERE, name=project_name(form), name_span=NOWHERE, parts=tuple(parts))


def project_name(form: FormDraft) -> str:
    """Give the name of the project; where it is not printed, that of the form's title."""
    for name in ("name", "title"):
        field = form.head.get(name)
        if field is not None and (said := quotable_name(str(field.value or field.raw))):
            return said
    return "未读出名称的项目"


def _code(field: Field | None) -> list[Any]:
    if field is None or field.status == "missing":
        return []
    if is_open(field):
        return [hole(field, labels.HEAD["code"])]
    return [
        make(ast.Code, NOWHERE, text=quotable_name(str(field.value))),
        *doubts(field, labels.HEAD["code"]),
    ]


def _belongs_to(field: Field | None) -> list[Any]:
    if field is None or field.status == "missing":
        return []
    if not is_open(field) and _ACCOUNT.fullmatch(str(field.value)) is None:
        field = field.doubted(_ODD_ACCOUNT)
    if is_open(field):
        return [hole(field, labels.HEAD["unit_code"])]
    return [make(ast.BelongsTo, NOWHERE, code=str(field.value))]


def _year(field: Field | None, wanted: Wanted) -> list[Any]:
    if field is not None and is_open(field) and wanted.year is None:
        return [hole(field, labels.HEAD["year"])]
    found = year_of(field, wanted)
    return [] if found is None else [make(ast.Year, NOWHERE, year=found)]


def year_of(field: Field | None, wanted: Wanted) -> int | None:
    """Give the printed year, else the one that the person names."""
    year = field.value if field is not None and field.status == "ok" else None
    return year if isinstance(year, int) else wanted.year


def _purpose(field: Field | None) -> list[Any]:
    if field is None or field.status == "missing":
        return []
    if is_open(field):
        return [hole(field, labels.HEAD["purpose"])]
    return [make(ast.Purpose, NOWHERE, text=quotable(str(field.value)))]


def _goals(form: FormDraft) -> list[Any]:
    expected = form.head.get("expected_goal")
    fields = [*form.goals, *(_split(expected) if expected is not None and not form.goals else [])]
    return [
        hole(field, "目标")
        if is_open(field)
        else make(ast.Goal, NOWHERE, role="goal", text=quotable(str(field.value)))
        for field in fields
        if field.status != "missing"
    ]


def _split(expected: Field) -> list[Field]:
    """Give the goals of a text that numbers them line by line (目标1：…, 目标2：…), else the text as one."""
    lines = [line for line in expected.raw.splitlines() if line.strip()]
    numbered = [_NUMBERED.match(line) for line in lines]
    if is_open(expected) or not lines:
        return [expected]
    counted = [int(found[1]) for found in numbered if found is not None]
    if counted != list(range(1, len(lines) + 1)):
        return [expected]
    return [
        expected._replace(value=tidy(line[found.end() :]))
        for line, found in zip(lines, numbered, strict=True)
        if found is not None
    ]


def _whole(form: FormDraft, wanted: Wanted) -> list[Any]:
    """What is open of the form as a whole, and of fields that have no line of their own."""
    told: list[HeadName] = ["name", "department", "money_unit"]
    found = [hole(form.head[name], _label(name)) for name in told if _is_open(form, name)]
    if not form.head.get("name") or form.head["name"].status == "missing":
        found.append(unsettled("hole", labels.HEAD["name"], "", NO_NAME))
    found += [unsettled("doubt", "表", "", reason) for reason in form.reasons]
    if lacks_date(form, year_of(form.head.get("year"), wanted)):
        found.append(unsettled("hole", "填报截至日期", _period(form), _NO_DATE))
    if wanted.rubric_is_assumed:
        found.append(unsettled("doubt", "评分办法", "", _why_doubtful(form)))
    return found


def _why_doubtful(form: FormDraft) -> str:
    has_weights = any(row.fields["weight"].status == "ok" for row in form.rows if "weight" in row.fields)
    return _NO_RUBRIC if has_weights else _NO_WEIGHTS


def _period(form: FormDraft) -> str:
    return form.head["period"].raw if "period" in form.head else ""


def _is_open(form: FormDraft, name: HeadName) -> bool:
    return name in form.head and is_open(form.head[name])


def _label(name: HeadName) -> str:
    return labels.HEAD.get(name, "标题")
