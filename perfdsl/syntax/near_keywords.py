"""The keyword that a person probably meant: a slip of one character, or the label that printed forms use."""

from __future__ import annotations

import re
from functools import lru_cache

from perfdsl.syntax.keywords import names_in

_LABELS = {
    "项目名称": "project", "部门名称": "department", "单位名称": "department", "主管部门": "department",
    "项目编码": "code", "项目编号": "code", "编号": "code", "代码": "code", "部门编码": "code",
    "预算年度": "year", "年份": "year",
    "预算数": "budget", "预算金额": "budget", "预算资金": "budget", "资金总额": "budget", "项目预算": "budget",
    "资金支出计划": "plan", "用款计划": "plan", "支付计划": "plan", "资金用途": "purpose", "项目用途": "purpose",
    "绩效目标": "goal", "年度目标": "goal", "项目目标": "goal", "总目标": "overall", "总体绩效目标": "overall",
    "分项绩效目标": "area", "工作保障措施": "safeguard", "保障措施": "safeguard", "计量单位为": "unit",
    "分值": "weight", "权数": "weight", "评分方法": "scored", "评分标准": "scored", "计算公式": "formula",
    "公式": "formula", "绩效指标描述": "about", "指标说明": "about", "指标描述": "about", "描述": "about",
    "指标值确定依据": "basis", "确定依据": "basis", "设定依据": "basis", "偏差原因": "reason",
    "佐证资料": "evidence", "佐证材料": "evidence", "出处": "cite", "来源": "cite", "其它": "otherwise",
    "否则": "otherwise", "小数位": "rounding", "评级": "grades",
}  # fmt: skip
_NUMBERED = re.compile(r"(\w+?)[ \t]*(?:[0-9]+|[一二三四五六七八九十]+)")
_LONGEST = 20
_LEAST_FOR_MORE = 4
"""Characters from which a missing or an extra one counts as a slip: 目标值 is not a slip of 目标."""


@lru_cache(maxsize=2048)
def near_head(word: str) -> str | None:
    """English name of the statement keyword that ``word`` probably meant; None where none is near.

    实际 and the other words of methods are never slips.
    """
    if word in _LABELS:
        return _LABELS[word]
    if len(word) > _LONGEST or word in names_in("scope"):
        return None
    heads = names_in("heads")
    numbered = _NUMBERED.fullmatch(word)
    if numbered and numbered[1] in heads:
        return heads[numbered[1]]
    return next((name for spelling, name in heads.items() if _slip(word, spelling)), None)


def _slip(word: str, spelling: str) -> bool:
    """Whether one character is wrong, or (in longer words) missing, extra or swapped with its neighbour."""
    if len(word) == len(spelling):
        differ = [at for at, (one, other) in enumerate(zip(word, spelling, strict=True)) if one != other]
        swapped = (
            len(differ) == 2
            and word[differ[0]] == spelling[differ[1]]
            and word[differ[1]] == spelling[differ[0]]
        )
        return len(word) > 1 and (len(differ) == 1 or swapped)
    longer, shorter = sorted((word, spelling), key=len, reverse=True)
    if len(longer) != len(shorter) + 1 or len(longer) < _LEAST_FOR_MORE:
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
