"""Suggests examples of boundary cases, with the points that the engine gives now, for people to check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostics, Language, Text
from perfdsl.engines.exact.score_execution import NAME
from perfdsl.exact import show
from perfdsl.examples.bench import Bench
from perfdsl.examples.boundary import Boundary, boundaries
from perfdsl.examples.choose_patterns import Pattern, lacking, patterns_of, words_used
from perfdsl.examples.draft import Draft, finish
from perfdsl.examples.find_turns import turns_of
from perfdsl.plan.compile_plan import EXECUTION_AIM
from perfdsl.plan.plan import IndicatorPlan, LevelPlan, MethodPlan, ProjectPlan
from perfdsl.plan.plan_method import expressions_of
from perfdsl.scheme.check_method import level_share
from perfdsl.scheme.names import key, terms_used
from perfdsl.scheme.parsed import Parsed
from perfdsl.scorecard import EXECUTION_RATE
from perfdsl.source import Place, Source
from perfdsl.syntax import ast
from perfdsl.syntax.layout import format_source
from perfdsl.syntax.write_words import write_text

Levels = tuple[LevelPlan, ...]
MARK = Text("建议：请核对", "suggested: please check")
FINISHED = ("已完成", "已完成 否")
NOTHING = Text(
    "先写一个算例，给出目标值和分值，其余照着写",
    "write one example first, with a target and points, to go by",
)


class Suggestion(NamedTuple):
    """Examples of one block, to be put below it; none, with a reason, where none could be made."""

    kind: str
    name: str
    place: Place
    examples: tuple[str, ...] = ()
    reason: Text = NOTHING


def suggest(
    sheets: Sequence[Parsed], bench: Bench, language: Language, wanted: str = ""
) -> Iterator[Suggestion]:
    """Give suggestions for each method and each project of some sheets, in their order.

    ``wanted``: only for those in whose name this stands. Blocks in which an error lies are passed over.
    """
    for sheet in sheets:
        for item in sheet.module.items:
            if not isinstance(item, ast.Method | ast.Project) or key(wanted) not in key(item.name):
                continue
            if id(item) in sheet.torn or bench.has_error(sheet.source, item):
                continue
            place = sheet.source.place(item.name_span)
            found = Suggestion(item.kind, item.name, place)
            if isinstance(item, ast.Method):
                yield _of_method(item, sheet, bench, language, found)
            else:
                yield _of_project(item, bench, language, found)


def _of_method(
    method: ast.Method, sheet: Parsed, bench: Bench, language: Language, found: Suggestion
) -> Suggestion:
    patterns = patterns_of(method, sheet, bench)
    if not patterns:
        needed = lacking(method)
        reason = Text(
            f"先写一个算例，给出 {'、'.join(needed)}",
            f"write one example first, which gives {', '.join(needed)}",
        )
        return found._replace(reason=reason) if needed else found
    levels = tuple(
        LevelPlan(part.name, level_share(part.low), level_share(part.high), part.high_open, found.place)
        for part in method.parts
        if isinstance(part, ast.Level)
    )
    drafts = [draft for pattern in patterns for draft in _drafts(method, pattern, levels, language)]
    return found._replace(examples=tuple(_finished(drafts, bench, language)))


def _drafts(method: ast.Method, pattern: Pattern, levels: Levels, language: Language) -> Iterator[Draft]:
    asks = "finished" in words_used(method)
    for boundary in boundaries(pattern.aim, pattern.target, levels, pattern.turns):
        for state in FINISHED if asks else ("",):
            actual = f"实际 {boundary.actual}" if boundary.actual else ""
            given = "，".join(part for part in (pattern.given, actual, state) if part)
            yield Draft(method, _name("", _target(pattern), boundary, state, language), given)


def _target(pattern: Pattern) -> str:
    return "" if pattern.aim is EXECUTION_AIM else pattern.aim.text


def _name(line: str, target: str, boundary: Boundary, state: str, language: Language) -> str:
    """``集中活动的次数 ≥12次：目标值减一步（11次）``."""
    colon, comma, marks = ("：", "，", "（）") if language == "zh" else (": ", ", ", "()")
    actual = f"{marks[0]}{boundary.actual}{marks[1]}" if boundary.actual else ""
    if language == "en":
        actual = f" {actual}" if actual else ""
        state = state.replace("已完成 否", "not finished").replace("已完成", "finished")
    head = " ".join(part for part in (line, target) if part).replace('"', "'")
    what = boundary.what.say(language) + actual + (comma + state if state else "")
    return f"{head}{colon}{what}" if head else what


def _of_project(node: ast.Project, bench: Bench, language: Language, found: Suggestion) -> Suggestion:
    project = bench.sound_project(node)
    if project is None:
        return found._replace(
            reason=Text("没有评分办法，或没法评分", "it has no rubric, or cannot be scored")
        )
    plan = bench.plan(project)
    written = {each.name: each.node.target for each in project.indicators}
    drafts = [
        draft
        for line in plan.indicators
        if line.formula is None
        for draft in _of_line(node, line, written.get(line.name), language)
    ]
    drafts += _of_execution(node, plan, language)
    return found._replace(examples=tuple(_finished(drafts, bench, language)))


def _of_line(
    node: ast.Project, line: IndicatorPlan, target: ast.Target | None, language: Language
) -> Iterator[Draft]:
    asks = _asks_finished(line.method)
    for boundary in boundaries(line.aim, target, line.method.levels, turns_of(line.method)):
        for state in FINISHED if asks else ("",):
            actual = f"{write_text(line.name)} = {boundary.actual}" if boundary.actual else ""
            name = _name(line.name, line.aim.text, boundary, state, language)
            yield Draft(node, name, "，".join(part for part in (actual, state) if part), line.name)


def _of_execution(node: ast.Project, plan: ProjectPlan, language: Language) -> Iterator[Draft]:
    """Give amounts spent at the rates where methods of execution commonly turn."""
    if plan.execution is None or plan.budget is None:
        return
    asks, unit = _asks_finished(plan.execution.method), plan.budget.unit
    for boundary in boundaries(EXECUTION_AIM, None, (), turns_of(plan.execution.method)):
        if boundary.actual is None:
            continue
        spent = plan.budget.value * Fraction(boundary.actual.removesuffix("%")) / 100
        amount = f"执行数 {show(spent / unit.factor)}{unit.name}"
        for state in FINISHED if asks else ("",):
            given = "，".join(part for part in (amount, state) if part)
            yield Draft(node, _name(EXECUTION_RATE.say(language), "", boundary, state, language), given, NAME)


def _asks_finished(method: MethodPlan) -> bool:
    return method.call is not None and "finished" in terms_used(*expressions_of(method.call))


def _finished(drafts: Iterable[Draft], bench: Bench, language: Language) -> Iterator[str]:
    """Write the drafts that can be worked out, in a language."""
    for draft in drafts:
        text = finish(draft, bench, MARK.say(language))
        if text is not None:
            yield format_source(Source(draft.name, text), Diagnostics(), language=language) or text
