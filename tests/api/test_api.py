"""The Python door: whatever a text says, nothing is raised."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import perfdsl
from perfdsl.pipeline import Outcome
from perfdsl.source import CellPlace, Source
from tests.cli.run import ROWS, SHEET, csv_of

FACTS = [{"项目": "人大会议经费", "指标": name, "实际完成值": value} for name, value in ROWS.items()]


def codes(outcome: Outcome) -> list[str]:
    return [diagnostic.code for diagnostic in outcome.diagnostics]


def total(outcome: Outcome) -> Fraction:
    assert outcome.scorecard is not None
    (project,) = outcome.scorecard.projects
    return project.total.low


def test_rows_are_scored() -> None:
    outcome = perfdsl.score(SHEET, FACTS)
    assert codes(outcome) == []
    assert total(outcome) == 100
    assert outcome.scorecard is not None
    assert outcome.scorecard.projects[0].grade == "优"


@pytest.mark.parametrize("kind", [bytes, str])
def test_files_are_scored(kind: type) -> None:
    text = csv_of(ROWS)
    data = text.encode() if kind is bytes else text
    assert total(perfdsl.score({"a.perf": SHEET}, {"实绩.csv": data})) == 100


def test_sheets_in_every_form() -> None:
    source = Source("a.perf", SHEET)
    for texts in (SHEET, source, [source], {"a.perf": SHEET}, (source,)):
        assert total(perfdsl.score(texts, FACTS)) == 100
        assert perfdsl.check(texts)[0].projects[0].name == "人大会议经费"


def test_values_that_are_no_texts() -> None:
    rows: list[dict[str, object]] = [
        {"project": "人大会议经费", "indicator": "召开县会议次数", "actual": 12, "date": date(2022, 12, 31)},
        {"project": "人大会议经费", "indicator": "项目成本", "actual": Decimal(230000), "unit": "元"},
        {"project": "人大会议经费", "indicator": "会议成效", "actual": 0.95, "reason": None},
        {"project": "人大会议经费", "indicator": "群众满意度", "actual": "90%"},
        {"project": "人大会议经费", "indicator": "执行数", "actual": 23, "unit": "万元"},
        {"project": "人大会议经费", "indicator": "已完成", "actual": True},
    ]
    outcome = perfdsl.score(SHEET, rows)
    assert codes(outcome) == []
    assert total(outcome) == 100


def test_another_rubric_and_another_day() -> None:
    dated = [{**row, "日期": "2022-12-31"} for row in FACTS]
    assert total(perfdsl.score(SHEET, dated, rubric="核心指标2021")) == 97
    early = perfdsl.score(SHEET, dated, as_of=date(2022, 6, 30))
    assert early.scorecard is not None
    assert early.scorecard.as_of == "2022-06-30"
    assert not early.scorecard.projects[0].total.settled


def test_errors_are_told_and_sound_projects_scored_when_asked() -> None:
    bad = SHEET + "\n项目 乙\n  预算 一二三\n"
    assert perfdsl.score(bad, FACTS).scorecard is None
    outcome = perfdsl.score(bad, FACTS, keep_going=True)
    assert total(outcome) == 100
    assert codes(outcome)


def test_a_wrong_fact_is_pointed_at() -> None:
    outcome = perfdsl.score(SHEET, [{"项目": "人大会议经费", "指标": "会议成效", "实际完成值": "12人"}])
    (found,) = outcome.diagnostics
    place = found.labels[-1].place
    assert isinstance(place, CellPlace)
    assert (place.file, place.text) == ("<actuals>.json", "12人")


def test_files_of_no_known_kind() -> None:
    assert codes(perfdsl.score(SHEET, {"a.docx": b""})) == ["P0804"]


def test_an_engine_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        perfdsl.score(SHEET, FACTS, engine="none")


def test_no_texts_at_all() -> None:
    assert perfdsl.score({}).scorecard is not None
    assert perfdsl.check([])[0].projects == ()


def test_parse() -> None:
    module, diagnostics = perfdsl.parse(SHEET)
    assert [item.kind for item in module.items] == ["use", "project"]
    assert len(diagnostics) == 0
    assert perfdsl.parse(Source("a", SHEET))[0] == module


def test_read_target() -> None:
    reading = perfdsl.read_target("不低于90%")
    assert reading is not None


def test_only_these_names() -> None:
    assert sorted(perfdsl.__all__) == ["check", "parse", "read_target", "score"]
    with pytest.raises(AttributeError):
        perfdsl.nothing  # noqa: B018


texts = st.one_of(
    st.text(st.characters(), max_size=200),
    st.lists(
        st.sampled_from([*SHEET.splitlines(), "实绩 人大会议经费", "  会议成效 = 95%", "((", '"', "\ud800"])
    ).map("\n".join),
)


@settings(max_examples=100, deadline=None)
@given(texts, texts)
def test_no_text_raises(sheet: str, fact: str) -> None:
    perfdsl.parse(sheet)
    perfdsl.check(sheet)
    perfdsl.read_target(sheet)
    for going in (False, True):
        perfdsl.score(
            sheet, [{"项目": "人大会议经费", "指标": "会议成效", "实际完成值": fact}], keep_going=going
        )
        perfdsl.score(SHEET, [{fact: sheet, "指标": fact, "实际完成值": fact}], keep_going=going)
        perfdsl.score(sheet, {"a.csv": fact, "a.json": fact}, keep_going=going)


def test_no_file_is_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PERFDSL_CACHE", str(tmp_path / "cache"))
    perfdsl.score(SHEET, FACTS)
    assert list(tmp_path.iterdir()) == []
