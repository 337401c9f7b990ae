"""Explains texts in memory, as ``perfdsl explain`` would."""

from __future__ import annotations

from datetime import date

from perfdsl.diagnostic import Diagnostics
from perfdsl.engines.exact.run import score_project
from perfdsl.explain.explain_project import explain_project, in_hand
from perfdsl.explain.explanation import Explanation, LineExplanation
from perfdsl.library import shipped
from perfdsl.pipeline import Request, bind_facts, prepare
from perfdsl.report.explanation_sentence import say_line
from tests.scoring import facts_of_csv, say_all, sources_of

HEAD = """采用 {rubric}
项目 农村公路养护
  年度 2022
  预算 10万元
"""
"""An invented project."""


def explained(texts, table: str = "", *, rubric: str = "", as_of: date | None = None) -> Explanation:
    """Explain the one project of some sheets."""
    told, request = Diagnostics(), Request(rubric, as_of)
    scheme, plan = prepare(sources_of(texts), told, shipped, request)
    facts = facts_of_csv(table)
    actuals = bind_facts(scheme, plan, facts, told, request)
    assert not told.has_errors, say_all(told)
    (project,), (bound,) = plan.projects, actuals.projects
    score = score_project(project, bound)
    from perfdsl.actuals.from_sheet import facts_in_sheets

    known = [*facts_in_sheets(scheme), *facts]
    hand = in_hand(scheme.projects[0], project, bound, score, known, as_of)
    return explain_project(hand, actuals.as_of)


def line_of(told: Explanation, name: str) -> LineExplanation:
    (line,) = (line for line in told.lines if line.score.name == name)
    return line


def sheet_of(lines: str, facts: str, *, rubric: str = "国家自评2020", above: str = "") -> str:
    """A sheet of indicators in one group of 90 points, and their facts."""
    return (
        f"评分办法 试用 沿用 {rubric}\n  权重 产出指标 90，预算执行率 10\n{above}\n"
        + HEAD.format(rubric="试用")
        + f"  产出指标 / 数量指标：\n{lines}\n实绩 农村公路养护 2022-12-31\n{facts}\n"
    )


def explain_one(target: str, fact: str, *, rubric: str = "国家自评2020", above: str = "") -> LineExplanation:
    """Explain the one indicator of a sheet; ``target`` and ``fact`` stand behind its name."""
    facts = f"  活动 {fact}\n" if fact else ""
    return line_of(
        explained(sheet_of(f"    活动 {target}", f"{facts}  执行数 10万元", rubric=rubric, above=above)),
        "活动",
    )


def sentence(line: LineExplanation) -> str:
    return say_line(line, 2).zh
