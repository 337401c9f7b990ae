"""The grammar as lark reads it: ``grammar/perfdsl.lark`` and the terminals that come from the keyword table.

Lark is needed where the tables are made (``make_tables``) and in tests; ``run_tables`` parses without it.
"""

from __future__ import annotations

import re
from typing import Any

from perfdsl.packaged import read_packaged
from perfdsl.syntax.keywords import NO_EQUALS, NOTHING, tables

WORD_END = r"(?![\w·])"
STARTS = ["module", "statement"]

NUMBERED = {"deduct", "every", "gets"}
"""Keywords onto which a number may be written: 扣0.5分, 每1个百分点, 得11.46分."""

_OPERATES = r"(?![ \t]*(?:[*×÷+<>≤≥]|/(?!/)|-[ \t]))"
"""After a word that is a statement's head and a name in expressions too: 预算 / 执行数 < 1 -> …"""


def grammar_text() -> str:
    """The whole grammar: the written part and the terminals that come from keywords."""
    return read_packaged("grammar", "perfdsl.lark") + "\n" + "\n".join(keyword_terminals()) + "\n"


def build_parser(transformer: Any) -> Any:
    """Make the LALR parser anew (slow: a tenth of a second or two)."""
    from lark import Lark

    return Lark(
        grammar_text(),
        start=STARTS,
        parser="lalr",
        lexer="contextual",
        maybe_placeholders=True,
        transformer=transformer,
    )


def keyword_terminals() -> list[str]:
    """Definitions of the terminals whose spellings are in the keyword table."""
    heads, joints, scope = tables()["heads"], tables()["joints"], tables()["scope"]
    defined = [
        _terminal(
            name.upper(),
            2,
            rf"(?:{_any(words)}){WORD_END}{_OPERATES if name in scope else ''}{_colon(name)}",
        )
        for name, words in heads.items()
    ]
    defined += [_terminal(name.upper(), 2, _joint(name, words)) for name, words in joints.items()]
    defined.append(_terminal("BRACKETED", 3, rf"\([ \t]*{_joint('', _parts_of_a_step())}[ \t]*\)"))
    defined.append(_terminal("CMP", 3, _comparison()))
    name = r'(?:[^\W\d][\w·]*+|"[^"\n]*"|“[^”\n]*”)'
    defined.append(_terminal("GROUP", 5, _group(name)))
    defined.append(_terminal("ENTRY", 3, _entry(name)))
    defined.append(_terminal("LITERAL", 1, _literal()))
    defined.append(_terminal("NUMBER", 1, _number()))
    return defined


def _terminal(name: str, priority: int, pattern: str) -> str:
    return f"{name}.{priority}: /{pattern.replace('/', chr(92) + '/')}/"


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _flat(table: str) -> list[str]:
    return [word for words in tables()[table].values() for word in words]


def _joint(name: str, words: list[str]) -> str:
    """A keyword inside a statement: numbers may be written onto 至不足, a comma may stand before 因为."""
    if name in {"until", "until_below"}:
        return _glued(words)
    end = r"(?![^\W\d]|·)" if name in NUMBERED else WORD_END
    comma = "[,、]?[ ]*" if name == "because" else ""
    colon = r"[ \t]*:?" if name in {"hint", "fault", "because"} else ""
    return rf"{comma}(?:{_any(words)}){end}{colon}"


def _parts_of_a_step() -> list[str]:
    return [word for name in ("prorata", "floor", "ceil") for word in tables()["joints"][name]]


def _glued(words: list[str]) -> str:
    """Words of which the Chinese ones may have a number written onto them, but no other word."""
    ascii_words = [word for word in words if word.isascii()]
    chinese = [word for word in words if not word.isascii()]
    before_number = r"(?![^\W\d零〇一二三四五六七八九十百千万亿两半])"
    return rf"(?:(?:{_any(chinese)}){before_number}|(?:{_any(ascii_words)}){WORD_END})"


def _colon(head: str) -> str:
    """A colon or an equals sign after a keyword, as forms have them; after 评分 a sign has a meaning."""
    if head in NO_EQUALS:
        return r"(?![ \t]*=)[ \t]*:?"
    return r"[ \t]*:?" if head == "scored" else r"[ \t]*(?::|=(?!=))?"


def _comparison() -> str:
    """Signs, English words, and Chinese words onto which a number may be written but no other word."""
    words = _flat("comparisons")
    signs = [word for word in words if not word[0].isalpha()]
    return rf"(?:{_any(signs)}|{_glued([word for word in words if word[0].isalpha()])})"


def _letter() -> str:
    """A letter or digit of a unit, but no 至 before a number: 80至不足90 is a range."""
    words = [*tables()["joints"]["until"], *tables()["joints"]["until_below"]]
    first = "".join(sorted({word[0] for word in words if not word.isascii()}))
    rest = _any(sorted({word[1:] for word in words if not word.isascii()}))
    return rf"[^\W{first}]|[{first}](?!(?:{rest})[ \t]*[0-9])"


def _group(name: str) -> str:
    """Names, slashes and a colon that ends the line; a keyword alone (说明：) is no group."""
    alone = rf"(?!(?:{_any(_flat('heads'))})[ \t]*:)"
    return rf"{alone}{name}(?:[ \t]*/[ \t]*{name})*[ \t]*:(?=[ \t\r]*(?:\n|#|//|\Z))"


def _entry(name: str) -> str:
    """A name that begins a statement, unless it is a keyword, a group or the condition of a case."""
    spelt = tables()["heads"]
    plain = [word for name, words in spelt.items() if name not in {"scored", *NO_EQUALS} for word in words]
    names = [word for name in sorted(NO_EQUALS) for word in spelt[name]]
    scored = rf"(?:{_any(tables()['heads']['scored'])}){WORD_END}"
    signs = r"(?![ \t]*(?:[<>≤≥]|==))"
    named = rf"(?:{_any(names)}){WORD_END}(?![ \t]*[<>≤≥=])"
    keyword = rf"(?!{scored}|(?:{_any(plain)}){WORD_END}{signs}|{named})"
    rest_with_arrow = r'(?!(?:[^\n#"“→/-]++|"""(?s:.*?)"""|"[^"\n]*"|“[^”\n]*”|-(?!>)|/(?!/)|(?!))*+(?:->|→))'
    return rf"{keyword}{rest_with_arrow}{name}(?![ \t]*(?:/(?!/)|\())[ \t]*:?"


def _literal() -> str:
    """A number with all that is written onto it (unit, 以上, 年12月31日前), or a date."""
    modes = [word for mode in ("half_up", "half_even", "truncate") for word in tables()["words"][mode]]
    reserved = _any(_flat("heads") + _flat("joints") + modes)
    unit = rf"(?:(?!\d)(?:{_letter()})|[%‰°℃㎡㎥])(?:{_letter()}|[%‰²³㎡㎥·]|{NOTHING})*+"
    tail = rf"(?:(?:[ \t](?!(?:{reserved}){WORD_END}))?{unit}(?:/[\w·㎡㎥]++)*|/[^\W\d][\w·]*+)?"
    bracket = r"(?:\((?:不?含|不?含本数|百分比)\)\w*)?"
    return rf"\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)|[+-]?{_numeral()}{tail}{bracket}"


def _number() -> str:
    """A number inside an expression: its unit is written onto it and has no slash."""
    return rf"\d{{4}}-\d{{1,2}}-\d{{1,2}}(?!\d)|{_numeral()}(?:[^\W\d]\w*+|[%‰℃㎡㎥])?"


def _numeral() -> str:
    """Digits, with thousands or without; the bound on them keeps a hostile list from being scanned twice."""
    return r"(?:\d{1,3}(?:,\d{3}){1,20}+(?!\d)|\d++)(?:\.\d++)?"
