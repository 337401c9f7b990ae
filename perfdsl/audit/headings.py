"""What the headings of a published table of self-scores mean, as the forms of different places print them."""

from __future__ import annotations

import re
from typing import Literal

from perfdsl.actuals.headers import SYNONYMS as OF_FACTS
from perfdsl.actuals.headers import label_key

Meaning = Literal[
    "project", "year", "level1", "level2", "indicator", "target", "operator", "unit",
    "actual", "weight", "score", "note",
]  # fmt: skip

SYNONYMS: dict[Meaning, str] = {
    "project": OF_FACTS["project"],
    "year": "年度 预算年度 year",
    "level1": "一级指标 一级 level1 level_1",
    "level2": "二级指标 二级 level2 level_2",
    "indicator": f"{OF_FACTS['indicator']} 三级 level3 level_3",
    "target": "年度指标值 指标值 目标值 年度目标值 年初目标值 年初指标值 预期指标值 预期目标值 绩效指标值 "
    "计划指标值 预期值 target target_raw target_value targetvalue",
    "operator": "指标性质 运算符 运算符号 符号 比较符 指标方向 operator op",
    "unit": OF_FACTS["unit"],
    "actual": f"{OF_FACTS['actual']} actual_raw",
    "weight": "分值 权重 标准分 标准分值 满分 指标分值 指标权重 weight weights full_points",
    "score": "得分 自评得分 自评分 自评分值 实际得分 指标得分 评分 score awarded self_score",
    "note": f"{OF_FACTS['reason']} 备注 deviation_note note",
}
"""The customary heading of a form comes first. 指标性质 and 指标方向 hold the operator in some places, and
正向 or 反向 in others."""

REQUIRED: tuple[Meaning, ...] = ("indicator", "target", "actual", "weight", "score")

_MEANINGS: dict[str, Meaning] = {
    label_key(name): meaning for meaning, names in SYNONYMS.items() for name in names.split()
}
_SUFFIX = re.compile(r"[(\[【〔][^()\[\]【】〔〕]*[)\]】〕]$")
_MOST_SUFFIXES = 3
_MOST_CHARACTERS = 60


def read_heading(text: str) -> Meaning | None:
    """Tell what a heading means, without what stands in brackets behind it (``年初目标值(A)``)."""
    if len(text) > _MOST_CHARACTERS:
        return None
    found = label_key(text).strip("*:")
    for _ in range(_MOST_SUFFIXES):
        if found in _MEANINGS:
            break
        found = _SUFFIX.sub("", found).strip("*:")
    return _MEANINGS.get(found)
