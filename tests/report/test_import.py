"""The report of an import in its three forms: every field, its place and its status; counts that add up."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Kind
from perfdsl.importers.draft import DraftRow, Field, FormDraft, Imported, Unused
from perfdsl.report.cells import cells
from perfdsl.report.import_aside import MOST_UNUSED
from perfdsl.report.import_counts import add_counts, count_document, count_form
from perfdsl.report.import_doubts import MOST_ALIKE, MOST_LISTED
from perfdsl.report.import_fields import fields_of
from perfdsl.report.import_forms import IMPORTS
from perfdsl.report.import_report import ImportReport
from perfdsl.report.import_summary import say_budgets, say_rows
from perfdsl.report.import_text import MOST_FORMS, MOST_SHEETS
from perfdsl.report.options import Options
from tests.report.conftest import Golden
from tests.report.imported import all_fields, box, filled_form, plain_form, render, reports

# ---------------------------------------------------------------- outputs as they are


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_text(golden: Golden, language: str, width: int) -> None:
    golden(f"import.{width}.{language}.txt", render("text", options=Options(language, width)))


def test_json(golden: Golden) -> None:
    golden("import.json", render("json"))


# ---------------------------------------------------------------- all forms


@pytest.mark.parametrize("form", IMPORTS.names())
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_report_claims_that_all_was_read(form: str, language: str) -> None:
    assert not re.search("完整|全部读出|complete", render(form, options=Options(language)))


@pytest.mark.parametrize("form", IMPORTS.names())
def test_a_report_is_the_same_each_time(form: str) -> None:
    assert render(form) == render(form)


@pytest.mark.parametrize("form", IMPORTS.names())
def test_every_marked_field_is_told_with_its_reasons(form: str) -> None:
    written = "".join(render(form).split())
    marked = [
        field
        for each in reports()
        for field in all_fields(each.imported)
        if field.status in {"check", "conflict"}
    ]
    assert len(marked) == 5
    for field in marked:
        for reason in field.reasons:
            assert "".join(reason.zh.split()) in written
        assert "".join(field.raw.split()) in written


@pytest.mark.parametrize("form", IMPORTS.names())
def test_what_no_field_took_and_what_was_passed_over_is_told(form: str) -> None:
    written = "".join(render(form).split())
    for said in (
        "盖章处",
        "没有认出是什么",
        "附件1",
        "不属于任何一张表",
        "总分10094.86",
        "合计行",
        "分页截断",
    ):
        assert said in written


# ---------------------------------------------------------------- counts


def test_counts_of_a_form_add_up() -> None:
    counts = count_form(filled_form())
    assert counts.fields == len(list(fields_of(filled_form()))) == 35
    assert counts.statuses == {"ok": 31, "check": 2, "missing": 1, "conflict": 1}
    assert (counts.rows, counts.rows_marked, counts.to_look_at) == (2, 1, 4)
    assert (counts.weights, counts.rows_without_weight) == (Decimal(15), 1)
    assert (counts.cells, counts.cells_used, counts.unused, counts.passed_over) == (41, 40, 1, 1)


def test_counts_of_a_document_are_those_of_its_parts() -> None:
    imported = reports()[0].imported
    whole, form = count_document(imported), count_form(imported.forms[0])
    assert whole.fields == len(all_fields(imported)) == form.fields + 6
    assert whole.to_look_at == form.to_look_at + 2
    assert whole.unused == form.unused + 1


@given(st.lists(st.integers(0, 9), max_size=6))
def test_counts_sum_up(numbers: list[int]) -> None:
    one = count_form(filled_form())
    total = add_counts([one._replace(rows=number) for number in numbers])
    assert total.rows == sum(numbers)
    assert total.fields == len(numbers) * one.fields
    assert total.weights == (len(numbers) * Decimal(15) if numbers else None)


def test_a_form_without_weights_has_no_sum() -> None:
    counts = count_form(plain_form("csv"))
    assert (counts.weights, counts.rows_without_weight) == (None, 0)


# ---------------------------------------------------------------- what is not written


def left_out(form: FormDraft) -> list[str]:
    return [named.label.zh for named in fields_of(form) if named.is_left_out]


def test_fields_without_a_place_in_sheets_are_named() -> None:
    assert left_out(filled_form()) == [
        "标题", "目标实际完成情况", "资金总额 年初预算数", "资金总额 执行率", "指标方向", "偏差原因",
    ]  # fmt: skip
    assert "不写入" in render("html")
    assert "读到、没有写入的：" in render("text")
    found = json.loads(render("json"))["documents"][0]["forms"][0]["read_not_written"]
    assert [(each["row"], each["label"]["zh"]) for each in found][-2:] == [(2, "指标方向"), (2, "偏差原因")]


def test_a_budget_of_the_head_gives_way_to_that_of_the_money_part() -> None:
    form = filled_form()
    head = {"budget": Field("5.00", Decimal("5.00"), box(0, 0))}
    assert left_out(FormDraft("targets", head, ())) == []
    assert left_out(FormDraft("targets", head, (), money=form.money))[0] == "预算数"


@pytest.mark.parametrize(
    ("units", "said"), [(("万元", "万元"), "10.00 万元"), (("万元", "元"), ""), (("万元",), "5.00 万元")]
)
def test_budgets_are_summed_where_all_have_one_unit(units: tuple[str, ...], said: str) -> None:
    forms = [filled_form()._replace(head={"money_unit": Field(unit, unit, box(0, 0))}) for unit in units]
    assert say_budgets(forms) == said
    blank = FormDraft("targets", {}, ())
    assert say_budgets([*forms, blank]) == ""


@pytest.mark.parametrize(
    ("numbers", "zh", "en"),
    [
        ([0, 0], "", ""),
        ([3], "第 3 行", "row 3"),
        ([1, 2, 3, 5], "第 1–3、5 行", "rows 1–3, 5"),
        ([4, 4, 5], "第 4–5 行", "rows 4–5"),
        (list(range(1, 40, 2)), "第 1、3、5、7、9、11、13、15、17、19、21、23、… 行", None),
    ],
)
def test_rows_are_said_in_runs(numbers: list[int], zh: str, en: str | None) -> None:
    assert say_rows(numbers).zh == zh
    assert en is None or say_rows(numbers).en == en


def test_a_reason_is_written_with_its_actual_alone() -> None:
    rows = filled_form().rows
    only = {name: field for name, field in rows[0].fields.items() if name != "actual"}
    form = FormDraft("self_evaluation", {}, (rows[0], DraftRow(only)))
    assert left_out(form) == ["得分", "偏差原因"]


# ---------------------------------------------------------------- text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_too_wide(language: str, width: int) -> None:
    text = render("text", options=Options(language, width))
    assert [line for line in text.splitlines() if cells(line) > max(width, 60)] == []


def test_what_needs_a_person_comes_first_and_conflicts_before_checks() -> None:
    text = render("text")
    order = [
        "待看 6 处",
        "第 2 页没有文字",
        "权重合计 15，既不是",
        "≠ 矛盾",
        "? 待查 第 2 行",
        "请过目",
        "略过的行",
        "请与原件对照",
        "写出 2",
    ]
    found = [text.index(said) for said in order]
    assert found == sorted(found)


def test_nothing_to_look_at_is_said_briefly() -> None:
    fields = {"name": Field("虚构", "虚构", box(0, 0))}
    text = render("text", [ImportReport(Imported("a.pdf", "pdf", (FormDraft("targets", fields, ()),)))])
    assert "没有待查的地方" in text
    assert "请与原件对照" in text
    assert "待查 0" in text


def test_a_document_without_forms_says_so() -> None:
    for form in ("text", "html"):
        assert "没有认出任何一张表" in render(form, [ImportReport(Imported("a.pdf", "pdf", ()))])


def test_a_reason_of_many_fields_is_told_once() -> None:
    reason = Text("没有表格线，按位置读出", "read by position")
    rows = [
        DraftRow({"name": Field(f"虚构{n}", f"虚构{n}", box(n, 0)).doubted(reason)})
        for n in range(MOST_ALIKE + 1)
    ]
    form = FormDraft("targets", {}, tuple(rows))
    text = render("text", [ImportReport(Imported("a.pdf", "pdf", (form,)))])
    assert text.count(reason.zh) == 1
    assert f"{MOST_ALIKE + 1} 处：" in text
    assert f"三级指标（第 1–{MOST_ALIKE + 1} 行）" in text


def test_long_lists_are_cut_and_counted() -> None:
    row = DraftRow({"name": Field("虚构", None, (), "check", ())})
    unused = tuple(Unused(f"虚构{n}", (), Text("没有认出", "not known")) for n in range(MOST_UNUSED + 3))
    form = FormDraft("targets", {}, (row,) * (MOST_LISTED + 2), unused=unused)
    forms = (form, *(FormDraft("targets", {}, ()),) * MOST_FORMS)
    many = [ImportReport(Imported("a.csv", "csv", forms), ("甲.perf",) * (MOST_SHEETS + 1))]
    text = render("text", many)
    assert text.count("· 三级指标") == MOST_LISTED
    assert "还有 2 处没有列出" in text
    assert "还有 3 处，见 json 报告" in text
    assert "另有 1 张表计入合计，没有列出" in text
    assert text.endswith("  … 1\n")
    assert json.loads(render("json", many))["counts"]["to_look_at"] == MOST_LISTED + 2


# ---------------------------------------------------------------- json


def test_json_holds_every_field_with_exact_values() -> None:
    found = json.loads(render("json"))
    assert found["schema_version"] == 1

    def fields(node: object) -> list[dict[str, object]]:
        if isinstance(node, dict):
            own = [node] if "status" in node else []
            return own + [field for value in node.values() for field in fields(value)]
        return [field for each in node for field in fields(each)] if isinstance(node, list) else []

    assert len(fields(found["documents"])) == sum(len(all_fields(each.imported)) for each in reports())
    assert found["counts"]["fields"] == len(fields(found["documents"]))
    first, second = found["documents"][0]["forms"][0]["rows"]
    assert (first["is_marked"], second["is_marked"]) == (False, True)
    assert first["fields"]["target"]["value"] == {
        "kind": "bound", "operator": ">=", "number": "8755", "unit": "人", "text": ">= 8755人",
    }  # fmt: skip
    assert first["fields"]["actual"]["value"] == {
        "kind": "number", "number": "8676", "unit": "人", "text": "8676人",
    }  # fmt: skip
    assert second["fields"]["weight"]["value"] is None
    assert second["fields"]["name"]["spots"][1] == {
        "kind": "page",
        "page": 2,
        "box": [18000, 9000, 25000, 13000],
    }
    assert found["documents"][0]["forms"][0]["counts"]["weights"] == "15"


@pytest.mark.parametrize(
    ("kind", "said"), [("pdf", "page"), ("html", "table"), ("xls", "sheet"), ("text", "lines")]
)
def test_each_kind_of_place(kind: Kind, said: str) -> None:
    report = ImportReport(Imported("a", kind, (plain_form(kind),)))
    field = json.loads(render("json", [report]))["documents"][0]["forms"][0]["rows"][0]["fields"]["target"]
    assert field["spots"][0]["kind"] == said
    where = plain_form(kind).rows[0].fields["target"].spots[0].say()
    assert where.zh in render("text", [report])
    assert where.en in render("html", [report], Options("en"))
