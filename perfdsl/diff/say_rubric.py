"""What a rubric says: weights, methods by what they are for, grades, rounding, and what it takes over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from perfdsl.diff.meaning import meaning_of, number_meaning
from perfdsl.diff.say_block import Block, say_part, written
from perfdsl.diff.say_year import say_rollup
from perfdsl.diff.saying import Saying, Strictness
from perfdsl.scheme.check_parts import selector_key
from perfdsl.scheme.known_units import POINTS
from perfdsl.scheme.names import group_key, group_name, key
from perfdsl.syntax import ast
from perfdsl.units import Quantity


def say_rubric(block: Block) -> Iterator[Saying]:
    """Give what a rubric itself says; what it takes over from a parent is said there."""
    node: Any = block.node
    if node.extends:
        place = block.source.place(node.name_span)
        yield Saying("extends", key(node.extends), node.extends, place)
    for part in node.parts:
        say = _PARTS.get(type(part))
        if say is None:
            yield say_part(block, part)
        else:
            yield from say(block, part)


def _weights(block: Block, part: ast.Weights) -> Iterator[Saying]:
    condition, said = part.condition, ""
    when: object = None
    if condition is not None:
        when = condition.has, group_key(condition.group)
        said = f"（{'有' if condition.has else '无'} {condition.group}）"
    for each in part.groups:
        points = Fraction(each.points.value)
        yield Saying(
            "weights", points, each.points.text, block.source.place(each.span),
            group_name(group_key(each.group)) + said, (group_key(each.group), when), Quantity(points, POINTS),
        )  # fmt: skip


def _absent(block: Block, part: ast.Absent) -> Iterator[Saying]:
    place = block.source.place(part.span)
    group = group_key(part.group)
    yield Saying(
        "absent", group_key(part.heir), written(block.source, part.span), place, group_name(group), group
    )


def _scoring(block: Block, part: ast.Scoring) -> Iterator[Saying]:
    for case in part.cases:
        meaning = key(case.method), meaning_of(case.arguments, block.units)
        given = ", ".join(written(block.source, each.span) for each in case.arguments)
        text = f"{case.method}({given})" if given else case.method
        for each in case.selectors:
            place = block.source.place(each.span)
            yield Saying("scoring", meaning, text, place, _selector(each.text), selector_key(each.text))


def _selector(text: str) -> str:
    known = selector_key(text)
    return group_name(known) if known != text and not known.startswith("“") else text


def _grades(block: Block, part: ast.Grades) -> Iterator[Saying]:
    for band in part.bands:
        high = None if band.high is None else number_meaning(band.high, block.units)
        bound = None if band.bound is None else Fraction(band.bound.value)
        yield Saying(
            about="grade",
            meaning=(band.op, bound, high, band.high_open),
            text=written(block.source, band.span).removeprefix(band.name).strip(),
            place=block.source.place(band.span),
            name=band.name,
            key=key(band.name),
            amount=None if bound is None else Quantity(bound, POINTS),
            strict=_strictness(band.op, bound) if high is None else (),
        )


def _strictness(op: str | None, bound: Fraction | None) -> Strictness:
    """A grade is harder to get the higher its threshold; where it is for low totals, neither is easier."""
    return ((bound, int(op == ">")),) if bound is not None and op in {">=", ">"} else ()


def _rounding(block: Block, part: ast.Rounding) -> Iterator[Saying]:
    for rule in part.rules:
        place = block.source.place(rule.span)
        yield Saying(
            "rounding", (rule.places, rule.mode), written(block.source, rule.span), place, "", rule.what
        )


_PARTS: dict[type[ast.Node], Callable[[Block, Any], Iterator[Saying]]] = {
    ast.Weights: _weights,
    ast.Absent: _absent,
    ast.Scoring: _scoring,
    ast.Grades: _grades,
    ast.Rounding: _rounding,
    ast.Rollup: say_rollup,
}
