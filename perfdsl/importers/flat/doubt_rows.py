"""Looks for signs that text of one cell got into another: what a stream cannot show by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from perfdsl.diagnostic import Text
from perfdsl.importers.flat import messages
from perfdsl.importers.flat.cells import marked
from perfdsl.importers.flat.find_blocks import holds_target
from perfdsl.importers.flat.find_levels import find_segments
from perfdsl.importers.flat.find_rows import Row
from perfdsl.importers.flat.flow import Flow
from perfdsl.importers.flat.line_width import column_range, widths
from perfdsl.importers.flat.read_rows import Fields
from perfdsl.importers.flat.table_columns import Columns
from perfdsl.importers.flat.vocabulary import any_of, level_words, words
from perfdsl.syntax import ast

_FEWEST_ALIKE = 3
_SHARED = 4
_NO_UNIT = frozenset({"", "万", "亿", "千", "百", "十", "千万", "百万", "十万"})
_LEVEL_INSIDE = r"(?:产出|效益|成本|满意度|数量|质量|时效|影响)指\s*标"


def doubt_rows(
    flow: Flow, rows: Sequence[Row], read: Sequence[Fields], columns: Columns
) -> tuple[list[Fields], int]:
    """Give the rows with a doubt in every field of those that show such a sign.

    And the number of rows that may hold the text of another row, so that the count of rows is not sure.
    """
    doubts: list[list[Text]] = [[] for _ in rows]
    if columns.behind:
        for at, row in enumerate(rows):
            doubts[at] += _foreign(flow, row)
        for at in _unlike([flow.text[slice(*row.behind)] for row in rows]):
            doubts[at].append(messages.basis_differs())
        for at in _short_lines(flow, rows):
            doubts[at].append(messages.short_line())
    for at, row in enumerate(rows):
        if row.block is not None and (inside := holds_target(flow, *row.before)):
            doubts[at].append(messages.foreign_text(inside))
        if not columns.behind and row.behind[0] < row.behind[1]:
            doubts[at].append(messages.foreign_text(flow.text[slice(*row.behind)]))
        if columns.behind and not row.is_first and (level := _begins_with_level(flow, row)):
            doubts[at].append(messages.foreign_text(level))
        if columns.behind and _lacks_unit(read[at]):
            doubts[at].append(messages.without_unit())
    broken = [flow.has_page_break(*row.whole) for row in rows]
    unsure = sum(bool(found) or is_broken for found, is_broken in zip(doubts, broken, strict=True))
    return [_doubted(fields, found) for fields, found in zip(read, doubts, strict=True)], unsure


def _begins_with_level(flow: Flow, row: Row) -> str:
    """Give the level with which the words of a row begin that was cut off by the common basis, or nothing."""
    known = level_words("level2")
    return next((word for word in known if flow.text.startswith(word, row.before[0], row.before[1])), "")


def _lacks_unit(fields: Fields) -> bool:
    """Whether a number has no unit, or only 万: the words behind it may begin with one."""
    value = fields["target"].value
    return isinstance(value, ast.Bound) and value.value.unit in _NO_UNIT and "unit" not in fields


def _doubted(fields: Fields, doubts: Sequence[Text]) -> Fields:
    for doubt in doubts:
        fields = {name: marked(field, doubt) for name, field in fields.items()}
    return fields


def _foreign(flow: Flow, row: Row) -> Iterator[Text]:
    """Look for levels, targets, labels and lone numbers in what stands behind the closed columns."""
    start, end = row.behind
    inside = holds_target(flow, start, end)
    if inside:
        yield messages.foreign_text(inside)
    found = re.search(_LEVEL_INSIDE, flow.text[start:end])
    if found or any(find_segments(flow, start, end)):
        yield messages.foreign_text(found[0] if found else flow.text[start:end])
    label = re.search(any_of([*words("title_words"), *words("plan_groups")]), flow.text[start:end])
    if label:
        yield messages.foreign_text(label[0])
    lines = list(flow.pieces(start, end))
    if len(lines) > 1 and (last := flow.text[slice(*lines[-1])]).isdecimal():
        yield messages.lone_number(last)


def _unlike(texts: Sequence[str]) -> list[int]:
    """Find those unlike the rest: one that alone differs, or the common one with more or less."""
    blanks = [at for at, text in enumerate(texts) if not text]
    if blanks:
        return blanks if len(blanks) < len(texts) else []
    common, count = Counter(texts).most_common(1)[0] if texts else ("", 0)
    if count < _FEWEST_ALIKE:
        return []
    others = [at for at, text in enumerate(texts) if text != common]
    alone = len(others) == 1
    return [at for at in others if alone or _shares(texts[at], common)]


def _shares(text: str, common: str) -> bool:
    return common in text or text in common or text[:_SHARED] == common[:_SHARED]


def _short_lines(flow: Flow, rows: Sequence[Row]) -> list[int]:
    """Find rows whose lines behind the closed columns fill no width that suits all the others."""
    ranges = [widths(column_range(flow, list(flow.pieces(*row.behind)))) for row in rows]
    best, most = 0, 0
    for edge in {(bits & -bits) for bits in ranges if bits}:
        count = sum(bool(bits & edge) for bits in ranges)
        if count > most:
            best, most = edge, count
    return [at for at, bits in enumerate(ranges) if not bits & best] if most < len(ranges) else []
