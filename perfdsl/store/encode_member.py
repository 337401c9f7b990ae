"""Projects as members of their departments, as plain lists: what a check of many sheets keeps of each."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from perfdsl.source import Source
from perfdsl.store.encode import decode_place, encode_place

if TYPE_CHECKING:
    from perfdsl.scheme.scheme import MemberScheme


def encode_member(department: str, member: MemberScheme) -> list[Any]:
    """Encode a project and the code of its department as plain lists."""
    numbers = [None if number is None else str(number) for number in (member.budget, member.weight)]
    return [member.code, member.name, department, *numbers, encode_place(member.place)]


def decode_member(kept: list[Any], known: dict[str, Source]) -> tuple[str, MemberScheme]:
    """Read what ``encode_member`` gave."""
    from perfdsl.scheme.scheme import MemberScheme

    code, name, department, *numbers, place = kept
    budget, weight = (None if number is None else Fraction(number) for number in numbers)
    return department, MemberScheme(code, name, decode_place(place, known), budget, weight)
