"""``perfdsl audit FORM…``: real files, filled with invented content, from bytes to report and exit code."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from tests.audit.filled_files import MONEY, ROWS, Piece, pieces, text_document, web_page, workbook
from tests.cli.run import ROOT, run

KINDS: dict[str, Callable[..., bytes]] = {".xlsx": workbook, ".docx": text_document, ".html": web_page}


def changed(at: int, column: int, text: str) -> list[list[str]]:
    """The rows of the clean form with another text in one cell."""
    rows = [list(row) for row in ROWS]
    rows[at][column] = text
    return rows


BAD_ROWS = [
    ["产出指标", "数量指标", "养护里程", "≥120公里", "100公里", "20", "20", ""],
    ["产出指标", "质量指标", "逾期完工率", "≥100%", "", "20", "20", ""],
    ["产出指标", "时效指标", "完工时限", "2021年11月底前", "2021年10月", "10", "10", ""],
    ["效益指标", "社会效益指标", "群众知晓度", "明显提高", "明显提高", "30", "28", ""],
    ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "≥90%", "10", "10", ""],
]
BAD_MONEY = [["年度资金总额", "61.00", "60.00", "59.10", "10", "99.50%", "8"], *map(list, MONEY[1:])]
FOUND = {
    "blank_but_full": 1,
    "missed_but_full": 1,
    "missing_reason": 1,
    "operator_in_actual": 1,
    "operator_against_sense": 1,
    "rate_of_all": 1,
    "other_year": 1,
    "zero_total": 1,
    "rate_not_quotient": 1,
    "execution_points": 1,
    "money_parts_blank": 1,
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_clean_form_has_nothing_that_does_not_fit(kind: str, tmp_path: Path) -> None:
    form = tmp_path / f"自评表{kind}"
    form.write_bytes(KINDS[kind](pieces()))
    ran = run("audit", form, "-f", "json")
    assert (ran.code, ran.err) == (0, "")
    (told,) = ran.json["forms"]
    assert told["mistakes"] == []
    assert told["unsure"] == []
    assert told["year"] == 2022
    assert [row["class"] for row in told["rows"]] == ["equal"] * 3 + ["not_comparable", "equal"]
    assert told["recomputed"]["execution"] == told["recomputed"]["printed_execution"] == "9.85"


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_made_is_found(kind: str, tmp_path: Path) -> None:
    form = tmp_path / f"自评表{kind}"
    form.write_bytes(KINDS[kind](pieces(BAD_ROWS, BAD_MONEY, "0")))
    ran = run("audit", form, "-f", "json")
    assert ran.code == 0
    (told,) = ran.json["forms"]
    assert told["mistake_counts"] == FOUND
    assert all(each["sources"] for each in told["mistakes"])


def test_several_forms_in_several_files(tmp_path: Path) -> None:
    book, page = tmp_path / "a.xlsx", tmp_path / "b.html"
    book.write_bytes(workbook(pieces(), pieces(total="96.85", name="桥梁整修（虚构）")))
    page.write_bytes(web_page(pieces(changed(0, 4, "完成"))))
    ran = run("audit", book, page, "-f", "json")
    assert [(each["project"], each["mistake_counts"]) for each in ran.json["forms"]] == [
        ("农村公路养护（虚构）", {}),
        ("桥梁整修（虚构）", {"total_not_sum": 1}),
        ("农村公路养护（虚构）", {"word_for_number": 1}),
    ]
    assert run("audit", tmp_path, "-f", "json").json["forms"] == ran.json["forms"]


@pytest.mark.parametrize("form", ["text", "csv", "md"])
def test_forms_of_the_report(form: str, tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_bytes(web_page(pieces(total="96.85")))
    ran = run("audit", page, "-f", form)
    assert (ran.code, ran.err) == (0, "")
    assert "总分不是各项之和" in ran.out
    english = run("audit", page, "-f", form, "--lang", "en")
    assert "total that is not the sum" in english.out


@pytest.mark.parametrize("form", ["text", "csv", "md", "json"])
def test_cells_that_were_not_read_are_named(form: str, tmp_path: Path) -> None:
    """A column with a header that nobody knows: silence about it would be taken for assent."""
    page = tmp_path / "a.html"
    page.write_bytes(web_page([*pieces(), Piece(12, 9, 1, "核定数"), Piece(13, 9, 1, "118公里（虚构）")]))
    ran = run("audit", page, "-f", form)
    assert "118公里（虚构）" in ran.out
    assert ("没有对不上的地方" in ran.out) == (form in {"text", "md"})
    if form in {"text", "md"}:
        assert ran.out.index("118公里") < ran.out.index("读到的部分没有对不上的地方")
    if form == "json":
        (unread,) = [each for each in ran.json["forms"][0]["unread"] if each["printed"] != "核定数"]
        assert unread["sources"][0] == {"file": str(page), "table": 1, "row": 14, "cell": 9}


def test_a_bare_actual_was_read_surely(tmp_path: Path) -> None:
    """Importing asks whether 93 is 93%; an audit tries both readings."""
    page = tmp_path / "a.html"
    page.write_bytes(web_page(pieces(changed(4, 4, "93"))))
    (told,) = run("audit", page, "-f", "json").json["forms"]
    assert (told["unsure"], told["mistakes"]) == ([], [])
    assert [each["actual"] for each in told["rows"][4]["readings"]] == ["93%", "9300%"]


@pytest.mark.parametrize("actual", ["l20公里", "1O0公里"])
def test_a_row_with_look_alikes_is_let_be(actual: str, tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_bytes(web_page(pieces(changed(0, 4, actual))))
    (told,) = run("audit", page, "-f", "json").json["forms"]
    assert [each["field"] for each in told["unsure"]] in (["actual"], [])
    assert told["mistakes"] == []


def test_notes_and_signatures_below_a_form_are_no_unread_cells(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    notes = ["注：得分最高不超过分值", "填报人：某某（虚构）", "自评等级：优☑ 良□ 中□ 差□"]
    page.write_bytes(web_page([*pieces(), *(Piece(20 + at, 0, 9, text) for at, text in enumerate(notes))]))
    (told,) = run("audit", page, "-f", "json").json["forms"]
    assert (told["unread"], told["mistakes"]) == ([], [])


def test_numbers_that_a_spreadsheet_computed_are_no_mistake(tmp_path: Path) -> None:
    """The cells show 99.57% and 9.96, and hold 15 digits of a quotient or 17."""
    from openpyxl import load_workbook

    money = [["年度资金总额", "115.00", "115.00", "114.50", "10", "RATE", "SCORE"]]
    book = load_workbook(BytesIO(workbook(pieces(money=money, total="97.96"))))
    for row in book.active.iter_rows():
        for cell in row:
            if cell.value == "RATE":
                cell.value, cell.number_format = 114.5 / 115, "0.00%"
            elif cell.value == "SCORE":
                cell.value, cell.number_format = 1145 / 115, "0.00"
    book.save(tmp_path / "a.xlsx")
    (told,) = run("audit", tmp_path / "a.xlsx", "-f", "json").json["forms"]
    assert told["mistakes"] == []
    assert told["recomputed"]["execution"] == "9.956522"


def test_another_rubric_and_one_of_a_file(tmp_path: Path) -> None:
    page, own = tmp_path / "a.html", tmp_path / "own.perf"
    page.write_bytes(web_page(pieces(changed(0, 4, "100公里"))))
    own.write_text("评分办法 甲 沿用 国家自评2020\n  评分 >=, > 是否达标\n", encoding="utf-8")
    given = [
        run("audit", page, "-f", "json", *rubric).json["forms"][0]["rows"][0]["readings"][0]["exact"]
        for rubric in ([], ["--rubric", own])
    ]
    assert given == ["50/3", "0"]
    assert run("audit", page, "--rubric", "没有").code == 2
    own.write_text("项目 甲\n", encoding="utf-8")
    ran = run("audit", page, "--rubric", own)
    assert (ran.code, ran.out) == (2, "")
    assert "P0858" in ran.err


def test_files_that_hold_no_filled_form(tmp_path: Path) -> None:
    (tmp_path / "空.html").write_text("<p>通知</p>", encoding="utf-8")
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "好.html").write_bytes(web_page(pieces()))
    for name in ("空.html", "坏.xlsx", "没有.docx"):
        ran = run("audit", tmp_path / name)
        assert (ran.code, ran.out) == (3, "")
    ran = run("audit", *(tmp_path / name for name in ("空.html", "好.html")))
    assert ran.code == 3
    assert "P0854" in ran.err
    assert "农村公路养护" in ran.out


@pytest.mark.parametrize(
    ("name", "code", "exit_code"),
    [("目标表.html", "P0855", 3), ("两种表.html", "P0856", 0), ("自评表-无指标.html", "P0857", 3)],
)
def test_other_forms(name: str, code: str, exit_code: int) -> None:
    ran = run("audit", ROOT / "docs" / "audit" / name)
    assert ran.code == exit_code
    assert code in ran.err


def test_forms_and_a_table_are_not_both_read(tmp_path: Path) -> None:
    ran = run("audit", tmp_path / "a.html", "--csv", tmp_path / "a.csv")
    assert ran.code == 2
    assert "--csv" in ran.told


@pytest.mark.parametrize("kind", [".xlsx", ".docx"])
def test_a_form_that_was_scored_and_exported_is_in_order(kind: str, tmp_path: Path) -> None:
    """The actuals are invented (they are those of the example), the points are what the rubric gives."""
    spec, form = ROOT / "specs" / "linxi-2022", tmp_path / f"自评表{kind}"
    facts = spec / "actuals.example.csv"
    assert run("export", spec, "--actuals", facts, "--form", "自评表", "-o", form).code == 0
    told = run("audit", form, "-f", "json").json["forms"]
    assert [len(each["rows"]) for each in told] == [7, 7, 7, 7]
    assert [each["mistake_counts"] for each in told] == [{}, {}, {"rate_of_all": 1}, {}]
    assert {row["class"] for each in told for row in each["rows"]} <= {"equal", "not_comparable"}
    assert [each["unsure"] for each in told] == [[]] * 4
