"""``perfdsl export``: forms on the disk, and what stands in the way of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.run import LINXI, SHEET, run

FACTS = """
实绩 人大会议经费 2022-03-31
  召开县会议次数 = 12次

实绩 人大会议经费 2022-06-30
  执行数 10万元

实绩 人大会议经费 2022-12-31
  群众满意度 = 95%
"""
NAMES = ["自评表", "监控表", "目标申报表", "绩效目标表"]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "会议.perf"
    path.write_text(SHEET, encoding="utf-8")
    return path


def texts(path: Path, name: str | None = None) -> list[str]:
    book = load_workbook(path, data_only=True)
    rows = (book[name] if name else book.active).iter_rows(values_only=True)
    return [str(value) for row in rows for value in row if value is not None]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
def test_every_form_is_written(sheet: Path, name: str, ending: str) -> None:
    out = sheet.with_suffix(ending)
    ran = run("export", str(sheet), "--form", name, "-o", str(out))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"写好 {out}：{name} 1 张\n"
    assert out.read_bytes().startswith(b"PK")


def test_a_file_that_is_there_is_left_alone_without_force(sheet: Path) -> None:
    out = sheet.with_suffix(".xlsx")
    out.write_bytes(b"filled in by somebody")
    ran = run("export", str(sheet), "-f", "自评表", "-o", str(out))
    assert (ran.code, "P1041" in ran.err) == (3, True)
    assert out.read_bytes() == b"filled in by somebody"
    assert run("export", str(sheet), "-f", "自评表", "-o", str(out), "--force").code == 0
    assert out.read_bytes().startswith(b"PK")


def test_a_sheet_with_an_error_gives_no_form(sheet: Path) -> None:
    out = sheet.with_suffix(".xlsx")
    sheet.write_text(SHEET.replace(">= 12次", ">= 12么"), encoding="utf-8")
    ran = run("export", str(sheet), "-f", "自评表", "-o", str(out))
    assert ran.code == 2
    assert not out.exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["-f", "自评表", "-o", "x.pdf"], 3, "P1042"),
        (["-f", "自评", "-o", "x.xlsx"], 2, "--form"),
        (["-f", "监控表", "-o", "x.xlsx", "--through", "13"], 2, "--through"),
        (["-f", "监控表", "-o", "x.xlsx", "--through", "0"], 2, "--through"),
        (["-f", "自评表", "-o", "x.xlsx", "--through", "6"], 2, "--as-of"),
        (["-f", "自评表", "-o", "x.xlsx", "--mapping", "x.toml"], 2, "--template"),
        (["-f", "自评表", "-o", "x.xlsx", "--template", "x.xlsx"], 2, "--form"),
        (["-f", "自评表", "-o", "自评-{项目}.xlsx"], 2, "--out"),
        (["-f", "自评表", "-o", "长" * 200 + ".xlsx"], 3, "P0808"),
        (["-f", "监控表", "-o", "x.xlsx", "--as-of", "yesterday"], 2, "--as-of"),
        (["-f", "自评表", "-o", "x.xlsx", "--lang", "fr"], 2, "--lang"),
        (["-f", "自评表", "-o", "no/../x.xlsx", "-p", "别的"], 2, "P0806"),
    ],
)
def test_wrong_use_writes_nothing(
    sheet: Path, words: list[str], code: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sheet.parent)
    ran = run("export", str(sheet), *words)
    assert (ran.code, said in ran.err) == (code, True), ran.err
    assert [path.name for path in sheet.parent.iterdir()] == [sheet.name]


def test_a_monitoring_form_ends_with_its_month(sheet: Path) -> None:
    out = sheet.with_suffix(".xlsx")
    sheet.write_text(SHEET + FACTS, encoding="utf-8")
    words = ["export", str(sheet), "-f", "监控表", "-o", str(out), "--force"]
    assert run(*words).code == 0
    assert {"12次", "95%"} & set(texts(out)) == set(), "numbers, not texts"
    assert "1-7月执行情况" in texts(out)
    assert {"12", "10"} <= set(texts(out))
    assert "0.95" not in texts(out)
    assert run(*words, "--through", "12").code == 0
    assert {"1-12月执行情况", "0.95"} <= set(texts(out))
    assert run(*words, "--as-of", "2022-03-31").code == 0
    assert "1-3月执行情况" in texts(out)
    assert "10" not in texts(out)


def test_projects_of_two_years_need_a_day(sheet: Path) -> None:
    other = SHEET.replace("人大会议经费", "别的经费").replace("2022", "2023").split("\n", 1)[1]
    sheet.write_text(SHEET + other + FACTS, encoding="utf-8")
    ran = run("export", str(sheet), "-f", "监控表", "-o", str(sheet.with_suffix(".docx")))
    assert (ran.code, "--as-of" in ran.err) == (2, True)


def test_blank_leaves_facts_out(sheet: Path) -> None:
    out = sheet.with_suffix(".xlsx")
    sheet.write_text(SHEET + FACTS, encoding="utf-8")
    words = ["export", str(sheet), "-f", "自评表", "-o", str(out), "--force"]
    assert run(*words).code == 0
    assert "0.95" in texts(out)
    assert run(*words, "--blank").code == 0
    assert "0.95" not in texts(out)


def test_a_form_of_targets_asks_for_no_rubric(sheet: Path) -> None:
    sheet.write_text(SHEET.split("\n", 1)[1], encoding="utf-8")
    out = sheet.with_suffix(".xlsx")
    assert run("export", str(sheet), "-f", "绩效目标表", "-o", str(out)).code == 0
    assert run("export", str(sheet), "-f", "自评表", "-o", str(out), "--force").code == 2
    assert (
        run("export", str(sheet), "-f", "自评表", "-o", str(out), "--force", "-r", "国家自评2020").code == 0
    )


def test_one_sheet_for_each_project(tmp_path: Path) -> None:
    out = tmp_path / "all.xlsx"
    assert run("export", LINXI, "-f", "绩效目标表", "-o", str(out)).code == 0
    names = load_workbook(out).sheetnames
    assert names == ["代表之家运行经费", "人大代表及委员活动经费", "人大会议经费", "综合事务管理经费"]
    assert "3.人大会议经费绩效目标表" in texts(out, "人大会议经费")
    assert run("export", LINXI, "-f", "绩效目标表", "-o", str(out), "--force", "-p", "人大会议经费").code == 0
    assert load_workbook(out).sheetnames == ["人大会议经费"]
    assert "3.人大会议经费绩效目标表" in texts(out), "its number stays"


def test_it_speaks_english(sheet: Path) -> None:
    out = sheet.with_suffix(".xlsx")
    ran = run("export", str(sheet), "-f", "自评表", "-o", str(out), "--lang", "en")
    assert ran.out == f"{out}: 1 form (自评表)\n"


def test_a_blank_monitoring_form_asks_for_no_rubric(sheet: Path) -> None:
    sheet.write_text(SHEET.split("\n", 1)[1], encoding="utf-8")
    out = sheet.with_suffix(".xlsx")
    words = ["export", str(sheet), "-o", str(out), "--force", "-f"]
    assert run(*words, "监控表", "--blank").code == 0
    assert run(*words, "监控表").code == 0
    formats = {cell.number_format for row in load_workbook(out).active.iter_rows() for cell in row}
    assert 'General"次"' in formats
    assert "P0416" in run(*words, "自评表", "--blank").err
    sheet.write_text(SHEET.split("\n", 1)[1] + FACTS, encoding="utf-8")
    assert "P0416" in run(*words, "监控表").err
    assert run(*words, "监控表", "--blank").code == 0


def fill_in(path: Path, row: str, number: float) -> None:
    """Type a number into the column 实际完成值, as people do."""
    book = load_workbook(path)
    sheet = book.active
    rows = list(sheet.iter_rows())
    (head,) = [cell for row in rows for cell in row if cell.value == "实际完成值"]
    (line,) = [cell.row for row_ in rows for cell in row_ if cell.value == row]
    sheet.cell(line, head.column).value = number
    book.save(path)


def test_a_number_typed_into_a_blank_form_comes_back_with_its_unit(tmp_path: Path) -> None:
    sheet, out = tmp_path / "会议.perf", tmp_path / "a.xlsx"
    sheet.write_text(SHEET.replace("12次", "1.2万人次"), encoding="utf-8")
    assert run("export", str(sheet), "-f", "自评表", "-o", str(out)).code == 0
    fill_in(out, "召开县会议次数", 1.6)
    fill_in(out, "群众满意度", 0.93)
    assert run("import", str(out), "-o", tmp_path / "back", "-r", "国家自评2020").code == 0
    (back,) = (tmp_path / "back").glob("*.perf")
    assert "召开县会议次数 = 1.6万人次" in back.read_text(encoding="utf-8")
    assert "群众满意度 = 93.00%" in back.read_text(encoding="utf-8")
