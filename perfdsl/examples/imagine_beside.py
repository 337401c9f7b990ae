"""Makes what an example of a rule gives beside the line it speaks of: other lines, groups, and facts."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from perfdsl.examples import messages
from perfdsl.examples.imagine_groups import GIVEN
from perfdsl.examples.read_given import Given, GivenReader
from perfdsl.examples.read_project_words import values_of_project
from perfdsl.plan.interpret import Known
from perfdsl.scheme.names import group_key, indicator_term, key, scope_word
from perfdsl.scheme.rubric_scheme import RubricScheme, RuleScheme
from perfdsl.scheme.rule_scope import expressions_of, facts_asked, words_of_rule
from perfdsl.scheme.share_weights import choose_weights
from perfdsl.scorecard import IndicatorScore, Interval
from perfdsl.syntax import ast
from perfdsl.syntax.build_expression import parts_of
from perfdsl.syntax.keywords import names_in, tables
from perfdsl.units import PURE

ZERO = Fraction(0)
WHOLE = Fraction(100)
OTHERS = "其余各项"
_OF_LINES = frozenset({"score", "points", "ratio", "met", "unreported"})
_OF_GROUPS = frozenset({"has", "lacks", "within"})


class Beside(NamedTuple):
    """Lines and groups, the group of the line that is spoken of (empty: not said), and values by term."""

    lines: tuple[IndicatorScore, ...]
    group: str
    values: dict[str, Known]


def imagine_beside(
    reader: GivenReader, given: Given, rule: RuleScheme, rubric: RubricScheme | None
) -> Beside:
    """Read all given facts that are no words of the line itself; what the rule has no use for is an error."""
    asked, named = facts_asked([rule]), _lines_named(rule)
    values, lines, group = values_of_project(reader, given), dict[str, IndicatorScore](), ""
    for fact in given.names:
        match _joint(fact):
            case "within":
                group = _word(fact)
            case "has":
                _put(lines, fact, _word(fact), reader)
            case "lacks":
                pass
            case _ if _is_line(fact, asked, named):
                _put(lines, fact, fact.name, reader)
            case _ if indicator_term(fact.name) in asked:
                values[indicator_term(fact.name)] = reader.anything(fact)
            case _ if key(fact.name) not in tables()["words"]["missed"]:
                _complain(reader, fact, rule, asked, named)
    weighed = _weighed(list(lines.values()), rubric)
    return Beside(tuple(weighed), group, values)


def with_others(reader: GivenReader, given: Given, lines: list[IndicatorScore]) -> list[IndicatorScore]:
    """Add what is left of the total, where one is given, as one more line; else as one that is open."""
    fact = given.words.get("total")
    weight = max(ZERO, WHOLE - sum((line.weight for line in lines), ZERO))
    points = Interval(ZERO, weight)
    if fact is not None:
        total = reader.points(fact)
        parts = sum((line.points.low for line in lines if not line.excluded), ZERO)
        if total is not None and total > WHOLE:
            reader.diagnostics.add(messages.above_weight(reader.place(fact), fact.name, WHOLE))
        elif total is not None and total < parts:
            reader.diagnostics.add(messages.parts_above_total(reader.place(fact), parts))
        rest = (total or ZERO) - parts
        points = Interval(rest, rest)
    if not weight and not points.high:
        return lines
    return [*lines, _blank(OTHERS, (), reader)._replace(weight=weight, points=points)]


def _joint(fact: ast.GivenFact) -> str:
    """Tell 有 成本指标, 无 成本指标 and 属于 产出指标 from names."""
    joint = names_in("joints").get(fact.name, "")
    return joint if joint in _OF_GROUPS and isinstance(fact.value, ast.Word) else ""


def _word(fact: ast.GivenFact) -> str:
    return fact.value.word if isinstance(fact.value, ast.Word) else ""


def _lines_named(rule: RuleScheme) -> set[str]:
    """Keys of the lines and groups that a rule speaks of by name."""
    found: set[str] = set()
    for case in rule.cases:
        found |= {key(effect.what) for effect in case.effects if isinstance(effect, ast.Cap)}
        open_ones = list(expressions_of(case))
        while open_ones:
            each = open_ones.pop()
            if isinstance(each, ast.Call) and each.function in _OF_LINES | _OF_GROUPS:
                found |= {key(name.name) for name in each.arguments if isinstance(name, ast.Name)}
            open_ones.extend(parts_of(each))
    return {name for name in found if not scope_word(name)}


def _is_line(fact: ast.GivenFact, asked: set[str], named: set[str]) -> bool:
    """Whether a fact tells of a line or a group: by its points, or by a word that only a line has."""
    known = key(fact.name) in named or group_key(fact.name) in tables()["groups"]
    if not known or indicator_term(fact.name) not in asked:
        return known
    return isinstance(fact.value, ast.Word) or getattr(fact.value, "unit", "") == "分"


def _put(lines: dict[str, IndicatorScore], fact: ast.GivenFact, name: str, reader: GivenReader) -> None:
    """Add what a fact says to the line of its name."""
    is_group = group_key(name) in tables()["groups"] or bool(_joint(fact))
    line = lines.get(key(name)) or _blank(name, (name,) if is_group else (), reader)
    lines[key(name)] = line if _joint(fact) else _said(line, fact, reader)


def _blank(name: str, group: tuple[str, ...], reader: GivenReader) -> IndicatorScore:
    return IndicatorScore(
        group=group,
        name=name,
        target="",
        actual="",
        attainment="missed",
        ratio=None,
        weight=ZERO,
        points=Interval(ZERO, ZERO),
        method="",
        why=GIVEN,
        place=reader.posed.place,
    )


def _said(line: IndicatorScore, fact: ast.GivenFact, reader: GivenReader) -> IndicatorScore:
    """``甲 = 3分`` · ``甲 80%`` · ``甲 达标`` · ``甲 未报`` · ``甲 分值 5分`` · ``甲 完成比例 80%``."""
    match fact.value:
        case ast.Number(unit="" | "分"):
            return _with(line, "score", fact, reader)
        case ast.Number():
            return _with(line, "ratio", fact, reader)
        case ast.Word(word=word, share=ast.Number() as number):
            numbered = ast.GivenFact(span=fact.span, name=fact.name, name_span=fact.name_span, value=number)
            return _with(line, scope_word(word), numbered, reader)
        case ast.Word(word=word):
            return _with_state(line, key(word), fact, reader)
        case _:
            reader.diagnostics.add(messages.number_wanted(reader.place(fact), fact.name, "= 3分"))
            return line


def _with(line: IndicatorScore, word: str, fact: ast.GivenFact, reader: GivenReader) -> IndicatorScore:
    match word:
        case "score":
            points = reader.points(fact) or ZERO
            return line._replace(points=Interval(points, points), weight=max(line.weight, points))
        case "points" | "full":
            return line._replace(weight=reader.points(fact) or ZERO)
        case "ratio":
            number = reader.quantity(fact, "80%")
            if number is not None and number.unit.dimension == PURE.dimension:
                return line._replace(ratio=number.value)
    reader.diagnostics.add(messages.number_wanted(reader.place(fact), fact.name, "= 3分"))
    return line


def _with_state(line: IndicatorScore, word: str, fact: ast.GivenFact, reader: GivenReader) -> IndicatorScore:
    words = tables()["words"]
    if word in words["met"]:
        return line._replace(attainment="met")
    if word in words["missed"]:
        return line._replace(attainment="missed")
    if word in words["pending"] or scope_word(word) == "unreported":
        return line._replace(attainment="pending", points=Interval(ZERO, line.weight))
    if word in words["excluded"]:
        return line._replace(excluded=True, points=Interval(ZERO, ZERO))
    reader.diagnostics.add(messages.number_wanted(reader.place(fact), fact.name, "= 3分"))
    return line


def _weighed(lines: list[IndicatorScore], rubric: RubricScheme | None) -> Iterator[IndicatorScore]:
    """Give groups the weights of the rubric, as for a sheet that has these groups."""
    groups = {group_key(line.group[0]) for line in lines if line.group}
    chosen = choose_weights(rubric, groups) if rubric else None
    points = dict(chosen.points) if chosen else {}
    for line in lines:
        weight = points.get(group_key(line.group[0]), ZERO) if line.group else ZERO
        yield line._replace(weight=max(line.weight, weight))


def _complain(
    reader: GivenReader, fact: ast.GivenFact, rule: RuleScheme, asked: set[str], named: set[str]
) -> None:
    words = {word for case in rule.cases for word in words_of_rule(case.each)}
    spelled = [tables()["scope"][word][0] for word in sorted(words)]
    known = [*sorted(name.strip("“”") for name in asked), *sorted(named), *spelled]
    place = reader.posed.source.place(fact.name_span)
    reader.diagnostics.add(messages.unknown_given(place, fact.name, known))
