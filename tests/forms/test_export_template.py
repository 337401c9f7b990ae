"""``perfdsl export --template``: from sheets and facts to filled copies of a user's own form."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

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
