"""A fill-in sheet, filled as a person would, is read by ``eval --actuals`` without a complaint."""

from __future__ import annotations

import csv
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from perfdsl.actuals.from_table import facts_of
from perfdsl.actuals.readers.read_csv import read as read_csv
from perfdsl.actuals.readers.read_excel import read as read_excel
from perfdsl.diagnostic import Diagnostics
from perfdsl.forms.list_wanted_facts import list_wanted_facts
from perfdsl.forms.wanted_fact import WantedFact
from perfdsl.forms.write_fill_in_csv import write_fill_in_csv
from perfdsl.forms.write_fill_in_xlsx import write_fill_in_xlsx
from perfdsl.library import shipped
from perfdsl.pipeline import Request, prepare
from perfdsl.source import Source
from tests.cli.run import Ran, run
from tests.forms.fill_in import fill, rows_of

# The project, its figures and its rubric are invented.
SHEET = """评分办法 示例办法 沿用 核心指标2021
  适用 佐证齐全

采用 示例办法

规则 佐证齐全
  每项目 当 未填 验收报告
    则 提示 "没有验收报告"

项目 "农村公路养护（虚构）"
  编码 13000022P00000000001A
  年度 2022
  单位 万元
  预算 60.00万元
  产出指标 / 数量指标：
    养护里程 >= 120公里
    配备人员 3~5人
  产出指标 / 质量指标：
    验收合格率 >= 95%
    及时办结率 >= 90%
      计算 按时办结件数 / 应办件数
    工作完成数 >= 2项
      清单 方案，台账，验收
  产出指标 / 时效指标：
    完工时限 <= 11月份
    移交日期 <= 2022-12-20
  产出指标 / 成本指标：
    养护成本 <= 60万元
  效益指标 / 社会效益指标：
    群众知晓度 定性 "显著提升"
    管护制度 是 已建立
    出行时间降低 >= 5个百分点
  满意度指标 / 服务对象满意度指标：
    群众满意度 >= 90%
"""
TYPED: dict[str, Any] = {
    "执行数": 58.8,
    "已完成": "是",
    "养护里程": 121.5,
    "配备人员": 4,
    "验收合格率": 0.92,
    "按时办结件数": "33件",
    "应办件数": "35件",
    "方案": "是",
    "台账": "是",
    "验收": "否",
    "完工时限": 11,
    "移交日期": datetime(2022, 12, 19),  # noqa: DTZ001 — as a spreadsheet holds a day
    "养护成本": 58.8,
    "群众知晓度": "达成年度指标",
    "管护制度": "是",
    "出行时间降低": 6,
    "群众满意度": 0.955,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.perf").write_text(SHEET, encoding="utf-8")
    return tmp_path


def new(folder: Path, name: str, *more: str) -> Path:
    path = folder / "out" / name
    ran = run("actuals", "new", folder / "a.perf", "-o", path, *more)
    assert (ran.code, ran.err) == (0, "")
    return path


def evaluated(folder: Path, path: Path) -> Ran:
    return run("eval", folder / "a.perf", "--actuals", path, "--format", "json")


def actuals_of(ran: Ran) -> dict[str, str]:
    return {each["name"]: each["actual"] for each in ran.json["projects"][0]["indicators"]}


def test_each_wanted_fact_has_a_row(folder: Path) -> None:
    rows = rows_of(new(folder, "x.xlsx").read_bytes())
    assert set(rows) == {*TYPED, "验收报告"}
    assert "及时办结率" not in rows


def test_a_sheet_filled_by_a_person_is_read_without_a_complaint(folder: Path) -> None:
    path = new(folder, "x.xlsx")
    fill(path, {**TYPED, "验收报告": "是"})
    ran = evaluated(folder, path)
    assert ran.codes == []
    found = actuals_of(ran)
    assert found["验收合格率"] == "92.00%"
    assert found["养护里程"] == "121.5公里"
    assert found["移交日期"] == "2022-12-19"
    assert found["完工时限"] == "11月份"
    assert found["群众知晓度"] == "达成年度指标"
    assert found["及时办结率"].startswith("94.28")
    assert "" not in found.values()


@pytest.mark.parametrize(
    ("name", "typed", "shown"),
    [
        ("养护里程", "121公里", "121公里"),
        ("验收合格率", "92%", "92%"),
        ("完工时限", date(2022, 11, 20), "11月份"),
        ("完工时限", "11月份", "11月份"),
        ("群众知晓度", "部分达成 70%", "部分达成 70%"),
        ("群众知晓度", "部分达成年度指标并具有一定效果", "部分达成年度指标并具有一定效果"),
        ("管护制度", "已建立", "已建立"),
        ("执行数", "58.80万元", "58.80万元"),
        ("移交日期", "2022年12月19日", "2022-12-19"),
        ("养护里程", "/", ""),
    ],
)
def test_other_ways_to_type(folder: Path, name: str, typed: Any, shown: str) -> None:
    path = new(folder, "x.xlsx")
    fill(path, {name: typed})
    ran = evaluated(folder, path)
    assert [code for code in ran.codes if code.startswith(("P03", "P06"))] == []
    assert actuals_of(ran).get(name, ran.json["projects"][0]["indicators"][-1]["actual"]).startswith(shown)


def test_blank_rows_are_open_and_no_error(folder: Path) -> None:
    path = new(folder, "x.xlsx")
    fill(path, {"养护里程": 120})
    fill(path, {"验收合格率": "等第三方报告"}, column=10)
    ran = evaluated(folder, path)
    assert (ran.code, [code for code in ran.codes if code.startswith("P06")]) == (0, [])
    states = [each["attainment"] for each in ran.json["projects"][0]["indicators"]]
    assert states.count("met") == 1
    assert states.count("pending") == len(states) - 1


def test_dates_reasons_and_evidence_come_back(folder: Path) -> None:
    path = new(folder, "x.xlsx")
    fill(path, {"养护里程": 100})
    fill(path, {"养护里程": date(2022, 10, 31)}, column=9)
    fill(path, {"养护里程": "-停工"}, column=10)
    fill(path, {"养护里程": "验收单3份"}, column=11)
    ran = run("eval", folder / "a.perf", "-a", path, "--as-of", "2022-11-01", "-f", "json")
    fact = next(each["fact"] for each in ran.json["projects"][0]["indicators"] if each["name"] == "养护里程")
    assert (fact["date"], fact["reason"], fact["evidence"]) == ("2022-10-31", "-停工", "验收单3份")


def test_csv_filled_in_is_read_without_a_complaint(folder: Path) -> None:
    path = new(folder, "x.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(path.read_text(encoding="utf-8-sig"))))
    typed = {**TYPED, "验收合格率": "92%", "群众满意度": "95.5%", "移交日期": "2022/12/19", "验收报告": "是"}
    for row in rows[1:]:
        row[7] = str(typed[row[4]])
        row[8] = "2022/12/31"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    assert evaluated(folder, path).codes == []


def test_an_empty_sheet_says_nothing(folder: Path) -> None:
    for name in ("x.xlsx", "x.csv"):
        ran = evaluated(folder, new(folder, name))
        assert [code for code in ran.codes if code.startswith("P06")] == []


def test_english_headings_are_read(folder: Path) -> None:
    path = new(folder, "x.xlsx", "--lang", "en")
    typed = {name: value for name, value in TYPED.items() if name not in {"执行数", "已完成"}}
    fill(path, {**typed, "spent": 58.8, "finished": "yes", "方案": "yes", "台账": "yes", "验收": "no"})
    ran = evaluated(folder, path)
    assert [code for code in ran.codes if code.startswith(("P03", "P06"))] == []
    assert actuals_of(ran)["养护里程"] == "121.5公里"


def test_what_cannot_be_told_apart_is_left_out_with_a_warning(tmp_path: Path) -> None:
    text = """采用 国家自评2020
项目 "甲（虚构）"
  预算 5万元
  产出指标 / 成本指标：
    项目成本 <= 5万元
  产出指标 / 数量指标：
    次数 >= 5次
  效益指标：
    项目成本 <= 5万元
    合计 >= 5人
  满意度指标：
    满意度 >= 90%
"""
    (tmp_path / "a.perf").write_text(text, encoding="utf-8")
    ran = run("actuals", "new", tmp_path / "a.perf", "-o", tmp_path / "x.xlsx")
    assert ran.code == 0
    assert ran.err.count("[P1059]") == 3
    assert set(rows_of((tmp_path / "x.xlsx").read_bytes())) == {"执行数", "次数", "满意度"}


def test_a_filled_sheet_is_not_overwritten(folder: Path) -> None:
    path = new(folder, "x.xlsx")
    before = path.read_bytes()
    ran = run("actuals", "new", folder / "a.perf", "-o", path)
    assert (ran.code, path.read_bytes()) == (3, before)
    assert "P1041" in ran.err
    assert run("actuals", "new", folder / "a.perf", "-o", path, "--force").code == 0


def test_wrong_uses(folder: Path) -> None:
    assert run("actuals", "new", folder / "a.perf", "-o", folder / "x.pdf").code == 2
    assert "P0806" in run("actuals", "new", folder / "a.perf", "-o", folder / "x.csv", "-p", "乙").err
    assert not (folder / "x.csv").exists()


def test_print_set_up_and_checks_of_cells(folder: Path) -> None:
    sheet = load_workbook(new(folder, "x.xlsx")).active
    assert sheet.freeze_panes == "A4"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == "$3:$3"
    kinds = {}
    for rule in sheet.data_validations.dataValidation:
        for name, row in rows_of((folder / "out" / "x.xlsx").read_bytes()).items():
            if f"H{row}" in rule.sqref:
                kinds[name] = rule
                assert rule.prompt
    assert kinds["养护里程"].type == "decimal"
    assert kinds["群众知晓度"].formula1 == '"达成,部分达成,未达成"'
    assert kinds["已完成"].formula1 == '"是,否"'
    assert kinds["移交日期"].type == "date"
    assert (
        sheet.cell(rows_of((folder / "out" / "x.xlsx").read_bytes())["验收合格率"], 8).number_format
        == "0.00%"
    )


NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf")), max_size=12
).map(lambda tail: f"={tail}".rstrip())


@settings(max_examples=25, deadline=None)
@given(name=st.sampled_from("=+-@＝a甲").flatmap(lambda sign: NAMES.map(lambda tail: f"{sign}甲{tail[1:]}")))
def test_no_name_becomes_a_formula_or_another_name(name: str) -> None:
    fact = WantedFact("", "甲（虚构）", ("产出指标",), name, "=5", "次", "number")
    data = write_fill_in_xlsx([fact], "zh")
    cell = load_workbook(__import__("io").BytesIO(data)).active.cell(4, 5)
    assert cell.data_type == "s"
    diagnostics = Diagnostics()
    text = write_fill_in_csv([fact], "zh").decode("utf-8-sig")
    assert not any(
        part.startswith(("=", "+", "-", "@")) for row in csv.reader(StringIO(text)) for part in row
    )
    filled = text.replace(",次,,", ",次,5,").encode()
    (table,) = read_csv("x.csv", filled, diagnostics)
    (found,) = facts_of(table, diagnostics)
    assert (found.indicator, list(diagnostics)) == (name.strip(), [])
    (table,) = read_excel("x.xlsx", data, diagnostics)
    assert table.rows[0].text(4) == name.strip()


def test_a_thousand_projects_in_linear_time() -> None:
    text = "采用 国家自评2020\n" + "".join(
        f"项目 虚构甲{n}\n  编码 C{n}\n  预算 5万元\n  产出指标：\n    次数 >= 5次\n  效益指标：\n"
        "    率 >= 5%\n  满意度指标：\n    满意度 >= 90%\n"
        for n in range(300)
    )
    diagnostics = Diagnostics()
    _, plan = prepare([Source("a.perf", text)], diagnostics, shipped, Request())
    assert len(list_wanted_facts(plan, diagnostics, "zh")) == 300 * 4
