"""A rubric says each thing once: of two that differ, neither would be right."""

from __future__ import annotations

from functools import lru_cache

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages
from perfdsl.scheme.definitions import Defined
from perfdsl.scheme.names import EXECUTION, group_key, group_name, key
from perfdsl.source import Place
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import spell, tables


def check_parts(defined: Defined, diagnostics: Diagnostics) -> None:
    """Complain of what a rubric itself says twice; what it takes over from a parent it may say anew."""
    seen: dict[tuple[str, str], Place] = {}
    for part in defined.node.parts:
        for kind, what, node in _things_said(part):
            place = defined.source.place(node.span)
            first = seen.setdefault((kind, what), place)
            if first is not place:
                diagnostics.add(messages.said_twice(place, first, _name(kind, what)))


def selector_key(text: str) -> str:
    """Key of a selector: a sign, a kind of target, a group's key, or a name in quotes."""
    if text in tables()["comparisons"] or text in tables()["selectors"]:
        return EXECUTION if text == "execution" else text
    return group_selector(text)


@lru_cache(maxsize=1024)
def group_selector(name: str) -> str:
    """Key of a selector that names a group: its own where the language knows the group."""
    group = group_key(name)
    return group if group in tables()["groups"] else name_selector(name)


def name_selector(name: str) -> str:
    """Key of a selector that names an indicator, apart from all words of the language."""
    return f"“{key(name)}”"


def _things_said(part: ast.Node) -> list[tuple[str, str, ast.Node]]:
    match part:
        case ast.Grades():
            named = [(f"grade {part.span}", key(band.name), band) for band in part.bands]
            return [("grades", "", part), *named]
        case ast.Sharing() | ast.Missing() | ast.MonitoredBy() | ast.Rollup():
            return [(part.kind, "", part)]
        case ast.Rounding(rules=rules):
            return [("rounding", rule.what, rule) for rule in rules]
        case ast.Absent(group=group):
            return [("absent", group_key(group), part)]
        case ast.Scoring(cases=cases):
            return [("scored", selector_key(each.text), each) for case in cases for each in case.selectors]
        case ast.Weights(groups=groups, condition=condition, span=span):
            said = f"{condition.has}{group_key(condition.group)}" if condition else ""
            doubled = [(f"weight {span}", group_key(each.group), each) for each in groups]
            return [("weight", said, part), *doubled]
        case _:
            return []


def _name(kind: str, what: str) -> str:
    word = kind.split(maxsplit=1)[0]
    head = spell("heads", word, "zh") if word in tables()["heads"] else "等级"
    return f"{head} {group_name(what)}".strip() if what and kind != "weight" else head
