"""``perfdsl export --template``: from sheets and facts to filled copies of a user's own form."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook

from tests.cli.run import LINXI, run
from tests.forms.make_templates import FOLDER, bytes_of, make_document, make_workbook

FACTS = f"{LINXI}/actuals.example.csv"
FORM = FOLDER / "云岭省（虚构）自评表.xlsx"
REPORT = FOLDER / "云岭省（虚构）自评报告.docx"
ONE = "代表之家运行经费"


def cells_of(path: Path) -> dict[str, Any]:
    sheet = load_workbook(path).active
    return {cell.coordinate: cell.value for row in sheet for cell in row if cell.value is not None}


def test_a_workbook_with_its_mapping(tmp_path: Path) -> None:
    out = tmp_path / "x.xlsx"
    ran = run("export", LINXI, "-a", FACTS, "-p", ONE, "--template", FORM, "-o", out)
    assert (ran.code, ran.err) == (0, "")
    found = cells_of(out)
    assert (found["B3"], found["G3"], found["B2"]) == (ONE, "13053522P00958710001D", 2022)
    assert (found["B5"], found["E5"], found["G5"]) == (5, 4.8, 0.96)
    assert (found["I5"], found["K5"], found["G4"]) == (9.6, 97.81, "优")
    assert [found[f"C{row}"] for row in (9, 15)] == ["集中活动的次数", "使用者满意率"]
    assert [found[f"{column}9"] for column in "EFGHIJ"] == ["≥", 12, "次", "11次", 12.5, 11.46] or found[
        "H9"
    ] == 11
    assert found["J16"] == "=SUM(J9:J15)"
    assert found["J17"] == '=IF(J16="","",J16+I5)'


def test_its_totals_are_those_of_the_scorecard(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    out = tmp_path / "x.xlsx"
    run("export", LINXI, "-a", FACTS, "-p", ONE, "--template", FORM, "-o", out)
    command = [
        soffice,
        f"-env:UserInstallation=file://{tmp_path}/lo",
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
        "--outdir",
        tmp_path,
        out,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    lines = (tmp_path / "x.csv").read_text(encoding="utf-8").splitlines()
    (total,) = [line for line in lines if line.startswith("总分（")]
    assert "97.81" in total


def test_a_document_named_after_fields_for_each_project(tmp_path: Path) -> None:
    ran = run("export", LINXI, "-a", FACTS, "--template", REPORT, "-o", f"{tmp_path}/报告-{{项目}}.docx")
    assert ran.code == 0
    assert len(list(tmp_path.glob("报告-*.docx"))) == 4
    document = Document(str(tmp_path / f"报告-{ONE}.docx"))
    text = "\n".join(each.text for each in document.paragraphs)
    assert f"项目名称：{ONE}" in text
    assert "总分：97.81　等级：优" in text
    (table,) = document.tables
    assert len(table.rows) == 9
    assert table.cell(1, 4).text == "11次"
    assert "没有值、空着的" in ran.out


def test_several_projects_need_several_files(tmp_path: Path) -> None:
    ran = run("export", LINXI, "--template", REPORT, "-o", tmp_path / "x.docx")
    assert ran.code == 3
    assert "P1056" in ran.err
    ran = run("export", LINXI, "--template", REPORT, "-o", f"{tmp_path}/")
    assert len(list(tmp_path.glob("*.docx"))) == 4


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    template = tmp_path / "t.docx"
    template.write_bytes(REPORT.read_bytes())
    words = ["export", LINXI, "-p", ONE, "--template", template, "-o"]
    assert "P1056" in run(*words, template, "--force").err
    assert run(*words, tmp_path / "x.docx").code == 0
    assert "P1041" in run(*words, tmp_path / "x.docx").err
    assert run(*words, tmp_path / "x.docx", "--force").code == 0
    assert template.read_bytes() == REPORT.read_bytes()


def test_without_facts_scores_stay_blank(tmp_path: Path) -> None:
    out = tmp_path / "x.xlsx"
    ran = run("export", LINXI, "-a", FACTS, "-p", ONE, "--blank", "--template", FORM, "-o", out)
    assert ran.code == 0
    found = cells_of(out)
    assert "K5" not in found
    assert "J9" not in found
    assert found["I9"] == 12.5


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--template", "nowhere.xlsx", "-o", "x.xlsx"], 3, "P0801"),
        (["--template", FACTS, "-o", "x.csv"], 3, "P1050"),
        (["--template", FORM, "-o", "x.docx"], 2, "--out"),
        (["--template", REPORT, "--mapping", "nowhere.toml", "-o", "x.docx"], 3, "P0801"),
        (["--template", REPORT, "-p", "没有", "-o", "x.docx"], 2, "P0806"),
        (["--template", FORM, "-o", "nowhere/{项目"], 2, "--out"),
        (["--template", FORM, "-o", "nowhere/{项日}.xlsx"], 2, "--out"),
        (["--template", FORM, "-o", "x.xlsx", "--through", "6"], 2, "--as-of"),
        (["--template", REPORT, "-o", "长" * 200 + "{项目}.docx"], 3, "P0808"),
    ],
)
def test_mistakes(words: list[str], code: int, said: str) -> None:
    ran = run("export", LINXI, *words)
    assert ran.code == code
    assert said in ran.err


def test_stored_templates_are_what_the_program_makes(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(bytes_of(make_workbook()))
    assert cells_of(tmp_path / "a.xlsx") == cells_of(FORM)
    (tmp_path / "a.docx").write_bytes(bytes_of(make_document()))
    stored, made = Document(str(REPORT)), Document(str(tmp_path / "a.docx"))
    assert [each.text for each in made.paragraphs] == [each.text for each in stored.paragraphs]


TWINS = """采用 国家自评2020
""" + "".join(
    f"""
项目 {name}
  编码 {code}
  年度 2022
  单位 万元
  预算 5
  产出指标 / 数量指标：
    次数 >= 2次
  效益指标：
    改善 定性
  满意度指标：
    满意度 >= 90%
"""
    for code, name in enumerate(("History", "history", "Nul", '"aux.1"'), 1)
)  # fmt: skip


def test_names_of_files_are_safe_on_every_system(tmp_path: Path) -> None:
    sheet = tmp_path / "a.perf"
    sheet.write_text(TWINS, encoding="utf-8")
    ran = run("export", sheet, "--template", FORM, "-o", f"{tmp_path}/")
    assert (ran.code, "P1056" in ran.err) == (3, True)
    assert list(tmp_path.glob("*.xlsx")) == []
    ran = run("export", sheet, "-p", "Nul", "-p", "aux.1", "--template", FORM, "-o", f"{tmp_path}/")
    assert ran.code == 0
    assert {path.name for path in tmp_path.glob("*.xlsx")} == {"_Nul.xlsx", "_aux.1.xlsx"}


def test_an_amount_is_in_the_unit_that_stands_beside_it(tmp_path: Path) -> None:
    template, out = tmp_path / "t.xlsx", tmp_path / "x.xlsx"
    book = Workbook()
    book.active["A1"], book.active["B1"], book.active["C1"] = "名", "单位", "实际"
    for cell in ("C2", "D2"):
        book.active[cell].number_format = "0.00"
    book.save(template)
    template.with_suffix(".toml").write_text(
        "[[tables]]\nanchor = 'A2'\n[tables.columns]\n"
        "A = '三级指标'\nB = '计量单位'\nC = '实际完成值'\nD = '目标值'\n",
        encoding="utf-8",
    )
    ran = run("export", LINXI, "-a", FACTS, "-p", "人大代表及委员活动经费", "--template", template, "-o", out)
    assert (ran.code, ran.err) == (0, "")
    rows = {row[0].value: row[1:] for row in load_workbook(out).active.iter_rows()}
    unit, actual, target = rows["项目成本"]
    assert (unit.value, actual.value, target.value) == ("万元", 16.5, 17)
    unit, actual, target = rows["代表活动完成及时率"]
    assert [(each.value, each.number_format) for each in (actual, target)] == [(91, "0.00"), (90, "0.00")]
