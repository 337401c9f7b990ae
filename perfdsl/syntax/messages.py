"""The wording of complaints about a text as a whole and about words that are not known (P01)."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.source import Place
from perfdsl.syntax.keywords import tables

NO_NAMES = {
    "rule", "each_indicator", "each_project", "each_department", "then", "example", "given", "expect",
    "applies", "allow", "bands", "interpolation",
}  # fmt: skip
"""Keywords of lines where no indicator could stand."""


def short(text: str) -> str:
    """Shorten a stretch of the text to what fits beside other words; it may be of any length."""
    text = " ".join(text.split()) if "\n" in text else text
    return text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004 — half a line


def empty_name(place: Place) -> Diagnostic:
    """Complain about a block whose name is empty."""
    return complaint(
        "P0101", place, Text("名字是空的", "the name is empty"), Text("引号里要有名字", "a name belongs between the marks"),
        Text("例如：项目 代表之家运行经费", 'for example: project "Meetings"'),
    )  # fmt: skip


def too_deep(place: Place, most: int) -> Diagnostic:
    """Complain about an expression that is nested too deep."""
    return complaint(
        "P0108", place, Text(f"式子太深，超过 {most} 层", f"the expression is deeper than {most} levels"),
        Text("从这里开始", "it begins here"), Text("拆成几个方法或几行", "split it into several cases or methods"),
    )  # fmt: skip


def unknown_function(place: Place, word: str) -> Diagnostic:
    """Complain about a function that does not exist."""
    functions = tables()["functions"].values()
    zh, en = "、".join(each[0] for each in functions), ", ".join(_english(each) for each in functions)
    return complaint(
        "P0110", place, Text(f"没有函数“{short(word)}”", f"there is no function “{short(word)}”"),
        Text("不认识的函数", "unknown function"), Text(f"可用的函数：{zh}", f"the functions are: {en}"),
    )  # fmt: skip


def _english(spellings: list[str]) -> str:
    return next(word for word in spellings if word.isascii())


def odd_character(place: Place, codepoint: int) -> Diagnostic:
    """Complain about a character that could make the text look like another."""
    return complaint(
        "P0114", place,
        Text(f"文字里有不可见的控制字符 U+{codepoint:04X}", f"the text holds the invisible control character U+{codepoint:04X}"),
        Text("它会让这一行看起来是另一个样子", "it can make the line look like something else"),
        Text("删去这个字符", "delete this character"),
    )  # fmt: skip


def too_many(place: Place, most: int) -> Diagnostic:
    """Say that the rest of a file was not read."""
    return complaint(
        "P0115", place, Text(f"读不懂的行超过 {most} 处，其余未读", f"more than {most} lines cannot be read; the rest was left"),
        Text("从这里起没有再读", "reading stopped here"), Text("先改好前面的错误", "mend the errors above first"),
    )  # fmt: skip


def too_large(place: Place, most: int) -> Diagnostic:
    """Say that a source is too large to be read at all."""
    return complaint(
        "P0805", place, Text(f"文件太大：超过 {most:,} 个字符", f"the file is larger than {most:,} characters"),
        Text("没有读入", "it was not read"), Text("把项目分到几个文件里", "split the projects over several files"),
    )  # fmt: skip


def old_line_ends(place: Place) -> Diagnostic:
    """Say that a text's lines end in a way that no program of today writes."""
    return complaint(
        "P0120", place, Text("换行符是旧式的 CR，整个文件会被看成一行", "the lines end with a bare CR, so the whole file looks like one line"),
        Text("第一处在这里", "the first one is here"),
        Text("用编辑器把换行符改为 LF（或 CRLF）后保存", "save the file with LF (or CRLF) line ends"),
    )  # fmt: skip


def unknown_word(place: Place, word: str, table: str, among: tuple[str, ...]) -> Diagnostic:
    """Complain about a word that is not in a short fixed list, and show the list."""
    spellings = tables()[table]
    zh, en = "、".join(spellings[each][0] for each in among), ", ".join(spellings[each][-1] for each in among)
    return complaint(
        "P0110", place, Text(f"这里不认识“{short(word)}”", f"“{short(word)}” is not known here"),
        Text("不认识的词", "unknown word"), Text(f"可以写：{zh}", f"write one of: {en}"),
    )  # fmt: skip


def unknown_head(place: Place, word: str, head: str) -> Diagnostic:
    """Complain about the first word of a line that is probably a slip of a keyword."""
    zh, en = tables()["heads"][head]
    return complaint(
        "P0110", place, Text(f"不认识“{short(word)}”，是不是“{zh}”？", f"“{short(word)}” is not known; did you mean “{en}”?"),
        Text(f"应为“{zh}”？", f"“{en}”?"),
        Text(f"改为 {zh}", f"write {en}") if head in NO_NAMES else
        Text(f"改为 {zh}；若它是指标的名字，写成 {short(word)} >= 12次 这样的一行", f"write {en}; if it is the name of an indicator, give it an operator and a value"),
    )  # fmt: skip


def compare_in_middle(place: Place) -> Diagnostic:
    """Complain about ``a < (b < c) < d``."""
    return complaint(
        "P0108", place, Text("比较的中间一项里又有比较", "the middle of a double comparison holds another one"),
        Text("这一项不是一个量", "this is no amount"), Text("用“且”分开写：a < b 且 b < c", "write them apart: a < b and b < c"),
    )  # fmt: skip
