"""A price and a mean are levels, whatever their unit."""

from __future__ import annotations

import pytest

from tests.monitor.monitoring import SHEET, facts, line_of

DAY = "2022-07-31"


@pytest.mark.parametrize("name", ["采购单价", "人均成本", "每公里造价", "补助标准", "平均费用"])
def test_a_price_is_not_extrapolated_like_a_sum(name: str) -> None:
    text = SHEET.replace("修路里程 >= 12公里", f"{name} <= 5元") + facts(DAY, f"{name} = 6元")
    line = line_of(text, DAY, name)
    assert line.forecast is not None
    assert line.forecast.value == 6
    held = SHEET.replace("修路里程 >= 12公里", f"{name} >= 12元") + facts(DAY, f"{name} = 12元")
    assert (line_of(held, DAY, name).kind, line_of(held, DAY, name).due) == ("level", 12)


@pytest.mark.parametrize(
    "target", ["总成本 >= 12元", "标准化厂房数 >= 12座", "价格监测 >= 12次", "每年培训 >= 12次"]
)
def test_what_adds_up_still_does(target: str) -> None:
    name = target.split(maxsplit=1)[0]
    text = SHEET.replace("修路里程 >= 12公里", target)
    assert line_of(text, DAY, name).kind == "cumulative"
