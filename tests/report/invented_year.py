"""What monitoring and departments give, to draw: names of published sheets, facts that are all invented."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from perfdsl.diagnostic import Text
from perfdsl.monitor.monitored import (
    Forecast,
    Monitored,
    MonitoredDepartment,
    MonitoredGoal,
    MonitoredLine,
    MonitoredMoney,
    MonitoredProject,
    Prospect,
    RequiredAction,
    Shone,
    Urgent,
)
from perfdsl.scorecard import DepartmentScore, GoalScore, ProjectScore, Scorecard
from perfdsl.source import Source
from perfdsl.syntax.ast import Light
from tests.report import invented

DAY = date(2022, 7, 31)
PLACE = Source("specs/监控.perf", "监控办法 四色灯\n  预警 资金 红 < 60%，黄 < 80%，绿 其他\n").place((0, 8))


def both(text: str) -> Text:
    return Text(text, text)


def shone(light: Light | None, why: str) -> Shone:
    return Shone(light, both(why), PLACE)


def forecast(value: str, text: str) -> Forecast:
    return Forecast(Fraction(value), Fraction(value), Fraction(value), both("按平均进度外推"), text)


def line(project: ProjectScore, at: int, light: Light | None, prospect: Prospect) -> MonitoredLine:
    score = project.indicators[at]
    known = light is not None
    return MonitoredLine(
        score=score,
        due=Fraction(7) if known else None,
        progress=Fraction(5, 7) if light == "yellow" else Fraction(1) if known else None,
        shone=shone(
            light, f"{score.name}：实际 5 / 应完成 7 = 71.43%，60% ≤ 71.43% < 80%" if known else "还没有实绩"
        ),
        forecast=forecast("60/7", "8.57次（7次～11次）") if known else None,
        prospect=prospect,
        stake=score.weight if light != "green" else Fraction(0),
        reason="一次活动改为线上，签到人员不足" if light == "yellow" else "",
        cause="staff" if light == "yellow" else None,
        due_text="7次" if known else "",
    )


def money(budget: int, spent: int, light: Light) -> MonitoredMoney:
    due = Fraction(budget * 7, 12)
    return MonitoredMoney(
        budget=Fraction(budget),
        spent=Fraction(spent),
        due=due,
        rate=Fraction(spent, budget),
        progress=spent / due,
        by_plan=False,
        shone=shone(light, "进度在 60% 与 80% 之间"),
        forecast=forecast(str(spent), "3.43万元（3.1万元～3.9万元）"),
        planned=((6, Fraction(budget, 2)), (12, Fraction(budget))),
        stake=Fraction(4),
    )


def action(due: date, result: str = "", evidence: str = "") -> RequiredAction:
    return RequiredAction(
        project="13053522P00958710001D",
        requirement=f"{due:%m} 月底前补开两次集中活动",
        owner="张三（虚构）",
        raised=date(2022, 7, 5),
        due=due,
        result=result,
        result_day=date(2022, 7, 20) if result else None,
        evidence=evidence,
        closed=bool(result and evidence),
        overdue=not (result and evidence) and due < DAY,
        place=PLACE,
    )


ACTIONS = (
    action(date(2022, 7, 25)),
    action(date(2022, 9, 30), "已补开一次（虚构）"),
    action(date(2022, 8, 30), "已补开两次（虚构）", "签到表.pdf"),
)


def project(score: ProjectScore, lights: list[Light | None], budget: int, spent: int) -> MonitoredProject:
    last = {"red": "impossible", "yellow": "possible", "green": "certain", "blue": "certain", None: "unknown"}
    lines = tuple(line(score, at, light, last[light]) for at, light in enumerate(lights))  # type: ignore[arg-type]
    known = [light for light in lights if light]
    worst = min(known, key=["red", "yellow", "blue", "green"].index) if known else None
    return MonitoredProject(
        score=score,
        light=worst,
        money=money(budget, spent, "yellow"),
        lines=lines,
        goals=(
            MonitoredGoal("一", "完善人大代表述职、联系选民或原选举单位、履职档案", (0, 1), worst),
            MonitoredGoal("", "保障代表之家正常运转", (), None, both("没有指标对应这个目标")),
        ),
        goal_progress=Fraction(5, 12) if all(lights) else None,
        gap=Fraction(5, 12) - Fraction(spent, budget) if all(lights) else None,
        gap_shone=shone(
            "green" if all(lights) else None, "差距不超过 10%" if all(lights) else "有的指标还没有实绩"
        ),
        actions=ACTIONS if score.code == "13053522P00958710001D" else (),
        goal_range=(Fraction(1, 3), Fraction(3, 4)),
    )


def monitored() -> Monitored:
    home, training, meetings, affairs = invented.scorecard().projects
    projects = (
        project(home, ["yellow", "green", "green", "red"], 50_000, 20_000),
        project(training, ["green", "blue", "green"], 170_000, 170_000),
        project(meetings, ["yellow", None], 230_000, 100_000),
        project(affairs, ["green"], 300_000, 140_000),
    )
    urgent = (
        Urgent(0, 3, "red", both("成本 6万元超过 5万元，今年不可能达标"), Fraction(25, 2)),
        Urgent(0, 0, "yellow", both("开了 5次，应完成 7次，进度 71.43%"), Fraction(25, 2)),
        Urgent(2, None, "yellow", both("执行数 10万元，应支出 13.42万元，进度 74.53%"), Fraction(0)),
    )
    department = MonitoredDepartment(
        "101001", invented.DEPARTMENT, (0, 1, 2, 3), "red", Fraction(750_000), Fraction(430_000),
        Fraction(437_500), shone("red", "最差的项目是 代表之家运行经费"),
    )  # fmt: skip
    return Monitored(DAY, 7, "四色灯", projects, (department,), urgent, ACTIONS)


def many(number: int) -> Monitored:
    """A long portfolio, of which every tenth project needs a look."""
    home, training, *_ = monitored().projects
    green = training._replace(light="green")
    projects = tuple(
        (home if at % 10 == 0 else green)._replace(
            score=home.score._replace(name=f"项目{at}", code=f"P{at:04}"), actions=()
        )
        for at in range(number)
    )
    urgent = tuple(Urgent(at, 0, "red", both("落后"), Fraction(5)) for at in range(0, number, 10))
    return Monitored(DAY, 7, "四色灯", projects, (), urgent, ())


def department(scorecard: Scorecard) -> DepartmentScore:
    """A department over the projects of a scorecard, with lines of its own."""
    home = scorecard.projects[0]
    own = home._replace(code="101001", name=invented.DEPARTMENT, indicators=home.indicators[-3:])
    return DepartmentScore(
        code="101001",
        name=invented.DEPARTMENT,
        rubric=invented.RUBRIC,
        members=tuple(range(len(scorecard.projects))),
        own=own,
        mean=invented.closed("79.50"),
        mean_by="by_budget",
        own_share=Fraction(3, 5),
        total=invented.closed("90.49"),
        grade="优",
        possible_grades=("优",),
        budget=Fraction(750_000),
        spent=Fraction(700_000),
        places=2,
        place=PLACE,
    )


GOALS = (
    GoalScore("一", "完善人大代表述职", Fraction(3, 5), Fraction(75), invented.closed("71.25")),
    GoalScore("二", "保障代表之家正常运转", Fraction(2, 5), Fraction(25), invented.interval("10.00..20.00")),
)


def departmental() -> Scorecard:
    """A scorecard with a department, goals, ties, and points of people."""
    card = invented.ruled()
    home, training, meetings = card.projects
    tied = training._replace(code="P9", name="并列的项目", total=home.total)
    card = card._replace(projects=(home._replace(goals=GOALS), training, meetings, tied), flags=())
    return card._replace(departments=(department(card),))
