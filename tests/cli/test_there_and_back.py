"""A sheet exported as a form and imported again says the same, and a filled one scores the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.parse import parse

SEED = Path(__file__).parents[2] / "specs" / "linxi-2022"
NAMES = ["代表之家运行经费", "人大代表及委员活动经费", "人大会议经费", "综合事务管理经费"]
KEPT = {
    "绩效目标表": ("code", "belongs_to", "year", "money_unit", "budget", "payment_plan", "purpose", "goal"),
    "目标申报表": ("code", "year", "money_unit", "budget", "goal"),
    "监控表": ("code", "year", "money_unit", "budget", "goal"),
    "自评表": ("code", "year", "money_unit", "budget", "goal"),
}
"""Parts of a project for which a form has a place."""
ENDINGS = (".xlsx", ".docx")


@pytest.fixture
def run(capsys, monkeypatch):
    """Run the program in this process; it must be content."""
    from perfdsl.cli.entry import main

    def call(*arguments: object) -> str:
        monkeypatch.setattr("sys.argv", ["perfdsl", *map(str, arguments)])
        code = main()
        captured = capsys.readouterr()
        assert code == 0, captured.err
        return captured.out

    return call


def there_and_back(run, tmp_path: Path, form: str, ending: str, source: Path = SEED) -> Path:
    """Export all projects into one file, import it, and give the folder of the new sheets."""
    run("export", source, "--form", form, "-o", tmp_path / f"a{ending}")
    run("import", tmp_path / f"a{ending}", "-o", tmp_path / "back", "--rubric", "国家自评2020")
    return tmp_path / "back"


def projects_of(folder: Path) -> dict[str, ast.Project]:
    found = {}
    for path in folder.glob("*.perf"):
        module = parse(Source(path.name, path.read_text(encoding="utf-8")), Diagnostics())
        found |= {item.name: item for item in module.items if isinstance(item, ast.Project)}
    return found


def said(project: ast.Project, form: str) -> list[object]:
    """What a project says in the parts that a form holds, in order; doubts, weights and spans apart."""
    kept = [part for part in project.parts if part.kind in KEPT[form]]
    return [without_spans(part.model_dump(mode="json")) for part in kept]


def without_spans(value: object) -> object:
    if isinstance(value, dict):
        return {name: without_spans(each) for name, each in value.items() if not name.endswith("span")}
    return [without_spans(each) for each in value] if isinstance(value, list) else value


def rows(project: ast.Project) -> list[tuple[object, ...]]:
    groups = [part for part in project.parts if isinstance(part, ast.Group)]
    return [
        (group.path, each.name, without_spans(each.target.model_dump(mode="json")) if each.target else None)
        for group in groups
        for each in group.indicators
    ]


def remarks(project: ast.Project) -> list[tuple[str, str]]:
    return [
        (clause.about, clause.text)
        for part in project.parts
        if isinstance(part, ast.Group)
        for each in part.indicators
        for clause in each.clauses
        if isinstance(clause, ast.Remark)
    ]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("form", KEPT)
def test_what_a_form_holds_comes_back(run, tmp_path, form, ending) -> None:
    back, sheets = projects_of(there_and_back(run, tmp_path, form, ending)), projects_of(SEED)
    assert sorted(back) == sorted(sheets)
    for name in NAMES:
        assert said(back[name], form) == said(sheets[name], form)
        assert rows(back[name]) == rows(sheets[name])
        if form == "绩效目标表":
            assert remarks(back[name]) == remarks(sheets[name])


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_filled_form_scores_what_its_sheet_scored(run, tmp_path, ending) -> None:
    back = there_and_back(run, tmp_path, "自评表", ending)
    assert totals(run("eval", back, "--format", "json")) == totals(run("eval", SEED, "--format", "json"))


def totals(report: str) -> dict[str, object]:
    return {
        each["name"]: [each["total"], *((line["name"], line["score"]) for line in each["indicators"])]
        for each in json.loads(report)["projects"]
    }


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_exported_form_gives_the_audit_nothing_to_name(run, tmp_path, ending) -> None:
    run("export", SEED, "--form", "自评表", "-o", tmp_path / f"a{ending}", "-p", "代表之家运行经费")
    (form,) = json.loads(run("audit", tmp_path / f"a{ending}", "--format", "json"))["forms"]
    assert form["mistakes"] == []
