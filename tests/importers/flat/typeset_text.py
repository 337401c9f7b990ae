"""Typesets invented forms as a text dumped from a PDF: columns of any width, lines broken by kinsoku.

Everything here is invented (虚构). The breaker of lines shares no code with the reader.
"""

from __future__ import annotations

import random
from typing import NamedTuple

NEVER_FIRST = set("、，。：；！？）》」』】”’%")
NEVER_LAST = set("（《「『【“‘[(")


class Styled(NamedTuple):
    """Half-widths of columns, and how cells are put into the stream.

    ``goals``: how goals are told apart, a key of ``GOALS``; ``code``: the unit's, with or without a blank.
    """

    widths: tuple[int, ...]
    blank_lines: bool
    joins_with_blank: bool
    goals: str = "numbered"
    code: str = "909001 "


GOALS = {
    "numbered": ("绩效目标", "{0}.目标内容 {0} "),
    "named": ("绩效目标", "目标内容{0} "),
    "without a label": ("", "目标内容{0}："),
    "on lines of their own": ("", "目标内容{0}\n"),
    "listed": ("绩效目标", "{0}."),
}


class Indicator(NamedTuple):
    level1: str
    level2: str
    name: str
    description: str
    target: str
    basis: str


class Form(NamedTuple):
    seq: int
    code: str
    name: str
    budget: str
    fiscal: str
    other: str
    purpose: str
    plan: tuple[str, ...]
    goals: tuple[str, ...]
    rows: tuple[Indicator, ...]


SPANS = ((4, 10), (4, 14), (6, 16), (8, 30), (5, 14), (10, 40))
"""Half-widths of the six columns."""


def half_width(character: str) -> int:
    return 1 if character.isascii() else 2


def atoms(text: str) -> list[str]:
    """Cut a text into parts that no line may break."""
    parts: list[str] = []
    for character in text:
        last = parts[-1] if parts else ""
        glued = character in NEVER_FIRST or (last and last[-1] in NEVER_LAST)
        glued = glued or (
            character.isascii() and last and last[-1].isascii() and character != " " and last[-1] != " "
        )
        if parts and glued:
            parts[-1] += character
        else:
            parts.append(character)
    return parts


def break_lines(text: str, half: int) -> list[str]:
    """Fill lines of so many half-widths."""
    lines, line, room = [], "", half
    for part in atoms(text):
        need = sum(map(half_width, part))
        if line and need > room:
            lines.append(line.strip())
            line, room = "", half
        line, room = line + part, room - need
    return [*lines, line.strip()] if line.strip() else lines


def print_cells(cells: list[list[str]], styled: Styled) -> list[str]:
    """Put cells one after the other: each line of a cell on its own, cells joined as the style says."""
    out: list[str] = []
    for lines in cells:
        if not lines:
            continue
        own = lines
        if styled.joins_with_blank and out:
            out[-1] += " " + lines[0]
            own = lines[1:]
        for at, line in enumerate(own):
            if styled.blank_lines and at:
                out.append("")
            out.append(line)
    return out


def print_form(form: Form, styled: Styled) -> list[str]:
    wide = styled._replace(joins_with_blank=True)
    out = [f"{form.seq}.{form.name}绩效目标表", f"{styled.code}虚构县某局本级 单位：万元"]
    out += print_cells([["项目编码"], break_lines(form.code, 22)], styled._replace(joins_with_blank=False))
    out += [f"项目名称 {form.name}", *print_cells([["预算规模及", "资金用途"]], styled)]
    out += print_cells(
        [
            ["预算数"],
            [form.budget],
            ["其中：财政", "资金"],
            [form.fiscal],
            ["其他资金"],
            [form.other] if form.other else [],
        ],
        wide,
    )
    out += break_lines(form.purpose, 70)
    out += [
        *print_cells([["资金支出计", "划（%）"]], styled),
        "3 月底 6 月底 10 月底 12 月底",
        " ".join(form.plan),
    ]
    label, mark = GOALS[styled.goals]
    out += [label] if label else []
    for number, goal in enumerate(form.goals, 1):
        for line in f"{mark.format(number)}{goal}".split("\n"):
            out += break_lines(line, 70)
    labels = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据")
    out += print_cells(
        [break_lines(each, half) for each, half in zip(labels, styled.widths, strict=True)], wide
    )
    for row in form.rows:
        cells = [break_lines(each, half) for each, half in zip(row, styled.widths, strict=True)]
        out += print_cells(cells, styled)
    return out


NOUNS = (
    "培训", "会议", "设备", "道路", "学校", "医院", "图书", "车辆", "绿化", "灌溉", "档案", "网络", "巡查",
    "防汛", "公厕", "路灯", "文艺演出", "农村饮水", "残疾人", "低保户",
)  # fmt: skip
VERBS = ("建设", "维护", "采购", "更新", "开展", "组织", "检查", "完成", "保障", "改造", "发放", "监测")
TAILS = ("数量", "完成率", "合格率", "及时率", "覆盖率", "成本", "次数", "人数", "比例", "情况", "程度")
LEVELS = (
    ("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标"), ("产出指标", "成本指标"),
    ("效益指标", "经济效益指标"), ("效益指标", "社会效益指标"), ("效益指标", "生态效益指标"),
    ("效益指标", "可持续影响指标"), ("满意度指标", "服务对象满意度指标"),
)  # fmt: skip
TARGETS = (
    "≥12 次", "≥90%", "≤5 万元", "=3 个", "≥209 人", "≤12 月份", "≥95.5%", "≤23.50 万元", "≥1200 人次",
    "100%以上", "≥4 公里", "不低于 85%", "2023 年底前", "≥30 台", "≤8 天",
)  # fmt: skip


def words(chosen: random.Random, least: int, most: int) -> str:
    count = chosen.randint(least, most)
    picked = [chosen.choice(NOUNS if at % 2 else VERBS) for at in range(count)]
    for at in range(2, count - 1, 3):
        if chosen.random() < 0.4:
            picked[at] += chosen.choice(["、", "，", "和"])
    return "".join(picked)


def invent_form(chosen: random.Random, seq: int) -> Form:
    picked = sorted(chosen.sample(range(len(LEVELS)), chosen.randint(2, len(LEVELS))))
    number = f"（虚政发[20{chosen.randint(10, 24)}]{chosen.randint(1, 99)} 号）"
    common = f"《虚构县{words(chosen, 2, 5)}管理办法》{number}"
    is_common = chosen.random() < 0.5
    rows, last = [], ""
    for at in picked:
        level1, level2 = LEVELS[at]
        basis = (
            common if is_common else words(chosen, 2, 9) + chosen.choice(["要点", "规划", "办法》", "通知"])
        )
        description = chosen.choice(["反映", "考核", "", "通过"]) + words(chosen, 2, 9) + chosen.choice(TAILS)
        if chosen.random() < 0.3:
            description += f"，其中 {chosen.randint(1, 40)} 次以下"
        name = words(chosen, 1, 4) + chosen.choice(TAILS)
        rows.append(
            Indicator(
                "" if level1 == last else level1, level2, name, description, chosen.choice(TARGETS), basis
            )
        )
        last = level1
    budget = chosen.randint(1, 90000)
    goals = tuple(words(chosen, 3, 12) + "。" for _ in range(chosen.randint(1, 4)))
    money = f"{budget // 100}.{budget % 100:02}"
    fiscal, other = (money, "") if chosen.random() < 0.7 else (money, "0.00")
    code = f"{chosen.randint(10**7, 10**8 - 1)}P{chosen.randint(10**9, 10**10 - 1)}"
    code += chosen.choice("0123ABC") + chosen.choice("7XYZ")
    plan = tuple(f"{budget * part // 400}.00" for part in (1, 2, 3, 4))
    return Form(
        seq,
        code,
        words(chosen, 2, 4) + "经费",
        money,
        fiscal,
        other,
        words(chosen, 4, 20) + "。",
        plan,
        goals,
        tuple(rows),
    )


def merge_levels(form: Form, chosen: random.Random) -> Form:
    """Print more rows under one level, as a merged cell does, and words for some targets."""
    rows: list[Indicator] = []
    for row in form.rows:
        rows.append(row)
        for _ in range(chosen.choice((0, 0, 1, 2))):
            name = words(chosen, 1, 4) + chosen.choice(TAILS)
            description = words(chosen, 2, 9) + chosen.choice(TAILS)
            more = Indicator(
                "", "", name, description, chosen.choice((*TARGETS, "≤11 月", "=6 台（套）")), row.basis
            )
            rows.append(more)
    return form._replace(rows=tuple(rows))


def blank_form(form: Form) -> Form:
    """Give a form of as many goals, and nothing in it: what is printed then are the labels."""
    return Form(form.seq, "", "", "", "", "", "", (), ("",) * len(form.goals), ())


def invent_style(chosen: random.Random) -> Styled:
    return Styled(
        tuple(chosen.randint(*span) for span in SPANS),
        chosen.random() < 0.5,
        chosen.random() < 0.5,
        chosen.choice(list(GOALS)),
        chosen.choice(("909001 ", "909001")),
    )
