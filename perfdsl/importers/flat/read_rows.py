"""Reads the rows of a table out of a stream: levels, closed columns, and the words between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perfdsl.diagnostic import Text
from perfdsl.importers.draft import Field, RowName, as_it_stands
from perfdsl.importers.flat import messages
from perfdsl.importers.flat.cells import Stretch, words_at
from perfdsl.importers.flat.find_levels import Segment
from perfdsl.importers.flat.find_rows import Row
from perfdsl.importers.flat.flow import BLANK, Flow
from perfdsl.importers.flat.split_columns import prefer_blanks, split_columns
from perfdsl.importers.flat.table_columns import Columns
from perfdsl.importers.flat.vocabulary import bare_word, level_words
from perfdsl.importers.read_fields import NOTHING, amount_field, target_field

Fields = dict[RowName, Field]
_MOST_WAYS = 6


def read_rows(flow: Flow, rows: Sequence[Row], columns: Columns) -> list[Fields]:
    """Read each row; two columns of words before the closed ones are cut by their widths."""
    sound = [not row.doubts and row.block is not None and not flow.has_page_break(*row.whole) for row in rows]
    two = len(columns.before) > 1
    cuts = _cuts(flow, rows, sound) if two else []
    read: list[Fields] = []
    for at, (row, levels) in enumerate(zip(rows, _all_levels(flow, rows), strict=True)):
        fields = levels | _words_before(flow, row, cuts[at] if two else None) | _closed(flow, row, columns)
        for name in columns.behind:
            is_blank = row.behind[0] >= row.behind[1]
            fields[name] = _nothing(flow, row) if is_blank else words_at(flow, row.behind)
            if row.is_cut:
                fields[name] = fields[name].noted(messages.after_common_basis())
        for doubt in _doubts(flow, row):
            fields = {name: field.doubted(doubt) for name, field in fields.items()}
        read.append(fields)
    return read


def _all_levels(flow: Flow, rows: Sequence[Row]) -> Iterator[Fields]:
    """Read the levels of each row; below a doubtful row, a first level not printed again is doubtful."""
    level1: Stretch | None = None
    is_sure = True
    for row in rows:
        if row.segment.level1 is not None:
            level1, is_sure = row.segment.level1, True
        is_odd = row.segment.level2 is None or row.segment.is_odd
        is_sure = is_sure and not is_odd and not _doubts(flow, row)
        fields = _levels(flow, row.segment, level1)
        if not is_sure:
            fields["level1"] = fields["level1"].doubted(messages.level_in_doubt())
        yield fields


def _cuts(flow: Flow, rows: Sequence[Row], sound: Sequence[bool]) -> list[tuple[int, ...]]:
    stretches = [row.before for row in rows]
    cuts = split_columns(flow, stretches, sound)
    joints = [
        flow.gaps[at]
        for row in rows
        if row.block
        for at in (row.block.start, row.block.end)
        if at < row.behind[1]
    ]
    return prefer_blanks(flow, stretches, cuts) if joints.count(BLANK) * 2 > len(joints) else cuts


def _doubts(flow: Flow, row: Row) -> list[Text]:
    return [*row.doubts, *([messages.over_page()] if flow.has_page_break(*row.whole) else [])]


def _nothing(flow: Flow, row: Row) -> Field:
    at = max(row.whole[0], row.behind[0] - 1)
    return Field("", None, flow.spots(at, at + 1), "missing", (NOTHING,))


def _levels(flow: Flow, segment: Segment, level1: Stretch | None) -> Fields:
    fields: Fields = {}
    for name, label, where in (("level1", "一级指标", level1), ("level2", "二级指标", segment.level2)):
        if where is None:
            reason = messages.level_missing(label)
            lost = Field("", None, flow.spots(segment.start, segment.body), "check", (reason,))
            fields[name] = lost  # type: ignore[index]
        else:
            fields[name] = words_at(flow, where)  # type: ignore[index]
    if segment.is_odd:
        doubt = messages.odd_level(fields["level2"].raw)
        fields = {name: field.doubted(doubt) for name, field in fields.items()}
    if level1 and segment.level2:
        first, second = flow.text[slice(*level1)], flow.text[slice(*segment.level2)]
        if not _fits(bare_word(first), bare_word(second)):
            doubt = messages.level_does_not_fit(first, second)
            fields = {name: field.doubted(doubt) for name, field in fields.items()}
    return fields


def _fits(first: str, second: str) -> bool:
    groups = level_words("level1").get(first, ())
    return not set(groups).isdisjoint(level_words("level2").get(second, ()))


def _words_before(flow: Flow, row: Row, cuts: tuple[int, ...] | None) -> Fields:
    start, end = row.before
    if start >= end:
        lost = _nothing(flow, row)
        return {"name": lost} if cuts is None else {"name": lost, "description": lost}
    if cuts is None:
        return {"name": words_at(flow, row.before)}
    if len(cuts) == 1:
        return {"name": words_at(flow, (start, cuts[0])), "description": words_at(flow, (cuts[0], end))}
    ways = as_it_stands(*(f"{flow.text[start:at]} | {flow.text[at:end]}" for at in cuts[:_MOST_WAYS]))
    doubt = messages.cut_unknown(len(cuts))
    whole = words_at(flow, row.before)._replace(value=None, alternatives=ways).doubted(doubt)
    return {"name": whole, "description": whole}


def _closed(flow: Flow, row: Row, columns: Columns) -> Fields:
    if row.block is None:
        lost = Field("", None, flow.spots(*row.before), "check", (messages.no_value(),))
        return dict.fromkeys(columns.closed, lost)
    raws = {name: flow.raw(*where) for name, where in row.block.cells}
    fields: Fields = {}
    for name, where in row.block.cells:
        spots = flow.spots(*where)
        flow.take(*where)
        if name == "target":
            unit, operator = raws.get("unit", ""), raws.get("operator", "")
            fields[name] = target_field(raws[name], spots, operator=operator, unit=unit)
        elif name == "weight":
            fields[name] = amount_field(raws[name].rstrip("%％分"), spots)
        else:
            fields[name] = words_at(flow, where)
        for doubt in row.block.doubts if name == "target" else ():
            fields[name] = fields[name].doubted(doubt)
    return fields
