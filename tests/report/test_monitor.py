"""Monitoring and departments in every form; all facts are invented."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO

import jsonschema
import pytest

from perfdsl.diagnostic import Language
from perfdsl.report import (
    department_csv,
    department_json,
    department_markdown,
    department_text,
    monitor_csv,
    monitor_json,
    monitor_markdown,
    monitor_text,
)
from perfdsl.report.department_schema import SCHEMA as DEPARTMENT
from perfdsl.report.monitor_schema import SCHEMA as MONITOR
from perfdsl.report.options import Options
from perfdsl.report.rank_projects import rank_projects
from tests.report import hostile, invented_year


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_text_keeps_to_its_width(width: int, language: Language) -> None:
    options = Options(language, width)
    for text in (
        monitor_text.render(invented_year.monitored(), [], options),
        department_text.render(invented_year.departmental(), [], options),
    ):
        assert hostile.widest(text) <= max(width, 60)
        assert hostile.obeyed(text) == set()


def test_colours_only_add_escapes() -> None:
    plain = monitor_text.render(invented_year.monitored(), [], Options("zh"))
    painted = monitor_text.render(invented_year.monitored(), [], Options("zh", colour=True))
    assert "\x1b[1;31m[红]" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain


def test_the_first_screen() -> None:
    first = monitor_text.render(invented_year.monitored(), [], Options("zh")).splitlines()[:24]
    told = "\n".join(first)
    for said in (
        "截至 2022-07-31",
        "红 1，黄 1，蓝 1，绿 1",
        "其中逾期 1",
        "先办什么",
        "各项目一览",
        "[逾期]",
    ):
        assert said in told


def test_a_long_portfolio_tells_in_full_what_needs_a_look() -> None:
    text = monitor_text.render(invented_year.many(40), [], Options("zh"))
    assert "另外 36 个项目没有红灯、黄灯" in text
    assert "P0010 项目10" in text
    assert "P0011 项目11" not in text
    assert "项目11 " in text


def test_json_follows_its_schema() -> None:
    for monitored in (invented_year.monitored(), None):
        fields = json.loads(monitor_json.render(monitored, [], Options("zh")))
        jsonschema.validate(fields, MONITOR)
    home = json.loads(monitor_json.render(invented_year.monitored(), [], Options("zh")))
    line = home["projects"][0]["indicators"][0]
    assert (line["light"], line["prospect"], line["cause"], line["due_text"]) == (
        "yellow",
        "possible",
        "staff",
        "7次",
    )
    assert [each["state"] for each in home["actions"]] == ["overdue", "open", "closed"]


def test_csv_and_markdown() -> None:
    rows = list(csv.DictReader(StringIO(monitor_csv.render(invented_year.monitored(), [], Options("zh")))))
    assert [row["整改状态"] for row in rows if row["行"] == "整改"] == ["逾期", "待办", "已销号"]
    assert {row["灯"] for row in rows if row["行"] == "指标"} == {"红", "黄", "蓝", "绿", ""}
    markdown = monitor_markdown.render(invented_year.monitored(), [], Options("en"))
    assert "| red | 代表之家运行经费 | 40.00% |" in markdown


def test_departments() -> None:
    card = invented_year.departmental()
    fields = json.loads(department_json.render(card, [], Options("zh")))
    jsonschema.validate(fields, DEPARTMENT)
    (view,) = fields["departments"]
    assert [each["rank"] for each in view["ranking"]] == [1, None, None, None]
    assert [each["rank_range"] for each in view["ranking"]] == [[1, 1], [2, 3], [2, 3], [2, 4]]
    first = next(each for each in view["lines"] if each["indicator"] == "集中活动的次数")
    differences = [first[name] for name in ("self_difference", "review_difference", "review_to_self")]
    assert (first["score"], differences) == ("9.46", ["1.54", "1.04", "-0.5"])
    text = department_text.render(card, [], Options("zh"))
    assert "总分 90.49 优" in text
    assert "自身 69.00 × 60% + 各项目 79.50（按预算） × 40%" in text
    rows = list(csv.DictReader(StringIO(department_csv.render(card, [], Options("zh")))))
    assert [row["名次"] for row in rows if row["行"] == "项目"] == ["1", "2–3", "2–3", "2–4"]
    assert "### Ranking of its projects" in department_markdown.render(card, [], Options("en"))


def test_ranks_do_not_depend_on_the_order() -> None:
    projects = invented_year.departmental().projects
    told = [(each.rank, each.project.name) for each in rank_projects(projects)]
    assert [(each.rank, each.project.name) for each in rank_projects(projects[::-1])] == told
