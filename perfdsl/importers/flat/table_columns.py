"""What the columns of a table are, by its header, and whether a stream can tell them apart."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from perfdsl.importers.draft import RowName
from perfdsl.importers.flat.cut_forms import Header
from perfdsl.importers.flat.flow import Flow
from perfdsl.importers.flat.vocabulary import header_columns

_OPEN: Final[tuple[RowName, ...]] = ("name", "description", "basis")
_CLOSED: Final[tuple[RowName, ...]] = ("target", "operator", "unit", "weight", "direction")
_BEFORE: Final[tuple[RowName, ...]] = ("level1", "level2")


class Columns(NamedTuple):
    """The columns behind the levels: words before the closed ones, the closed ones, words behind them."""

    before: tuple[RowName, ...]
    closed: tuple[RowName, ...]
    behind: tuple[RowName, ...]


def columns_of(flow: Flow, header: Header) -> Columns | None:
    """Give the columns of a header; None where a stream cannot tell them apart.

    It can where two columns of words at most stand before the closed ones, and one at most behind.
    """
    names = [meaning_of(flow.text[start:end]) for start, end in header.labels]
    if "target" in names:
        # 指标性质 before the target holds its operator, or 定性; behind it, 正向 or 反向.
        target = names.index("target")
        names = ["operator" if name == "direction" and at < target else name for at, name in enumerate(names)]
    if tuple(names[:2]) != _BEFORE or None in names or len(set(names)) < len(names):
        return None
    rest = [name for name in names[2:] if name is not None]
    closed = [at for at, name in enumerate(rest) if name in _CLOSED]
    if "target" not in rest or closed != list(range(closed[0], closed[-1] + 1)):
        return None
    before, middle, behind = rest[: closed[0]], rest[closed[0] : closed[-1] + 1], rest[closed[-1] + 1 :]
    if before not in (["name"], ["name", "description"]) or len(behind) > 1:
        return None
    if any(name not in _OPEN for name in behind):
        return None
    return Columns(tuple(before), tuple(middle), tuple(behind))


def meaning_of(label: str) -> RowName | None:
    """Tell what a header names, with or without what stands in brackets behind it."""
    known = header_columns()
    return known.get(label) or known.get(re.sub(r"[（(][^（）()]*[)）]$", "", label))
