"""Rubrics with rules, from texts in memory, and what is found of them."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped_all
from perfdsl.proof.finding import Finding
from perfdsl.proof.prove_rules import prove_rules
from perfdsl.proof.rules.rule_set import RuleSet, rule_set
from perfdsl.scheme.check import Checker
from perfdsl.scheme.parsed import read_source
from perfdsl.scheme.rubric_scheme import RubricScheme
from perfdsl.source import Source
from tests.proof.proofs import RUBRIC


def rubric_with(rules: str, *changes: tuple[str, str]) -> RubricScheme:
    """A rubric of four grades (优 良 中 差 from 90, 80, 60) with rules, one case a line, all of one rule."""
    body = rules if rules.startswith("规则") else "规则 甲\n" + rules
    text = RUBRIC.format(scored="")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    diagnostics = Diagnostics()
    sheets = [read_source(Source("试.perf", text + body + "\n"), diagnostics)]
    checker = Checker(sheets, SHIPPED, diagnostics)
    checker.check(sheets)
    assert not diagnostics.has_errors, [each.message.zh for each in diagnostics]
    found = checker.definitions.find_rubric("试算")
    assert found is not None
    return checker.rubrics.read(*found)


def rules_of(text: str) -> RuleSet:
    rubric = rubric_with(text)
    return rule_set(rubric.rules, rubric)


def found_of(text: str, *changes: tuple[str, str]) -> list[Finding]:
    return prove_rules(rubric_with(text, *changes))


def verdict_of(text: str, about: str, *changes: tuple[str, str]) -> str:
    """The verdict on one property: refuted where any finding is."""
    found = [
        each.verdict for each in found_of(text, *changes) if each.about == about and each.verdict != "note"
    ]
    return "refuted" if "refuted" in found else found[0] if found else ""


SHIPPED = [read_source(each, Diagnostics()) for each in shipped_all()]
