"""The fixed words of reports of proofs, in both languages."""

from __future__ import annotations

from typing import Final

from perfdsl.diagnostic import Text
from perfdsl.proof.finding import Finding, Property, Subject, Verdict, Verification

KINDS: Final = {
    "method": Text("方法", "Method"),
    "rubric": Text("评分办法", "Rubric"),
    "rule": Text("规则", "Rule"),
}
SIGNS: Final[dict[Verdict, str]] = {
    "proved": "✓", "refuted": "✗", "unknown": "?", "depends": "~", "allowed": "!", "note": "·"
}  # fmt: skip
VERDICTS: Final[dict[Verdict, Text]] = {
    "proved": Text("证明", "proved"),
    "refuted": Text("否证", "refuted"),
    "unknown": Text("不知", "unknown"),
    "depends": Text("视用途", "depends on use"),
    "allowed": Text("允许", "allowed"),
    "note": Text("提示", "note"),
}
OF_METHODS: Final[dict[Property, Text]] = {
    "gap": Text("处处有分", "no gap"),
    "range": Text("不出 0 至分值", "within 0..weight"),
    "monotone": Text("越好越不低", "never less for better"),
    "unreachable": Text("情形都轮得到", "each case decides"),
    "overlap": Text("档次不重叠", "no overlap"),
    "jump": Text("跳变", "jump"),
}
OF_RUBRICS: Final[dict[Property, Text]] = {
    "gap": Text("等级无缺口", "no gap between grades"),
    "overlap": Text("等级不重叠", "grades do not overlap"),
    "order": Text("等级随总分升", "grades rise with the total"),
    "unreachable": Text("等级都轮得到", "each grade is given"),
    "weights": Text("分值合计 100", "points make 100"),
    "targets": Text("目标都有方法", "each target has a method"),
    "holds": Text("条件能成立", "conditions can hold"),
    "agree": Text("后果不矛盾", "effects agree"),
    "shows": Text("后果显得出", "effects show"),
    "falls": Text("封顶不倒挂", "limits are not upside down"),
}
BY: Final = Text("凭", "by")
PROPERTY: Final = Text("性质", "Property")
VERDICT: Final = Text("结论", "Verdict")
WHY: Final = Text("理由", "Why")
NOTHING: Final = Text("没有可以验证的方法与评分办法", "there is no method and no rubric to verify")
NO_SOLVER: Final = Text(
    "不知的部分，装上 z3 可以再试：pip install 'perfdsl[proof]'",
    "z3 may know more of what is unknown: pip install 'perfdsl[proof]'",
)


def name_of(subject: Subject, finding: Finding) -> Text:
    """Name a property, stated as it should be."""
    words = OF_METHODS if subject.kind == "method" else OF_RUBRICS
    return words.get(finding.about, Text(finding.about, finding.about))


def because(finding: Finding) -> Text:
    """Say why: the argument or the witness, and the reason that a rubric gives for allowing it."""
    if not finding.reason:
        return finding.why
    why, reason = finding.why, finding.reason
    return Text(f"{why.zh}；允许，因为“{reason}”", f"{why.en}; allowed because “{reason}”")


def summary(verification: Verification) -> Text:
    """Count what was looked at, and what became of it."""
    methods = sum(subject.kind == "method" for subject in verification.subjects)
    rubrics = sum(subject.kind == "rubric" for subject in verification.subjects)
    rules = len(verification.subjects) - methods - rubrics
    counted = [(verdict, verification.count(verdict)) for verdict in VERDICTS if verdict != "note"]
    zh = "，".join(f"{VERDICTS[verdict].zh} {count}" for verdict, count in counted if count)
    en = ", ".join(f"{VERDICTS[verdict].en} {count}" for verdict, count in counted if count)
    named = f"{_plural(methods, 'method')}, {_plural(rubrics, 'rubric')}"
    alone = Text(f"，{rules} 条规则", f", {_plural(rules, 'rule')}") if rules else Text("", "")
    return Text(f"{methods} 个方法，{rubrics} 个评分办法{alone.zh}：{zh}", f"{named}{alone.en}: {en}")


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
