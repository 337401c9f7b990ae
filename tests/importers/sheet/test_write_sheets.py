"""Whatever a form prints, its sheet is read back with the same names, texts and holes."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.documents.document import OnLines
from perfdsl.importers.draft import DraftRow, Field, FormDraft, Imported, MoneyRow, PlanPoint
from perfdsl.importers.read_fields import amount_field, target_field, text_field
from perfdsl.importers.sheet.build_project import Wanted
from perfdsl.importers.sheet.quotable import quotable, quotable_name
from perfdsl.importers.sheet.write_sheets import module_of, write_sheets
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.layout import write_module
from perfdsl.syntax.parse import parse

SPOTS = (OnLines(3, 4),)
WANTED = Wanted("国家自评2020", rubric_is_assumed=False, year=2022)


def row(name: str, target: str = "≥12次", **more: Field) -> DraftRow:
    return DraftRow(
        {
            "level1": text_field("产出指标", SPOTS),
            "level2": text_field("数量指标", SPOTS),
            "name": text_field(name, SPOTS),
            "target": target_field(target, SPOTS),
            **more,  # type: ignore[arg-type]
        }
    )


def form(*rows: DraftRow, **head: Field) -> FormDraft:
    named = {"name": text_field("甲项目", SPOTS), "money_unit": text_field("万元", SPOTS), **head}
    return FormDraft("targets", named, rows)  # type: ignore[arg-type]


def parsed(draft: FormDraft, wanted: Wanted = WANTED) -> ast.Module:
    text = write_module(module_of(draft, wanted), language="zh")
    diagnostics = Diagnostics()
    module = parse(Source("x.perf", text), diagnostics)
    assert not list(diagnostics), text
    return module


def project_of(draft: FormDraft, wanted: Wanted = WANTED) -> ast.Project:
    return next(item for item in parsed(draft, wanted).items if isinstance(item, ast.Project))


def parts_of(project: ast.Project, kind: type[ast.Node]) -> list[ast.Node]:
    return [part for part in project.parts if isinstance(part, kind)]


def indicators_of(project: ast.Project) -> list[ast.Indicator]:
    return [each for part in project.parts if isinstance(part, ast.Group) for each in part.indicators]


def open_fields(project: ast.Project) -> list[tuple[str, str]]:
    clauses = [clause for each in indicators_of(project) for clause in each.clauses]
    return [(each.how, each.field) for each in (*project.parts, *clauses) if isinstance(each, ast.Unsettled)]


@given(st.text(), st.text(), st.text())
def test_any_printed_text_is_read_back(name: str, remark: str, reason: str) -> None:
    described = text_field(remark, SPOTS)
    doubtful = text_field("乙", SPOTS).doubted(Text(reason, reason))
    project = project_of(form(row(name, description=described, basis=doubtful)))
    (indicator,) = indicators_of(project)
    said = text_field(name, SPOTS).value
    assert indicator.name in {quotable_name(str(said)), "（未读出名称）"}
    texts = [clause.text for clause in indicator.clauses if isinstance(clause, ast.Remark)]
    assert texts == ([] if described.status == "missing" else [quotable(str(described.value))])
    assert ("hole", "依据") in open_fields(project)


@given(st.text(st.sampled_from('"”“\n\t#/:：，、a甲')))
def test_texts_of_marks_are_read_back(text: str) -> None:
    project = project_of(form(row("甲"), purpose=Field(text, text, SPOTS)))
    (purpose,) = parts_of(project, ast.Purpose)
    assert purpose == ast.Purpose(span=purpose.span, text=quotable(text))


def test_a_target_that_is_not_sure_is_a_hole() -> None:
    project = project_of(form(row("甲", "12次"), row("乙", ""), row("丙", "≥3次")))
    targets = [each.target is None for each in indicators_of(project)]
    assert targets == [True, True, False]
    assert open_fields(project) == [("hole", "指标值"), ("hole", "指标值")]
    (first, *_) = (c for c in indicators_of(project)[0].clauses if isinstance(c, ast.Unsettled))
    assert first.printed == "12次"
    assert "见第 3–4 行" in first.reason
    assert "若是此意，写成 >= 12次" in first.reason


def test_money_is_written_as_printed_and_a_blank_part_is_left_out() -> None:
    money = {"budget": "5.00", "fiscal": "5.00", "other": ""}
    head = {name: amount_field(text, SPOTS) for name, text in money.items()}
    (budget,) = parts_of(project_of(form(row("甲"), **head)), ast.Budget)
    assert isinstance(budget, ast.Budget)
    assert budget.total.text == "5.00万元"
    assert [part.name for part in budget.parts] == ["财政资金"]


def test_a_budget_without_a_unit_or_with_a_letter_is_a_hole() -> None:
    head = {"name": text_field("甲", SPOTS), "budget": amount_field("5.00", SPOTS)}
    without = FormDraft("targets", head, ())  # type: ignore[arg-type]
    assert ("hole", "预算") in open_fields(project_of(without))
    assert ("hole", "预算") in open_fields(project_of(form(budget=amount_field("5.O0", SPOTS))))


def test_a_unit_that_is_no_money_is_none() -> None:
    head = {"money_unit": text_field("万3元", SPOTS), "budget": amount_field("5.00", SPOTS)}
    assert ("hole", "预算") in open_fields(project_of(form(**head)))


def plan(*amounts: str) -> tuple[PlanPoint, ...]:
    months = (3, 6, 10, 12)
    return tuple(
        PlanPoint(month, text_field(f"{month}月底", SPOTS), amount_field(text, SPOTS))
        for month, text in zip(months, amounts, strict=True)
    )


def test_a_plan_that_ends_at_the_budget_is_of_amounts_one_at_a_hundred_of_percent() -> None:
    header = text_field("资金支出计划（%）", SPOTS).noted(Text("填的是金额", "amounts"))
    budget = amount_field("5.00", SPOTS)
    sure = form(plan_header=header, budget=budget)._replace(plan=plan("1.00", "2.00", "3.00", "5.00"))
    (paid,) = parts_of(project_of(sure), ast.PaymentPlan)
    assert isinstance(paid, ast.PaymentPlan)
    assert [each.amount.text for each in paid.points] == ["1.00万元", "2.00万元", "3.00万元", "5.00万元"]
    assert open_fields(project_of(sure)) == [("doubt", "支出计划")]
    percent = form(budget=budget)._replace(plan=plan("20", "40", "60", "100"))
    (paid,) = parts_of(project_of(percent), ast.PaymentPlan)
    assert isinstance(paid, ast.PaymentPlan)
    assert paid.points[-1].amount.text == "100%"
    neither = form(budget=budget)._replace(plan=plan("1", "2", "3", "4"))
    assert open_fields(project_of(neither)) == [("hole", "支出计划")]


def test_what_a_filled_form_reports_becomes_facts() -> None:
    value = ast.Number(span=(0, 0), value=Decimal(11), unit="次", text="11次")
    actual, score = Field("11次", value, SPOTS), amount_field("9.17", SPOTS)
    done = row("甲", actual=actual, score=score, reason=text_field("改为线上", SPOTS))
    blank = row("乙", actual=text_field("", SPOTS), score=amount_field("10", SPOTS))
    money = MoneyRow(
        "total",
        text_field("年度资金总额", SPOTS),
        {"full_year": amount_field("5.00", SPOTS), "executed": amount_field("4.80", SPOTS)},
    )
    filled = form(done, blank)._replace(kind="self_evaluation", money=(money,))
    facts = next(item for item in parsed(filled).items if isinstance(item, ast.Actuals))
    assert [fact.name for fact in facts.facts] == ["执行数", "甲"]
    assert facts.facts[1].points[0].points.text == "9.17分"
    assert facts.facts[1].notes[0].text == "改为线上"
    (budget,) = parts_of(project_of(filled), ast.Budget)
    assert isinstance(budget, ast.Budget)
    assert budget.total.text == "5.00万元"


def test_a_rubric_that_nobody_asked_for_is_a_doubt() -> None:
    assumed = WANTED._replace(rubric_is_assumed=True)
    assert open_fields(project_of(form(row("甲")), assumed)) == [("doubt", "评分办法")]


@given(st.lists(st.text(), min_size=1, max_size=6))
def test_files_have_names_that_every_system_takes_and_none_twice(names: list[str]) -> None:
    forms = tuple(form(row("甲"), name=text_field(name, SPOTS)) for name in names)
    sheets = write_sheets(Imported("a/b\n#x.pdf", "pdf", forms), lambda _: WANTED, set())
    files = [sheet.file.lower() for sheet in sheets]
    assert len(set(files)) == len(names)
    assert all(not set(file) & set('/\\:*?"<>|\n\0') and len(file) <= 80 for file in files)
    assert all(sheet.text.startswith("# 由 b #x.pdf 导入") for sheet in sheets)


def test_what_is_no_character_is_shown_as_unreadable() -> None:
    assert quotable("≥90\uffff") == "≥90\ufffd"
    assert quotable("a\x00\u202eb\u2028") == "ab"


def test_parts_that_are_not_the_whole_are_a_doubt() -> None:
    amounts = {"budget": amount_field("100", SPOTS), "fiscal": amount_field("40", SPOTS)}
    project = project_of(form(row("甲"), **amounts))
    (budget,) = parts_of(project, ast.Budget)
    assert isinstance(budget, ast.Budget)
    assert (budget.total.text, budget.parts) == ("100万元", ())
    assert open_fields(project) == [("doubt", "预算")]


def monitoring(period: str, **head: Field) -> FormDraft:
    done = row(
        "甲", actual=Field("3次", ast.Number(span=(0, 0), value=Decimal(3), unit="次", text="3次"), SPOTS)
    )
    return form(done, period=text_field(period, SPOTS), **head)._replace(kind="monitoring")


def test_actuals_of_part_of_a_year_have_its_last_day() -> None:
    facts = next(item for item in parsed(monitoring("1-5月")).items if isinstance(item, ast.Actuals))
    assert facts.date is not None
    assert facts.date.text == "2022-05-31"


def test_without_a_year_or_a_month_they_are_left_to_a_person() -> None:
    for draft, wanted in ((monitoring("1-5月"), WANTED._replace(year=None)), (monitoring("年中"), WANTED)):
        module = parsed(draft, wanted)
        assert not [item for item in module.items if isinstance(item, ast.Actuals)]
        assert ("hole", "填报截至日期") in open_fields(project_of(draft, wanted))


def test_a_total_that_could_not_be_read_is_no_hole() -> None:
    total = text_field("=…", SPOTS).doubted(Text("没有算出", "not calculated"))
    assert open_fields(project_of(form(row("甲"), total=total))) == []
