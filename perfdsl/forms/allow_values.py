"""What may be typed into a form, by what the cell is for."""

from __future__ import annotations

from decimal import Decimal

from perfdsl.forms.form import Allowed
from perfdsl.forms.list_wanted_facts import kind_of
from perfdsl.plan.plan import IndicatorPlan

LONGEST_REASON = 500
"""Characters of a reason; what takes more belongs into the report, not into a cell."""

REASON = Allowed("length", high=Decimal(LONGEST_REASON), hint=f"最多 {LONGEST_REASON} 字")
AMOUNT = Allowed("number", low=Decimal(0), hint="只填数，不写单位")
INITIAL = Allowed(
    "number", low=Decimal(0), hint="年初批复的预算数，没有调整过的与全年预算数相同；只填数，不写单位"
)
LIKELIHOOD = Allowed("list", choices=("确定能", "有可能", "完全不可能"), hint="选一项", strict=True)
"""Names as in 财预〔2019〕136号, from memory."""

_MOST_PERCENT = Decimal(100)
_MONTHS = Decimal(12)


def allow_points(weight: Decimal | None) -> Allowed:
    """Allow points from zero up to the weight, where that is known."""
    until = "" if weight is None else f" 至 {weight}"
    return Allowed("number", Decimal(0), weight, hint=f"得分，0{until}")


def allow_actual(line: IndicatorPlan) -> tuple[Allowed, str]:
    """Tell what may be typed as the actual of a line, and the number format of its blank cell."""
    unit = line.aim.unit.name
    hint = f"单位：{unit}" if unit else ""
    code = with_unit(unit)
    match kind_of(line):
        case "rate":
            return Allowed("share", Decimal(0), _MOST_PERCENT, hint="填百分数，如 92%"), "0.00%"
        case "date":
            return Allowed("day", hint="填完成的日期，如 2022-12-20"), "yyyy-mm-dd"
        case "month":
            return Allowed("number", Decimal(1), _MONTHS, hint=f"填完成的月份；{hint}"), code
        case "level":
            names = tuple(level.name for level in line.method.levels)
            return Allowed("list" if names else "any", choices=names, hint="选一个档次"), ""
        case "yes_or_no":
            return Allowed(
                "list", choices=tuple(dict.fromkeys((line.aim.word, "是", "否"))), hint="选一项"
            ), ""
        case "number":
            return Allowed("number", Decimal(0), hint=f"只填数；{hint}" if hint else "只填数"), code
        case _:
            return Allowed("number", hint=f"只填数；{hint}" if hint else "只填数"), code


def allow_by_unit(unit: str) -> tuple[Allowed | None, str]:
    """Tell the same of a line that no rubric judges, of which only the unit of its target is known."""
    if unit == "%":
        return Allowed("share", Decimal(0), _MOST_PERCENT, hint="填百分数，如 92%"), "0.00%"
    return (Allowed("number", hint=f"只填数；单位：{unit}"), with_unit(unit)) if unit else (None, "")


def with_unit(unit: str) -> str:
    """Give the number format that prints a unit behind whatever is typed: 1.6 becomes 1.6万人."""
    return f'General"{unit}"' if unit and '"' not in unit else ""
