"""Reads the goals, by their numbers: ``1.目标内容1 …``, ``目标内容1 …``, ``1.…``, or all of them as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from perfdsl.importers.draft import Field
from perfdsl.importers.flat import messages
from perfdsl.importers.flat.cells import Stretch, words_at
from perfdsl.importers.flat.doubt_prose import doubts_of_prose
from perfdsl.importers.flat.find_sections import find_items
from perfdsl.importers.flat.flow import BREAK, Flow

_GOAL = re.compile(
    r"(?:(?P<outer>[0-9]{1,2})[.、．])?(?P<word>目标内容|(?:年度)?(?:绩效)?目标)(?=[0-9])(?P<inner>[0-9]{1,2})"
)
_USUAL = "目标内容"
_COLONS = ("：", ":")


def read_goals(flow: Flow, label: Stretch | None, end: int) -> tuple[Field, ...]:
    """Read goals from behind their label to ``end``; none without a label (it may have no length)."""
    if label is None:
        return ()
    flow.take(*label)
    start = label[1]
    marks = list(_marks(flow, start, end)) or _listed(flow, start, end)
    if not marks:
        return _doubted(flow, [(start, end)], [words_at(flow, (start, end))]) if start < end else ()
    for mark in marks:
        flow.take(mark.start, mark.body)
    ends = [*(mark.start for mark in marks[1:]), end]
    goals = [words_at(flow, (mark.body, stop)) for mark, stop in zip(marks, ends, strict=True)]
    counted = [mark.number for mark in marks] == list(range(1, len(marks) + 1))
    said = max(
        flow.text.count(word, start, end) for word in ("目标内容", *{mark.word for mark in marks}) if word
    )
    if not counted or marks[0].start != start or (marks[0].word and said != len(marks)):
        return tuple(goal.doubted(messages.goals_not_in_order()) for goal in goals)
    return _doubted(flow, [(mark.start, stop) for mark, stop in zip(marks, ends, strict=True)], goals)


def _doubted(flow: Flow, stretches: list[Stretch], goals: list[Field]) -> tuple[Field, ...]:
    for doubt in doubts_of_prose(flow, stretches):
        goals = [goal.doubted(doubt) for goal in goals]
    return tuple(goals)


class _Mark(NamedTuple):
    """``1.目标内容1``: its number, its word, where it begins, and where the words of the goal do."""

    number: int
    word: str
    start: int
    body: int


def first_mark(flow: Flow, start: int, end: int) -> Stretch | None:
    """Find where goals begin that no label stands before: at 目标内容1, which begins a line."""
    for mark in _marks(flow, start, end):
        if mark.number == 1 and flow.gaps[mark.start] >= BREAK:
            return mark.start, mark.start
    return None


def _marks(flow: Flow, start: int, end: int) -> Iterator[_Mark]:
    """Find ``1.目标内容1``, and ``目标内容1`` where its number ends a cell or stands before a word."""
    for found in _GOAL.finditer(flow.text, start, end):
        stop = _end_of_number(flow, found)
        if stop == 0 or not flow.is_soft(found.start()):
            continue
        number = int(flow.text[found.start("inner") : stop])
        body = stop + 1 if not found["outer"] and flow.text[stop : stop + 1] in _COLONS else stop
        yield _Mark(number, found["word"], found.start(), min(body, end))


def _end_of_number(flow: Flow, found: re.Match[str]) -> int:
    """Tell where the number of a goal ends; 0 where it is none: ``目标2023年…``.

    The number before 目标内容 tells how many digits the one behind has; without it, all that stand there are
    one number, and of other words than 目标内容 only a label on its own is one.
    """
    if found["outer"]:
        stop = found.start("inner") + len(found["outer"])
        is_one = found["word"] == _USUAL and found["inner"][: len(found["outer"])] == found["outer"]
        return stop if is_one else 0
    stop = found.end()
    is_number = flow.is_soft(stop) or not flow.text[stop : stop + 1].isdigit()
    begins_line = flow.gaps[found.start()] >= BREAK
    return stop if is_number and (found["word"] == _USUAL or (begins_line and _ends(flow, stop))) else 0


def _ends(flow: Flow, at: int) -> bool:
    return flow.is_soft(at) or flow.text[at] in _COLONS


def _listed(flow: Flow, start: int, end: int) -> list[_Mark]:
    """Find ``1.…``, ``2.…`` or ``（一）…``, ``（二）…`` that begin with the goals and count up."""
    items = find_items(flow, (start, end))
    if not items or items[0].number[0] != start:
        return []
    return [_Mark(at, "", *item.number) for at, item in enumerate(items, 1)]
