"""Tells whether a target asks for more of what is bad, or for less of what is good, by an indicator's name.

A name counts as bad only where it ends with the bad thing and how it is counted (投诉率, 逾期发放率):
投诉处理率 and 逾期贷款回收率 are of what is done about it. Whatever is not certain is let pass.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from perfdsl.scheme.names import group_key
from perfdsl.scheme.read_project import MONEY
from perfdsl.scheme.scheme import Aim

Sense = Literal["more", "less", "all"]
"""What a target asks for against the sense of its name: more, less, or that all of it be so."""

_BAD: Final = (
    "逾期|事故|投诉|差错|违规|违纪|违约|流失|缺陷|失误|误差|返工|返贫|空置|死亡|伤亡|受害|成灾|超支|延误|"
    "拖欠|辍学|坏账"
)
_COUNTED: Final = (
    "贷款|资金|款项|工资|款|人员|人口|职工|行为|案件|事件|问题|学生|居民|发放|支付|拨付|完工|竣工|交付|归还|还款|偿还|完成"
    "|上报|报送|项目|工程|房屋|住房|发生|情况|占比|比例|比率|概率|金额|总额|面积|天数|时间|时长|次数|起数|件数|人数|户数"
    "|人次|数量|总数|率|数|量|次|件|人|起|面"
)
_BAD_NAME: Final = re.compile(rf"(?P<before>.{{0,60}}?)(?:{_BAD})(?:{_BAD}|{_COUNTED}|(?!))*+")
_UNDONE: Final = re.compile(
    r"(?:无|零|未|不|非)(?:安全|重大|一般|较大|特大|责任)?$"
    r"|(?:防|减少|减轻|降低|下降|避免|杜绝|消除|遏制|控制|挽回|化解|治理|预警|监测|排查|查处|处理|处置|处罚|整改|纠正"
    r"|救助|帮扶|慰问|补助|资助|救治|治疗|收治|安置|追缴|追回|清收|应急).{0,4}$"
)
"""What stands before a bad thing that does not happen, or is dealt with."""

_GOOD_NAME: Final = re.compile(
    r"(?P<before>.{0,60}?)(?:满意度|满意率|合格率|达标率|优良率|完好率|及时率|准确率|正确率|知晓率|办结率|成活率|保存率"
    r"|覆盖率|覆盖面|到位率|就业率|入学率|参保率)"
)
_NOT_GOOD: Final = re.compile(rf"[不未非欠难]$|虫|病|害|灾|疫|污染|负面|荒漠|石漠|裸|建筑|超标|{_BAD}")
_COST: Final = re.compile(r"成本|造价|费用|开支|支出|单价")
_SAVED: Final = re.compile(r"节|降|减|收入|收益|效益|利润|标准|补|回收|覆盖|达标|执行|控制")
_IN_BRACKETS: Final = re.compile(r"[（(][^（()）]{0,40}[)）]$")


def against_sense(name: str, group: Sequence[str], aim: Aim) -> Sense | None:
    """Tell what a target asks for against the sense of its name; None where nothing says so.

    A cost has a bound below only by mistake where it is one of money, in a group of costs.
    """
    asks_for_more = aim.op in {">=", ">"} and aim.low is not None and aim.low > 0
    if counts_what_is_bad(name):
        is_all = aim.op == "=" and aim.unit.flavour == "ratio" and aim.low == 1
        return "more" if asks_for_more else "all" if is_all else None
    if asks_for_more and _is_cost(name, group, aim):
        return "more"
    asks_for_less = aim.op in {"<=", "<"} and aim.unit.flavour == "ratio"
    return "less" if asks_for_less and counts_what_is_good(name) else None


def counts_what_is_bad(name: str) -> bool:
    """Whether an indicator's name is that of something of which less is better (事故, 投诉, 受害率)."""
    found = _BAD_NAME.fullmatch(_IN_BRACKETS.sub("", name))
    return found is not None and _UNDONE.search(found["before"]) is None


def counts_what_is_good(name: str) -> bool:
    """Whether an indicator's name is that of a share of which more is better (满意度, 合格率)."""
    found = _GOOD_NAME.fullmatch(_IN_BRACKETS.sub("", name))
    return found is not None and _NOT_GOOD.search(found["before"]) is None


def _is_cost(name: str, group: Sequence[str], aim: Aim) -> bool:
    (money, _), *_ = MONEY.powers
    is_money = any(base == money and power > 0 for base, power in aim.unit.dimension.powers)
    is_named = _COST.search(name) is not None and _SAVED.search(name) is None
    return is_money and is_named and any(group_key(level) == "cost" for level in group)
