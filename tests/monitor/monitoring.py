"""Monitors texts in memory, as ``perfdsl monitor`` would."""

from __future__ import annotations

from datetime import date

from perfdsl import pipeline
from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.library import shipped
from perfdsl.monitor.monitor import monitor
from perfdsl.monitor.monitored import Monitored, MonitoredLine, MonitoredProject
from perfdsl.pipeline import Request
from perfdsl.source import Source
from tests.scoring import say_all

SHEET = """采用 国家自评2020

项目 修路
  编码 P001
  部门 101
  年度 2022
  预算 12万元
  目标 一 "路修好"
  目标 二 "群众满意"
  产出指标 / 数量指标：
    修路里程 >= 12公里
      对应 一
    事故 = 0起
      对应 一
  产出指标 / 时效指标：
    完工时间 <= 9月份
      对应 一
  效益指标 / 社会效益指标：
    制度 是 健全
    知晓度 定性 "显著提升"
  满意度指标 / 服务对象满意度指标：
    满意度 >= 90%
      对应 二
"""


def monitor_text(
    text: str, day: str, bands: str = "", rubric: str = ""
) -> tuple[Monitored | None, list[Diagnostic]]:
    """Monitor a text on a day."""
    found, on = Diagnostics(), date.fromisoformat(day)
    request = Request(rubric, on, bands=bands)
    scheme, plan = pipeline.prepare([Source("表.perf", text)], found, shipped, request)
    scorecard = pipeline.run(scheme, plan, [], found, request)
    if scorecard is None:
        return None, list(found)
    return monitor(scheme, plan, [], scorecard, on, found, bands), list(found)


def monitored(text: str, day: str, **wishes: str) -> Monitored:
    """Monitor a text that must be free of errors."""
    result, found = monitor_text(text, day, **wishes)
    assert result is not None, say_all(found)
    return result


def project_of(text: str, day: str, **wishes: str) -> MonitoredProject:
    (project,) = monitored(text, day, **wishes).projects
    return project


def line_of(text: str, day: str, name: str, **wishes: str) -> MonitoredLine:
    (line,) = (line for line in project_of(text, day, **wishes).lines if line.score.name == name)
    return line


def facts(day: str, *lines: str, project: str = "修路") -> str:
    """Write facts of a day."""
    return "\n".join([f"\n实绩 {project} {day}", *(f"  {line}" for line in lines)]) + "\n"
