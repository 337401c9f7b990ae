"""The tables of the reference, made from the tables of the program; only the explanations stand here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import groupby

from perfdsl.actuals.headers import FINISHED_NAMES, SYNONYMS, TOTAL_NAMES
from perfdsl.report.scorecard_schema import SCHEMA, Schema
from perfdsl.scheme.infer_units import PLAIN, RULES
from perfdsl.scheme.method_scope import Line, scope_of_words
from perfdsl.scheme.rule_scope import words_of_rule
from perfdsl.syntax.keywords import tables
from perfdsl.unit_names import COUNTS, MEASURES, NOUNS_AFTER_PIECE, PREFIXES
from perfdsl.units import PURE

KINDS = {
    "heads": "行首 first word",
    "joints": "连接词 joints",
    "words": "固定的词 fixed words",
    "selectors": "评分的选择 selectors",
    "comparisons": "运算符 comparisons",
    "scope": "方法、规则里的名字 names in methods and rules",
    "groups": "一级指标 groups",
    "functions": "函数 functions",
    "lights": "灯 lights",
    "watched": "预警的对象 what lights watch",
    "causes": "原因的类别 causes",
}
SCOPE = {
    "actual": ("实绩", "指标的单位"),
    "target": ("目标值", "指标的单位"),
    "lower": ("目标的下限", "指标的单位"),
    "upper": ("目标的上限", "指标的单位"),
    "points": ("这个指标的权重", "分"),
    "full": ("同 分值", "分"),
    "met": ("达标没有", "条件"),
    "shortfall": ("离目标差多少", "指标的单位；比率为个百分点，日期为天，月份为个月"),
    "baseline": ("从句 基数 的值", "基数的单位"),
    "budget": ("预算", "金额"),
    "spent": ("执行数", "金额"),
    "execution": ("执行数 / 预算", "比率"),
    "finished": ("已完成", "条件"),
    "month": ("截至几月份：`--as-of` 的月份，不用时是 12", "月份"),
}
FUNCTIONS = {
    "min": "最小的一个，1 至 16 个参数",
    "max": "最大的一个，1 至 16 个参数",
    "abs": "绝对值",
    "floor": "向下取整",
    "ceil": "向上取整",
    "round": "四舍五入到整数，或 `round(x, 位数)`",
}
RULE_WORDS = {
    "score": "得分（扣分一栏扣过以后的，别的规则动它以前的）",
    "points": "这个指标的权重",
    "full": "同 分值",
    "met": "达标没有",
    "unreported": "没有实绩：没有报，或由算式得出而还算不出",
    "ratio": "完成比例：实际 ÷ 目标值",
    "upward": "目标是 `>=` 或 `>`",
    "downward": "目标是 `<=` 或 `<`",
    "self": "实绩里的 自评",
    "review": "实绩里的 核查",
    "actual": "实绩",
    "target": "目标值",
    "lower": "目标的下限",
    "upper": "目标的上限",
    "shortfall": "离目标差多少",
    "baseline": "从句 基数 的值",
    "total": "各项得分合计（规则动它以前的）",
    "budget": "预算；部门为各项目之和",
    "spent": "执行数；部门为各项目之和",
    "execution": "执行数 / 预算",
    "finished": "已完成",
    "month": "截至几月份",
    "projects": "部门有几个项目",
}
RULE_FUNCTIONS = {
    "has": ("`有 成本指标`", "条件", "表里有这个一级分组"),
    "lacks": ("`无 成本指标`", "条件", "表里没有这个一级分组"),
    "within": ("`属于 产出指标`", "条件", "这个指标在这个分组里，哪一级都行；只用于 每项"),
    "filled": ("`已填 原因`", "条件", "这个指标的实绩写了原因（佐证）；别的名字：有这条事实"),
    "unfilled": ("`未填 佐证`", "条件", "没有写，没有报"),
    "score": ("`得分(集中活动的次数)`", "分", "一个指标的得分，或一级分组的合计"),
    "points": ("`分值(产出指标)`", "分", "一个指标的权重，或一级分组的合计"),
    "ratio": ("`完成比例(集中活动的次数)`", "比率", "一个指标的完成比例"),
    "met": ("`达标(集中活动的次数)`", "条件", "一个指标达标没有"),
    "unreported": ("`未报(产出指标)`", "条件", "一个指标没有实绩，或分组里有这样的指标"),
    "count": ("`计数(甲, 乙, 丙)`", "数", "几个条件里成立的个数"),
}
DIMENSIONS = {
    "money": "金额 元", "us_dollar": "美元", "euro": "欧元", "hong_kong_dollar": "港元", "point": "分数",
    "ratio": "比率", "difference": "比率之差", "day": "时长 天", "month": "时长 月", "working_day": "工作日",
    "person_day": "人日", "person_month": "人月", "calendar_month": "月份", "length": "长度 米",
    "nautical_mile": "海里", "length^2": "面积 平方米", "length^3": "体积 立方米", "mass": "质量 千克",
    "coal_equivalent": "标准煤 吨", "carbon": "二氧化碳 吨", "data": "数据 字节", "bit_rate": "速率",
    "energy": "能量 千瓦时", "power": "功率 千瓦", "apparent_power": "视在功率", "voltage": "电压 千伏",
    "pressure": "压力 兆帕", "celsius": "温度", "decibel": "声级", "number": "纯数",
}  # fmt: skip
HEADINGS = {
    "code": "项目编码", "project": "项目", "indicator": "指标", "actual": "实际完成值", "unit": "计量单位",
    "date": "日期", "spent": "执行数", "reason": "原因", "evidence": "佐证",
    "deducted": "扣分", "self_score": "自评", "review_score": "核查", "passed_over": "认得，但不用",
    "reporter": "填报单位",
}  # fmt: skip
JSON = {
    "schema_version": "1", "as_of": "截至的日期；没有用 `--as-of` 时为空", "projects": "项目，依书写的次序",
    "diagnostics": "全部消息", "code": "编码，或代码", "name": "名字", "department": "部门编码",
    "rubric": "所用的办法",
    "total": "总分，或 null", "total_range": "[最低, 最高]", "total_range_open": "最高的一端取不到",
    "grade": "等级；未定为空", "possible_grades": "可能的等级", "indicators": "各指标，预算执行率在最后",
    "flags": "读分数的人应当知道的事", "source": "写在哪里：file、line、column", "group": "分组，一级在前",
    "target": "目标", "actual": "实绩，没有为空", "attainment": "met、missed、pending", "excluded": "不计",
    "ratio": "完成比例，或 null", "weight": "权重", "score": "得分，或 null", "score_range": "[最低, 最高]",
    "score_range_open": "最高的一端取不到", "method": "方法", "case": "起作用的情形，或 null", "why": "缘由",
    "fact": "所用的实绩，或 null", "text": "原文", "date": "日期", "reason": "原因", "evidence": "佐证",
    "departments": "部门，依书写的次序", "goals": "目标，名字、权重和得分",
    "share": "权重占全部的份额，或 null",
    "own": "部门自身的得分（像一个项目），或 null", "own_share": "自身占总分的份额，或 null",
    "mean_range": "各项目平均的 [最低, 最高]，或 null", "mean_by": "怎样平均：equal、by_budget、by_weight",
    "budget": "各项目预算之和，元，或 null", "spent": "各项目执行数之和，元，或 null",
    "indicator": "指标", "severity": "error、warning、note", "message": "消息", "message_en": "英文消息",
    "labels": "各处地方和那里的话", "hints": "建议",
    "before_range": "规则和扣分以前的 [最低, 最高]，没有动过为 null",
    "applied": "动过分数的扣分和规则", "rule": "规则的名字，或 扣分；不是规则说的为空", "what": "做了什么",
    "because": "因为什么", "certain": "确定适用；false 是可能适用", "deducted": "扣分一栏，或 null",
    "amended_by": "目标值（预算）所出的调整，或 null", "cites": "引自的文件",
    "was": "调整前的写法，新增的为空",
    "self_score": "自评，或 null", "review_score": "核查，或 null",
}  # fmt: skip


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in [head, *rows]]
    return "\n".join([lines[0], "|" + "---|" * len(list(head)), *lines[1:]]) + "\n"


def spelled(words: Iterable[str]) -> str:
    return " ".join(f"`{word}`" for word in words)


def keywords() -> str:
    rows = (
        (KINDS[kind] if not at else "", name, spelled(words))
        for kind, found in tables().items()
        for at, (name, words) in enumerate(found.items())
    )
    return table(("类", "English name", "写法"), rows)


def scope() -> str:
    known = words_of_methods()
    rows = ((spelled(words), *SCOPE[name]) for name, words in tables()["scope"].items() if name in known)
    return table(("名字", "意思", "单位"), rows)


def words_of_methods() -> set[str]:
    """Words that a method may use, for whatever kind of target."""
    lines = (Line(PURE, op, PURE) for op in (">=", "<=", "=", "in", "is", "qualitative"))
    return set().union(*(scope_of_words(line) for line in lines))


def functions() -> str:
    found = tables()["functions"].items()
    rows = ((spelled(words), FUNCTIONS[name]) for name, words in found if name in PLAIN)
    return table(("函数", "意思"), rows)


def rule_words() -> str:
    spellings = tables()["scope"]
    scopes = [words_of_rule(each) for each in ("indicator", "project", "department")]
    rows = (
        (spelled(spellings[name]), meaning, *("✓" if name in scope else "" for scope in scopes))
        for name, meaning in RULE_WORDS.items()
    )
    assert set(RULE_WORDS) == set().union(*scopes)
    return table(("名字", "意思", "每项", "每项目", "每部门"), rows)


def rule_functions() -> str:
    assert set(RULE_FUNCTIONS) == RULES
    spellings = tables()["joints"] | tables()["functions"]
    rows = ((spelled(spellings[name]), *told) for name, told in RULE_FUNCTIONS.items())
    return table(("写法", "例", "得", "意思"), rows)


def measures() -> str:
    lines = [line.split() for line in MEASURES.strip().splitlines()]
    rows = []
    for kind, found in groupby(lines, key=lambda line: line[0]):
        for at, (_, size, *names) in enumerate(found):
            rows.append((DIMENSIONS[kind] if not at else "", str(Fraction(size)), spelled(names)))
    return table(("量纲与基本单位", "大小", "单位"), rows)


def counts() -> str:
    return spelled(COUNTS.split()) + "\n"


def nouns() -> str:
    return spelled(NOUNS_AFTER_PIECE.split()) + "\n"


def prefixes() -> str:
    return table(("倍数", "大小"), ((f"`{name}`", str(size)) for name, size in PREFIXES.items()))


def headings() -> str:
    rows = [(HEADINGS[meaning], spelled(names.split())) for meaning, names in SYNONYMS.items()]
    rows.append(("指标一列里：已完成", spelled(sorted(FINISHED_NAMES))))
    rows.append(("指标或项目一列里：合计行", spelled(sorted(TOTAL_NAMES))))
    return table(("意思", "表头"), rows)


def json() -> str:
    return table(
        ("字段", "意思"), ((f"`{path}`", JSON[path.split(".")[-1].strip("[]")]) for path in paths(SCHEMA))
    )


def paths(schema: Schema, above: str = "") -> Iterable[str]:
    """Paths of all fields, places left out: they have file, line and column everywhere."""
    for name, field in schema["properties"].items():
        inner = next(iter(field.get("anyOf", [field])))
        items = inner.get("items", inner)
        yield f"{above}{name}" + ("[]" if "properties" in items and items is not inner else "")
        if "properties" in items and name not in {"source", "labels"}:
            yield from paths(items, f"{above}{name}{'[]' if items is not inner else ''}.")


TABLES: dict[str, Callable[[], str]] = {
    made.__name__: made
    for made in (
        keywords,
        scope,
        functions,
        rule_words,
        rule_functions,
        measures,
        counts,
        nouns,
        prefixes,
        headings,
        json,
    )
}
