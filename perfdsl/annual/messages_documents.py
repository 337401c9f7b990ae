"""The wording of complaints about reports that cannot be written (P1517)."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Text, complaint

_NO_PLACE = Text("", "")


def no_library(library: str, ending: str) -> Diagnostic:
    """Complain of a library that is not installed."""
    return complaint(
        "P1517", None, Text(f"没有安装 {library}，写不了 {ending} 报告", f"{library} is not installed, so no {ending} report can be written"),
        _NO_PLACE, Text("安装：pip install 'perfdsl[report]'", "install it: pip install 'perfdsl[report]'"),
    )  # fmt: skip
