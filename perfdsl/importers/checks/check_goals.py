"""Checks the words of goals for O and l in the place of digits: 32O.5公里."""

from __future__ import annotations

import re

from perfdsl.importers import messages
from perfdsl.importers.draft import Field, FormDraft, HeadName

_DOUBTFUL = re.compile(
    r"(?<![A-Za-z0-9.])[0-9.]{1,18}(?P<o>[Oo]{1,6})(?![A-Za-z])|(?<=[0-9])(?P<l>[lI]{1,6})(?=[0-9])"
)
_MOST_CHARACTERS = 2000
_GOALS: tuple[HeadName, ...] = ("expected_goal", "actual_goal", "period_goal")


def check_goals(form: FormDraft) -> FormDraft:
    """Mark goals with such characters."""
    head = {name: _checked(field) if name in _GOALS else field for name, field in form.head.items()}
    return form._replace(head=head, goals=tuple(map(_checked, form.goals)))


def _checked(field: Field) -> Field:
    said = str(field.value)[:_MOST_CHARACTERS] if field.status == "ok" else ""
    found = [one["o"] or one["l"] for one in _DOUBTFUL.finditer(said)]
    return field.doubted(messages.doubtful_characters("".join(found))) if found else field
