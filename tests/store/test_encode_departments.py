"""Departments and goals come back from the store as they were."""

from __future__ import annotations

from perfdsl.source import TextPlace
from perfdsl.store.encode import read, write
from perfdsl.store.encode_scorecard import decode_scorecard, encode_scorecard
from tests.report import invented_year
from tests.store.test_encode import places_of


def test_departments_and_goals_come_back() -> None:
    card = invented_year.departmental()
    own = tuple(each.own for each in card.departments if each.own)
    places = [*places_of(card), *places_of(card._replace(projects=own)), card.departments[0].place]
    sources = {place.source.name: place.source for place in places if isinstance(place, TextPlace)}
    kept = encode_scorecard(card)
    back = decode_scorecard(read(write(kept)), sources)
    assert encode_scorecard(back) == kept
    assert back.departments[0].own_share == card.departments[0].own_share
    assert back.projects[0].goals == card.projects[0].goals
