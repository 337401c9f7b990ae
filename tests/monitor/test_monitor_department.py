"""Indicators of a department's own: shown, ranked, counted, and named as the reason."""

from __future__ import annotations

import json

import pytest

from perfdsl.report.monitor_forms import MONITORING
from perfdsl.report.options import Options
from tests.cli.run import run
from tests.monitor.monitoring import SHEET, facts, monitored

ACTUALS = [
    "修路里程 = 7公里", "事故 = 0起", "制度 = 是", "知晓度 = 达成 90%", "满意度 = 95%", "执行数 7万元",
]  # fmt: skip
OFFICE = """采用 国家自评2020

部门 某局
  编码 101
  年度 2022
  产出指标 / 数量指标：
    检查 >= 12次
  效益指标 / 社会效益指标：
    覆盖率 >= 80%
  满意度指标 / 服务对象满意度指标：
    群众满意率 >= 90%
"""
DAY = "2022-07-31"


def text(*own: str) -> str:
    sheet = OFFICE + SHEET.removeprefix("采用 国家自评2020\n")
    return sheet + facts(DAY, *ACTUALS) + facts(DAY, *own, project="101")


RED = text("检查 = 1次", "覆盖率 = 80%", "群众满意率 = 90%")


def test_its_own_red_line_is_its_reason_and_comes_first() -> None:
    found = monitored(RED, DAY)
    (department,) = found.departments
    assert (department.light, found.projects[0].light) == ("red", "green")
    assert department.why.zh.startswith("自身指标 检查：")
    first = found.ranked[0]
    assert (type(first).__name__, first.light, first.line) == ("UrgentOwn", "red", 0)
    assert first.stake > 0
    assert found.urgent == ()


@pytest.mark.parametrize("form", ["text", "csv", "md", "json"])
def test_every_form_shows_it_with_its_reason(form: str) -> None:
    told = MONITORING.get(form)(monitored(RED, DAY), [], Options())
    assert "检查" in told
    assert "1次" in told
    assert "应完成 12次×7/12" in told.replace("\n", "")
    if form == "json":
        fields = json.loads(told)
        assert fields["departments"][0]["indicators"][0]["light"] == "red"
        assert (fields["urgent"][0]["department"], fields["urgent"][0]["project"]) == (0, None)


def test_it_fails_on_red(tmp_path) -> None:
    path = tmp_path / "表.perf"
    path.write_text(RED, encoding="utf-8")
    assert run("monitor", str(path), "--as-of", DAY, "--fail-on", "red").code == 1


def test_a_red_project_is_named_as_the_reason() -> None:
    own = text("检查 = 8次", "覆盖率 = 80%", "群众满意率 = 90%")
    (department,) = monitored(own.replace("修路里程 = 7公里", "修路里程 = 1公里"), DAY).departments
    assert (department.light, department.why.zh) == ("red", "项目 修路：红灯")


def test_what_is_yellow_and_not_wholly_known_is_yellow_at_least() -> None:
    some = text("检查 = 5次", "覆盖率 = 80%")
    (department,) = monitored(some, DAY).departments
    assert (department.light, department.at_least) == (None, "yellow")
