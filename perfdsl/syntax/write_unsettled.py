"""What an imported form left open, as text."""

from __future__ import annotations

from perfdsl.syntax import ast
from perfdsl.syntax.wording import Wording
from perfdsl.syntax.write_words import write_name, write_text


def write_unsettled(line: ast.Unsettled, say: Wording) -> str:
    """Write ``待填 指标值 "12次" 因为 "没有运算符"``."""
    printed = f" {write_text(line.printed)}" if line.printed else ""
    reason = f" {say.joint('because')} {write_text(line.reason)}" if line.reason else ""
    return f"{say.head(line.how)} {write_name(line.field)}{printed}{reason}"
