"""From a monitoring scheme (监控办法) as written to its meaning, with what is wrong in it told."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages, messages_monitoring
from perfdsl.scheme.check_lights import check_lights
from perfdsl.scheme.definitions import Defined, Definitions, unit_of
from perfdsl.scheme.monitoring import LightRule, MonitoringScheme, PacePoint
from perfdsl.source import Place, Source
from perfdsl.syntax import ast
from perfdsl.units import PURE, Unit

ALL_LIGHTS: tuple[ast.Light, ...] = ("red", "yellow", "blue", "green")
NEEDED: tuple[ast.LightSubject, ...] = ("money", "upward", "downward", "qualitative")
"""What every scheme must say; a gap (差距) need not be watched."""
N = TypeVar("N", bound=ast.Node)
MOST_BARE = 10
"""A bare number above this is a percentage whose sign was forgotten: 60 for 60%."""


class MonitoringReader:
    """Reads each monitoring scheme once, although many rubrics name it."""

    __slots__ = ("_known", "diagnostics", "torn")

    def __init__(self, diagnostics: Diagnostics, torn: frozenset[int]) -> None:
        """Remember who hears complaints, and which blocks could not be read whole."""
        self.diagnostics, self.torn = diagnostics, torn
        self._known: dict[int, MonitoringScheme] = {}

    def find(self, name: str, home: Definitions) -> MonitoringScheme | None:
        """Give a scheme by name, a user's own before the shipped; None where there is none."""
        found = home.find_monitoring(name)
        return None if found is None else self.read(*found)

    def read_all(self, home: Definitions) -> dict[str, MonitoringScheme]:
        """Give all schemes of some files, and the shipped that are loaded, by the keys of their names."""
        beyond = {} if home.shipped is None else self.read_all(home.shipped)
        return beyond | {name: self.read(defined, home) for name, defined in home.monitorings.items()}

    def read(self, defined: Defined, home: Definitions) -> MonitoringScheme:
        """Give the meaning of a scheme; what is wrong in it is told at the first reading."""
        scheme = self._known.get(id(defined.node))
        if scheme is None:
            scheme = self._known[id(defined.node)] = _Reading(defined, home, self.diagnostics).scheme(
                is_whole=id(defined.node) not in self.torn
            )
        return scheme


class _Reading:
    """Reads one scheme."""

    __slots__ = ("diagnostics", "home", "node", "source")

    def __init__(self, defined: Defined, home: Definitions, diagnostics: Diagnostics) -> None:
        self.source: Source = defined.source
        assert isinstance(defined.node, ast.Monitoring)  # noqa: S101 — found among monitoring schemes
        self.node: ast.Monitoring = defined.node
        self.home, self.diagnostics = home, diagnostics

    def scheme(self, *, is_whole: bool) -> MonitoringScheme:
        lights = self._lights()
        pace = self._only(ast.Pace)
        worst = self._only(ast.Worst)
        progress = self._only(ast.Progress)
        if is_whole:
            self._complain_of_lacks(lights, has_pace=pace is not None)
        return MonitoringScheme(
            name=self.node.name,
            place=self.source.place(self.node.name_span),
            lights=lights,
            pace=() if pace is None else tuple(self._pace(pace)),
            pace_light="red" if pace is None else pace.light,
            worst=ALL_LIGHTS if worst is None else self._worst(worst),
            progress="prorata" if progress is None else progress.how,
            cites=tuple(part.text for part in self.node.parts if isinstance(part, ast.Cite)),
        )

    def _lights(self) -> dict[ast.LightSubject, tuple[LightRule, ...]]:
        found: dict[ast.LightSubject, tuple[LightRule, ...]] = {}
        first: dict[ast.LightSubject, ast.Lights] = {}
        for part in self.node.parts:
            if not isinstance(part, ast.Lights):
                continue
            before = first.setdefault(part.subject, part)
            if before is not part:
                places = self._place(part), self._place(before)
                self.diagnostics.add(messages_monitoring.subject_twice(*places, part.subject))
                continue
            rules = [self._rule(part.subject, band) for band in part.bands]
            known = tuple(rule for rule in rules if rule is not None)
            found[part.subject] = known
            if len(known) == len(rules):
                check_lights(part.subject, known, self._place(part), self.diagnostics)
        return found

    def _rule(self, subject: ast.LightSubject, band: ast.LightBand) -> LightRule | None:
        place = self._place(band)
        if band.met and subject in {"money", "gap"}:
            self.diagnostics.add(messages_monitoring.nothing_to_meet(place, subject))
            return None
        if band.bound is not None and subject == "downward":
            self.diagnostics.add(messages_monitoring.no_progress_downward(place))
            return None
        bound = Fraction(0) if band.bound is None else self._ratio(band.bound, gap=subject == "gap")
        return None if bound is None else LightRule(band.light, band.op, bound, band.met, place)

    def _ratio(self, number: ast.Number, *, gap: bool = False) -> Fraction | None:
        """Read a ratio (a gap may be in 个百分点); None after a complaint."""
        unit = unit_of(number, self.source, self.home.units, self.diagnostics)
        if unit is None:
            return None
        if not _is_ratio(unit, number, gap=gap):
            self.diagnostics.add(messages_monitoring.not_a_ratio(self._place(number), number.text))
            return None
        return Fraction(number.value) * unit.factor

    def _pace(self, node: ast.Pace) -> list[PacePoint]:
        """Read the points that rise in month and rate; the others are complained of and left out."""
        found: list[PacePoint] = []
        before = node.points[0]
        for point in node.points:
            rate = self._ratio(point.amount)
            if rate is None:
                continue
            if found and (point.month <= found[-1].month or rate < found[-1].rate):
                places = self._place(point), self._place(before)
                self.diagnostics.add(messages_monitoring.pace_falls(*places))
                continue
            found.append(PacePoint(point.month, rate))
            before = point
        return found

    def _worst(self, node: ast.Worst) -> tuple[ast.Light, ...]:
        if sorted(node.lights) != sorted(ALL_LIGHTS):
            self.diagnostics.add(messages_monitoring.worst_incomplete(self._place(node), node.lights))
            return ALL_LIGHTS
        return node.lights

    def _only(self, kind: type[N]) -> N | None:
        """Give the one part of a kind; a second is complained of."""
        parts = [part for part in self.node.parts if isinstance(part, kind)]
        for again in parts[1:]:
            places = self._place(again), self._place(parts[0])
            self.diagnostics.add(messages.part_twice(*places, getattr(again, "kind", "")))
        return parts[0] if parts else None

    def _complain_of_lacks(
        self, lights: dict[ast.LightSubject, tuple[LightRule, ...]], *, has_pace: bool
    ) -> None:
        lacks = [each for each in NEEDED if each not in lights and not (each == "money" and has_pace)]
        if lacks:
            place = self.source.place(self.node.name_span)
            self.diagnostics.add(messages_monitoring.subjects_missing(place, self.node.name, lacks))

    def _place(self, node: ast.Node) -> Place:
        return self.source.place(node.span)


def _is_ratio(unit: Unit, number: ast.Number, *, gap: bool) -> bool:
    if unit.dimension != PURE.dimension or (unit.flavour == "difference" and not gap):
        return False
    return bool(unit.flavour) or abs(number.value) <= MOST_BARE
