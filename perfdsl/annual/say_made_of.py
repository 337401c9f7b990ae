"""Says of what a department's score is made: the blend, then what each rule did to it, then the score."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from perfdsl.annual import words
from perfdsl.annual.line_part import Linked
from perfdsl.annual.show_figures import points_of
from perfdsl.diagnostic import Language, Text
from perfdsl.exact import show_trimmed
from perfdsl.report.explanation_words import bracketed, colon, show_place
from perfdsl.report.say_effects import say_applied
from perfdsl.scorecard import DepartmentScore

_BY: Final = {
    "": Text("", ""),
    "equal": Text("平均", "equally"),
    "by_budget": Text("按预算加权", "by budget"),
    "by_weight": Text("按权重加权", "by weight"),
}


def say_made_of(
    score: DepartmentScore, anchor: str, grade: str, language: Language
) -> tuple[tuple[Linked, ...], ...]:
    """Say it with the numbers put in; ``anchor``: of the department, whose parts the pieces lead to."""
    if score.total is None:
        return ()
    after = points_of(score.total, score.places).text
    blend = points_of(score.before or score.total, score.places).text
    done = [told for each in score.applied if (told := say_applied([each]).say(language))]
    places = [show_place(each.place) for each in score.applied if say_applied([each]).zh]
    parts = list(_parts(score, anchor, language))
    between = Linked(" + ")
    first = [piece for part in parts for piece in (between, part)][1:]
    said = [(*first, Linked(f" = {blend}"))] if first else []
    said += [
        (Linked(told), Linked(bracketed(place, language))) for told, place in zip(done, places, strict=True)
    ]
    if done:
        label = f"{words.SCORE_OF_DEPARTMENT.say(language)}{colon(language)}"
        said.append((Linked(f"{label}{after} {grade}".rstrip()),))
    return tuple(said)


def _parts(score: DepartmentScore, anchor: str, language: Language) -> Iterator[Linked]:
    share = score.own_share
    if score.own is not None:
        own = points_of(score.own.total, score.places).text
        times = "" if share is None else f" × {show_trimmed(share * 100, 2)}%"
        said = Text(f"自身指标 {own}{times}", f"own indicators {own}{times}")
        yield Linked(said.say(language), f"{anchor}own-total")
    if score.mean is not None and share != 1:
        mean = points_of(score.mean, score.places).text
        times = "" if share is None else f" × {show_trimmed((1 - share) * 100, 2)}%"
        by = _BY[score.mean_by]
        zh = f"各项目（{by.zh}）{mean}{times}" if by.zh else f"各项目 {mean}{times}"
        en = f"projects ({by.en}) {mean}{times}" if by.en else f"projects {mean}{times}"
        yield Linked(Text(zh, en).say(language), f"{anchor}-ranking")
