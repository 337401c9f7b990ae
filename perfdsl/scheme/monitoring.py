"""The meaning of a monitoring scheme (监控办法): bands of lights, what is due, which light is worst."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.source import Place
from perfdsl.syntax.ast import Light, LightSubject, Operator


class LightRule(NamedTuple):
    """A light and when it shines: ``op`` and ``bound`` of a ratio, or ``met``; neither: all the rest."""

    light: Light
    op: Operator | None
    bound: Fraction
    met: bool
    place: Place


class PacePoint(NamedTuple):
    """The execution rate (of 1) that must be reached by the end of a month."""

    month: int
    rate: Fraction


class MonitoringScheme(NamedTuple):
    """A monitoring scheme.

    ``lights``: subject → its rules, read from the left. ``pace``: in the order of months, with the light of
    who falls behind. ``worst``: all lights, the worst first. ``progress``: what is due between two points of
    a payment plan: a part of the way, or what the last point says.
    """

    name: str
    place: Place
    lights: Mapping[LightSubject, tuple[LightRule, ...]]
    pace: tuple[PacePoint, ...] = ()
    pace_light: Light = "red"
    worst: tuple[Light, ...] = ("red", "yellow", "blue", "green")
    progress: Literal["prorata", "by_node"] = "prorata"
    cites: tuple[str, ...] = ()
