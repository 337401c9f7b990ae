from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostic
from perfdsl.report.markdown import render
from perfdsl.report.options import Options
from perfdsl.scorecard import Scorecard
from tests.report import hostile, invented
from tests.report.conftest import Golden


def test_a_scorecard(golden: Golden) -> None:
    golden("scorecard.md", render(invented.scorecard(), invented.diagnostics(), Options("zh", omitted=1)))


def test_what_rules_and_people_did(golden: Golden) -> None:
    golden("ruled.md", render(invented.ruled(), [], Options("zh")))


def test_markup_is_shown_and_not_obeyed() -> None:
    home = invented.scorecard().projects[0]._replace(name="a|b `c` <script>\n# d &amp; *e* [f](g)", rubric="")
    text = render(Scorecard((home,)), [], Options("en"))
    assert r"### 13053522P00958710001D a\|b \`c\` &lt;script> \# d &amp;amp; \*e\* \[f\](g)" in text.split(
        "\n"
    )


def test_departments_and_nothing() -> None:
    one, two, *_ = invented.scorecard().projects
    text = render(Scorecard((one, two._replace(department="财政局"))), [], Options("en"))
    assert "\n## Department 财政局\n\n### 13053522P00958610001P" in text
    assert render(Scorecard(()), [], Options("en")) == "There is no project to score.\n"


@settings(deadline=None)
@given(hostile.scorecards, st.lists(hostile.diagnostics, max_size=2))
def test_any_text_keeps_its_cell(card: Scorecard, found: list[Diagnostic]) -> None:
    text = render(card, found, Options("zh"))
    assert hostile.obeyed(text) == set()
    assert "<" not in text
    rows = [line for line in text.split("\n") if line.startswith("| ")]
    assert all(len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 7 for row in rows)
    assert len(rows) >= sum(2 + len(project.indicators) for project in card.projects)
