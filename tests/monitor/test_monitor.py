"""The heading says which months are counted, and that a day lies outside the year."""

from __future__ import annotations

import pytest

from perfdsl.report.lay_monitored import lay_monitored
from tests.monitor.monitoring import SHEET, monitored

OTHER = (
    SHEET.removeprefix("采用 国家自评2020")
    .replace("P001", "P002")
    .replace("修路", "修桥")
    .replace("2022", "2021")
)


@pytest.mark.parametrize(
    ("day", "month", "said"),
    [
        ("2022-07-31", 7, "（当年已过 7 个月）"),
        ("2023-02-01", 12, "（这一天不在 2022 年度内，该年度已过 12 个月）"),
        ("2021-05-01", 0, "（这一天不在 2022 年度内，该年度已过 0 个月）"),
    ],
)
def test_the_months_of_the_year_of_the_projects(day: str, month: int, said: str) -> None:
    found = monitored(SHEET, day)
    assert (found.month, found.years) == (month, (2022,))
    assert said in lay_monitored(found, "zh").title


def test_projects_of_several_years() -> None:
    found = monitored(SHEET + OTHER, "2022-02-28")
    assert (found.month, found.years) == (2, (2021, 2022))
    assert "2021、2022" in lay_monitored(found, "zh").title
