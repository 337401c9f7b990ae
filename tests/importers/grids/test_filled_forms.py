"""A 自评表, a 监控表, a 申报表 and a table of many projects, all invented (虚构), are read cell by cell."""

from __future__ import annotations

from decimal import Decimal

from tests.importers import invented_forms
from tests.importers.read_files import doubts, form_in_page, forms_in, printed


def test_self_evaluation():
    form = form_in_page(invented_forms.SELF_EVALUATION)
    assert form.kind == "self_evaluation"
    assert doubts(form) == []
    assert form.unused == ()
    assert (form.value("name"), form.value("department")) == ("虚构镇农村公路养护项目", "虚构县交通运输局")
    assert (form.value("implementer"), form.value("year"), form.value("money_unit")) == (
        "虚构镇人民政府",
        2023,
        "万元",
    )
    assert form.value("expected_goal") == "养护村道30公里，保障群众出行。"
    assert form.value("actual_goal") == "已养护村道31公里。"
    assert form.value("total") == Decimal("96.53")


def test_money_of_a_self_evaluation():
    money = form_in_page(invented_forms.SELF_EVALUATION).money
    assert [row.role for row in money] == ["total", "fiscal", "carried", "other"]
    total = {name: field.value for name, field in money[0].fields.items()}
    assert [total[one] for one in ("initial", "full_year", "executed")] == [
        Decimal(120),
        Decimal(100),
        Decimal("98.5"),
    ]
    assert (total["weight"], total["score"]) == (Decimal(10), Decimal("9.85"))
    assert (total["rate"].value, total["rate"].unit) == (Decimal("98.50"), "%")
    assert money[1].fields["score"].status == "missing"
    assert money[3].fields["executed"].value is None


def test_rows_of_a_self_evaluation():
    form = form_in_page(invented_forms.SELF_EVALUATION)
    assert len(form.rows) == 5
    assert printed(form, "name", "target", "actual", "weight", "score", "reason")[1] == (
        "验收合格率", "≥95%", "90%", "25", "23.68", "雨季施工，明年提前开工",
    )  # fmt: skip
    assert [row.fields["level1"].value for row in form.rows] == ["产出指标"] * 2 + ["效益指标"] * 2 + [
        "满意度指标"
    ]
    assert form.rows[3].fields["actual"].value.word == "较健全"
    assert [one.reason.zh for one in form.passed_over] == ["合计行，不是指标"]


def test_printed_contradictions_of_a_filled_form_are_left_to_the_audit():
    page = (
        invented_forms.SELF_EVALUATION.replace("96.53", "100")
        .replace("98.50%", "90%")
        .replace("25 | 25", "25 | 30")
    )
    assert doubts(form_in_page(page)) == []


def test_an_operator_inside_an_actual_is_no_value():
    form = form_in_page(invented_forms.SELF_EVALUATION.replace("<td>31公里</td>", "<td>≥31公里</td>"))
    assert [one.split(":")[0] for one in doubts(form)] == ["0.actual"]


def test_monitoring_with_headings_in_two_rows():
    form = form_in_page(invented_forms.MONITORING)
    assert form.kind == "monitoring"
    assert doubts(form) == []
    assert form.unused == ()
    assert form.value("period") == "1-7月"
    assert [goal.value for goal in form.goals] == ["购置图书2万册"]
    row = form.rows[0]
    assert (row.text("actual"), row.text("forecast"), row.text("likelihood")) == (
        "8000册",
        "20000册",
        "确定能",
    )
    assert [row.text(name) for name in ("cause_money", "cause_rules", "cause_people", "cause_equipment")] == [
        "",
        "",
        "√",
        "",
    ]
    assert row.text("reason") == "采购人员不足"
    assert form.rows[1].fields["actual"].value.word == "未完成"
    total = form.money[0].fields
    assert [total[one].value for one in ("initial", "executed", "forecast")] == [
        Decimal(50),
        Decimal(20),
        Decimal(50),
    ]


def test_likelihood_ticked_in_one_of_three_columns():
    page = invented_forms.MONITORING.replace(
        "<td rowspan=2>完成目标可能性</td>", "<td colspan=3>完成目标可能性</td>"
    )
    page = page.replace(
        "<td>其他</td></tr>", "<td>其他</td><td>确定能</td><td>有可能</td><td>完全不可能</td></tr>"
    )
    page = page.replace("<td>确定能</td></tr>", "<td>√</td><td></td><td></td></tr>").replace(
        "<td>有可能</td></tr>", "<td></td><td>√</td><td></td></tr>"
    )
    form = form_in_page(page)
    assert doubts(form) == []
    assert [row.fields["likelihood"].value for row in form.rows] == ["确定能", "有可能", "确定能"]


def test_declaration_with_two_sets_side_by_side():
    form = form_in_page(invented_forms.DECLARATION)
    assert form.kind == "declaration"
    assert doubts(form) == []
    assert [form.value(one) for one in ("budget", "fiscal", "other")] == [
        Decimal(300),
        Decimal(200),
        Decimal(100),
    ]
    assert form.value("period_budget") == Decimal(900)
    assert [goal.value for goal in form.goals] == ["完成坝体灌浆。", "完成溢洪道改造。"]
    assert "三年内完成大坝加固" in str(form.value("period_goal"))
    assert printed(form, "level1", "level2", "name", "target", "period_target") == [
        ("产出指标", "数量指标", "灌浆长度", "≥300米", "≥900米"),
        ("产出指标", "质量指标", "验收合格率", "＝100%", "＝100%"),
        ("效益指标", "社会效益指标", "下游受益人口", "≥500人", ""),
        ("满意度指标", "服务对象满意度指标", "群众满意度", "≥85%", "≥90%"),
    ]
    assert {"恢复灌溉面积", "≥2000亩"} <= {one.text for one in form.unused}


def test_a_table_of_many_projects_gives_a_form_for_each():
    forms, _ = forms_in("page.html", f"<meta charset='utf-8'>{invented_forms.SIGNS_APART}".encode())
    assert [form.value("name") for form in forms] == ["虚构培训项目", "虚构宣传项目"]
    assert [form.value("budget") for form in forms] == [Decimal(12), Decimal(8)]
    assert [len(form.rows) for form in forms] == [3, 2]
    assert [doubts(form) for form in forms] == [[], []]
    assert forms[0].goals[0].value == "完成干部培训。"
    assert forms[1].rows[1].fields["target"].value.text == "明显提高"


def test_a_self_evaluation_with_signs_apart_and_the_code_before_the_name():
    form = form_in_page(invented_forms.FILLED_WITH_SIGNS_APART)
    assert form.kind == "self_evaluation"
    assert doubts(form) == []
    assert (form.value("code"), form.value("name")) == ("51000021R000000019951", "工资性支出")
    assert [row.role for row in form.money] == ["total", "fiscal", "other", "other", "other"]
    assert form.money[0].fields["initial"].value == Decimal("238.93")
    assert form.money[0].fields["full_year"].value == Decimal("251.89")
    assert [row.fields["target"].value.op for row in form.rows] == ["=", "="]
    assert [row.text("actual") for row in form.rows] == ["100", "100"]
    assert form.value("total") == Decimal(100)
    reasons = {one.text: one.reason.zh for one in form.unused}
    assert reasons["项目负责人：张三"] == "已知的项目，规格里没有对应的字段"


def test_targets_of_the_whole_period_in_a_table_above_those_of_the_year():
    form = form_in_page(invented_forms.STACKED)
    assert doubts(form) == []
    assert printed(form, "name", "target", "period_target") == [
        ("道路里程", "≥20公里", "≥88公里"),
        ("合格率", "≥95%", "≥88%"),
    ]
    assert [goal.value for goal in form.goals] == ["全面完成改造"]
    assert form.value("period_goal") == "改善镇域内基础设施"
