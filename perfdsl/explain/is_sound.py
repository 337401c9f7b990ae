"""Whether a line can be explained although other facts of its project are wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from perfdsl.actuals.fact import SPENT, Fact
from perfdsl.diagnostic import Diagnostics
from perfdsl.explain.find_asked import EXECUTION, Asked
from perfdsl.scheme.names import key, project_keys
from perfdsl.source import Place, TextPlace


def is_sound(asked: Asked, facts: Iterable[Fact], diagnostics: Diagnostics) -> bool:
    """Whether no error is about the one line that is asked for: its indicator, or any of its facts."""
    if asked.indicator is None:
        return False
    own = list(_places(asked, facts))
    return not any(
        _touches(label.place, place)
        for diagnostic in diagnostics
        if diagnostic.severity == "error"
        for label in diagnostic.labels
        for place in own
    )


def _places(asked: Asked, facts: Iterable[Fact]) -> Iterator[Place]:
    keys = project_keys(asked.project) - {""}
    is_rate = asked.indicator == EXECUTION
    name = ""
    if asked.indicator is not None and not is_rate:
        each = asked.project.indicators[asked.indicator]
        name = key(each.name)
        yield each.place
    for fact in facts:
        if key(fact.project) in keys and (fact.own == SPENT if is_rate else key(fact.indicator) == name):
            yield from (fact.place, fact.indicator_place)


def _touches(one: Place, other: Place) -> bool:
    if isinstance(one, TextPlace) and isinstance(other, TextPlace):
        return one.source is other.source and one.start < other.end and other.start < one.end
    return one == other
