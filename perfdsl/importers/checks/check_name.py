"""Checks a project's name against the form's title, which often repeats it."""

from __future__ import annotations

from difflib import SequenceMatcher

from perfdsl.importers import messages
from perfdsl.importers.draft import Field, FormDraft, HeadName, as_it_stands
from perfdsl.importers.grids.read_title import is_generic, name_in_title
from perfdsl.importers.tidy_text import key_of

_NEAR_TENTHS = 6
_MOST_CHARACTERS = 80


def check_name(form: FormDraft) -> FormDraft:
    """Mark name and title where the title names nearly, and not quite, the same project.

    A numbered title (``1.代表之家运行经费绩效目标表``) is made of the name, and must hold it whole.
    """
    title, name = form.value("title"), form.value("name")
    if not isinstance(title, str) or not isinstance(name, str):
        return form
    inside, said = key_of(name_in_title(title))[:_MOST_CHARACTERS], key_of(name)[:_MOST_CHARACTERS]
    if not inside or inside == said or is_generic(inside):
        return form
    is_numbered = "seq" in form.head
    if not is_numbered and (said in inside or not _is_near(inside, said)):
        return form
    told = messages.title_differs(inside, name)
    fields: dict[HeadName, Field] = {
        "name": form.head["name"]
        .doubted(told, "conflict")
        ._replace(alternatives=as_it_stands(name_in_title(title))),
        "title": form.head["title"].doubted(told, "conflict"),
    }
    return form._replace(head={**form.head, **fields})


def _is_near(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() * 10 >= _NEAR_TENTHS
