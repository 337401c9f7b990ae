"""Weighs the drawings inside drawings of a PDF: ten that each hold ten, six times over, are a million."""

from __future__ import annotations

import re

from perfdsl.documents.readers.pdf.bounds import MOST_DRAWINGS, MOST_PARTS
from perfdsl.documents.readers.pdf.find_parts import Part, TooLargeError, find_parts

_OBJECT = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+obj\b")
_LONGEST = 4_096
_REFERENCE = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+R\b")
_DRAW = re.compile(rb"/[^\s/]+\s+Do\b")
_PAIR = re.compile(rb"\d+")
_DEEPEST = 40


def is_bomb(data: bytes) -> bool:
    """Whether a part of a file is too large, or its drawings hold each other too often."""
    drawings: dict[int, tuple[int, set[int]]] = {}
    plain: dict[int, set[int]] = {}
    try:
        for part in find_parts(data):
            if b"/ObjStm" in part.head:
                plain.update(_held_objects(part))
            elif b"/Form" in part.head:
                drawings[part.number] = len(_DRAW.findall(part.body)), _references(part.head)
        if any(times for times, _ in drawings.values()):
            plain.update(_plain_objects(data))
    except TooLargeError:
        return True
    weights: dict[int, int] = {}
    return any(_weigh(number, drawings, plain, weights, 0) > MOST_DRAWINGS for number in drawings)


def _plain_objects(data: bytes) -> dict[int, set[int]]:
    objects: dict[int, set[int]] = {}
    for count, match in enumerate(_OBJECT.finditer(data)):
        if count > MOST_PARTS:
            raise TooLargeError
        end = data.find(b"endobj", match.end(), match.end() + _LONGEST)
        if end > 0:
            objects[int(match[1])] = _references(data[match.end() : end])
    return objects


def _references(text: bytes) -> set[int]:
    return set(map(int, _REFERENCE.findall(text)))


def _held_objects(part: Part) -> dict[int, set[int]]:
    """Give what the objects of a packed table of objects refer to."""
    first = re.search(rb"/First\s+(\d{1,8})", part.head)
    if first is None:
        return {}
    head, body = part.body[: int(first[1])], part.body[int(first[1]) :]
    numbers = list(map(int, _PAIR.findall(head[:1_000_000])))
    starts = [*numbers[1::2], len(body)]
    return {
        number: _references(body[start:end])
        for number, start, end in zip(numbers[::2], starts, starts[1:], strict=False)
    }


def _weigh(
    number: int,
    drawings: dict[int, tuple[int, set[int]]],
    plain: dict[int, set[int]],
    weights: dict[int, int],
    depth: int,
) -> int:
    """Give how many drawings are drawn by one at most: as often as it draws, its heaviest one."""
    if depth > _DEEPEST:
        return MOST_DRAWINGS + 1
    if number not in weights:
        weights[number] = 1  # a drawing that holds itself is not drawn again
        times, references = drawings[number]
        reached = references.union(*(plain.get(each, set()) for each in references if each not in drawings))
        inner = [_weigh(each, drawings, plain, weights, depth + 1) for each in reached if each in drawings]
        weights[number] = min(1 + times * max(inner, default=0), MOST_DRAWINGS + 1)
    return weights[number]
