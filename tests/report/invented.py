"""A scorecard to draw: the names and targets of four published sheets, with facts that are all invented."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.diagnostic import Diagnostic, Label, Text
from perfdsl.scorecard import (
    Applied,
    FactUsed,
    Flag,
    IndicatorScore,
    Interval,
    Judged,
    ProjectScore,
    Scorecard,
    Step,
)
from perfdsl.source import CellPlace, Place, Source

DEPARTMENT = "临西县人民代表大会常务委员会本级"
RUBRIC = "国家自评2020"
OUTPUT, BENEFIT, SATISFACTION = "产出指标", "效益指标", "满意度指标"
HEADER = ("项目", "指标", "实际完成值", "日期")

# name, group, target, actual ("" where nothing was reported), weight, score ("low..high" where open), why
HOME = """
集中活动的次数|产出指标/数量指标|≥ 12次|11次|12.5|11.46|实际 / 目标值 = 11次 / 12次 = 0.9167
工作计划完成率|产出指标/质量指标|≥ 90%|92%|12.5|12.50|92% ≥ 90%，达标得满分
项目完成时限|产出指标/时效指标|≤ 12月份|12月份|12.5|12.50|12月份 ≤ 12月份，达标得满分
项目成本|产出指标/成本指标|≤ 5万元|4.8万元|12.5|12.50|4.8万元 ≤ 5万元，达标得满分
建立代表履职档案比率|效益指标/社会效益指标|≥ 80%|76%|15|14.25|实际 / 目标值 = 76% / 80% = 0.95
可持续性服务|效益指标/可持续影响指标|≥ 90%|90%|15|15.00|90% ≥ 90%，达标得满分
使用者满意率|满意度指标/服务对象满意度指标|≥ 90%|95%|10|10.00|95% ≥ 90%，达标得满分
预算执行率|预算执行率|= 100%|96%|10|9.60|执行数 / 预算 = 4.8万元 / 5万元 = 0.96
"""
TRAINING = """
参加培训人数|产出指标/数量指标|≥ 209人|260人|12.5|12.50|260人 ≥ 209人，达标得满分
代表活动完成率|产出指标/质量指标|≥ 90%|63%|12.5|8.75|实际 / 目标值 = 63% / 90% = 0.7
项目成本|产出指标/成本指标|≤ 17万元|20万元|12.5|10.63|目标值 / 实际 = 17万元 / 20万元 = 0.85
代表培训效果|效益指标/可持续影响指标|≥ 90%|90%|30|30.00|90% ≥ 90%，达标得满分
社会公众满意度|满意度指标/服务对象满意度指标|≥ 80%|81%|10|10.00|81% ≥ 80%，达标得满分
"""
MEETINGS = """
召开县会议次数|产出指标/数量指标|≥ 7次|7次|50|50.00|7次 ≥ 7次，达标得满分
会议成效|效益指标/社会效益指标|定性 “显著”|部分达成|30|18.00..24.00|部分达成：[60%, 80%)，请给出具体比例
群众对县乡人大换届选举工作的满意度|满意度指标/服务对象满意度指标|≥ 90%||10|0.00..10.00|缺报：还没有实绩
"""
AFFAIRS = """
表决系统的使用次数|产出指标/数量指标|≥ 6次|6次|50|50.00|6次 ≥ 6次，达标得满分
政治任务完成率|效益指标/可持续影响指标|≥ 90%||30|0.00|不适用，其分值由其他指标分担
"""


def sheet_source(name: str, rows: str) -> Source:
    lines = (line.split("|") for line in rows.strip().splitlines())
    return Source(name, "项目\n" + "".join(f"    {cells[0]} {cells[2]}\n" for cells in lines))


def cell(row: int, values: tuple[str, ...], column: int, *, file: str = "actuals.csv") -> CellPlace:
    return CellPlace(file, row, HEADER[column - 1], column, values[column - 1], ",".join(values))


def fact(project: str, row: int, name: str, actual: str) -> FactUsed | None:
    if not actual:
        return None
    reason = "一次活动改为线上" if name == "集中活动的次数" else ""
    place: Place = cell(row, (project, name, actual, "2022-12-31"), 3)
    return FactUsed(actual, place, "2022-12-31", reason, "签到表.pdf" if reason else "")


def interval(text: str) -> Interval:
    low, _, high = text.partition("..")
    return Interval(Fraction(low), Fraction(high or low), high_open=bool(high) and low != "0.00")


def ratio_in(why: str) -> Fraction:
    """The ratio that an explanation ends with, or 1."""
    return Fraction(why.rpartition("= ")[2]) if " = 0." in why else Fraction(1)


def indicator(project: str, source: Source, number: int, line: str) -> IndicatorScore:
    name, group, target, actual, weight, score, why = line.split("|")
    points, full, start = interval(score), Fraction(weight), source.text.index(name)
    met = points.low == full
    excluded = why.startswith("不适用")
    return IndicatorScore(
        group=tuple(group.split("/")),
        name=name,
        target=target,
        actual=actual,
        attainment="pending" if not points.settled or excluded else "met" if met else "missed",
        ratio=ratio_in(why) if points.settled and not excluded else None,
        weight=full,
        points=points,
        method="按反向比例" if "≤" in target else "按完成比例",
        why=Text(why, why),
        place=source.place((start, start + len(name))),
        fact=fact(project, number + 1, name, actual),
        step=Step("达标" if met else "其他", source.place((0, 2)), why, points.low, points.low)
        if points.settled
        else None,
        excluded=excluded,
    )


def project(
    heading: str, rows: str, total: Interval, grades: str, flags: tuple[Flag, ...] = ()
) -> ProjectScore:
    code, name = heading.split()
    source = sheet_source(f"specs/{code}.perf", rows)
    lines = enumerate(rows.strip().splitlines(), start=1)
    scores = tuple(indicator(name, source, number, line) for number, line in lines)
    possible = tuple(grades.split("/"))
    return ProjectScore(
        code=code,
        name=name,
        department=DEPARTMENT,
        rubric=RUBRIC,
        indicators=scores,
        total=total,
        grade=possible[0] if len(possible) == 1 else "",
        possible_grades=possible,
        flags=flags,
        places=2,
        place=source.place((0, 2)),
    )


def closed(points: str) -> Interval:
    return Interval(Fraction(points), Fraction(points))


OVER = Flag(
    "P0701",
    "参加培训人数",
    Text("完成目标的 124.40%，可能目标定得偏低", "124.40% of the target: it may have been set too low"),
)


def scorecard() -> Scorecard:
    open_total = Interval(Fraction(68), Fraction(84), high_open=True)
    return Scorecard(
        (
            project("13053522P00958710001D 代表之家运行经费", HOME, closed("97.81"), "优"),
            project("13053522P00958610001P 人大代表及委员活动经费", TRAINING, closed("71.88"), "中", (OVER,)),
            project("13053522P00970310001C 人大会议经费", MEETINGS, open_total, "中/良"),
            project("13053522P009588100013 综合事务管理经费", AFFAIRS, closed("50.00"), "差"),
        ),
        as_of="2022-12-31",
    )


RULES = """
规则 执行率封顶
  每项目 当 预算执行率 < 60% 则 总分 至多 69 因为 "执行率过低"
规则 偏差须说明
  每项 当 得分 < 分值 且 未填 原因 则 提示 "未得满分，请说明偏差原因"
"""
LONG = "上级主管部门在年中调整了工作安排，原定的集中培训改为分片组织，部分场次推迟到下一年度举行，"


def applied(rule: str, what: str, what_en: str, because: str = "", *, certain: bool = True) -> Applied:
    source = Source("specs/规则.perf", RULES)
    return Applied(rule, source.place((1, 9)), Text(what, what_en), because, certain)


def judged_line(line: IndicatorScore, off: int, given: str, review: str) -> IndicatorScore:
    """A line with points of people, some of which were taken off."""
    judged = Judged(Fraction(off), Fraction(given), Fraction(review))
    if not off:
        return line._replace(judged=judged)
    assert line.fact is not None
    told = Applied("扣分", line.fact.place, Text(f"扣 {off} 分", f"{off} points off"), line.fact.reason)
    low, high, high_open = line.points
    points = Interval(low - off, high - off, high_open)
    return line._replace(points=points, before=line.points, applied=(told,), judged=judged)


def ruled() -> Scorecard:
    """Three projects whose points rules and people changed: a limit, lines left out, and open conditions."""
    home, training, meetings, _ = scorecard().projects
    cap = applied("执行率封顶", "总分 至多 69 分", "总分 at most 69", "执行率过低")
    lines = [judged_line(line, 2 if not at else 0, "11", "10.5") for at, line in enumerate(home.indicators)]
    late = applied("未按期", "扣 1 分", "1 point off", LONG * 2)
    lines[1] = lines[1]._replace(
        before=lines[1].points, points=closed("11.50"), applied=(late, late._replace(rule="又一条"))
    )
    out = applied("不适用的不计", "不计", "left out", "本年度没有安排")
    other = [*training.indicators]
    other[2] = other[2]._replace(excluded=True, before=other[2].points, applied=(out,))
    maybe = applied("满意度门槛", "扣 5 分", "5 points off", certain=False)
    hint = Flag("P0711", "工作计划完成率", Text("请说明偏差原因", "say why"), cap.place, "偏差须说明")
    fault = Flag("P0712", "", Text("执行数没有佐证", "no evidence of the spending"), cap.place, "须有佐证")
    ruled_home = home._replace(
        indicators=tuple(lines), before=closed("94.81"), total=closed("69"), grade="中",
        applied=(cap,), flags=(hint, fault),
    )  # fmt: skip
    ruled_training = training._replace(indicators=tuple(other), total=closed("91.61"), grade="优")
    open_total = meetings._replace(
        before=meetings.total, total=Interval(Fraction(63), Fraction(84), high_open=True), applied=(maybe,)
    )
    everywhere = Flag("P0711", "", Text("部门预算执行率偏低", "low execution"), cap.place, "部门执行率")
    return Scorecard((ruled_home, ruled_training, open_total), flags=(everywhere,))


def units_differ() -> Diagnostic:
    source = Source(
        "specs/meetings.perf", "项目 人大会议经费\n  产出指标 / 数量指标：\n\t召开县会议次数 >= 7次\n"
    )
    start = source.text.index("7次")
    row = ("人大会议经费", "召开县会议次数", "7人", "2022-12-31")
    return Diagnostic(
        "P0302",
        Text("7人 不能与 7次 比较：单位不同", "7人 cannot be compared with 7次: the units differ"),
        (
            Label(source.place((start, start + 2)), Text("目标以“次”计", "the target counts 次")),
            Label(cell(3, row, 3), Text("实绩以“人”计", "the actual counts 人")),
        ),
        (Text("改为 7次", "change it to 7次"),),
    )


def diagnostics() -> list[Diagnostic]:
    """One of each severity; ``P99`` codes are put among the known ones by the tests' ``conftest.py``."""
    source = Source("specs/办公.perf", '项目 𠮷田\n  目标 """一\n  二"""\n')
    start = source.text.index('"""')
    goal = source.place((start, len(source.text) - 1))
    name = source.place((3, 5))
    book = CellPlace("实绩.xlsx", 12, "实际完成值", 28, "", "", sheet="绩效")
    return [
        units_differ(),
        Diagnostic(
            "P9901",
            Text("目标写了两行", "a goal in two lines"),
            (Label(goal, Text("在此", "here")), Label(name, Text("属于此项目", "of this project"))),
        ),
        Diagnostic("P9902", Text("空格子", "an empty cell"), (Label(book, Text("没有数", "no number")),)),
        Diagnostic("P9902", Text("没有位置的提示：100%", "a note of no place: 100%")),
    ]
