"""How help is written: a line in Chinese, a line in English, neither wrapped by a rule that counts letters."""

from __future__ import annotations

PATHS_ZH = "PATH：目标表（.perf）、装有它们的文件夹，或 -（标准输入）"
PATHS_EN = "PATH: sheets (.perf), folders of them, or - (standard input)"


def both(*lines: str) -> str:
    """Give lines that stay as they are."""
    return "\n".join(("\b", *lines))
