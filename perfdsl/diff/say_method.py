"""What a method or a rule says: its parameters, its cases from top to bottom, and its levels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from perfdsl.diff.meaning import meaning_of
from perfdsl.diff.say_block import Block, say_part, written
from perfdsl.diff.saying import Saying
from perfdsl.scheme.check_method import level_share
from perfdsl.scheme.names import key
from perfdsl.syntax import ast
from perfdsl.syntax.expand import PlainCase, cases_of


def say_method(block: Block) -> Iterator[Saying]:
    """Give what it says besides its cases, which ``say_cases`` gives in their order."""
    node: Any = block.node
    for at, each in enumerate(getattr(node, "parameters", ())):
        default = None if each.default is None else meaning_of(each.default, block.units)
        place = block.source.place(each.span)
        yield Saying(
            "parameter", (at, default), written(block.source, each.span), place, each.name, key(each.name)
        )
    for part in node.parts:
        if isinstance(part, ast.Level):
            yield _level(block, part)
        elif _stands_alone(part):
            yield say_part(block, part)


def say_cases(block: Block) -> list[Saying]:
    """Give the cases of a method, or of a rule, in their order; those of a method in plain expressions."""
    node = block.node
    plain: Iterable[Any] = getattr(node, "parts", ())
    if isinstance(node, ast.Method):
        plain = cases_of(node)
    found = []
    for at, each in enumerate(part for part in plain if not _stands_alone(part)):
        asks = (each.condition, each.result) if isinstance(each, PlainCase) else each
        meaning, place = meaning_of(asks, block.units), block.source.place(each.span)
        found.append(Saying("case", meaning, written(block.source, each.span), place, str(at + 1)))
    return found


def _level(block: Block, part: ast.Level) -> Saying:
    """A level is the easier the larger the shares of the weight that it allows."""
    low, high = level_share(part.low), level_share(part.high)
    return Saying(
        about="level",
        meaning=(low, high, part.high_open),
        text=written(block.source, part.span),
        place=block.source.place(part.span),
        name=part.name,
        key=key(part.name),
        strict=((-Fraction(low), 0), (-Fraction(high), int(part.high_open))),
    )


def _stands_alone(part: ast.Node | PlainCase) -> bool:
    """Whether the order in which a part stands among others says nothing."""
    return getattr(part, "kind", "") in {"cite", "allow"}
