"""Settles what the columns of a table hold where a label alone does not say it: by content, or as a doubt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.importers import messages
from perfdsl.importers.grids.body_rows import BodyRow
from perfdsl.importers.grids.match_header import Column, Header
from perfdsl.importers.labels import words
from perfdsl.importers.tidy_text import key_of, tidy
from perfdsl.syntax.read_operator import read_operator_column

_DIRECTIONS = frozenset(
    {"正向", "反向", "正向指标", "反向指标", "正", "反", "正指标", "逆指标", "正向型", "反向型"}
)
_KINDS = frozenset({"定量", "定性", "定量指标", "定性指标"})
_SEVERAL = frozenset({"", "-", "side", "likelihood"})


class Settled(NamedTuple):
    """Columns with their final meanings.

    ``doubled``: meanings that two columns claim; ``period``: in a 申报表, the columns of the whole period.
    """

    columns: tuple[Column, ...]
    reasons: tuple[Text, ...] = ()
    doubled: frozenset[str] = frozenset()
    period: frozenset[int] = frozenset()


def settle_columns(header: Header, rows: Sequence[BodyRow]) -> Settled:
    """Decide operator or direction by content, name unknown columns, find two labels of one kind."""
    columns = _one_operator([_by_content(column, at, rows) for at, column in enumerate(header.columns)], rows)
    period = _period_set(columns) if header.sets > 1 else frozenset()
    _describe(columns)
    doubled: dict[str, list[str]] = {}
    seen: dict[str, Column] = {}
    for at, column in enumerate(columns):
        if at in period or column.meaning in _SEVERAL:
            continue
        if column.meaning in seen:
            doubled.setdefault(column.meaning, [seen[column.meaning].cell.text]).append(column.cell.text)
            columns[at] = column._replace(meaning="")
        else:
            seen[column.meaning] = column
    reasons = [messages.two_labels(meaning, labels) for meaning, labels in doubled.items()]
    for at, column in enumerate(header.columns):
        if column.meaning == "" and column.path:
            reasons.append(messages.unknown_header(header.columns[at].cell.text))
    return Settled(tuple(columns), tuple(reasons), frozenset(doubled), period)


def _by_content(column: Column, at: int, rows: Sequence[BodyRow]) -> Column:
    if column.meaning != "nature":
        return column
    said = _said(at, rows)
    if said and said <= _DIRECTIONS:
        return column._replace(meaning="direction")
    if said and not any(read_operator_column(one) is not None for one in said):
        return column._replace(meaning="-")
    return column._replace(meaning="operator")


def _said(at: int, rows: Sequence[BodyRow]) -> set[str]:
    return {tidy(row.entries[at].text) for row in rows} - {""}


def _one_operator(columns: list[Column], rows: Sequence[BodyRow]) -> list[Column]:
    """Take a column that only tells 定量 from 定性 for no rival of the one that holds operators."""
    operators = [at for at, column in enumerate(columns) if column.meaning == "operator"]
    kinds = [at for at in operators if _said(at, rows) and _said(at, rows) <= _KINDS]
    for at in kinds if len(kinds) < len(operators) else ():
        columns[at] = columns[at]._replace(meaning="-")
    return columns


def _describe(columns: list[Column]) -> None:
    """Take 指标内容 beside 三级指标 for the description."""
    names = [at for at, column in enumerate(columns) if column.meaning == "name"]
    has_description = any(column.meaning == "description" for column in columns)
    for at in names:
        if len(names) == 2 and not has_description and columns[at].path[-1:] == ("指标内容",):  # noqa: PLR2004
            columns[at] = columns[at]._replace(meaning="description")


def _period_set(columns: Sequence[Column]) -> frozenset[int]:
    """Find the columns of the whole period's targets; without a word over them they are the left ones."""
    second = _second_set(columns)
    left = frozenset(range(_after_level1(columns), second))
    right = frozenset(range(second, len(columns)))
    left_says = _says(columns, left, "year_words") or _says(columns, right, "period_words")
    return right if left_says and not _says(columns, left, "period_words") else left


def _after_level1(columns: Sequence[Column]) -> int:
    return next((at + 1 for at, column in enumerate(columns) if column.meaning == "level1"), 0)


def _second_set(columns: Sequence[Column]) -> int:
    seen = set[str]()
    for at, column in enumerate(columns):
        if column.meaning in seen and column.meaning not in _SEVERAL:
            return at
        seen.add(column.meaning)
    return len(columns)


def _says(columns: Sequence[Column], chosen: frozenset[int], kind: str) -> bool:
    return any(
        word in label for at in chosen for label in columns[at].path for word in map(key_of, words(kind))
    )
