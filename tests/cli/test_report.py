from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from docx import Document

from tests.annual.browser import needs_browser
from tests.cli.run import LINXI, ROWS, SHEET, csv_of, facts, run, write

A4 = (595, 842)


def test_every_kind_is_written_in_one_run(tmp_path: Path) -> None:
    names = [tmp_path / f"new/report{ending}" for ending in (".html", ".docx", ".xlsx")]
    ran = run("report", LINXI, *(word for name in names for word in ("-o", name)), "--note", "实绩为虚构示例")
    assert ran.code == 0, ran.err
    assert ran.out.count("写好") == 3
    page, document, book = (name.read_bytes() for name in names)
    assert "实绩为虚构示例" in page.decode()
    assert "97.81" in page.decode()
    assert "实绩为虚构示例" in [each.text for each in Document(BytesIO(document)).paragraphs]
    assert openpyxl.load_workbook(BytesIO(book)).sheetnames[0] == "汇总"


def test_lights_come_with_a_day_and_bands(tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    ran = run("report", LINXI, "-o", out, "--as-of", "2022-07-31", "--bands", "四色灯")
    assert ran.code == 0, ran.err
    text = out.read_text(encoding="utf-8")
    assert "2022-07-31" in text
    assert "四色灯" in text


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "r.xlsx"
    out.write_bytes(b"mine")
    ran = run("report", LINXI, "-o", tmp_path / "new.html", "-o", out)
    assert ran.code == 3
    assert "P1041" in ran.err
    assert out.read_bytes() == b"mine"
    assert not (tmp_path / "new.html").exists()
    assert run("report", LINXI, "-o", out, "--force").code == 0
    assert out.read_bytes() != b"mine"


@pytest.mark.parametrize("name", ["r.txt", "r", "r.htm"])
def test_an_unknown_ending_is_told_before_anything_is_read(tmp_path: Path, name: str) -> None:
    ran = run("report", tmp_path / "missing", "-o", tmp_path / name)
    assert ran.code == 3
    assert "P1042" in ran.err
    assert "P0801" not in ran.err


def test_one_file_is_not_written_twice(tmp_path: Path) -> None:
    ran = run("report", LINXI, "-o", tmp_path / "a.html", "-o", tmp_path / "x/../a.html")
    assert ran.code == 2
    assert not (tmp_path / "a.html").exists()


@pytest.mark.parametrize("option", [("--as-of", "July"), ("--lang", "fr")])
def test_a_value_that_cannot_be_is_a_wrong_use(tmp_path: Path, option: tuple[str, str]) -> None:
    assert run("report", LINXI, "-o", tmp_path / "a.html", *option).code == 2


def test_errors_stand_in_the_way_as_for_eval(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        sheet=SHEET,
        wrong=SHEET.replace("人大会议经费", "别的").replace("23万元", "二三"),
        actuals=facts(),
    )
    ran = run("report", folder, "-o", tmp_path / "r.html")
    assert ran.code == 2
    assert "P0301" in ran.err
    assert not (tmp_path / "r.html").exists()
    run("report", folder, "-o", tmp_path / "r.html", "--keep-going")
    assert "人大会议经费" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_an_earlier_year_stands_beside_this_one(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    before = {**ROWS, "召开县会议次数": "6次", "执行数": "20万元"}
    sheet = SHEET.replace("年度 2022", "年度 2021")
    write(old, sheet=sheet, actuals=csv_of(before).replace("2022", "2021"))
    write(new, sheet=SHEET, actuals=facts())
    out = tmp_path / "r.xlsx"
    page = tmp_path / "r.html"
    ran = run("report", new, "-o", out, "-o", page, "--against", old)
    assert ran.code == 0, ran.err
    text = page.read_text(encoding="utf-8")
    assert "2021" in text
    assert "年度比较" in text
    assert run("report", new, "-o", tmp_path / "x.html", "--against", tmp_path / "none").code != 0
    assert not (tmp_path / "x.html").exists()


def test_only_what_is_named_is_written(tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    assert run("report", LINXI, "-o", out, "--project", "人大会议经费", "--force").code == 0
    text = out.read_text(encoding="utf-8")
    assert "人大会议经费" in text
    assert "代表之家运行经费" not in text.split("</main>")[0].replace("specs/", "")
    assert run("report", LINXI, "-o", out, "--department", "101001", "--force").code == 0
    assert "代表之家运行经费" in out.read_text(encoding="utf-8")
    for option in ("--project", "--department"):
        ran = run("report", LINXI, "-o", tmp_path / "n.html", option, "没有这个")
        assert ran.code != 0
        assert not (tmp_path / "n.html").exists()


def test_the_language_of_a_report(tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    assert run("report", LINXI, "-o", out, "--lang", "en").code == 0
    assert '<html lang="en' in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("ending", "module"), [(".html", "jinja2"), (".docx", "docx"), (".xlsx", "xlsxwriter")]
)
def test_a_missing_library_is_told(
    tmp_path: Path, ending: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [each for each in sys.modules if each.split(".")[0] == module]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    from perfdsl.annual import write_page

    write_page._environment.cache_clear()
    ran = run("report", LINXI, "-o", tmp_path / f"r{ending}", "-o", tmp_path / "other.xlsx")
    assert ran.code == 3
    assert "P1517" in ran.err
    assert "perfdsl[report]" in ran.err
    assert list(tmp_path.iterdir()) == []


@needs_browser
@pytest.mark.slow
@pytest.mark.xdist_group("browser")
def test_a_pdf_is_a4_numbered_and_its_text_can_be_read(tmp_path: Path) -> None:
    out = tmp_path / "r.pdf"
    assert run("report", LINXI, "-o", out, "--note", "实绩为虚构示例").code == 0
    document = pypdfium2.PdfDocument(out)
    sizes = {tuple(round(side) for side in page.get_size()) for page in document}
    assert all(abs(width - A4[0]) <= 1 and abs(height - A4[1]) <= 1 for width, height in sizes)
    texts = [page.get_textpage().get_text_bounded().replace("\r\n", "") for page in document]
    assert "实绩为虚构示例" in texts[0]
    assert "代表之家运行经费" in "".join(texts)
    assert [at for at, text in enumerate(texts, 1) if not re.search(rf"—\s*{at}\s*—", text)] == []
