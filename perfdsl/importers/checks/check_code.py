"""Checks project codes: their characters, their length, and the other codes of the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from perfdsl.importers import messages
from perfdsl.importers.draft import Field, FormDraft, as_it_stands

USUAL_LENGTH = 21
_NEAR_USUAL = 15
_DOUBTFUL = re.compile(r"(?<=[0-9])[OoIl]+|[OoIl]+(?=[0-9])")
_MOST_CHARACTERS = 64
_CODE = re.compile(r"[0-9A-Za-z._/-]+")
_DIGITS = str.maketrans("OoIl", "0011")


def check_codes(forms: Sequence[FormDraft]) -> tuple[FormDraft, ...]:
    """Mark codes with O or l among digits, and codes of a length that no other code of the document has."""
    lengths = Counter(len(code) for form in forms if (code := _code(form)))
    return tuple(_check(form, lengths) for form in forms)


def _code(form: FormDraft) -> str:
    value = form.value("code")
    return value if isinstance(value, str) else ""


def _check(form: FormDraft, lengths: Counter[int]) -> FormDraft:
    code = _code(form)
    if not code:
        return form
    field = form.head["code"]
    doubtful = _DOUBTFUL.findall(code[:_MOST_CHARACTERS])
    if doubtful:
        field = field.doubted(messages.doubtful_characters("".join(doubtful)))
        field = field._replace(alternatives=as_it_stands(code.translate(_DIGITS)))
    if _CODE.fullmatch(code) is None:
        field = field.doubted(messages.odd_characters())
    field = _length(field, len(code), lengths)
    return form if field is form.head["code"] else form._replace(head={**form.head, "code": field})


def _length(field: Field, length: int, lengths: Counter[int]) -> Field:
    """A length that others have as well is a place's own; a lone short code is one of some other system."""
    others = lengths - Counter([length])
    if length == USUAL_LENGTH or (others[length] and length <= _MOST_CHARACTERS):
        return field
    usual = max(others, key=lambda one: (others[one], one)) if others else USUAL_LENGTH
    if not others and length < _NEAR_USUAL:
        return field
    return field.doubted(messages.odd_length(length, str(usual)))
