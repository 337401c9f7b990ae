"""What the blocks of a year say: the bands of a monitoring scheme; amendments and required actions."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.diff.meaning import meaning_of
from perfdsl.diff.say_block import Block, say_part, written
from perfdsl.diff.saying import Saying
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import spell


def say_monitoring(block: Block) -> Iterator[Saying]:
    """Give what a monitoring scheme says: each light of each subject, and each point of its pace."""
    for part in getattr(block.node, "parts", ()):
        match part:
            case ast.Lights():
                yield from _lights(block, part)
            case ast.Pace(light=light):
                for point in part.points:
                    name = f"{spell('lights', light, 'zh')} {point.month}月底"
                    yield _saying(block, point.amount, "pace", name)
            case _:
                yield say_part(block, part)


def name_block(node: ast.Amendment | ast.Action) -> str:
    """Name a block that has no name of its own: by its project, its day, and what is required."""
    day = "" if node.date is None else f" {node.date.year}-{node.date.month:02}-{node.date.day:02}"
    asked = [part.text for part in node.parts if isinstance(part, ast.Requirement)]
    return f"{node.project}{day}" + "".join(f"：{text}" for text in asked[:1])


def say_rollup(block: Block, part: ast.Rollup) -> Iterator[Saying]:
    """Give the share of each part of a department's score, and how it is made."""
    for each in part.parts:
        yield _saying(block, each, "rollup", spell("words", each.of, "zh"))


def _lights(block: Block, part: ast.Lights) -> Iterator[Saying]:
    subject = spell("watched", part.subject, "zh")
    for band in part.bands:
        yield _saying(block, band, "light", f"{subject} {spell('lights', band.light, 'zh')}")


def _saying(block: Block, node: ast.Node, about: str, name: str) -> Saying:
    text = written(block.source, node.span)
    bare = text.split(maxsplit=1)[1] if isinstance(node, ast.LightBand) and " " in text else text
    return Saying(about, meaning_of(node, block.units), bare, block.source.place(node.span), name)
