"""The wording of what is said about tables that go on over pages."""

from __future__ import annotations

from perfdsl.diagnostic import Text


def rows_left(count: int) -> Text:
    """Rows that look like indicators, below the table that was read."""
    return Text(
        f"表后还有 {count} 行像是指标，没有读进来：可能是同一张表的续页，请核对",
        f"{count} more rows below the table look like indicators and were not read: it may go on there, check",
    )


ROW_LEFT = Text(
    "表后像是指标的行，没有读进来", "a row below the table that looks like an indicator, not read"
)
MARGIN = Text("页眉、页脚或页间的文字", "a running head or foot, or a line between two parts of a table")
