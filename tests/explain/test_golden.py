"""Whole explanations beside the sheets that they explain; looked at with our own eyes, then kept."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from perfdsl.report import explanation_json, explanation_markdown, explanation_text
from perfdsl.report.cells import cells
from perfdsl.report.options import Options
from tests.explain.explained import explained

FOLDER = Path(__file__).parent / "golden"
SHEETS = sorted(FOLDER.glob("*.perf"))


def told(sheet: Path):
    return explained({sheet.name: sheet.read_text(encoding="utf-8")})


@pytest.fixture
def check(request):
    """Compare a text with the file that holds it; ``pytest --update`` writes the file instead."""

    def compare(name: str, text: str) -> None:
        kept = FOLDER / name
        if request.config.getoption("--update"):
            kept.write_text(text, encoding="utf-8")
        assert text == kept.read_text(encoding="utf-8")

    return compare


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_project(sheet, language, check) -> None:
    text = explanation_text.render(told(sheet), [], Options(language))
    check(f"{sheet.stem}.{language}.txt", text)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_line(sheet, language, check) -> None:
    found = told(sheet)
    pages = [
        explanation_text.render(found._replace(asked=at), [], Options(language))
        for at in range(len(found.lines))
    ]
    check(f"{sheet.stem}.lines.{language}.txt", "\n".join(pages))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_other_forms(sheet, check) -> None:
    found = told(sheet)
    check(f"{sheet.stem}.md", explanation_markdown.render(found, [], Options("zh")))
    text = explanation_json.render(found, [], Options("zh"))
    check(f"{sheet.stem}.json", text)
    assert json.loads(text)["schema_version"] == 1


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_too_wide(sheet, width) -> None:
    found = told(sheet)
    for at in (None, *range(len(found.lines))):
        text = explanation_text.render(found._replace(asked=at), [], Options("zh", width))
        assert max(map(cells, text.splitlines())) <= width


def test_nothing() -> None:
    for form in (explanation_text, explanation_markdown):
        assert form.render(None, [], Options("zh")) == "没有可以解释的项目。\n"
    assert json.loads(explanation_json.render(None, [], Options("zh")))["project"] is None


def test_colours_say_nothing_new() -> None:
    found = told(SHEETS[0])
    for at in (None, 0):
        plain = explanation_text.render(found._replace(asked=at), [], Options("zh"))
        bright = explanation_text.render(found._replace(asked=at), [], Options("zh", colour=True))
        assert bright != plain
        assert re.sub(r"\x1b\[[0-9;]*m", "", bright) == plain
