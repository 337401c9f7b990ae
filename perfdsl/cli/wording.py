"""How help is written: a line in Chinese and one in English, wrapped by no rule that counts letters."""

from __future__ import annotations

PATHS_ZH = "PATH：目标表（.perf）、装有它们的文件夹，或 -（标准输入）"
PATHS_EN = "PATH: sheets (.perf), folders of them, or - (standard input)"


def both(*lines: str) -> str:
    """Give lines that stay as they are."""
    return "\n".join(("\b", *lines))


def with_paths(zh: str, en: str) -> str:
    """Help of a command that works on sheets."""
    return f"{both(zh, en)}\n\n{both(PATHS_ZH, PATHS_EN)}"
