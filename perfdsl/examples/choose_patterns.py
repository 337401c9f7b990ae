"""What suggested examples of a method give besides the actual: as its own examples, or a common target."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostics
from perfdsl.examples.bench import Bench
from perfdsl.examples.draft import Draft, posed_from, work_out_draft
from perfdsl.examples.find_lines import lines_of
from perfdsl.examples.find_subjects import posed_in
from perfdsl.examples.find_turns import turns_of
from perfdsl.examples.read_given import GivenReader, word_of
from perfdsl.examples.read_wish import QUALITATIVE, WORDS, read_wish
from perfdsl.examples.score_method import plan_of_wish
from perfdsl.plan.compile_plan import EXECUTION_AIM
from perfdsl.scheme.names import terms_used
from perfdsl.scheme.parsed import Parsed
from perfdsl.scheme.scheme import Aim
from perfdsl.syntax import ast
from perfdsl.syntax.expand import cases_of

_ACTUALS = frozenset({"actual", "spent", "execution", "finished"})
_COMMON = (
    (">=", "目标值 >= 90%", "基数 50%"),
    (">=", "目标值 >= 12次", "基数 6次"),
    (">=", "目标值 >= 5万元", "基数 2万元"),
    ("<=", "目标值 <= 5万元", "基数 10万元"),
    ("<=", "目标值 <= 10%", "基数 20%"),
    ("<=", "目标值 <= 12次", "基数 24次"),
    ("=", "目标值 = 12次", "基数 6次"),
    ("=", "目标值 = 100%", "基数 50%"),
    ("range", "目标值 介于 90% 至 100%", "基数 50%"),
    ("deadline", "目标值 <= 2022-12-31", ""),
    ("deadline", "目标值 <= 12月份", ""),
    ("state", "目标值 是 健全", ""),
    ("qualitative", "目标值 定性", ""),
    ("execution", "", ""),
)
"""Kinds of target, one that is common, and a baseline that goes with it: invented, to be checked."""
_KINDS = {">": ">=", "<": "<="}
_WEIGHT = "分值 10分"
MOST_READ = 200
"""Examples of one method that are looked at for what they give."""


class Pattern(NamedTuple):
    """Text of what is given besides the actual, its target as meant and as written, and where points turn."""

    given: str
    aim: Aim
    target: ast.Target | None
    turns: tuple[Fraction, ...] = ()


def patterns_of(method: ast.Method, sheet: Parsed, bench: Bench) -> list[Pattern]:
    """Give one pattern for each kind of target: as examples have it, or lines of projects, or a common one.

    None where nothing could be made up.
    """
    found: dict[object, Pattern] = {}
    known = [*_of_examples(method, sheet), *dict.fromkeys(lines_of(method, bench))]
    for given in known[:MOST_READ] or _common(method, bench):
        pattern = _read(method, given, bench)
        if pattern is not None:
            found.setdefault((pattern.aim.op, pattern.aim.unit.dimension), pattern)
    return list(found.values())


def lacking(method: ast.Method) -> list[str]:
    """Name what nobody can make up for a method: parameters without a default, and other indicators."""
    parameters = {parameter.name for parameter in method.parameters}
    needed = [parameter.name for parameter in method.parameters if parameter.default is None]
    used = {name.strip("“”") for name in words_used(method) if name.startswith("“")}
    return [*needed, *sorted(used - parameters)]


def words_used(method: ast.Method) -> set[str]:
    """Terms of all names in the cases of a method."""
    return terms_used(*(part for case in cases_of(method) for part in (case.condition, case.result)))


def _of_examples(method: ast.Method, sheet: Parsed) -> Iterator[str]:
    for posed in posed_in(sheet, Diagnostics()):
        if posed.subject is method and not posed.torn:
            kept = [fact for fact in posed.facts if word_of(fact.name) not in _ACTUALS]
            yield "，".join(posed.source.text[slice(*fact.span)] for fact in kept)


def _common(method: ast.Method, bench: Bench) -> Iterator[str]:
    """Give a common target of each kind for which a rubric calls the method; else the first that suits."""
    if lacking(method):
        return
    has_baseline = "baseline" in words_used(method)
    wanted = list(dict.fromkeys(_kinds(method, bench)))
    for kind in wanted or dict.fromkeys(kind for kind, *_ in _COMMON):
        for of, target, baseline in _COMMON:
            parts = (target, _WEIGHT, baseline if has_baseline else "")
            given = "，".join(part for part in parts if part)
            if of == kind and work_out_draft(Draft(method, method.name, given), bench) is not None:
                yield given
                if not wanted:
                    return
                break


def _kinds(method: ast.Method, bench: Bench) -> Iterator[str]:
    for name in bench.checker.definitions.rubrics:
        rubric = bench.rubric(name)
        for selector, call in rubric.scoring if rubric else ():
            if call.method.node is method:
                kind = _KINDS.get(selector, selector)
                yield kind if any(kind == of for of, *_ in _COMMON) else ">="


def _read(method: ast.Method, given: str, bench: Bench) -> Pattern | None:
    posed = posed_from(Draft(method, method.name, given), "得 0分")
    if posed is None:
        return None
    quiet = Diagnostics()
    reader = GivenReader(posed, bench.checker.definitions.units, quiet)
    told = reader.sort(WORDS)
    wish = read_wish(bench.checker, reader, told)
    if wish is None or quiet.has_errors:
        return None
    written = told.words.get("target")
    aim = EXECUTION_AIM if wish.aim is None else wish.aim
    return Pattern(
        given,
        QUALITATIVE if wish.call.method.levels else aim,
        None if written is None else reader.target(written),
        turns_of(plan_of_wish(wish, posed, bench)),
    )
