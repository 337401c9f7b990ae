"""Whether the rules of a rubric contradict one another."""

from __future__ import annotations

from perfdsl.proof.finding import Finding
from perfdsl.scheme.scheme import RubricScheme


def prove_rules(_rubric: RubricScheme) -> list[Finding]:
    """Give what is known of the rules of a rubric: nothing yet."""
    return []
