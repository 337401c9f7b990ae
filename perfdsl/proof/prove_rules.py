"""Whether the rules of a rubric, or one rule by itself, say what can be: no contradiction, nothing idle."""

from __future__ import annotations

from perfdsl.diagnostic import Text
from perfdsl.proof.finding import Finding, Subject
from perfdsl.proof.rules.ask import Asker
from perfdsl.proof.rules.prove_agree import prove_agree
from perfdsl.proof.rules.prove_falls import prove_falls
from perfdsl.proof.rules.prove_holds import prove_holds
from perfdsl.proof.rules.prove_shows import prove_shows
from perfdsl.proof.rules.rule_set import RuleSet, rule_set
from perfdsl.scheme.check_rule import check_rule
from perfdsl.scheme.rubric_scheme import RubricScheme, RuleScheme
from perfdsl.scheme.scheme import ProjectScheme

MOST_CASES = 200


def prove_rules(rubric: RubricScheme) -> list[Finding]:
    """Give what is known of the rules that a rubric holds its projects to; nothing where there are none."""
    rules = [rule for rule in rubric.rules if not check_rule(rule, {})]
    return _prove(rule_set(rules, rubric), in_rubric=True)


def prove_rule(rule: RuleScheme, project: ProjectScheme | None) -> Subject:
    """Give what is known of a rule that no rubric has taken up: alone, or beside the others of a project."""
    if project is None:
        rules, used = rule_set([rule], None), Text("", "")
    elif len(project.rules) > MOST_CASES:
        return Subject("rule", rule.name, rule.place, Text("", ""), (_too_many(len(project.rules)),))
    else:
        sound = [each for each in project.rules if not check_rule(each, {})]
        rules = rule_set(sound, project.rubric, [rule])
        used = Text(f"用于 项目 {project.name}", f"for the project {project.name}")
    return Subject("rule", rule.name, rule.place, used, tuple(_prove(rules, in_rubric=False)))


def _prove(rules: RuleSet, *, in_rubric: bool) -> list[Finding]:
    if not rules.cases:
        return []
    if len(rules.cases) > MOST_CASES:
        return [_too_many(len(rules.cases))]
    asker = Asker(rules, in_rubric=in_rubric)
    found, never = prove_holds(asker)
    return [
        *found,
        *prove_agree(asker, never),
        *prove_shows(asker, never),
        *prove_falls(asker, never),
    ]


def _too_many(count: int) -> Finding:
    why = Text(f"规则有 {count} 段，太多", f"{count} cases of rules are too many")
    return Finding("agree", "unknown", why)
