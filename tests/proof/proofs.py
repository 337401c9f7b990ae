"""Verifies texts in memory, beside the shipped rubrics."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped_all
from perfdsl.proof.finding import Finding, Subject, Verification
from perfdsl.proof.verify import verify
from perfdsl.scheme.parsed import read_source
from perfdsl.source import Source

RUBRIC = """评分办法 试算
  引自 "测试用，虚构"
  权重 全部 90，预算执行率 10
  分摊 平均
  评分 {scored}其余 是否达标；定性 三档；预算执行率 按执行率
  等级 优 >= 90，良 >= 80，中 >= 60，差 其他
  舍入 每项 2位 四舍五入
"""


def verify_text(text: str, **wishes) -> Verification:
    diagnostics = Diagnostics()
    sheets = [read_source(Source("试.perf", text), diagnostics)]
    library = [read_source(each, diagnostics) for each in shipped_all()]
    return verify(sheets, library, diagnostics, **wishes)


def verify_method(cases: str, scored: str = "") -> dict[str, Finding]:
    """Findings of a method of these cases by property; ``scored``: selectors of a rubric that uses it."""
    rubric = RUBRIC.format(scored=f"{scored} 试法；") if scored else ""
    body = "\n".join(f"  {case}" for case in cases.strip().splitlines())
    return findings(subject(verify_text(f"{rubric}方法 试法\n{body}\n"), "试法"))


def subject(verification: Verification, name: str) -> Subject:
    (found,) = (each for each in verification.subjects if each.name == name)
    return found


def findings(found: Subject) -> dict[str, Finding]:
    return {finding.about: finding for finding in found.findings}


def verdicts(found: dict[str, Finding]) -> dict[str, str]:
    return {about: finding.verdict for about, finding in found.items() if finding.verdict != "note"}
