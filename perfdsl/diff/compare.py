"""The story of a difference: match what belongs together, and compare each pair by what it means."""

from __future__ import annotations

from perfdsl.diff.compare_definitions import compare_definitions
from perfdsl.diff.compare_projects import compare_projects
from perfdsl.diff.difference import Difference
from perfdsl.diff.match_sheets import match_projects
from perfdsl.diff.sheets import Sheets


def compare(old: Sheets, new: Sheets) -> Difference:
    """Give all that differs between two checked states; order, layout, language and spelling do not."""
    pairs = (compare_projects(match) for match in match_projects(old, new))
    return Difference(
        tuple(pair for pair in pairs if pair.differs),
        tuple(compare_definitions(old.scheme, new.scheme)),
    )
