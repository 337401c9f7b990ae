"""By which bands, and on which day of which year, a project is monitored."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from perfdsl.monitor.count_months import months_over
from perfdsl.scheme.monitoring import MonitoringScheme


class Watch(NamedTuple):
    """A monitoring scheme, the day, the project's year, and how many of its months are over (0 to 12)."""

    scheme: MonitoringScheme
    day: date
    year: int
    month: int


def watch_on(scheme: MonitoringScheme, day: date, year: int | None) -> Watch:
    """Watch a project of a year; of the day's own year where it names none."""
    return Watch(scheme, day, day.year if year is None else year, months_over(day, year))
