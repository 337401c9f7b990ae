"""Turns a stretch of a stream into a field with its printed text and its lines."""

from __future__ import annotations

from perfdsl.diagnostic import Text
from perfdsl.importers.draft import Field
from perfdsl.importers.flat.flow import Flow
from perfdsl.importers.read_fields import NOTHING, amount_field, text_field

Stretch = tuple[int, int]


def words_at(flow: Flow, stretch: Stretch) -> Field:
    """Read a stretch as words, and take it."""
    flow.take(*stretch)
    return text_field(flow.raw(*stretch), flow.spots(*stretch))


def amount_at(flow: Flow, stretch: Stretch) -> Field:
    """Read a stretch as an amount, and take it."""
    flow.take(*stretch)
    return amount_field(flow.raw(*stretch), flow.spots(*stretch))


def nothing_after(flow: Flow, label: Stretch) -> Field:
    """Give the field of a label with nothing behind it; its place is the label's."""
    return Field("", None, flow.spots(*label), "missing", (NOTHING,))


def marked(field: Field, doubt: Text) -> Field:
    """Doubt a field, a missing one too: what it misses may stand elsewhere."""
    doubted = field.doubted(doubt)
    return doubted._replace(status="check") if doubted.status == "missing" else doubted
