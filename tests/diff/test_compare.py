"""Laws of differences: the same is no difference, writing is none, and there and back are mirror images."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfdsl.diagnostic import Diagnostics
from perfdsl.diff.difference import Change, Difference, Side
from perfdsl.library import shipped_all
from perfdsl.source import Source
from perfdsl.syntax.layout import format_source
from tests.diff.sides import diff_of, seen
from tests.properties.random_sheets import RUBRICS, Project, projects, sheet

few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
rubrics = st.sampled_from(RUBRICS)
BACK = {"loosened": "tightened", "tightened": "loosened", "added": "removed", "removed": "added"}


def written(rubric: str, *sheets: Project, **how) -> str:
    return f"采用 {rubric}\n" + "".join(sheet(each, **how) for each in sheets)


def formatted(text: str, language) -> str:
    diagnostics = Diagnostics()
    found = format_source(Source("表.perf", text), diagnostics, language=language)
    assert found is not None
    return found


@few
@given(rubrics, projects(), st.sampled_from(["zh", "en"]), st.randoms(use_true_random=False))
def test_writing_is_no_difference(rubric, project, language, order: Random) -> None:
    text = written(rubric, project)
    assert seen(diff_of(text, text)) == []
    assert seen(diff_of(text, formatted(text, language))) == []
    assert seen(diff_of(text, written(rubric, project, in_yuan=True, order=order))) == []


@few
@given(rubrics, projects(1), projects(2), st.booleans())
def test_files_and_order_are_no_difference(rubric, one, two, apart) -> None:
    together = written(rubric, one, two)
    other = (
        {"二.perf": written(rubric, two), "一.perf": written(rubric, one)}
        if apart
        else written(rubric, two, one)
    )
    assert seen(diff_of(together, other)) == []


@few
@given(rubrics, rubrics, projects(1), projects(1), projects(2))
def test_there_and_back_are_mirror_images(rubric, another, one, changed_one, two) -> None:
    old, new = written(rubric, one, two), written(another, changed_one)
    there, back = diff_of(old, new), diff_of(new, old)
    assert sorted(mirrored(there)) == sorted(plain(back))


def test_shipped_rubrics_written_in_english() -> None:
    old = {source.name: source.text for source in shipped_all()}
    new = {name: formatted(text, "en") for name, text in old.items()}
    assert old != new
    assert seen(diff_of(old, new)) == []


@pytest.mark.parametrize("rubric", RUBRICS)
def test_one_change_is_one_difference(rubric) -> None:
    """A law that only says "no difference" would hold of a comparison that never finds any."""
    text = written(rubric) + "项目 甲\n  预算 5万元\n  产出指标 / 数量指标：\n    次数 >= 10次\n"
    text += (
        "  效益指标 / 社会效益指标：\n    效果 >= 90%\n  满意度指标 / 服务对象满意度指标：\n    满意 >= 90%\n"
    )
    assert [each.sense for each in seen(diff_of(text, text.replace("10次", "9次")))] == ["loosened"]


Told = tuple[str, ...]


def plain(difference: Difference) -> list[Told]:
    return [tell(pair, change) for pair, change in all_of(difference)]


def mirrored(difference: Difference) -> list[Told]:
    return [tell(pair, turned(change)) for pair, change in all_of(difference)]


def all_of(difference: Difference) -> list[tuple[frozenset[str], Change]]:
    pairs = [*difference.projects, *difference.definitions]
    pairs += [part for pair in pairs for part in pair.parts]
    return [
        (frozenset(each.name for each in (pair.old, pair.new) if each), change)
        for pair in pairs
        for change in pair.changes
    ]


def turned(change: Change) -> Change:
    curve = change.curve and change.curve._replace(higher=change.curve.lower, lower=change.curve.higher)
    return change._replace(
        sense=BACK.get(change.sense, change.sense),
        old=change.new,
        new=change.old,
        by=tuple(shift._replace(amount=-shift.amount) for shift in change.by),
        curve=curve,
    )


def tell(names: frozenset[str], change: Change) -> Told:
    return (
        "/".join(sorted(names)),
        change.about,
        change.name,
        change.sense,
        text_of(change.old),
        text_of(change.new),
        str([shift.amount for shift in change.by]),
        str(change.likely),
        ""
        if change.curve is None
        else str((bool(change.curve.higher), bool(change.curve.lower), change.curve.unclear)),
    )


def text_of(side: Side | None) -> str:
    return "" if side is None else side.text
