"""The fixed words of reports on examples, in both languages."""

from __future__ import annotations

from typing import Final

from perfdsl.diagnostic import Text
from perfdsl.examples.example import Coverage, Posed, Tested, Trial, Unmet, Untouched

SUBJECTS: Final[dict[str, Text]] = {
    "project": Text("项目", "project"),
    "method": Text("方法", "method"),
    "rule": Text("规则", "rule"),
    "rubric": Text("评分办法", "rubric"),
}
STATES: Final[dict[str, Text]] = {
    "passed": Text("通过", "passed"),
    "failed": Text("不合", "failed"),
    "broken": Text("没法算", "broken"),
}
WHY: Final = Text("缘由", "why")
NO_EXAMPLE: Final = Text(
    "没有算例；perfdsl test --suggest 可以写出一些", "no examples; perfdsl test --suggest writes some"
)


def name_subject(posed: Posed) -> Text:
    """``方法 按完成比例``, the block that an example is of."""
    kind = SUBJECTS[posed.subject.kind]
    return Text(f"{kind.zh} {posed.subject.name}", f"{kind.en} {posed.subject.name}")


def title(trial: Trial) -> Text:
    """``算例“开了 11 次”（项目 代表之家）``."""
    name, subject = trial.posed.node.name, name_subject(trial.posed)
    return Text(f"算例“{name}”（{subject.zh}）", f"example “{name}” ({subject.en})")


def compare(unmet: Unmet) -> Text:
    """``应得 11.46 分，实得 11.45 分（差 -0.01）`` · ``应为 优，实为 良``."""
    zh, en = unmet.expected, unmet.found
    if not unmet.of_points:
        return Text(f"应为 {zh.zh}，实为 {en.zh}", f"expected {zh.en}, found {en.en}")
    off = f"（差 {unmet.difference}）" if unmet.difference else ""
    by = f" (difference {unmet.difference})" if unmet.difference else ""
    return Text(f"应得 {zh.zh}，实得 {en.zh}{off}", f"expected {zh.en}, found {en.en}{by}")


def say_unmet(unmet: Unmet) -> Text:
    """Say the comparison and why the engine gives what it gives, as one sentence."""
    said = compare(unmet)
    if not unmet.why.zh:
        return said
    return Text(f"{said.zh}；{unmet.why.zh}", f"{said.en}; {unmet.why.en}")


def summary(tested: Tested) -> Text:
    """``12 个算例，11 个通过，1 个不合``."""
    whole = len(tested.trials)
    if not whole:
        return NO_EXAMPLE
    zh = [f"{whole} 个算例，{tested.count('passed')} 个通过"]
    en = [f"{whole} {'example' if whole == 1 else 'examples'}, {tested.count('passed')} passed"]
    for state in ("failed", "broken"):
        count = tested.count("failed" if state == "failed" else "broken")
        if count:
            zh.append(f"{count} 个{STATES[state].zh}")
            en.append(f"{count} {STATES[state].en}")
    return Text("，".join(zh), ", ".join(en))


def covered(coverage: Coverage) -> Text:
    """``方法 情形 38/41，规则 情形 9/9；没有算例触及：``; empty where there are neither methods nor rules."""
    zh, en = [], []
    if coverage.method_cases:
        zh.append(f"方法 情形 {coverage.touched('method')}/{coverage.method_cases}")
        en.append(f"cases of methods {coverage.touched('method')}/{coverage.method_cases}")
    if coverage.rule_cases:
        zh.append(f"规则 情形 {coverage.touched('rule')}/{coverage.rule_cases}")
        en.append(f"cases of rules {coverage.touched('rule')}/{coverage.rule_cases}")
    if not zh:
        return Text("", "")
    more = Text("；没有算例触及：", "; no example reaches:") if coverage.untouched else Text("", "")
    return Text("，".join(zh) + more.zh, ", ".join(en) + more.en)


def name_case(untouched: Untouched) -> Text:
    """``方法 相等：其他 -> 0%``."""
    kind = SUBJECTS[untouched.kind]
    return Text(
        f"{kind.zh} {untouched.name}：{untouched.case}", f"{kind.en} {untouched.name}: {untouched.case}"
    )


def and_more(count: int) -> Text:
    """Say that the list goes on."""
    return Text(f"还有 {count} 处", f"{count} more")
