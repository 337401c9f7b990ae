"""Workbooks of forms: text stays text, formulas have their true value, and the page is set up."""

from __future__ import annotations

import sys
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from perfdsl.diagnostic import Diagnostics
from perfdsl.forms.contents import Contents, Line
from perfdsl.forms.form import Allowed, Area, Form, FormCell, Formula, Shown
from perfdsl.forms.lay_out_form import lay_out_form
from perfdsl.forms.write_xlsx import LONGEST_TEXT, write_xlsx

HALF = Shown("50.00%", Decimal("0.5"), "0.00%")


def form_of(*cells: FormCell, name: str = "表") -> Form:
    rows = max((cell.area.row + cell.area.rows for cell in cells), default=1)
    return Form(name, cells, (80, 80, 80), (20,) * rows, 0, (0, 1))


def written(*forms: Form) -> bytes:
    diagnostics = Diagnostics()
    data = write_xlsx(forms, diagnostics)
    assert [d.message.zh for d in diagnostics] == []
    assert data is not None
    return data


def opened(data: bytes, *, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(data), data_only=values)


def text_cell(text: str) -> FormCell:
    return FormCell(Area(0, 0), Shown(text))


RISKY = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "=cmd|' /C calc'!A0",
    "<r><t>x</t></r>",
    "_x0041_",
    "0123",
    "1E5",
    "=",
    "{=1}",
]


@pytest.mark.parametrize("text", RISKY)
def test_text_never_becomes_a_formula_and_comes_back(text: str) -> None:
    data = written(form_of(text_cell(text)))
    cell = opened(data).active["A1"]
    assert cell.data_type == "s"
    assert cell.value.replace("_x000D_", "\r") == text
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert "<f>" not in ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()


@given(st.text(max_size=50))
@settings(max_examples=40, deadline=None)
def test_any_text_can_be_written(text: str) -> None:
    written(form_of(text_cell(text), name=text))


def test_a_formula_has_its_true_value() -> None:
    total = FormCell(
        Area(1, 0, 1, 2), HALF, "figure", Formula(("SUM(", Area(0, 0, 1, 2), ",", Area(0, 2), ")"))
    )
    one = [FormCell(Area(0, 0, 1, 2), Shown("1", Decimal(1), "0")), FormCell(Area(0, 2), Shown())]
    data = written(form_of(*one, total))
    assert opened(data).active["A2"].value == "=SUM(A1,C1)"
    assert opened(data, values=True).active["A2"].value == 0.5


def test_an_open_total_has_the_empty_text_as_its_value() -> None:
    data = written(form_of(FormCell(Area(0, 0), Shown(), "figure", Formula(('IF(TRUE,"",1)',)))))
    xml = ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert '<c r="A1" s="1" t="str"><f>IF(TRUE,"",1)</f><v></v></c>' in xml


def test_every_covered_cell_has_borders() -> None:
    sheet = opened(written(form_of(FormCell(Area(0, 0, 2, 3), Shown("并"), "label")))).active
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:C2"]
    xml = ZipFile(BytesIO(written(form_of(FormCell(Area(0, 0, 2, 3), Shown("并"), "label"))))).read(
        "xl/worksheets/sheet1.xml").decode()  # fmt: skip
    assert xml.count(' s="1"') == 6


def line() -> Line:
    allowed = Allowed("list", choices=("好", "中", "差"), hint="选一个档次")
    return Line(
        "产出指标", "数量指标", "养护里程", "", "", "≥1公里", Shown("90", Decimal(90), "0"), allowed=allowed
    )


def project() -> Contents:
    return Contents(
        seq=1, code="1", name="养护", department_code="", department="", year=2022, money_unit="万元",
        money={"total": Shown("5.00", Decimal("5.00"), "0.00")}, purpose="", plan=(), plan_unit="万元",
        goals=("好",), lines=(line(),), execution_weight=Shown("10", Decimal(10), "0"),
        weight=Shown("100", Decimal(100), "0"),
    )  # fmt: skip


def test_the_page_is_set_up() -> None:
    form = lay_out_form("self_evaluation", project(), 7)
    sheet = opened(written(form)).active
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    header = form.header[0] + 1
    assert sheet.print_title_rows == f"${header}:${header}"
    assert sheet.cell(header, 4).value == "三级指标"


def rules_of(form: Form) -> dict[str, object]:
    sheet = opened(written(form)).active
    return {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}


def test_what_people_fill_in_is_checked() -> None:
    form = lay_out_form("self_evaluation", project(), 7)
    row = form.header[0] + 2
    rules = rules_of(form)
    assert rules[f"F{row}"].formula1 == '"好,中,差"'
    assert (rules[f"H{row}"].type, rules[f"H{row}"].formula2) == ("decimal", "90")
    assert (rules[f"I{row}"].type, rules[f"I{row}"].formula1) == ("textLength", "500")
    possible = rules_of(lay_out_form("monitoring", project(), 7))
    assert '"确定能,有可能,完全不可能"' in {rule.formula1 for rule in possible.values()}


@pytest.mark.parametrize(
    "allowed",
    [
        Allowed("number"),
        Allowed("number", Decimal(0)),
        Allowed("share", Decimal(0), Decimal(1), hint="x" * 400),
        Allowed("day", hint="日"),
        Allowed("list", choices=("有,逗号",), hint="选"),
        Allowed("list", choices=("长" * 300,)),
        Allowed("any"),
        Allowed("any", hint="填"),
        Allowed("length", high=Decimal(9), strict=True),
    ],
)
def test_every_rule_can_be_written(allowed: Allowed) -> None:
    written(form_of(FormCell(Area(0, 0), allowed=allowed)))


def test_the_same_forms_give_the_same_bytes() -> None:
    forms = [lay_out_form("self_evaluation", project(), 7)] * 2
    assert written(*forms) == written(*forms)
    assert opened(written(*forms)).sheetnames == ["养护", "养护(2)"]


def test_a_text_too_long_for_a_cell_is_complained_of() -> None:
    diagnostics = Diagnostics()
    assert write_xlsx([form_of(text_cell("长" * (LONGEST_TEXT + 1)))], diagnostics) is None
    assert [d.code for d in diagnostics] == ["P1044"]


def test_without_the_library_there_is_a_complaint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    diagnostics = Diagnostics()
    assert write_xlsx([], diagnostics) is None
    assert [d.code for d in diagnostics] == ["P1043"]
