"""What a rubric does with a project as a whole, its own or a parent's: grades, rounding, rules."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.diff.saying import Saying
from perfdsl.exact import show_trimmed
from perfdsl.scheme.names import key
from perfdsl.scheme.rubric_scheme import GradeBand, RoundingStep, RubricScheme
from perfdsl.syntax.keywords import spell


def say_whole(rubric: RubricScheme) -> Iterator[Saying]:
    """Give it in a few words each; the place is that of the rubric."""
    grades = tuple((key(band.name), *band[1:]) for band in rubric.grades)
    yield Saying("grades", grades, "，".join(map(_grade, rubric.grades)), rubric.place)
    for name, step in (("each", rubric.each), ("total", rubric.total)):
        if step is not None:
            yield Saying("rounding", step, _rounding(name, step), rubric.place, "", name)
    if rubric.rules:
        names = [rule.name for rule in rubric.rules]
        yield Saying("applies", tuple(map(key, names)), "、".join(names), rubric.place)
    yield Saying("missing", rubric.missing, spell("words", rubric.missing, "zh"), rubric.place)


def _grade(band: GradeBand) -> str:
    return f"{band.name} {band.op} {show_trimmed(band.bound)}" if band.op else band.name


def _rounding(name: str, step: RoundingStep) -> str:
    return f"{spell('words', name, 'zh')} {step.places}位 {spell('words', step.mode, 'zh')}"
