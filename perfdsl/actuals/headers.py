"""What the headings of a table of facts mean: synonyms in Chinese and English, as real forms print them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

from perfdsl.units import find_unit

Meaning = Literal[
    "code", "project", "indicator", "actual", "unit", "date", "spent", "reason", "evidence",
    "deducted", "self_score", "review_score", "reporter", "passed_over",
]  # fmt: skip

SYNONYMS: dict[Meaning, str] = {
    "code": "项目编码 项目代码 项目编号 编码 project_code projectcode code projectid project_id",
    "project": "项目 项目名称 项目名 预算项目 预算项目名称 project projectname project_name",
    "indicator": "指标 三级指标 指标名称 具体指标 绩效指标 绩效指标名称 三级指标名称 考核指标 评价指标 "
    "indicator indicatorname indicator_name measure metric",
    "actual": "实际完成值 全年完成值 年度完成值 实际值 实绩 完成值 实际完成 实际完成情况 全年实际完成值 "
    "全年实际值 年度实际完成值 指标完成值 实际完成指标值 完成情况 全年完成情况 "
    "actual actualvalue actual_value value",
    "unit": "单位 计量单位 度量单位 指标单位 unit units unitofmeasure unit_of_measure",
    "date": "日期 填报日期 截至日期 截止日期 截至 数据日期 统计日期 填报时间 截至时间 截止时间 "
    "date asof as_of reportdate report_date",
    "spent": "执行数 全年执行数 支出数 实际支出 实际支出数 预算执行数 累计执行数 累计支出 全年支出数 "
    "spent expenditure executed",
    "reason": "原因 偏差原因 偏差原因分析及改进措施 偏差原因分析 偏差原因分析和改进措施 未完成原因 "
    "未完成原因分析 未完成原因及改进措施 原因分析 原因说明 偏差说明 reason reasons explanation",
    "evidence": "佐证 佐证资料 佐证材料 证明材料 证据 附件 佐证文件 evidence attachment attachments proof",
    "deducted": "扣分 扣分值 核减分 核减 核减分值 deducted deduction pointsdeducted",
    "self_score": "自评得分 自评分 自评 自评分值 selfscore self_score",
    "review_score": "核查得分 复核得分 审核得分 核查分 复核分 核查 reviewscore review_score reviewerscore",
    "reporter": "填报单位 上报单位 填报乡镇 reporter reportingunit reporting_unit reported_by reportedby",
    "passed_over": "序号 编号 no # 备注 说明 note notes remark remarks comment comments 填报人 审核人 "
    "部门 主管部门 实施单位 年度 year department 一级指标 二级指标 level1 level2 group "
    "指标类型 指标类别 指标性质 指标方向 指标方向性 绩效指标描述 指标描述 指标说明 依据 指标值确定依据 basis "
    "指标值 年度指标值 目标值 年初目标值 预期指标值 绩效指标值 target targetvalue "
    "权重 分值 得分 weight points score 预算数 年初预算数 全年预算数 "
    "执行率 预算执行率 是否完成 完成率 source_url",
}

POINTS: tuple[Meaning, ...] = ("deducted", "self_score", "review_score")
"""What people gave or took off: it stands beside facts and makes none."""

SPENT_NAMES = frozenset(SYNONYMS["spent"].split())
FINISHED_NAMES = frozenset(
    ["已完成", "是否已完成", "项目已完成", "完成与否", "finished", "isfinished", "is_finished", "done"]
)
TOTAL_NAMES = frozenset(
    ["合计", "总计", "小计", "总分", "合计得分", "总得分", "total", "subtotal", "grandtotal", "sum"]
)

_MEANINGS: dict[str, Meaning] = {
    name: meaning for meaning, names in SYNONYMS.items() for name in names.split()
}
_SUFFIX = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]$")
_MOST_SUFFIXES = 3
_MOST_CHARACTERS = 60


class Heading(NamedTuple):
    """What a heading means, and the unit that it sets for bare numbers (``执行数（万元）``)."""

    meaning: Meaning
    unit: str = ""


def label_key(text: str) -> str:
    """Fold a label for comparison: NFKC, no white space, lower-case (never for stored text)."""
    return "".join(unicodedata.normalize("NFKC", text).split()).lower()


@lru_cache(maxsize=1024)
def read_heading(text: str) -> Heading | None:
    """Tell what a heading means; None for one that is not known."""
    if len(text) > _MOST_CHARACTERS:
        return None
    key, unit = "".join(unicodedata.normalize("NFKC", text).split()).strip("*:"), ""
    for _ in range(_MOST_SUFFIXES):
        found = _SUFFIX.search(key)
        if found is None:
            break
        key, unit = key[: found.start()].strip("*:"), unit or _unit_in(found[1])
    meaning = _MEANINGS.get(key.lower())
    return None if meaning is None else Heading(meaning, unit)


def names_of(meaning: Meaning) -> list[str]:
    """All headings known for a meaning, the customary ones first."""
    return SYNONYMS[meaning].split()


def _unit_in(suffix: str) -> str:
    """Give the unit in a heading's brackets. ``（B）`` is a column's letter in official forms."""
    name = suffix.removeprefix("单位").lstrip(":")
    is_letter = len(name) == 1 and name.isascii() and name.isupper()
    return name if name and not is_letter and find_unit(name) is not None else ""
