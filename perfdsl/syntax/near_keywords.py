"""The keyword that a person probably meant: a slip of one character, or the label that printed forms use."""

from __future__ import annotations

import re
from functools import lru_cache

from perfdsl.syntax.keywords import names_in

_LABELS = {
    label: head
    for head, labels in {
        "project": "项目名称",
        "department": "部门名称 单位名称 主管部门",
        "code": "项目编码 项目编号 编号 代码 部门编码",
        "year": "预算年度 年份",
        "budget": "预算数 预算金额 预算资金 资金总额 项目预算",
        "plan": "资金支出计划 用款计划 支付计划",
        "purpose": "资金用途 项目用途",
        "goal": "绩效目标 年度目标 项目目标",
        "overall": "总目标 总体绩效目标",
        "area": "分项绩效目标",
        "safeguard": "工作保障措施 保障措施",
        "unit": "计量单位为",
        "weight": "分值 权数",
        "scored": "评分方法 评分标准",
        "formula": "计算公式 公式",
        "about": "绩效指标描述 指标说明 指标描述 描述",
        "basis": "指标值确定依据 确定依据 设定依据",
        "reason": "偏差原因",
        "evidence": "佐证资料 佐证材料",
        "cite": "出处 来源",
        "otherwise": "其它 否则",
        "rounding": "小数位",
        "grades": "评级",
        "each_indicator": "每个指标 各项指标 各项 每一项 逐项",
        "each_project": "每个项目 各项目 各个项目",
        "each_department": "每个部门 各部门 各个部门",
        "then": "那么",
        "given": "假设 设定 已知",
        "expect": "应当 应该 应为",
    }.items()
    for label in labels.split()
}
"""What printed forms call it."""
_NUMBERED = re.compile(r"(\w+?)[ \t]*(?:[0-9]+|[一二三四五六七八九十]+)")
_LONGEST = 20
MEASURES = ("数", "率", "度", "量")
"""How names of indicators end: 次数 is no slip of 基数."""

_RARE = {
    **dict.fromkeys(("deducted", "self", "review", "checklist", "either", "hole", "doubt"), "nowhere"),
    **dict.fromkeys(("serves", "foreseen", "journal", "recorded", "digest", "sealed"), "nowhere"),
    **dict.fromkeys(("applies", "allow", "rollup", "monitored_by"), "rubric"),
    **dict.fromkeys(("lights", "pace", "worst", "progress"), "monitoring"),
    **dict.fromkeys(("requirement", "owner", "due", "result"), "action"),
    **dict.fromkeys(("drop",), "amendment"),
    "reporters": "project",
    **dict.fromkeys(("bands", "interpolation"), "method"),
    **dict.fromkeys(("rule", "then", "each_indicator", "each_project", "each_department"), "rule"),
    **dict.fromkeys(("example", "given", "expect"), "example"),
}
"""Words with the block where a slip of them is looked for: elsewhere 规划 is the name of an indicator."""

_ANYWHERE = {"department", "project", "rubric", "method", "actuals", "use", "unit", "cite"} | {
    "monitoring", "amend", "action",
}  # fmt: skip
"""All that else can stand where a rule or an example goes on."""

_LEAST_FOR_MORE = 4
"""Characters from which a missing or an extra one counts as a slip: 目标值 is not a slip of 目标."""


@lru_cache(maxsize=2048)
def near_head(word: str, block: str = "") -> str | None:
    """English name of the statement keyword that ``word`` probably meant in a block, or None.

    实际 and the other words of methods are never slips.
    """
    if word in _LABELS and _fits(_LABELS[word], block):
        return _LABELS[word]
    if len(word) > _LONGEST or word.endswith(MEASURES) or word in names_in("scope"):
        return None
    heads = {spelling: name for spelling, name in names_in("heads").items() if _fits(name, block)}
    heads = dict(sorted(heads.items(), key=lambda head: head[1] not in _RARE))
    numbered = _NUMBERED.fullmatch(word)
    if numbered and numbered[1] in heads:
        return heads[numbered[1]]
    return next((name for spelling, name in heads.items() if _slip(word, spelling)), None)


def _fits(head: str, block: str) -> bool:
    """Whether a slip of a keyword is looked for in a block."""
    if head in _RARE:
        return _RARE[head] == block
    return block not in {"rule", "example"} or head in _ANYWHERE


def _slip(word: str, spelling: str) -> bool:
    """Whether one character is wrong, or (in longer words) missing, extra or swapped with its neighbour."""
    if len(word) == len(spelling):
        differ = [at for at, (one, other) in enumerate(zip(word, spelling, strict=True)) if one != other]
        swapped = (
            len(differ) == 2  # noqa: PLR2004 — neighbours
            and word[differ[0]] + word[differ[1]] == spelling[differ[1]] + spelling[differ[0]]
        )
        return len(word) > 1 and (len(differ) == 1 or swapped)
    longer, shorter = sorted((word, spelling), key=len, reverse=True)
    if len(longer) != len(shorter) + 1 or len(longer) < _LEAST_FOR_MORE:
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
