from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.diagnostic import Language
from perfdsl.report.fit_columns import fit_columns
from perfdsl.report.lay_out import lay_out
from perfdsl.report.options import Options
from perfdsl.report.terminal import NARROWEST, render, render_terminal
from perfdsl.scorecard import Scorecard
from tests.report import hostile, invented
from tests.report.conftest import Golden


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_tables_at_each_width(width: int, language: Language, golden: Golden) -> None:
    text = render(invented.scorecard(), [], Options(language, width))
    golden(f"table.{width}.{language}.txt", text)
    assert hostile.widest(text) <= width


@pytest.mark.parametrize("width", [60, 80, 130])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_rules_and_people_did(width: int, language: Language, golden: Golden) -> None:
    text = render(invented.ruled(), [], Options(language, width))
    golden(f"ruled.{width}.{language}.txt", text)
    assert hostile.widest(text) <= width


def test_attainment_is_said_by_sign_and_word() -> None:
    text = render(invented.scorecard(), [], Options("zh"))
    assert all(said in text for said in ("✓ 达标", "✗ 未达标", "? 待定", "- 不计"))


def test_colours_only_add_escapes() -> None:
    sheet = lay_out(invented.scorecard(), "zh")
    plain = render_terminal(sheet, width=80, colour=False, language="zh")
    painted = render_terminal(sheet, width=80, colour=True, language="zh")
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain
    assert "\x1b[31m✗ 未达标" in painted


def test_departments() -> None:
    one, two, *_ = invented.scorecard().projects
    card = Scorecard((one, two._replace(department="财政局", rubric="")))
    text = render(card, [], Options("en"))
    assert text.startswith(f"Department {invented.DEPARTMENT}\n\n13053522P00958710001D ")
    assert "\n\nDepartment 财政局\n\n" in text
    assert text.count("Rubric: ") == 1


def test_no_project() -> None:
    assert render(Scorecard(()), [], Options("en")) == "There is no project to score.\n"


def test_a_date_without_projects_still_says_that_there_are_none() -> None:
    assert "没有可评分的项目" in render(Scorecard((), "2022-12-31"), [], Options("zh"))


@given(st.lists(st.integers(0, 3000), min_size=6, max_size=6), st.integers(NARROWEST, 200))
def test_columns_always_fit(natural: list[int], width: int) -> None:
    assert fit_columns(natural, width - 2).total <= width - 2


@settings(deadline=None)
@given(hostile.scorecards, st.integers(1, 130), st.sampled_from(["zh", "en"]))
def test_any_text_is_shown_within_the_width(card: Scorecard, width: int, language: Language) -> None:
    text = render(card, [], Options(language, width))
    assert hostile.obeyed(text) == set()
    assert hostile.widest(text) <= max(width, NARROWEST)
    text.encode()
