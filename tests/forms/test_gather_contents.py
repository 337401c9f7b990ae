"""What forms say of a project is what its sheet, its facts and the engine say; blank stays blank."""

from __future__ import annotations

from datetime import date

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.engines import ENGINES
from perfdsl.forms.contents import Contents
from perfdsl.forms.gather_contents import gather_contents, pair_up
from perfdsl.forms.lay_out_form import lay_out_form, tell_left_out
from perfdsl.library import shipped
from perfdsl.pipeline import Request, bind_facts, check, prepare
from perfdsl.source import Source

SHEET = """采用 国家自评2020

部门 虚构局
  编码 101001

项目 农村公路养护
  编码 13000022P00000000001A
  部门 101001
  年度 2022
  单位 万元
  预算 60.00万元 = 财政资金 450000元 + 其他资金 15万元
  支出计划 6月底 300000元，12月底 60万元
  目标 "养护公路"
  产出指标 / 数量指标：
    养护里程 >= 120公里
      说明 "里程"
      依据 "文件"
    合格率 >= 95%，权重 20
  产出指标 / 时效指标：
    完工 <= 2022-11-30
  效益指标 / 社会效益指标：
    知晓度 定性 "显著提升"
  满意度指标：
    满意度 >= 90%
"""
FACTS = """
实绩 13000022P00000000001A 2022-12-31
  养护里程 = 110公里，原因 "雨季"
  合格率 = 96%
  完工 = 2022-10-31
  知晓度 = 达成
  执行数 48万元
"""


def gathered(text: str, *, as_of: date | None = None, blank: bool = False, rubric: bool = True) -> Contents:
    diagnostics = Diagnostics()
    if not rubric:
        scheme = check([Source("x.perf", text)], diagnostics, shipped)
        (contents,) = gather_contents(scheme, pair_up(scheme, None, None, ()))
        return contents
    request = Request(as_of=as_of)
    scheme, plan = prepare([Source("x.perf", text)], diagnostics, shipped, request)
    actuals = bind_facts(scheme, plan, [], diagnostics, request)
    scorecard = ENGINES.get("exact")(plan, actuals)
    assert [d.message.zh for d in diagnostics if d.severity == "error"] == []
    (contents,) = gather_contents(scheme, pair_up(scheme, plan, scorecard, actuals.projects), blank=blank)
    return contents


def test_the_head_and_the_money_are_those_of_the_sheet() -> None:
    said = gathered(SHEET)
    assert (said.name, said.department_code, said.department, said.year) == (
        "农村公路养护",
        "101001",
        "虚构局",
        2022,
    )
    assert {role: shown.text for role, shown in said.money.items()} == {
        "total": "60.00",
        "fiscal": "45",
        "other": "15",
    }
    assert [(point.month, point.amount.text) for point in said.plan] == [(6, "30"), (12, "60")]
    assert (said.money_unit, said.plan_unit, said.goals) == ("万元", "万元", ("养护公路",))


def test_without_facts_there_are_weights_and_nothing_else() -> None:
    said = gathered(SHEET)
    assert not said.has_facts
    assert [line.weight.text for line in said.lines] == ["15", "20", "15", "30", "10"]
    assert {line.actual.text + line.score.text + line.reason for line in said.lines} == {""}
    assert (said.total.text, said.spent.text, said.execution_score.text, said.weight.text) == (
        "",
        "",
        "",
        "100",
    )
    assert (said.lines[0].description, said.lines[0].basis) == ("里程", "文件")
    assert said.lines[4].level2 == ""


def test_facts_and_scores_are_as_the_engine_has_them() -> None:
    said = gathered(SHEET + FACTS)
    assert [line.actual.text for line in said.lines] == ["110公里", "96%", "2022-10-31", "达成", ""]
    assert [line.score.text for line in said.lines] == ["13.75", "20.00", "15.00", "", ""]
    assert [line.reason for line in said.lines] == ["雨季", "", "", "", ""]
    assert (said.spent.text, said.execution_score.text) == ("48", "8.00")
    assert said.total.text == "", "pending lines leave the total open"


def test_a_settled_total_is_shown() -> None:
    text = SHEET + FACTS.replace("达成", "达成 100%") + "  满意度 = 95%\n"
    assert gathered(text).total.text == "96.75"


def test_blank_forms_leave_out_what_is_known() -> None:
    assert gathered(SHEET + FACTS, blank=True) == gathered(SHEET)


def test_on_an_earlier_day_there_are_no_facts() -> None:
    assert not gathered(SHEET + FACTS, as_of=date(2022, 7, 31)).has_facts


@pytest.mark.parametrize(
    ("at", "kind", "choices"),
    [
        (0, "number", ()),
        (1, "share", ()),
        (2, "day", ()),
        (3, "list", ("达成", "部分达成", "未达成")),
        (4, "share", ()),
    ],
)
def test_what_may_be_typed_goes_by_the_target(at: int, kind: str, choices: tuple[str, ...]) -> None:
    allowed = gathered(SHEET).lines[at].allowed
    assert allowed is not None
    assert allowed.kind == kind
    assert len(allowed.choices) == len(choices)


@pytest.mark.parametrize(("kind", "told"), [("self_evaluation", 1), ("targets", 2)])
def test_money_that_a_form_has_no_row_for_is_told(kind: str, told: int) -> None:
    diagnostics = Diagnostics()
    sheet = SHEET.replace(
        "财政资金 450000元 + 其他资金 15万元", "财政资金 30万元 + 上年结转资金 20万元 + 社会资金 10万元"
    )
    scheme, _ = prepare([Source("x.perf", sheet)], diagnostics, shipped, Request())
    diagnostics = Diagnostics()
    tell_left_out(kind, scheme.projects[0], diagnostics)
    assert [d.code for d in diagnostics] == ["P1045"] * told


def test_a_filled_form_has_the_total_as_a_sum() -> None:
    text = SHEET + FACTS.replace("达成", "达成 100%") + "  满意度 = 95%\n"
    form = lay_out_form("self_evaluation", gathered(text), 7)
    total = next(cell for cell in form.cells if cell.shown.text == "96.75")
    assert total.formula is not None


def test_parts_of_one_row_are_added_up() -> None:
    parts = "财政资金 40万元 + 当年财政拨款 5.50万元 + 财政拨款 45000元 + 其他资金 10万元"
    said = gathered(SHEET.replace("财政资金 450000元 + 其他资金 15万元", parts))
    assert {role: shown.text for role, shown in said.money.items()} == {
        "total": "60.00",
        "fiscal": "50.00",
        "other": "10",
    }


def row_of(kind: str, label: str) -> list[str]:
    form = lay_out_form(kind, gathered(SHEET), 7)
    (row,) = [cell.area.row for cell in form.cells if cell.text == label]
    cells = [cell for cell in form.cells if cell.area.row == row and cell.style == "figure"]
    return [cell.text for cell in sorted(cells, key=lambda cell: cell.area.column)]


def test_the_budget_of_a_sheet_is_that_of_the_whole_year() -> None:
    assert row_of("self_evaluation", "年度资金总额")[:3] == ["", "60.00", ""]
    assert row_of("self_evaluation", "其中：当年财政拨款")[:3] == ["", "45", ""]
    assert row_of("monitoring", "年度资金总额")[:2] == ["60.00", ""], "it has no other column"


def test_blank_actuals_have_formats_that_print_their_unit() -> None:
    assert [line.blank_code for line in gathered(SHEET).lines] == [
        'General"公里"', "0.00%", "yyyy-mm-dd", "", "0.00%"]  # fmt: skip
    without = gathered(SHEET.replace("采用 国家自评2020", ""), rubric=False)
    assert [line.blank_code for line in without.lines] == ['General"公里"', "0.00%", "", "", "0.00%"]


def test_documents_say_that_units_are_to_be_written() -> None:
    assert "12次" in lay_out_form("self_evaluation", gathered(SHEET), 7).advice
    full = FACTS.replace("达成", "达成 100%") + "  满意度 = 95%\n"
    assert lay_out_form("monitoring", gathered(SHEET + full), 7).advice == ""
