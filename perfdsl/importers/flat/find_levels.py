"""Finds where the rows of a table begin: the closed words of 一级指标 and 二级指标."""

from __future__ import annotations

import re
from typing import NamedTuple

from perfdsl.importers.flat.cells import Stretch
from perfdsl.importers.flat.flow import Flow
from perfdsl.importers.flat.vocabulary import SUFFIX, bare_word, level_pattern, level_words

_Token = tuple[int, int, bool, bool]


class Segment(NamedTuple):
    """A stretch that begins with a level; ``body`` is where its first row goes on behind the levels."""

    start: int
    body: int
    end: int
    level1: Stretch | None
    level2: Stretch | None
    is_odd: bool = False


def find_segments(flow: Flow, start: int, end: int) -> list[Segment]:
    """Cut a table at the words of its levels. What stands before the first is in no segment."""
    tokens = _tokens(flow, start, end, is_bare=False)
    if not any(second for _, _, _, second in tokens):
        tokens = _tokens(flow, start, end, is_bare=True)
    heads = _pair(flow, tokens)
    if not heads:
        return []
    stops = [*(head.start for head in heads[1:]), end]
    has_suffix = {SUFFIX in flow.text[slice(*head.level2)] for head in heads if head.level2}
    return [
        head._replace(
            end=stop,
            is_odd=len(has_suffix) > 1
            and head.level2 is not None
            and SUFFIX not in flow.text[slice(*head.level2)],
        )
        for head, stop in zip(heads, stops, strict=True)
    ]


def _tokens(flow: Flow, start: int, end: int, *, is_bare: bool) -> list[_Token]:
    """Find words of levels that begin and end where a cell may; which of the two levels each may be.

    A word without its suffix counts only where all are ``is_bare``, or right behind a first level:
    indicators are called 社会公众满意度, too.
    """
    first, second = (level_pattern(level, is_bare=is_bare) for level in ("level1", "level2"))
    found: list[_Token] = []
    after_first = level_pattern("level2", is_bare=True)
    at = start
    while at < end:
        follows = _ends_with_first(found, at)
        patterns = (first, after_first if follows else second)
        stops = {} if not (at == start or flow.is_soft(at)) else _stops(flow, patterns, at, end)
        if not stops:
            at += 1
            continue
        stop = max(stops)
        found.append((at, stop, 0 in stops[stop], 1 in stops[stop]))
        at = stop
    return found


def _ends_with_first(found: list[_Token], at: int) -> bool:
    """Whether a first level ends here, which is not itself a second level behind another one."""
    if not found or found[-1][1] != at or not found[-1][2]:
        return False
    return len(found) == 1 or found[-2][1] != found[-1][0] or not found[-2][2]


def _stops(
    flow: Flow, patterns: tuple[re.Pattern[str], re.Pattern[str]], at: int, end: int
) -> dict[int, set[int]]:
    stops: dict[int, set[int]] = {}
    for number, pattern in enumerate(patterns):
        match = pattern.match(flow.text, at, end)
        if match is not None and (flow.is_soft(match.end()) or match.end() == end):
            stops.setdefault(match.end(), set()).add(number)
    return stops


def _pair(flow: Flow, tokens: list[_Token]) -> list[Segment]:
    """Join a first level with the second that follows it at once."""
    heads: list[Segment] = []
    at = 0
    while at < len(tokens):
        start, stop, may_be_first, may_be_second = tokens[at]
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if may_be_first and behind is not None and behind[0] == stop and behind[3]:
            heads.append(Segment(start, behind[1], 0, (start, stop), (behind[0], behind[1])))
            at += 2
            continue
        as_second = may_be_second and not (may_be_first and _opens(flow, (start, stop), heads))
        one = (start, stop)
        heads.append(Segment(start, stop, 0, None, one) if as_second else Segment(start, stop, 0, one, None))
        at += 1
    return heads


def _opens(flow: Flow, word: Stretch, heads: list[Segment]) -> bool:
    """Whether a word that is of both levels does not belong under the first level that stands before it."""
    before = next((head.level1 for head in reversed(heads) if head.level1), None)
    fits = level_words("level2").get(bare_word(flow.text[slice(*word)]), ())
    return before is None or not any(
        bare_word(flow.text[slice(*before)]) in words_of for words_of in map(_names_of, fits)
    )


def _names_of(group: str) -> frozenset[str]:
    return frozenset(word for word, groups in level_words("level1").items() if group in groups)
