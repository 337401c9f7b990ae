"""No damage that one grid can show goes unreported; what it cannot show is counted, not promised."""

from __future__ import annotations

import random
from functools import cache

import pytest

from perfdsl.documents.document import Document, Grid
from perfdsl.importers.draft import FormDraft
from perfdsl.importers.grids.read_forms import read_forms
from tests.importers import damage
from tests.importers.read_files import SEED, doubts, read_document

FORMS = 100
SEEN = (
    damage.blank_cell, damage.unknown_header, damage.letters_for_digits, damage.budget_digit,
    damage.merged_cells, damage.text_moved_into_neighbour, damage.swapped_headers,
)  # fmt: skip


@cache
def single_forms() -> tuple[Document, ...]:
    """Each form of the seed as a document of its own: its title lines and its table."""
    document = read_document("tables.html", (SEED / "forms" / "tables.html").read_bytes())
    found, start = [], 0
    for at, block in enumerate(document.blocks):
        if isinstance(block, Grid):
            found.append(document._replace(blocks=document.blocks[start : at + 1]))
            start = at + 1
    return tuple(found)


@cache
def good_forms() -> tuple[tuple[FormDraft, ...], ...]:
    return tuple(read_forms(document)[0] for document in single_forms())


def spoil(how: damage.Damage) -> damage.Count:
    total = damage.Count(0, 0, 0)
    for number in range(FORMS):
        rng = random.Random(number)  # noqa: S311 (which cell is damaged is no secret)
        at = number % len(single_forms())
        spoiled = how(single_forms()[at], rng)
        assert spoiled is not None
        one = damage.count(good_forms()[at], spoiled)
        total = damage.Count(*(a + b for a, b in zip(total, one, strict=True)))
    return total


def test_clean_forms_are_not_suspected():
    for forms in good_forms():
        (form,) = forms
        assert doubts(form) == []


@pytest.mark.parametrize("how", SEEN, ids=lambda one: one.__name__)
def test_no_wrong_field_goes_unreported(how):
    found = spoil(how)
    print(how.__name__, found)
    assert found.wrong >= FORMS
    assert found.unreported_by_row == 0


@pytest.mark.parametrize("how", [damage.half_text_lost, damage.digit_typo], ids=lambda one: one.__name__)
def test_what_one_grid_cannot_show_is_only_counted(how):
    found = spoil(how)
    print(how.__name__, found)
    assert found.wrong == FORMS
    assert 0 < found.unreported_by_row < FORMS
