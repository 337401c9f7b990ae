"""Exceptions that a method or a rubric declares: what may be refuted of it, and why that is meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from perfdsl.proof.finding import Property

WORDS: Mapping[Property, str] = {
    "gap": "gap",
    "range": "beyond_range",
    "monotone": "not_monotone",
    "order": "not_monotone",
    "unreachable": "unreachable",
    "jump": "jump",
    "overlap": "overlap",
    "weights": "weights",
    "holds": "unreachable",
    "agree": "overlap",
    "shows": "unreachable",
    "falls": "not_monotone",
}
"""Property → word of ``允许`` (in English, as the tree has it) that lets it be refuted."""


def allowed_by(*nodes: Any) -> dict[str, str]:  # noqa: ANN401 — a rubric or a method, both have parts
    """Give what is allowed in these blocks, the nearest first: word → reason."""
    found: dict[str, str] = {}
    for part in _parts(nodes):
        if getattr(part, "kind", "") == "allow":
            found.setdefault(part.what, part.reason)
    return found


def _parts(nodes: Iterable[Any]) -> Iterable[Any]:
    return (part for node in nodes for part in node.parts)
