"""Parts what a command tells about the files that it wrote from the warnings that it only counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from perfdsl.cli.speak import in_order
from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.source import Source


def hold_back(
    diagnostics: Diagnostics, sources: Sequence[Source], is_shown: Callable[[Diagnostic], bool]
) -> tuple[Diagnostics, Diagnostics]:
    """Give what is told, in the order of the texts, and what is held back; errors are always told."""
    told, held_back = Diagnostics(), Diagnostics()
    for each in in_order(diagnostics, sources):
        (told if each.severity == "error" or is_shown(each) else held_back).add(each)
    return told, held_back
