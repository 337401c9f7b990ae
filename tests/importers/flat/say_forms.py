"""Lines of streams for tests, and a form as it was read held against what it should be."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from perfdsl.documents.document import Line, OnLines, OnPage
from perfdsl.importers.draft import Field, FormDraft
from tests.importers.flat.typeset_text import Form

SEED = Path(__file__).parents[2] / "data" / "linxi-2022"


def lines_of(text: str) -> tuple[Line, ...]:
    return tuple(Line(line, OnLines(at, at)) for at, line in enumerate(text.split("\n"), 1))


def lines_of_pages(*pages: str) -> tuple[Line, ...]:
    return tuple(
        Line(line, OnPage(number, 0, 100 * at, 1000, 100 * at + 100))
        for number, page in enumerate(pages, 1)
        for at, line in enumerate(page.split("\n"))
    )


def seed_lines() -> tuple[Line, ...]:
    return lines_of((SEED / "linxi-2022.txt").read_text(encoding="utf-8"))


def truth() -> dict[str, Any]:
    return json.loads((SEED / "linxi-2022.json").read_text(encoding="utf-8"))


def tight(text: str | None) -> str:
    return "".join((text or "").split())


def judge(field: Field | None, want: str, *, is_form_doubted: bool = False) -> str:
    """Tell whether a field is right, flagged, or wrong without a word."""
    if field is None:
        return "absent"
    doubted = field.status in {"check", "conflict"}
    if tight(field.raw) == tight(want):
        return "right, flagged" if doubted else "right"
    return "wrong, flagged" if doubted or is_form_doubted else "silently wrong"


def judge_form(form: FormDraft, made: Form) -> Counter[str]:
    """Count the fields of a form by how they came out; rows count only where their number is right."""
    found: Counter[str] = Counter()
    for name in ("code", "name", "budget", "fiscal", "other", "purpose"):
        found[judge(form.head.get(name), getattr(made, name))] += 1
    for at, goal in enumerate(made.goals):
        found[judge(form.goals[at] if at < len(form.goals) else None, goal)] += 1
    for at, amount in enumerate(made.plan):
        found[judge(form.plan[at].amount if at < len(form.plan) else None, amount)] += 1
    if len(form.rows) != len(made.rows):
        found["wrong, flagged" if form.reasons else "silently wrong"] += 6 * len(made.rows)
        return found
    level1 = level2 = ""
    for row, want in zip(form.rows, made.rows, strict=True):
        level1, level2 = want.level1 or level1, want.level2 or level2
        for name in ("name", "description", "target", "basis"):
            found[judge(row.fields.get(name), getattr(want, name))] += 1
        found[judge(row.fields.get("level1"), level1)] += 1
        found[judge(row.fields.get("level2"), level2)] += 1
    return found
