"""The wording of complaints about rules and examples."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.source import Place
from perfdsl.syntax.keywords import tables
from perfdsl.syntax.messages import short


def not_at_most(place: Place, sign: str) -> Diagnostic:
    """Complain about a limit of a rule that is no upper limit."""
    return complaint(
        "P0126", place, Text(f"这里只能写 至多，不能写“{short(sign)}”", f"only at_most can stand here, not “{short(sign)}”"),
        Text("规则只封顶，不保底", "a rule sets an upper limit, never a lower one"),
        Text("例如：总分 至多 69，等级 至多 中", "for example: total at_most 69, grades at_most Fair"),
    )  # fmt: skip


def no_reason(place: Place) -> Diagnostic:
    """Complain about an exception without a reason."""
    return complaint(
        "P0101", place, Text("因为 后面没有写原因", "no reason is given after because"),
        Text("引号里是空的", "nothing stands between the marks"),
        Text('写明为什么允许，例如：允许 超额扣分 因为 "手册认为目标定得过低"', 'say why it is meant, for example: allow not_monotone because "the manual takes the target for too low"'),
    )  # fmt: skip


def two_signs(place: Place) -> Diagnostic:
    """Complain about a given value with two operators."""
    return complaint(
        "P0315", place, Text("这里写了两个比较词", "two comparisons stand here"),
        Text("只要一个", "one is enough"),
        Text("例如：设 目标 >= 90%", "for example: given target >= 90%"),
    )  # fmt: skip


def note_before_fact(place: Place) -> Diagnostic:
    """Complain about a reason that comes before any fact."""
    return complaint(
        "P0127", place, Text("它前面没有事实", "no fact stands before it"),
        Text("原因、佐证、扣分写在所说的事实之后", "a reason, evidence or points follow the fact that they are about"),
        Text('例如：设 集中活动的次数 = 11次，原因 "一次改为线上"', 'for example: given meetings = 11次, reason "one was held online"'),
    )  # fmt: skip


def needs_given(place: Place, line: str) -> Diagnostic:
    """Complain about a line of an example without its keyword."""
    shown = short(line)
    return complaint(
        "P0107", place, Text("算例里的事实写在 设 后面，结果写在 应 后面", "facts of an example follow given, outcomes follow expect"), Text("不知道是给定的，还是应得的", "is it given, or expected?"),
        Text(f"写成 设 {shown}", f"write given {shown}"),
    )  # fmt: skip


def then_without_when(place: Place) -> Diagnostic:
    """Complain about a consequence without a condition."""
    return complaint(
        "P0128", place, Text("这个 则 上面没有 每项、每项目 或 每部门", "no each, each_project or each_department stands above this then"),
        Text("不知道对什么生效", "it does not say for what"),
        Text("在它上面写，例如：每项 当 得分 < 分值", "write above it, for example: each when score < points"),
    )  # fmt: skip


def when_without_then(place: Place) -> Diagnostic:
    """Complain about a condition without a consequence."""
    return complaint(
        "P0128", place, Text("它下面没有 则", "no then stands under it"),
        Text("不知道条件成立时怎么办", "it does not say what follows"),
        Text('在它下面写，例如：则 提示 "请说明偏差原因"', 'write under it, for example: then hint "say why"'),
    )  # fmt: skip


def needs_each(place: Place, rest: str) -> Diagnostic:
    """Complain about a condition that does not say for whom."""
    shown = short(rest)
    return complaint(
        "P0128", place, Text("没有说明对什么逐个检查", "it does not say what is looked at"), Text("前面要写 每项、每项目 或 每部门", "each, each_project or each_department comes before it"),
        Text(f"写成 每项 当 {shown}", f"write each when {shown}"),
    )  # fmt: skip


def needs_when(place: Place, rest: str) -> Diagnostic:
    """Complain about a condition without its keyword."""
    shown = short(rest)
    return complaint(
        "P0128", place, Text("条件前面少了 当", "the condition has no when before it"), Text("条件从这里开始", "the condition begins here"),
        Text(f"写成 当 {shown}", f"write when {shown}"),
    )  # fmt: skip


def needs_then(place: Place, line: str) -> Diagnostic:
    """Complain about a consequence without its keyword."""
    shown = short(line)
    return complaint(
        "P0128", place, Text("后果前面少了 则", "the consequence has no then before it"), Text("规则里的一行以 每项、每项目、每部门 或 则 开头", "a line of a rule begins with each, each_project, each_department or then"),
        Text(f"写成 则 {shown}", f"write then {shown}"),
    )  # fmt: skip


def second_then(place: Place) -> Diagnostic:
    """Complain about a second consequence on a line of its own."""
    return complaint(
        "P0128", place, Text("上一个 则 之后不能再写一个 则", "no second then can follow the one above"), Text("几个后果写在一起", "several consequences stand together"),
        Text("接在上一个 则 的后面，用逗号隔开，例如：则 总分 至多 69，扣 2分", "put it behind the one above, with a comma, for example: then total at_most 69, deduct 2分"),
    )  # fmt: skip


def because_of_text(place: Place) -> Diagnostic:
    """Complain about a reason after a text."""
    return complaint(
        "P0101", place, Text("提示 和 错误 的文字就是理由，后面不写 因为", "the text of a hint or a fault is its reason; no because follows"), Text("多出来的", "one too many"),
        Text("把理由写进文字里，删去 因为", "put the reason into the text, leave out because"),
    )  # fmt: skip


def conditions_apart(place: Place) -> Diagnostic:
    """Complain about conditions between which no word, or a comma, stands."""
    return complaint(
        "P0101", place, Text("两个条件之间要写“且”或“或”", "“and” or “or” belongs between two conditions"), Text("不知道是都要，还是有一个就行", "are both needed, or is one enough?"),
        Text("例如：当 得分 < 分值 且 未填 原因", "for example: when score < points and unfilled reason"),
    )  # fmt: skip


def no_particle(place: Place, word: str) -> Diagnostic:
    """Complain about 时 at the end of a condition."""
    return complaint(
        "P0101", place, Text(f"条件后面不写“{short(word)}”", f"no “{short(word)}” ends a condition"), Text("多出来的字", "one word too many"),
        Text("删去它，例如：每项 当 得分 < 分值", "leave it out, for example: each when score < points"),
    )  # fmt: skip


def needs_at_most(place: Place, what: str, most: str) -> Diagnostic:
    """Complain about a limit without ``至多``."""
    what, most = short(what), short(most)
    return complaint(
        "P0101", place, Text("封顶要写 至多，前后空格", "a limit is written with at_most, with blanks around it"), Text("读不出上限", "no limit can be read"),
        Text(f"写成 {what} 至多 {most}", f"write {what} at_most {most}"),
    )  # fmt: skip


def unknown_effect(place: Place, word: str) -> Diagnostic:
    """Complain about a consequence that does not exist."""
    return complaint(
        "P0110", place, Text(f"没有“{short(word)}”这种后果", f"there is no consequence “{short(word)}”"), Text("不认识的后果", "unknown consequence"),
        Text('可以写：提示 "…"、错误 "…"、总分 至多 69、得分 至多 5分、等级 至多 中、扣 2分、不计；一票否决写成 总分 至多 0分',
             'write one of: hint "…", fault "…", total at_most 69, score at_most 5分, grades at_most Fair, deduct 2分, exclude; a veto is total at_most 0分'),
    )  # fmt: skip


def near_joint(place: Place, word: str, meant: str) -> Diagnostic:
    """Complain about 没有 for 无 and the like."""
    zh, en = tables()["joints"][meant]
    return complaint(
        "P0110", place, Text(f"不认识“{short(word)}”，是不是“{zh}”？", f"“{short(word)}” is not known; did you mean “{en}”?"), Text(f"应为“{zh}”？", f"“{en}”?"),
        Text(f"改为 {zh}", f"write {en}"),
    )  # fmt: skip


def expects_a_number(place: Place) -> Diagnostic:
    """Complain about an expectation with an operator."""
    return complaint(
        "P0126", place, Text("应 后面写 得 和分数，不写比较词", "expect takes gets and the points, no operator"), Text("算例要说出确切的结果", "an example states what exactly comes out"),
        Text("例如：应 集中活动的次数 得 11.46分，总分 61.50..89.00", "for example: expect meetings gets 11.46分, total 61.50..89.00"),
    )  # fmt: skip


def unknown_expectation(place: Place, word: str) -> Diagnostic:
    """Complain about an expectation that is neither points nor a state."""
    return complaint(
        "P0110", place, Text(f"不认识“{short(word)}”这种结果", f"the outcome “{short(word)}” is not known"), Text("应 后面不能这样写", "expect is not followed by this"),
        Text("可以写：集中活动的次数 得 11.46分、集中活动的次数 达标（未达标、待定、不计）、总分 97.81分、等级 优、提示 偏差须说明、无 错误",
             "write one of: meetings gets 11.46分, meetings met (missed, pending, excluded), total 97.81分, grades A, hint Explain, lacks fault"),
    )  # fmt: skip


def range_with_dots(place: Place, low: str, high: str) -> Diagnostic:
    """Complain about a range of points that is written with a dash."""
    low, high = short(low), short(high)
    return complaint(
        "P0317", place, Text(f"区间“{low}”至“{high}”写法不对", f"the range from “{low}” to “{high}” is written in another way"), Text("减号不能表示区间", "a dash does not make a range"),
        Text(f"写成 {low} 至 {high}；不含上端的，写成 {low} 至不足 {high}", f"write {low}..{high}; without its upper end, {low}..<{high}"),
    )  # fmt: skip


def grade_around(place: Place, low: str, name: str, high: str) -> Diagnostic:
    """Complain about ``80 <= 良 < 90``."""
    low, name, high = short(low), short(name), short(high)
    return complaint(
        "P0317", place, Text("等级的名字写在前面", "the name of a grade comes first"), Text("不能夹在两个数中间", "not between two numbers"),
        Text(f"写成 {name} {low} 至不足 {high}", f"write {name} {low}..<{high}"),
    )  # fmt: skip


def expects_nothing(place: Place, name: str) -> Diagnostic:
    """Complain about an example without expectations."""
    return complaint(
        "P0129", place, Text(f"算例“{short(name)}”里没有 应", f"the example “{short(name)}” has no expect"), Text("什么也没有检验", "nothing is tested"),
        Text("在它下面写，例如：应 集中活动的次数 得 11.46分", "write under it, for example: expect meetings gets 11.46分"),
    )  # fmt: skip
