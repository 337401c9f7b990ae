"""A year for tests: sheets and facts in memory, scored, monitored and gathered as the command does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from perfdsl import pipeline
from perfdsl.actuals.from_sheet import facts_in_sheets
from perfdsl.annual.annual import AnnualReport
from perfdsl.annual.gather_annual import gather_annual
from perfdsl.annual.year import Wishes, Year
from perfdsl.diagnostic import Diagnostics
from perfdsl.engines.exact.run import run
from perfdsl.library import shipped
from perfdsl.source import Source
from tests.scoring import facts_of_csv

SEED = Path(__file__).parents[2] / "specs" / "linxi-2022"


def year_of(texts: dict[str, str], table: str = "", as_of: date | None = None, **more) -> Year:
    diagnostics = Diagnostics()
    request = pipeline.Request(as_of=as_of)
    sources = [Source(name, text) for name, text in texts.items()]
    scheme, plan = pipeline.prepare(sources, diagnostics, shipped, request)
    facts = facts_of_csv(table)
    actuals = pipeline.bind_facts(scheme, plan, facts, diagnostics, request)
    told = (*facts_in_sheets(scheme), *facts)
    return Year(scheme, plan, actuals, run(plan, actuals), told, as_of, **more)


def seed_year(**more) -> Year:
    texts = {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted(SEED.glob("*.perf"))
        if ".example" not in path.name
    }
    return year_of(texts, (SEED / "actuals.example.csv").read_text(encoding="utf-8-sig"), **more)


def seed_report(**wishes) -> AnnualReport:
    return gather_annual(seed_year(), Wishes(**wishes))


def sheet(name: str, *, indicator: str = "修路里程", extra: str = "", facts: str = "") -> str:
    """A sheet of one project with one line, whose names may be anything."""
    return f"""采用 国家自评2020

项目 “{name}”
  编码 P-{abs(hash(name)) % 10**6}
  年度 2022
  预算 10万元
  支出计划 6月底 5万元，12月底 10万元
{extra}
  产出指标 / 数量指标：
    “{indicator}” >= 12公里
  效益指标 / 社会效益指标：
    知晓率 >= 80%
  满意度指标 / 服务对象满意度指标：
    群众满意度 >= 90%

{facts}
"""
