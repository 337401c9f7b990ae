"""The four forms of an audit: the same rows and classes in each, readable by people and by programs."""

from __future__ import annotations

import csv
import json
import re
from fractions import Fraction
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.audit.difference import KINDS, REASONS, Audit
from perfdsl.report import audit_words
from perfdsl.report.audit_csv import COLUMNS
from perfdsl.report.audit_forms import AUDITS
from perfdsl.report.cells import cells
from perfdsl.report.options import Options
from tests.audit.tables import HEADER, audit_text
from tests.report import hostile

TABLE = f"""{HEADER},偏差原因
虚构甲,全县参合人数,8755,8676,15,13,人员变动
虚构甲,按时完成率,≥95%,100%,10,10,
虚构甲,验收合格率,≥95%,≥95%,10,10,
虚构乙,知晓率,=100%,98%,10,9,
虚构乙,工程质量合格,,,10,10,
虚构乙,满意度,95%,95%,10,9,
虚构乙,危房比例,≥100处,93处,10,10,
,公开次数,≥3次,2次,10,7,
"""


def render(form: str, text: str = TABLE, options: Options | None = None) -> str:
    written = AUDITS.get(form)(audit_text(text), [], options or Options())
    assert isinstance(written, str)
    return written


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_too_wide(language: str, width: int) -> None:
    text = render("text", options=Options(language, width))
    assert [line for line in text.splitlines() if cells(line) > max(width, 60)] == []


def test_differences_come_first() -> None:
    first, *_ = render("text").split("虚构乙")
    signs = re.findall(r"^([≠?=]) ", first, re.MULTILINE)
    assert signs == ["≠", "?", "="]


def test_the_summary_counts_every_row() -> None:
    text = render("text", options=Options("en"))
    counted = re.findall(r"^  (\w[\w, ]*?) +(\d+)$", text, re.MULTILINE)
    assert dict(counted) == {
        "equal": "1",
        "rounded": "1",
        "truncated": "1",
        "below": "1",
        "met, deducted": "1",
        "missed, full": "1",
        "blank, full": "1",
        "not compared": "1",
    }
    assert "8 rows" in text
    assert "of 8 rows with a score, 4 have full points (50.0%)" in text


def test_a_row_says_how_it_came_about() -> None:
    text = "".join(render("text", options=Options("zh", 200)).split())
    assert "8676÷8755=99.1%；按完成比例：其他->实际/目标值；得≈14.8646，自评少≈1.8646" in text
    assert "表中说明：人员变动" in text


@pytest.mark.parametrize("form", AUDITS.names())
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_published_score_is_called_a_mistake(form: str, language: str) -> None:
    assert not re.search("错|误|wrong|mistake|error", render(form, options=Options(language)))


def test_every_class_and_reason_has_its_words() -> None:
    assert set(audit_words.KINDS) == set(KINDS)
    assert set(audit_words.REASONS) == set(REASONS)


def test_json_is_exact() -> None:
    found = json.loads(render("json"))
    assert found["schema_version"] == 1
    assert found["rubric"] == "国家自评2020"
    assert sum(found["counts"].values()) == len(found["rows"]) == 8
    assert list(found["counts"]) == list(KINDS)
    assert found["reasons"] == {"operator_in_actual": 1}
    first = found["rows"][0]
    assert first["printed"] == {
        "target": "8755", "operator": "", "unit": "", "actual": "8676", "weight": "15", "score": "13",
        "note": "人员变动",
    }  # fmt: skip
    assert [(each["target"], each["exact"], each["given"]) for each in first["readings"]] == [
        ("≥8755", "26028/1751", "14.864649"),
        ("=8755", "26028/1751", "14.864649"),
    ]
    assert (first["class"], first["reason"], first["awarded"]) == ("below", None, "13")
    assert first["source"] == {"file": "自评.csv", "line": 2, "column": 6, "header": "得分"}


def test_json_without_an_audit_is_whole() -> None:
    found = json.loads(AUDITS.get("json")(None, [], Options()))
    assert (found["rows"], found["diagnostics"]) == ([], [])


@pytest.mark.parametrize("form", ["text", "md"])
def test_nothing_is_said_of_no_audit(form: str) -> None:
    assert AUDITS.get(form)(None, [], Options()) == ""


def test_csv_has_a_line_for_each_row_and_runs_no_formula() -> None:
    header, *rows = csv.reader(StringIO(render("csv")))
    assert header == [heading.zh for heading in COLUMNS.values()]
    found = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    assert [row["class"] for row in found] == [
        "below", "equal", "not_comparable", "truncated", "blank_but_full", "met_but_deducted",
        "missed_but_full", "rounded",
    ]  # fmt: skip
    assert found[3]["target"] == "'=100%"
    assert found[0]["given"] == "≈14.8646"
    assert render("csv", options=Options(bom=True)).startswith("\ufeff")


def test_markdown_has_a_table_for_each_project() -> None:
    text = render("md")
    assert re.findall(r"^### (.+)$", text, re.MULTILINE) == ["虚构甲", "虚构乙"]
    assert len(re.findall(r"^\| --- ", text, re.MULTILINE)) == 2
    assert len(re.findall(r"^\| [≠?=] ", text, re.MULTILINE)) == 8


def test_rows_of_no_project() -> None:
    table = "三级指标,指标值,实际完成值,分值,得分\n甲,≥1,1,10,10\n"
    assert "（没有写项目）" in render("text", table)
    assert "(no project is named)" in render("text", table, Options("en"))


@settings(max_examples=60)
@given(st.lists(st.tuples(*[hostile.texts] * 7), min_size=1, max_size=3), st.sampled_from(AUDITS.names()))
def test_any_text_is_harmless(table: list[tuple[str, ...]], form: str) -> None:
    audit = audit_text(TABLE)
    rows = [
        difference._replace(
            row=difference.row._replace(
                project=texts[0], indicator=texts[1], target=texts[2], actual=texts[3], score_text=texts[4],
                weight_text=texts[5], note=texts[6],
            )
        )
        for difference, texts in zip(audit.differences, table, strict=False)
    ]  # fmt: skip
    options = Options("zh", 80)
    text = AUDITS.get(form)(Audit("自评.csv", "国家自评2020", tuple(rows)), [], options)
    assert hostile.obeyed(text) == set()
    if form == "text":
        assert [line for line in text.splitlines() if cells(line) > 80] == []


@given(st.fractions(0, 100))
def test_points_that_are_not_shown_exactly_say_so(points: Fraction) -> None:
    shown = audit_words.show_exact(points)
    assert shown.startswith("≈") == (Fraction(shown.lstrip("≈")) != points)
