"""Rows of a published table of self-scores, as printed: target, actual, weight and what was awarded."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Spot
from perfdsl.source import CellPlace


class Points(NamedTuple):
    """A printed number of points, and with how many decimals it was printed (``7.50`` has two)."""

    value: Fraction
    places: int


class PublishedRow(NamedTuple):
    """One indicator of a published table. Texts are as printed, without white space around them.

    ``weight`` and ``awarded`` are None where nothing is printed, or where it is no number of points (their
    texts tell which); ``place`` is the cell of the score. ``year`` completes dates that print none.
    Of a filled form, ``spot`` says where the row stands, whatever kind of document it is, and ``doubts`` why
    what is compared may have been misread.
    """

    project: str
    group: tuple[str, ...]
    indicator: str
    target: str
    operator: str
    unit: str
    actual: str
    weight_text: str
    score_text: str
    note: str
    year: int | None
    weight: Points | None
    awarded: Points | None
    place: CellPlace
    spot: Spot | None = None
    doubts: tuple[Text, ...] = ()


class Published(NamedTuple):
    """A published table: its file, and its rows in order."""

    file: str
    rows: tuple[PublishedRow, ...]
