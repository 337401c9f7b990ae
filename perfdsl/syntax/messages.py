"""The wording of complaints about text and statements (P01)."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Label, Text
from perfdsl.source import Place
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables
from perfdsl.syntax.read_literal import LiteralReading

_PROBLEMS = {
    "too_long": Text("数字位数太多", "too many digits"),
    "impossible_date": Text("没有这一天", "there is no such day"),
    "blank_between_digits": Text("数字中间有空格", "a blank between digits"),
    "two_readings": Text("有两种读法", "it can be read in two ways"),
    "inexact": Text("不是确定的数", "not an exact number"),
}
_BLOCKS = {
    "department": Text("部门", "a department"),
    "project": Text("项目", "a project"),
    "rubric": Text("评分办法", "a rubric"),
    "method": Text("方法", "a method"),
    "actuals": Text("实绩", "actuals"),
}


def _one(code: str, place: Place, message: Text, at: Text, *hints: Text) -> Diagnostic:
    return Diagnostic(code, message, (Label(place, at),), hints)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004 — fits a line beside its words


def unreadable(place: Place, found: str, expected: Text, hint: Text | None = None) -> Diagnostic:
    """Complain about a statement that cannot be read; ``expected`` is a sentence of what could stand here."""
    what = Text(f"这一行读不懂：“{_short(found)}”", f"this line cannot be read: “{_short(found)}”")
    if not found.strip():
        what = Text("这一行没有写完", "this line is not finished")
    return _one("P0101", place, what, expected, *((hint,) if hint else ()))


def unclosed(place: Place) -> Diagnostic:
    """Complain about a quote without its partner."""
    return _one(
        "P0102", place, Text("引号没有配对", "a quotation mark without its partner"),
        Text("从这里开始的文字没有结束引号", "the text that begins here has no closing mark"),
        Text('在文字末尾补上 "；跨行的长文字用 """…"""', 'close it with "; long text over several lines stands between """…"""'),
    )  # fmt: skip


def no_operator(place: Place, name: str, value: ast.Number | ast.DateLiteral) -> Diagnostic:
    """Complain about a bare number: a third of real tables print none, and both readings are possible."""
    shown = value.text
    return _one(
        "P0103", place,
        Text(f"“{_short(name)}”的指标值 {shown} 没有写运算符", f"the target {shown} of “{_short(name)}” has no operator"),
        Text("至少、至多，还是正好？", "at least, at most, or exactly?"),
        Text(f"写成 {name} >= {shown}，或 {name} <= {shown}，或 {name} = {shown}",
             f"write {name} >= {shown}, or {name} <= {shown}, or {name} = {shown}"),
    )  # fmt: skip


def bad_number(place: Place, text: str, reading: LiteralReading) -> Diagnostic:
    """Complain about a number (or date) that cannot be read."""
    why = _PROBLEMS.get(reading.problem, Text("这里要一个数，可带单位", "a number belongs here, with or without a unit"))
    code = {"too_long": "P0105", "impossible_date": "P0106"}.get(reading.problem, "P0104")
    return _one(
        code, place, Text(f"“{_short(text)}”不能读作一个数", f"“{_short(text)}” cannot be read as a number"), why,
        Text("例如 12次、1,234.5、二十三万元、90%、2022-12-31", "for example 12次, 1,234.5, 90%, 2022-12-31"),
    )  # fmt: skip


def not_date(place: Place, text: str, reading: LiteralReading) -> Diagnostic:
    """Complain about something that ought to be a date."""
    why = _PROBLEMS.get(reading.problem, Text("这里要一个日期", "a date belongs here"))
    return _one(
        "P0106", place, Text(f"“{_short(text)}”不是日期", f"“{_short(text)}” is not a date"), why,
        Text("写成 2022-12-31 或 2022年12月31日", "write 2022-12-31"),
    )  # fmt: skip


def not_month_end(place: Place, text: str) -> Diagnostic:
    """Complain about a point of a payment plan that names no month."""
    return _one(
        "P0104", place, Text(f"“{_short(text)}”不是月底", f"“{_short(text)}” is not the end of a month"),
        Text("支出计划的每一段是“几月底”和累计金额", "each point is the end of a month and a cumulative amount"),
        Text("例如：支出计划 3月底 1.00万元，6月底 2.00万元", "for example: plan 3月底 1.00万元, 6月底 2.00万元"),
    )  # fmt: skip


def not_whole(place: Place, text: str) -> Diagnostic:
    """Complain about a number that must be small and whole."""
    return _one(
        "P0104", place, Text(f"“{_short(text)}”不是合适的整数", f"“{_short(text)}” is not a fitting whole number"),
        Text("这里要一个不大的整数", "a small whole number belongs here"),
        Text("年度写成 2022；小数位写成 2位（至多 6 位）", "a year such as 2022; decimal places such as 2 (at most 6)"),
    )  # fmt: skip


def odd_year(place: Place, year: int) -> Diagnostic:
    """Complain about a year that no budget can be of."""
    return _one(
        "P0104", place, Text(f"年度 {year} 不在 1950 至 2150 之间", f"year {year} is not between 1950 and 2150"),
        Text("这里写预算年度", "the budget year belongs here"), Text("写成四位数，例如 2022", "write four digits, such as 2022"),
    )  # fmt: skip


def misplaced(place: Place, inside: str | None) -> Diagnostic:
    """Complain about a statement in a block where it means nothing."""
    where = _BLOCKS.get(inside or "", Text("文件开头（还没有项目）", "the top of the file, before any block"))
    return _one(
        "P0107", place, Text(f"这一行不能写在{where.zh}里", f"this line cannot stand in {where.en}"),
        Text("放错了地方", "out of place"),
        Text("指标写在 项目 的分组之下，权重与等级写在 评分办法 里，事实写在 实绩 里；名字恰好是关键字时加引号",
             "indicators stand in a group of a project, weights and grades in a rubric, facts under actuals; "
             "put a name that equals a keyword in quotes"),
    )  # fmt: skip


def no_group(place: Place, name: str) -> Diagnostic:
    """Complain about an indicator above the first group."""
    return _one(
        "P0107", place, Text(f"指标“{_short(name)}”不在任何分组里", f"the indicator “{_short(name)}” is in no group"),
        Text("分组决定它占哪一类的分值", "the group decides whose points it shares"),
        Text("在它上面写一行分组，例如 产出指标 / 数量指标：", "write a group above it, such as output / quantity:"),
    )  # fmt: skip


def lacks_selector(place: Place, clause: ast.Node) -> Diagnostic:
    """Complain about a rubric's 权重 or 评分 that does not say for which indicators."""
    example = "权重 产出指标 50，效益指标 30" if isinstance(clause, ast.Weight) else "评分 >=, > 按完成比例；定性 三档"
    return _one(
        "P0107", place, Text("没有说明用于哪些指标", "it does not say for which indicators"),
        Text("评分办法里要先写类别或运算符", "a rubric names a group or an operator first"),
        Text(f"例如：{example}", f"for example: {example}"),
    )  # fmt: skip


def too_deep(place: Place, most: int) -> Diagnostic:
    """Complain about an expression that is nested too deep."""
    return _one(
        "P0108", place, Text(f"式子太深，超过 {most} 层", f"the expression is deeper than {most} levels"),
        Text("从这里开始", "it begins here"), Text("拆成几个方法或几行", "split it into several cases or methods"),
    )  # fmt: skip


def reserved(place: Place, text: str) -> Diagnostic:
    """Complain about a word that a later version will use."""
    word = text.split()[0] if text.split() else text
    return _one(
        "P0109", place, Text(f"“{_short(word)}”是保留词，这一版还不支持", f"“{_short(word)}” is reserved; this version cannot use it"),
        Text("规则与算例留待以后的版本", "rules and examples belong to a later version"),
        Text("若这是名字，加上引号", "if it is a name, put it in quotes"),
    )  # fmt: skip


def unknown_word(place: Place, word: str, table: str, among: tuple[str, ...]) -> Diagnostic:
    """Complain about a word that is not in a short fixed list, and show the list."""
    spellings = tables()[table]
    zh, en = "、".join(spellings[each][0] for each in among), ", ".join(spellings[each][-1] for each in among)
    return _one(
        "P0110", place, Text(f"这里不认识“{_short(word)}”", f"“{_short(word)}” is not known here"),
        Text(f"可以写：{zh}", f"one of: {en}"), Text(f"改为其中之一：{zh}", f"write one of: {en}"),
    )  # fmt: skip


def unknown_function(place: Place, word: str) -> Diagnostic:
    """Complain about a function that does not exist."""
    names = "min max abs floor ceil round"
    return _one(
        "P0110", place, Text(f"没有函数“{_short(word)}”", f"there is no function “{_short(word)}”"),
        Text("不认识的函数", "unknown function"), Text(f"可用的函数：{names}", f"the functions are: {names}"),
    )  # fmt: skip


def comma_in_number(place: Place, text: str) -> Diagnostic:
    """Complain about a comma that may be a thousands separator or the separator of a list."""
    joined = text.replace(",", "")
    spaced = text.replace(",", ", ")
    return _one(
        "P0112", place, Text(f"“{text}”有两种读法", f"“{text}” can be read in two ways"),
        Text("千分位，还是两个数？", "one number with thousands, or two numbers?"),
        Text(f"写成 {joined}，或 {spaced}（逗号后空一格）", f"write {joined}, or {spaced} with a blank after the comma"),
    )  # fmt: skip


def two_operators(place: Place, op: str, bound: str) -> Diagnostic:
    """Complain about an operator and a suffix that disagree."""
    return _one(
        "P0113", place, Text(f"运算符 {op} 与后缀（{bound}）矛盾", f"the operator {op} and the suffix ({bound}) disagree"),
        Text("两个说法只能留一个", "only one of them can stand"), Text("删去运算符，或删去后缀", "drop the operator or the suffix"),
    )  # fmt: skip


def needs_equals(place: Place, sign: str) -> Diagnostic:
    """Complain about another sign where only ``=`` makes sense."""
    return _one(
        "P0113", place, Text(f"这里要 =，不是 {sign}", f"= belongs here, not {sign}"), Text("改为 =", "change it to ="),
        Text("例如：预算 5万元 = 财政资金 5万元", "for example: budget 5万元 = 财政资金 5万元"),
    )  # fmt: skip


def odd_character(place: Place, codepoint: int) -> Diagnostic:
    """Complain about a character that could make the text look like another."""
    return _one(
        "P0114", place,
        Text(f"文字里有不可见的控制字符 U+{codepoint:04X}", f"the text holds the invisible control character U+{codepoint:04X}"),
        Text("它会让这一行看起来是另一个样子", "it can make the line look like something else"),
        Text("删去这个字符", "delete this character"),
    )  # fmt: skip


def too_many(place: Place, most: int) -> Diagnostic:
    """Say that the rest of a file was not read."""
    return _one(
        "P0115", place, Text(f"读不懂的行超过 {most} 处，其余未读", f"more than {most} lines cannot be read; the rest was left"),
        Text("从这里起没有再读", "reading stopped here"), Text("先改好前面的错误", "mend the errors above first"),
    )  # fmt: skip


def too_large(place: Place, most: int) -> Diagnostic:
    """Say that a source is too large to be read at all."""
    return _one(
        "P0116", place, Text(f"文件太大：超过 {most} 个字符", f"the file is larger than {most} characters"),
        Text("没有读入", "it was not read"), Text("把项目分到几个文件里", "split the projects over several files"),
    )  # fmt: skip


def word_without_operator(place: Place, name: str, word: str) -> Diagnostic:
    """Complain about a word as a target: a state, or a quality?"""
    return _one(
        "P0117", place, Text(f"“{_short(name)}”的指标值是文字“{_short(word)}”", f"the target of “{_short(name)}” is the word “{_short(word)}”"),
        Text("是要正好如此，还是按档次评？", "exactly this state, or judged by levels?"),
        Text(f'写成 {name} 是 {word}，或 {name} 定性 "{word}"', f'write {name} is {word}, or {name} qualitative "{word}"'),
    )  # fmt: skip


def word_for_number(place: Place, name: str, word: str) -> Diagnostic:
    """Complain about a word after a comparison that needs a number."""
    return _one(
        "P0117", place, Text(f"“{_short(word)}”不能比大小", f"“{_short(word)}” cannot be compared"),
        Text("这里要一个数或日期", "a number or a date belongs here"),
        Text(f'写成 {name} 是 {word}，或 {name} 定性 "{word}"', f'write {name} is {word}, or {name} qualitative "{word}"'),
    )  # fmt: skip


def no_target(place: Place, name: str) -> Diagnostic:
    """Complain about an indicator with no target at all."""
    return _one(
        "P0118", place, Text(f"“{_short(name)}”没有指标值", f"“{_short(name)}” has no target"),
        Text("这里只有名字", "there is only a name"),
        Text(f"写成 {name} >= 12次 这样的一行；名字和运算符之间空一格", f"write a line such as {name} >= 12次, with a blank before the operator"),
    )  # fmt: skip


def operator_in_fact(place: Place, name: str) -> Diagnostic:
    """Complain about a fact that is written like a target."""
    return _one(
        "P0119", place, Text(f"“{_short(name)}”的实绩不能带运算符", f"the actual of “{_short(name)}” cannot have an operator"),
        Text("实绩是发生了的数，不是目标", "an actual is what happened, not a target"),
        Text(f"写成 {name} = 11次", f"write {name} = 11次"),
    )  # fmt: skip
