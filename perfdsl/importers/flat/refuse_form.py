"""Tells forms that a stream cannot show: other kinds than targets, and columns printed side by side."""

from __future__ import annotations

import re

from perfdsl.diagnostic import Text
from perfdsl.importers.draft import FormKind
from perfdsl.importers.flat import messages_form
from perfdsl.importers.flat.cut_forms import Region
from perfdsl.importers.flat.flow import Flow
from perfdsl.importers.flat.vocabulary import any_of, header_columns
from perfdsl.importers.labels import table

_WIDE_GAP = re.compile(r"\S(?:[ \t\u00a0]{3,}|[ \t\u00a0]*\u3000[ \t\u00a0\u3000]+)\S")
_FEWEST_WIDE = 3
_PART_OF_LINES = 5
_OF_KINDS: dict[str, FormKind] = {
    "actual": "self_evaluation", "score": "self_evaluation", "forecast": "monitoring",
    "likelihood": "monitoring", "cause_money": "monitoring", "period_target": "declaration",
}  # fmt: skip
_MOST_IN_HEADER = 120


def kind_of(flow: Flow, region: Region) -> FormKind:
    """Tell a form's kind by its title; where that names none, by the columns that only one kind has."""
    return _by_title(flow.text[region.start : region.title_end]) or _by_columns(flow, region) or "targets"


def _by_title(title: str) -> FormKind | None:
    kinds: dict[FormKind, str] = table()["title_kinds"]  # type: ignore[assignment]
    return next((kind for kind, said in kinds.items() if any(word in title for word in said.split())), None)


def _by_columns(flow: Flow, region: Region) -> FormKind | None:
    """Look at the header and what stands right behind it: ``1-7月执行情况`` is no label that is known."""
    if not region.headers:
        return None
    header = region.headers[0]
    labels = {label for label, name in header_columns().items() if name in _OF_KINDS and len(label) > 1}
    said = flow.text[header.start : min(header.end + _MOST_IN_HEADER, region.end)]
    first = re.search(any_of(("产出指标", "效益指标", "成本指标", "满意度指标")), said)
    said = said[: first.start()] if first else flow.text[header.start : header.end]
    found = {header_columns()[each] for each in re.findall(any_of(labels), said)}
    kinds = {_OF_KINDS[name] for name in found if name is not None}
    return next((kind for kind in ("monitoring", "declaration", "self_evaluation") if kind in kinds), None)


def has_columns_side_by_side(flow: Flow, start: int, end: int) -> bool:
    """Whether lines hold wide gaps, as where a page's columns are printed side by side.

    Then each line holds parts of several cells, and what belongs together stands on different lines.
    """
    if start >= end:
        return False
    lines = flow.lines[flow.line_of[start] : flow.line_of[end - 1] + 1]
    shown = [line.text for line in lines if line.text.strip()]
    wide = sum(_WIDE_GAP.search(text) is not None for text in shown)
    return wide >= _FEWEST_WIDE and wide * _PART_OF_LINES >= len(shown)


def refusal(flow: Flow, region: Region) -> Text | None:
    """Say why no form is read from a region; None where one can be."""
    kind = kind_of(flow, region)
    if kind != "targets":
        return messages_form.only_grids(kind, flow.text[region.start : region.title_end])
    if not region.headers:
        if has_columns_side_by_side(flow, region.start, region.limit):
            return messages_form.side_by_side()
        return messages_form.title_without_form() if region.has_title else messages_form.head_without_table()
    return None
