"""A scored department in the report: its own indicators, its rules, and parts of it."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from perfdsl.annual import write_page as writing
from perfdsl.annual.annual import AnnualReport, DepartmentPart
from perfdsl.annual.choose_charts import charts_of_department
from perfdsl.annual.draw_curve import draw_curve
from perfdsl.annual.gather_annual import gather_annual
from perfdsl.annual.picture import embed
from perfdsl.annual.shorten_places import shorten_places
from perfdsl.annual.write_page import write_page
from perfdsl.annual.write_text_document import write_text_document
from perfdsl.annual.write_workbook import write_workbook
from perfdsl.cli.score_year import score_year
from perfdsl.cli.write_report import Asked
from perfdsl.diagnostic import Diagnostics
from perfdsl.exact import show
from perfdsl.workspace import open_workspace

RUBRICS = """评分办法 甲办法 沿用 国家自评2020
  监控 四色灯

评分办法 部门办法 沿用 国家自评2020
  权重 产出指标 90，预算执行率 10
  汇总 自身 60%，各项目 40% 按预算

规则 执行不足
  每部门 当 预算执行率 < 95%
  则 扣 1.5分 因为 "不到95%"，总分 至多 80 因为 "封顶"
"""
OWN = """采用 部门办法

部门 "某局（虚构）"
  编码 900
  年度 2022
  产出指标 / 数量指标：
    检查次数 >= 12次

实绩 900 2022-12-31
  检查次数 = 11次，自评 85分，核查 80分
"""


def project(name: str, code: str, done: str = "", more: str = "", department: str = "900") -> str:
    fact = f"  修路里程 = {done}公里{more}\n  知晓率 = 90%\n  群众满意度 = 95%\n" if done else ""
    belongs = f"  部门 {department}\n" if department else ""
    return f"""采用 甲办法

项目 {name}
  编码 {code}
{belongs}  年度 2022
  预算 10万元
  产出指标 / 数量指标：
    修路里程 >= 12公里
  效益指标 / 社会效益指标：
    知晓率 >= 80%
  满意度指标 / 服务对象满意度指标：
    群众满意度 >= 90%

实绩 {name} 2022-12-31
  执行数 9万元
{fact}"""


PLANNED = "  预算 10万元\n  支出计划 12月底 10万元\n"
ACTION = """
整改 甲路 2022-08-05
  要求 "补齐人手"
  责任人 张三
  限期 2022-09-30
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {
        "办法.perf": RUBRICS,
        "部门.perf": OWN,
        "甲.perf": project("甲路", "P1", "12").replace("  预算 10万元\n", PLANNED) + ACTION,
        "乙.perf": project("乙路", "P2", "11", "，扣分 0.5分"),
        "丙.perf": project("丙路", "P3"),
        "丁.perf": project("丁路", "P4", "12", department=""),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def report_of(folder: Path, *projects: str, keep_going: bool = False) -> AnnualReport:
    diagnostics = Diagnostics()
    asked = Asked((str(folder),), (), projects=projects, keep_going=keep_going)
    year = score_year(asked, date(2022, 12, 31), open_workspace([str(folder)], (), diagnostics), diagnostics)
    assert year is not None, [each.message.zh for each in diagnostics]
    return gather_annual(year)


def scored(report: AnnualReport) -> DepartmentPart:
    return next(each for each in report.departments if each.code)


def page_of(report: AnnualReport, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(writing, "draw", lambda chart: embed("<svg ></svg>", chart))
    return write_page(report)


def document_of(report: AnnualReport) -> list[str]:
    document = Document(BytesIO(write_text_document(report, Diagnostics()) or b""))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(each.text for each in document.paragraphs), *cells]


def test_the_score_is_told_as_it_came_about(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = report_of(folder)
    department = scored(report)
    blend, minus, cap, total = department.told
    assert "自身指标" in blend
    assert "× 60% + 各项目（按预算加权）" in blend
    assert "= 80.00" not in blend
    assert "扣 1.5 分（不到95%）" in minus
    assert "办法.perf:" in minus
    assert "至多 80 分（封顶）" in cap
    assert total.startswith("部门得分：80.00")
    page, document = page_of(report, monkeypatch), " ".join(document_of(report))
    book = openpyxl.load_workbook(BytesIO(write_workbook(report, Diagnostics()) or b""))
    sheet = " ".join(str(cell.value) for row in book["汇总"].iter_rows() for cell in row)
    for told in (page, document, sheet):
        assert "不到95%" in told
        assert "封顶" in told
    assert f'href="#{department.anchor}own-total"' in page
    assert f'href="#{department.anchor}-ranking"' in page


def test_a_part_of_a_department_is_no_department(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = report_of(folder, "P2")
    (department,) = report.departments
    assert department.part_of == 3
    assert department.money.budget.value is None
    page = page_of(report, monkeypatch)
    for told in (page, " ".join(document_of(report))):
        assert "只列出所选的 1 个项目，该部门共有 3 个" in told
    assert "评分办法没有规定" not in page
    assert not list(charts_of_department(department, report.projects, "zh"))


def test_ranks_are_over_all_projects_and_open_while_one_is(folder: Path) -> None:
    whole, part = report_of(folder), report_of(folder, "P2")
    texts = {each.name: each.rank_text for each in whole.projects}
    assert texts == {"甲路": "1", "乙路": "2–3", "丙路": "1–3", "丁路": "1"}
    assert part.projects[0].rank_text == "2–3"


def test_own_indicators_are_explained_and_have_no_plan_of_their_own(folder: Path) -> None:
    own = scored(report_of(folder)).own
    assert own is not None
    assert own.outline is not None
    assert "若再多" in own.lines[0].why
    assert (own.money.spent.value, own.money.gaps) == (270_000, ())


def test_own_indicators_are_judged_wherever_they_stand(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = report_of(folder)
    own = scored(report).own
    assert own is not None
    page = page_of(report, monkeypatch)
    begin = page.index(f'id="{own.anchor}"')
    assert "自评与核查" in page[begin : page.index("</section>", begin)]
    tables = Document(BytesIO(write_text_document(report, Diagnostics()) or b"")).tables
    rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
    line = own.lines[0]
    assert [line.name, f"{line.points.text}/{line.weight.text}", "85.00", "80.00", "", "-5.00"] in rows


def test_a_department_is_not_one_of_its_projects_in_the_workbook(folder: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(write_workbook(report_of(folder), Diagnostics()) or b""))
    names = [row[1].value for row in book["各项目"].iter_rows()]
    assert "某局（虚构）" not in names
    assert {"甲路", "乙路", "丙路", "丁路"} <= set(names)


def test_projects_of_no_department_are_called_so(folder: Path) -> None:
    headings = {each.code: each.heading for each in report_of(folder).departments}
    assert headings == {"900": "某局（虚构）", "": "不属任何部门的项目"}


def test_plans_that_some_lack_are_no_sum_and_it_is_said(folder: Path) -> None:
    department = scored(report_of(folder))
    (said,) = [gap for gap in department.money.gaps if "没有支出计划：" in gap]
    assert "所以没有支出计划的合计" in said
    charts = {chart.title: chart for chart in charts_of_department(department, (), "zh")}
    assert "虚线" not in charts["支出计划与执行"].note


def test_points_taken_off_are_where_the_dot_is(folder: Path) -> None:
    line = next(each for each in report_of(folder).projects if each.name == "乙路").lines[0]
    chart = draw_curve("c", line, "zh")
    assert chart is not None
    assert line.points.value is not None
    assert f"最后得 {line.points.text} 分" in chart.told
    assert f"'y': '{show(line.points.value, 4)}', 'text'" in repr(chart.spec)


def test_overdue_actions_are_to_be_acted_on_first(folder: Path) -> None:
    report = report_of(folder)
    first = report.urgent[0]
    assert (first.project, first.name, first.lit.text) == ("甲路", "整改", "逾期")
    assert "补齐人手" in first.lit.why
    assert first.anchor == report.projects[[p.name for p in report.projects].index("甲路")].anchor


def test_goals_are_no_warnings(tmp_path: Path) -> None:
    text = project("甲路", "P1", "12", department="").replace("  产出", '  目标 一 "路好"\n  产出', 1)
    text = text.replace(">= 12公里\n", ">= 12公里\n      对应 一\n", 1)
    (tmp_path / "甲.perf").write_text(RUBRICS + text, encoding="utf-8")
    (part,) = report_of(tmp_path).projects
    assert part.goals[0].group is not None
    assert not any("目标" in notice for notice in part.notices)


def test_places_are_shortened_everywhere(folder: Path) -> None:
    report = report_of(folder)
    assert str(folder) in repr(report)
    short = shorten_places(report, f"{folder}/")
    assert str(folder) not in repr(short)
    assert short.projects[0].source.split(":")[0] in {"甲.perf", "乙.perf", "丙.perf", "丁.perf"}


def test_own_indicators_are_lit_and_urgent_as_those_of_projects_are(folder: Path) -> None:
    written = folder / "部门.perf"
    written.write_text(OWN.replace("= 11次", "= 2次"), encoding="utf-8")
    report = report_of(folder)
    department = scored(report)
    assert department.own is not None
    line = department.own.lines[0]
    assert line.lit is not None
    assert line.lit.light == "red"
    (urgent,) = [each for each in report.urgent if each.project == "某局（虚构）"]
    assert (urgent.name, urgent.anchor) == ("检查次数", line.anchor)
    book = openpyxl.load_workbook(BytesIO(write_workbook(report, Diagnostics()) or b""))
    assert "某局（虚构）" in [row[0].value for row in book["监控"].iter_rows()]
