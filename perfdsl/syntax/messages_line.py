"""The wording of complaints about lines that cannot be read, each with the line as it was probably meant."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Text, complaint
from perfdsl.source import Place
from perfdsl.syntax.keywords import tables
from perfdsl.syntax.messages import short


def unreadable(place: Place, found: str, sample: Text) -> Diagnostic:
    """Complain about a line for which nothing better is known than how such a line looks."""
    what = Text(f"这一行到“{short(found)}”读不懂了", f"this line cannot be read from “{short(found)}” on")
    at = Text("这里不该是这个", "this does not belong here")
    if not found.strip():
        what, at = (
            Text("这一行没有写完", "this line is not finished"),
            Text("后面还缺内容", "something is missing after this"),
        )
    return complaint("P0101", place, what, at, Text(f"应写成：{sample.zh}", f"write it like: {sample.en}"))


def too_long(place: Place, most: int) -> Diagnostic:
    """Complain about a statement of more tokens than any person writes."""
    return complaint(
        "P0115", place, Text(f"这一行太长，超过 {most} 个词", f"this line has more than {most} words"),
        Text("从这里起没有再读", "reading stopped here"), Text("拆成几行", "split it into several lines"),
    )  # fmt: skip


def unclosed(place: Place, mark: str) -> Diagnostic:
    """Complain about a quotation mark without its partner."""
    partner = {'"': '"', "“": "”", '"""': '"""'}[mark]
    return complaint(
        "P0102", place, Text(f"引号 {mark} 没有配对", f"the quotation mark {mark} has no partner"),
        Text("从这里开始的文字没有结束", "the text that begins here does not end"),
        Text(f'在文字末尾补上 {partner}；跨行的长文字放在 """ 和 """ 之间', f'close it with {partner}; a text over several lines stands between """ and """'),
    )  # fmt: skip


def mixed_marks(place: Place) -> Diagnostic:
    """Complain about a text that begins with one kind of mark and ends with another."""
    return complaint(
        "P0102", place, Text("引号的两半不是一对", "the two marks are not a pair"), Text('“ 要用 ” 结束，" 要用 " 结束', '“ ends with ”, and " ends with "'),
        Text("两头用同一种引号", "use one kind of mark at both ends"),
    )  # fmt: skip


def stray_mark(place: Place, mark: str) -> Diagnostic:
    """Complain about a closing mark that nothing opened."""
    return complaint(
        "P0102", place, Text(f"引号 {mark} 没有配对", f"the quotation mark {mark} has no partner"), Text("前面没有与它配对的 “", "no “ stands before it"),
        Text('一段文字用同一对引号：“…” 或 "…"', 'a text stands between one pair of marks: “…” or "…"'),
    )  # fmt: skip


def needs_quotes(place: Place, head: str, text: str) -> Diagnostic:
    """Complain about a text that stands without quotes."""
    spellings = tables()["heads" if head in tables()["heads"] else "joints"][head]
    zh, en = spellings[0], spellings[-1]
    shown = short(text.strip("\"'‘’「」『』＂“”").replace('"', "")) or "…"
    return complaint(
        "P0121", place, Text(f"“{zh}”后面的文字没有加引号", f"the text after “{en}” has no quotes"), Text("文字要用引号括起来", "a text stands in quotes"),
        Text(f'写成 {zh} "{shown}"', f'write {en} "{shown}"'),
    )  # fmt: skip


def name_needs_quotes(place: Place, name: str, line: str) -> Diagnostic:
    """Complain about a name with brackets, blanks, a slash or a leading digit; ``line`` is as it should be."""
    return complaint(
        "P0121", place, Text(f"名字“{short(name)}”要加引号", f"the name “{short(name)}” must stand in quotes"),
        Text("名字里有空格、括号、斜线或以数字开头时加引号", "a name with blanks, brackets, a slash or a leading digit stands in quotes"),
        Text(f"写成 {short(line)}", f"write {short(line)}"),
    )  # fmt: skip


def two_signs(place: Place, first: str, second: str) -> Diagnostic:
    """Complain about two operators in a row."""
    joined = first + second
    sign = {"=>": ">=", "=<": "<=", ">=": ">=", "<=": "<=", "≥=": ">=", "≤=": "<=", ">>": ">", "<<": "<"}.get(
        joined
    )
    hint = (
        Text(f"写成 {sign}，中间不空格", f"write {sign}, without a blank")
        if sign
        else Text(f"只留一个：{first} 或 {second}", f"keep one: {first} or {second}")
    )
    if first == second:
        hint = Text(f"删去一个 {second}", f"leave out one {second}")
    return complaint(
        "P0315",
        place,
        Text(f"连写了两个运算符 {first} {second}", f"two operators in a row: {first} {second}"),
        Text("多出来的运算符", "one too many"),
        hint,
    )


def odd_comma(place: Place, text: str) -> Diagnostic:
    """Complain about ``1,23``: neither thousands nor decimals."""
    shown = short(text)
    return complaint(
        "P0306", place, Text(f"“{shown}”里的逗号不是千分位", f"the comma in “{shown}” does not separate thousands"), Text("千分位是每三位一个逗号", "thousands come in groups of three digits"),
        Text(f"小数点写成 {shown.replace(',', '.', 1)}；一个整数写成 {shown.replace(',', '')}", f"a decimal point: {shown.replace(',', '.', 1)}; a whole number: {shown.replace(',', '')}"),
    )  # fmt: skip


def needs_comma(place: Place, word: str) -> Diagnostic:
    """Complain about a clause on an indicator's line without a comma before it."""
    return complaint(
        "P0101", place, Text(f"“{word}”前面少了逗号", f"a comma is missing before “{word}”"), Text("写在同一行的，用逗号隔开", "what stands on one line is separated by commas"),
        Text(f"写成 ，{word} …，或另起一行", f"write , {word} …, or begin a new line"),
    )  # fmt: skip


def needs_range(place: Place, low: str, high: str) -> Diagnostic:
    """Complain about a range written with a dash."""
    return complaint(
        "P0317", place, Text(f"区间“{short(low)}”至“{short(high)}”写法不对", f"the range from “{short(low)}” to “{short(high)}” is written in another way"),
        Text("减号不能表示区间", "a dash does not make a range"), Text(f"写成 介于 {short(low)} 至 {short(high)}", f"write in {short(low)}..{short(high)}"),
    )  # fmt: skip


def dangling(place: Place, mark: str) -> Diagnostic:
    """Complain about a separator after which nothing comes."""
    return complaint(
        "P0101", place, Text(f"行末多了“{mark}”", f"the line ends with “{mark}”"), Text("后面没有内容了", "nothing comes after it"),
        Text("删去它，或把后面的内容补上", "leave it out, or write what should follow"),
    )  # fmt: skip


def own_line(place: Place, rest: str) -> Diagnostic:
    """Complain about a second clause on the line of a clause."""
    return complaint(
        "P0101", place, Text("一行只写一项", "a line holds one of these"), Text("后面的另起一行", "the rest belongs on a new line"),
        Text(f"换行再写 {short(rest)}", f"break the line, then write {short(rest)}"),
    )  # fmt: skip


def odd_arrow(place: Place) -> Diagnostic:
    """Complain about ``=>`` for ``->``."""
    return complaint(
        "P0122", place, Text("方法里的箭头写成 ->", "the arrow of a method is ->"), Text("这不是箭头", "this is no arrow"), Text("改为 ->", "change it to ->"),
    )  # fmt: skip


def needs_colon(place: Place, line: str) -> Diagnostic:
    """Complain about a group without its colon."""
    shown = short(line)
    return complaint(
        "P0124", place, Text(f"分组“{shown}”末尾少了冒号", f"the group “{shown}” has no colon at its end"), Text("分组的一行以冒号结尾", "the line of a group ends with a colon"),
        Text(f"写成 {shown}：", f"write {shown}:"),
    )  # fmt: skip


def needs_line(place: Place, rest: str) -> Diagnostic:
    """Complain about an indicator on the line of its group."""
    return complaint(
        "P0124", place, Text("分组的一行到冒号为止", "the line of a group ends at its colon"), Text("指标另起一行", "an indicator has a line of its own"),
        Text(f"在冒号后换行，再写 {short(rest)}", f"break the line after the colon, then write {short(rest)}"),
    )  # fmt: skip


def odd_bracket(place: Place, bracket: str) -> Diagnostic:
    """Complain about a bracket without its partner."""
    return complaint(
        "P0111", place, Text(f"括号 {bracket} 没有配对", f"the bracket {bracket} has no partner"), Text("只有这一半", "only this half is there"),
        Text("补上另一半，或删去它", "add the other half, or leave it out"),
    )  # fmt: skip


def full_stop(place: Place, mark: str) -> Diagnostic:
    """Complain about a full stop at the end of a line."""
    return complaint(
        "P0101", place, Text(f"行末多了“{mark}”", f"the line ends with “{mark}”"), Text("行末不加标点", "no mark ends a line"),
        Text("删去它；文字里的标点放在引号里面", "leave it out; the marks of a text stand inside its quotes"),
    )  # fmt: skip


def needs_arrow(place: Place, line: str) -> Diagnostic:
    """Complain about a line of a method without its arrow."""
    shown = short(line)
    return complaint(
        "P0122", place, Text("方法里的这一行没有 ->", "this line of a method has no ->"), Text("左边是条件，右边是得分，中间要有 ->", "a condition, then ->, then the score"),
        Text(f"例如：{shown} -> 100%", f"for example: {shown} -> 100%"),
    )  # fmt: skip
