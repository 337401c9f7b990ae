"""Looks for text of other cells in what stands above the table: the use of the money, and the goals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from perfdsl.diagnostic import Text
from perfdsl.importers.flat import messages
from perfdsl.importers.flat.cells import Stretch
from perfdsl.importers.flat.flow import BLANK, Flow
from perfdsl.importers.flat.line_width import common_range

_ENDS = "。；;：:！？"
_REMNANT = 4
_FIRST_CJK = "\u2e80"
_LABELS = re.compile(r"资金用途|支出计划|(?:[0-9]{1,2}月[底末]){2}|预算数[0-9]|其他资金[0-9]")


def doubts_of_prose(flow: Flow, stretches: Sequence[Stretch]) -> list[Text]:
    """Say why cells of one column may hold the text of others, too: short lines, labels, remnants.

    A line may be short where a sentence ends. What follows the last sentence and has less than four
    characters is what a label leaves on the next page.
    """
    doubts: list[Text] = []
    least, most = common_range(flow, [each for one in stretches for each in _paragraphs(flow, one)])
    if least >= most:
        doubts.append(messages.short_line())
    for start, end in stretches:
        text = flow.text[start:end]
        found = _LABELS.search(text)
        if found:
            doubts.append(messages.foreign_text(found[0]))
        doubts += [messages.foreign_text(word) for word in _small_words(flow, (start, end))]
        last = re.split(f"[{_ENDS}]", text)[-1]
        if 0 < len(last) < _REMNANT and len(last) < len(text):
            doubts.append(messages.foreign_text(last))
    return doubts


def _small_words(flow: Flow, stretch: Stretch) -> Iterator[str]:
    """Give words of less than four Chinese characters that begin a line and stand apart."""
    for start, end in flow.pieces(*stretch):
        blank = flow.gaps.find(BLANK, start + 1, min(end, start + _REMNANT))
        if blank > 0 and flow.text[blank - 1] >= _FIRST_CJK and flow.text[blank] >= _FIRST_CJK:
            yield flow.text[start:blank]


def _paragraphs(flow: Flow, stretch: Stretch) -> list[Stretch]:
    """Cut where a line ends with a sentence."""
    found: list[Stretch] = []
    first = stretch[0]
    for _, end in flow.pieces(*stretch):
        if flow.text[end - 1] in _ENDS:
            found.append((first, end))
            first = end
    return [*found, (first, stretch[1])] if first < stretch[1] else found
