"""The wording of complaints about the header and the rows of a table of facts."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Diagnostic, Label, Text, complaint
from perfdsl.source import Place
from perfdsl.syntax.ast import Word

_MOST_NAMES = 3


def _seen(place: Place) -> str:
    text = place.text.strip()
    return text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004 (fits a line beside its words)


# ---------------------------------------------------------------- headers


def two_columns(place: Place, first: Place) -> Diagnostic:
    """Complain about two columns of one meaning; the first is read."""
    one, other = _seen(first), _seen(place)
    return Diagnostic(
        "P0616", Text(f"“{one}”和“{other}”是同一项内容", f"“{one}” and “{other}” mean the same"),
        (Label(place, Text("这一列没有读",
                           "this column was not read")), Label(first, Text("读的是这一列", "this one was"))),
        (Text("删去一列，或给它换个表头", "remove one of them, or give it another heading"),),
    )  # fmt: skip


def missing_column(place: Place, names: Sequence[str], *, is_slip: bool = False) -> Diagnostic:
    """Complain about a column that facts need, by its ``names``; at ``place`` is a slip of one, if any."""
    chinese = [name for name in names if not name.isascii()][:_MOST_NAMES]
    english = [name for name in names if name.isascii()][:_MOST_NAMES] or chinese
    message = Text(f"缺少“{chinese[0]}”一列", f"there is no column “{english[0]}”")
    if is_slip:
        seen = _seen(place)
        meant = english[0] if seen.isascii() else chinese[0]
        at = Text(f"“{seen}”是不是“{meant}”？", f"is “{seen}” meant to be “{meant}”?")
        hint = Text(f"把“{seen}”改为“{meant}”", f"change “{seen}” to “{meant}”")
        return complaint("P0617", place, message, at, hint)
    hint = Text(f"加一列，表头写 {'、'.join(chinese)} 之一", f"add a column headed {' or '.join(english)}")
    return complaint("P0617", place, message, Text("表头里没有它", "the header does not have it"), hint)


def unknown_column(place: Place) -> Diagnostic:
    """Note that a column is not read."""
    return complaint(
        "P0618", place, Text(f"不认识“{_seen(place)}”一列，没有读",
                             f"the column “{_seen(place)}” is not known and was not read"),
        Text("不影响其他列", "other columns are not affected"),
    )  # fmt: skip


# ---------------------------------------------------------------- rows


def blank_project(place: Place) -> Diagnostic:
    """Complain about a fact of no project."""
    return complaint(
        "P0625", place, Text("这条实绩没有写项目", "this fact names no project"),
        Text("填项目编码或名称", "a project's code or name belongs here"),
        Text("与上一行同一项目时可以留空，但须写指标",
             "it may stay blank below its project, in a row that names an indicator"),
    )  # fmt: skip


def blank_indicator(place: Place) -> Diagnostic:
    """Complain about an actual of no indicator."""
    return complaint(
        "P0626", place, Text("这个实际完成值没有写指标", "this actual names no indicator"),
        Text("填指标名称", "an indicator's name belongs here"),
        Text("项目的支出写指标名 执行数", "money spent by the project goes under the name 执行数 (spent)"),
    )  # fmt: skip


def two_amounts_spent(fact: Fact, first: Fact) -> Diagnostic:
    """Complain about two different 执行数 of one project on one day; the first is kept."""
    name = fact.project[:40]
    return Diagnostic(
        "P0642", Text(f"“{name}”同一日期有两个执行数", f"“{name}” has two amounts spent on one date"),
        (Label(fact.place, Text(f"这里是 {_shown(fact)}",
                                "one here")),
         Label(first.place, Text("前面是另一个", "another one before"))),
        (Text("改成同一个数，或分别写明日期", "make them the same, or give each its date"),),
    )  # fmt: skip


def _shown(fact: Fact) -> str:
    match fact.value:
        case None:
            return ""
        case Word(word=word):
            return word
        case value:
            return value.text


def total_row(place: Place) -> Diagnostic:
    """Note that a row of totals is no fact."""
    return complaint(
        "P0629", place, Text(f"“{_seen(place)}”一行不是实绩，没有读",
                             f"the row “{_seen(place)}” is no fact and was not read"),
        Text("合计由打分得出", "totals come from the scoring"),
    )  # fmt: skip


def row_too_long(place: Place, width: int) -> Diagnostic:
    """Complain about a row longer than the header: a comma inside a number shifts all that follow."""
    return complaint(
        "P0630", place, Text(f"这一行比表头多出格子（表头 {width} 列）",
                             f"this row has more cells than the header ({width})"),
        Text("多出的格子；这一行没有读", "beyond the header; this row was not read"),
        Text('格子里有逗号时用引号括起来："1,234"', 'put a cell with a comma between quotes: "1,234"'),
    )  # fmt: skip
