"""Time of monitoring as facts grow: it is linear in them, and the share that monitoring adds to scoring."""

from __future__ import annotations

import statistics
from datetime import date, timedelta

from measure import ROUNDS, machine, seconds
from sheets import make_sheet

from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped
from perfdsl.monitor.monitor import monitor
from perfdsl.pipeline import Request, prepare, run
from perfdsl.plan.plan import Plan
from perfdsl.scheme.scheme import Scheme
from perfdsl.source import Source
from perfdsl.syntax.ast import Actuals
from perfdsl.syntax.parse import parse

SHEETS = 100
DAY = date(2022, 11, 30)
SIZES = (25_000, 50_000, 100_000)
FEW_PROJECTS = 2


def main() -> None:
    """Print seconds and ratios."""
    print(f"facts of {SHEETS} projects with 7 indicators and their money, invented; {machine()}")
    measure(SHEETS)
    print(f"the same of {FEW_PROJECTS} projects: some 6,000 facts for each line")
    measure(FEW_PROJECTS)


def measure(sheets: int) -> None:
    """Monitor more and more facts of so many sheets, in turn; the first round is not counted."""
    scheme, plan = prepared(sheets)
    facts = make_facts(plan, SIZES[-1])
    parts = [facts[: len(facts) * size // SIZES[-1]] for size in SIZES]
    rounds = [[timed(scheme, plan, part) for part in parts] for _ in range(ROUNDS + 1)][1:]
    middle = [statistics.median(each[at][0] for each in rounds) for at in range(len(SIZES))]
    scoring = statistics.median(each[-1][1] for each in rounds)
    for size, taken in zip(SIZES, middle, strict=True):
        print(f"  {size:>7,} facts: monitor {taken:.2f} s")
    small, half, whole = middle
    print(f"  50k to 25k {half / small:.2f}, 100k to 50k {whole / half:.2f} (2 is linear)")
    print(f"  100k to 25k {whole / small:.2f} (4 is linear)")
    print(f"  scoring the 100,000 facts first: {scoring:.2f} s")


def prepared(sheets: int) -> tuple[Scheme, Plan]:
    """Check and plan invented sheets."""
    found = Diagnostics()
    sources = [Source(f"{number}.perf", make_sheet(number)) for number in range(sheets)]
    return prepare(sources, found, shipped, Request(as_of=DAY))


def make_facts(plan: Plan, many: int) -> list[Fact]:
    """Make facts of all lines on days of the year, and on still earlier ones where a year is too short."""
    words = ["1次", "50%", "11月份", "1万元", "50%", "50%", "50%"]
    text = "实绩 项目 2022-01-01\n" + "".join(f"  甲{at} = {word}\n" for at, word in enumerate(words))
    source = Source("facts.perf", text + "  执行数 1万元\n")
    (block,) = (item for item in parse(source, Diagnostics()).items if isinstance(item, Actuals))
    place = source.place((0, 1))
    facts = []
    lines = [(project, at) for project in plan.projects for at in range(len(words) + 1)]
    for number in range(many):
        project, at = lines[number % len(lines)]
        name, own = ("执行数", "spent") if at == len(words) else (project.indicators[at].name, "")
        day = DAY - timedelta(days=number // len(lines))
        value = block.facts[at].value
        facts.append(Fact(project.code, name, value, day, place, place, place, own))
    return facts


def timed(scheme: Scheme, plan: Plan, facts: list[Fact]) -> tuple[float, float]:
    """Seconds of monitoring, and of scoring before it."""
    found, request = Diagnostics(), Request(as_of=DAY, keep_going=True)
    held = []
    scoring = seconds(lambda: held.append(run(scheme, plan, facts, found, request)))
    (scorecard,) = held
    if scorecard is None or len(scorecard.projects) < len(plan.projects):
        raise SystemExit(next(iter(found)).message.en)
    return seconds(lambda: monitor(scheme, plan, facts, scorecard, DAY, found)), scoring


if __name__ == "__main__":
    main()
