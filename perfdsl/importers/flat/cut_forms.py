"""Cuts a stream where a form begins: at its title, or at the first label of a head without one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from perfdsl.importers.flat.flow import BREAK, Flow
from perfdsl.importers.flat.vocabulary import any_of, head_pattern, header_pattern, words

_One = TypeVar("_One")
_NUMBERED = re.compile(r"(?P<seq>[0-9]{1,3})[.、．]\D")
_MOST_IN_TITLE = 80
_MOST_LINES_IN_TITLE = 3
_FEWEST_HEADERS = 3
_FIRST_HEADERS = ("一级指标",)
_ENDS = re.compile(
    r"第[一二三四五六七八九十]{1,3}部分|[一二三四五六七八九十]{1,3}、|附件|附表|(?:注|说明|备注|填表说明|填报说明)[:：]"
    r"|(?:填[表报]人|审核人|单位负责人|填报日期)[:：]?"
)


class Header(NamedTuple):
    """The header of a table: its stretch, and each label in it."""

    start: int
    end: int
    labels: tuple[tuple[int, int], ...]

    def words(self, flow: Flow) -> tuple[str, ...]:
        """Give the labels."""
        return tuple(flow.text[start:end] for start, end in self.labels)


class Region(NamedTuple):
    """Where one form stands: its title (of no length where it has none), its headers, its end.

    ``limit``: where the next form begins; between ``end`` and there stand notes or other text.
    """

    start: int
    title_end: int
    end: int
    limit: int
    headers: tuple[Header, ...]
    is_cut: bool = False

    @property
    def has_title(self) -> bool:
        """Whether the form has a title of its own."""
        return self.title_end > self.start


def cut_forms(flow: Flow) -> Iterator[Region]:
    """Give the regions in order; each has the headers that stand in it, perhaps none.

    A head that begins below a table, with no title before it, begins a form of its own; the two are marked
    (``is_cut``), because where the first ends is not sure.
    """
    headers, heads = list(find_headers(flow)), list(_heads(flow))
    titles, places = dict(find_titles(flow)), [header.start for header in headers]
    starts = [*titles]
    if heads and (not starts or heads[0] < starts[0]):
        starts.insert(0, heads[0])
    for at, start in enumerate(starts):
        limit = starts[at + 1] if at + 1 < len(starts) else len(flow.text)
        inside = _between(headers, places, start, limit)
        below = _between(heads, heads, start, limit)
        yield from _cut_at_heads(flow, (start, titles.get(start, start), limit), inside, below)


def _cut_at_heads(
    flow: Flow, whole: tuple[int, int, int], headers: Sequence[Header], heads: Sequence[int]
) -> Iterator[Region]:
    """Cut a region where another head begins below its table."""
    start, title_end, limit = whole
    is_cut = False
    for at in heads:
        own = tuple(one for one in headers if start <= one.start < at)
        if own:
            yield Region(start, title_end, at, at, own, is_cut=True)
            start, title_end, is_cut = at, at, True
    own = tuple(one for one in headers if one.start >= start)
    yield Region(start, title_end, _end_of(flow, own, limit), limit, own, is_cut)


def _between(found: Sequence[_One], places: Sequence[int], start: int, end: int) -> Sequence[_One]:
    return found[bisect_left(places, start) : bisect_left(places, end)]


def find_headers(flow: Flow) -> Iterator[Header]:
    """Find the headers of tables of indicators: three known labels or more, the first of them 一级指标."""
    pattern, at = header_pattern(), 0
    while (start := flow.text.find(_FIRST_HEADERS[0], at)) >= 0:
        labels, end = [], start
        while flow.is_soft(end) and (found := pattern.match(flow.text, end)):
            labels.append(found.span())
            end = found.end()
        at = max(end, start + 1)
        if len(labels) >= _FEWEST_HEADERS and flow.is_soft(end):
            yield Header(start, end, tuple(labels))


def find_titles(flow: Flow) -> Iterator[tuple[int, int]]:
    """Find titles: a line, or a number and up to three lines, that ends with 绩效目标表 or the like."""
    last = 0
    for found in re.finditer(
        any_of(words("title_words")) + r"(?P<behind>[（(][^（）()]{1,12}[)）])?", flow.text
    ):
        ends = (found.end(), found.start("behind")) if found["behind"] else (found.end(),)
        end = next((at for at in ends if at == len(flow.text) or flow.gaps[at] >= BREAK), 0)
        if found.start() < last or not end:
            continue
        start = _start_of_title(flow, found.start(), last)
        if end - start <= _MOST_IN_TITLE:
            yield start, end
            last = end


def _start_of_title(flow: Flow, at: int, last: int) -> int:
    """Go back to the start of the line, or to a number up to some lines before that."""
    begins = [each for each in range(at, max(last - 1, at - _MOST_IN_TITLE), -1) if _begins_line(flow, each)]
    for start in begins[:_MOST_LINES_IN_TITLE]:
        if _NUMBERED.match(flow.text, start):
            return start
    return begins[0] if begins else at


def _begins_line(flow: Flow, at: int) -> bool:
    return at == 0 or flow.gaps[at] >= BREAK


def _heads(flow: Flow) -> Iterator[int]:
    """Find where a head begins: at its first label, with another label of a head close behind."""
    first = head_pattern(("code", "name"))
    for found in first.finditer(flow.text):
        if _begins_line(flow, found.start()):
            yield found.start()


def _end_of(flow: Flow, headers: tuple[Header, ...], end: int) -> int:
    """End the last form before a new part of the document, or the notes under the table."""
    if not headers:
        return end
    for at in range(headers[-1].end, end):
        if _begins_line(flow, at) and _ENDS.match(flow.text, at):
            return at
    return end
