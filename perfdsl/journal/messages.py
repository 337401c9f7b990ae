"""The wording of complaints about a journal's text (P1101–P1103, P1106, P1114)."""

from __future__ import annotations

import unicodedata
from typing import Literal, assert_never

from perfdsl.diagnostic import Diagnostic, Label, Text, complaint
from perfdsl.journal.finding import Finding
from perfdsl.journal.seal_line import LIKE_A_SEAL
from perfdsl.source import Place, Source

_LONGEST = 40

_RESTORE = Text(
    "从备份里恢复这个文件；要更正一个数，不改旧的，用 perfdsl record 再登记一次",
    "restore the file from a copy; to correct a fact, leave the old one and record it again with perfdsl record",
)
_TYPED = Text("若是手工写的，移到一个实绩文件里，或删去，再用 perfdsl record 登记；若不是，从备份恢复", "if somebody typed it, move it to a sheet of facts or record it with perfdsl record; if not, restore the file from a copy")  # fmt: skip


def found_in_journal(finding: Finding, source: Source) -> Diagnostic:
    """Tell a change, a gap or a half-written entry, at the entry's first line."""
    start = _line_start(source.text, finding.line)
    end = source.text.find("\n", start)
    place = source.place((start, len(source.text) if end < 0 else end))
    number = finding.number
    match finding.kind:
        case "torn":
            return complaint(
                "P1101", place, Text(f"第 {number} 笔没有写完就断了，没有读它", f"entry {number} was not written to its end, and is not read"),
                Text("写到一半", "half-written"),
                Text("它没有登记成功：再登记一次；下次登记时，这一段会移到旁边的文件里，不会丢", "it was never acknowledged: record it again; the next record moves this piece to a file beside"),
            )  # fmt: skip
        case "unended":
            return complaint(
                "P1114", place, Text(f"第 {number} 笔后面的换行没有了；这一笔没有变，照常读", f"the line feed after entry {number} is gone; the entry is as it was, and is read"),
                Text("台账在这里没有换行就结束", "the journal ends here without a line feed"),
                Text("编辑器常会去掉它；不用改，下次登记时自动补上", "editors take it away; nothing to mend, the next record puts it back"),
            )  # fmt: skip
        case "altered" | "gap" | "number" | "head" | "unsealed":
            return _changed(finding.kind, number, place)
        case _:
            assert_never(finding.kind)


def _changed(
    kind: Literal["altered", "gap", "number", "head", "unsealed"], number: int, place: Place
) -> Diagnostic:
    message, at = {
        "altered": (
            Text(f"第 {number} 笔登记以后被改过", f"entry {number} was changed after it was recorded"),
            Text("这一笔与它的封存对不上", "this entry does not fit its seal"),
        ),
        "gap": (
            Text(
                f"第 {number} 笔之前少了、多了或换了登记",
                f"entries before entry {number} were taken out, put in or moved",
            ),
            Text("它前面原来是另一笔", "another entry stood before it"),
        ),
        "number": (
            Text(f"序号没有接上：{number}", f"the numbers do not go on: {number}"),
            Text("应比上一笔大 1", "one more than the entry before"),
        ),
        "head": (
            Text("台账的第一行被改过", "the first line of the journal was changed"),
            Text("应是 台账 1", "it should be: journal 1"),
        ),
        "unsealed": (
            Text(
                "最后一笔的后面有没有封存的内容", "something stands after the last entry that is not sealed"
            ),
            Text("不是登记进来的", "this was not recorded"),
        ),
    }[kind]
    return Diagnostic("P1102", message, (Label(place, at),), (_TYPED if kind == "unsealed" else _RESTORE,))


def cannot_be_written(what: str, text: str) -> Diagnostic:
    """Refuse an entry whose text would not read back as what was said; ``what`` shows the ``text``."""
    return Diagnostic(
        "P1103", Text(f"这样的文字写不进台账：{what}", f"a journal cannot hold this text: {what}"), (),
        (_way_out(text),),
    )  # fmt: skip


def _way_out(text: str) -> Text:
    """Name the line or the sign that cannot be written, and what to do about it."""
    seal = LIKE_A_SEAL.search(f"{text}\n".encode("utf-8", "replace"))
    odd = next(
        (sign for sign in text if sign != "\n" and unicodedata.category(sign) in {"Cc", "Cf", "Cs"}), ""
    )
    if seal is not None:
        line = seal[0].decode().strip()[:_LONGEST]
        return Text(
            f"有一行与封存一样开头（{line}）：改写这一行，例如前面加一个字",
            f"a line begins as a seal does ({line}): write it otherwise, for example with a word before it",
        )
    if odd:
        sign = f"U+{ord(odd):04X}"
        return Text(f"去掉看不见的字符 {sign}", f"take out the invisible character {sign}")
    return Text(
        "去掉三个连写的引号和末尾的引号，或换用 “ ”",
        "leave out triple quotes and a quote at the end, or use other quotation marks",
    )


def other_head(name: str, expected: str, number: int, seal: str) -> Diagnostic:
    """Complain that the entry that somebody kept the seal of is not in the journal."""
    now = f"{number}:{seal[:12]}" if number else "—"
    return Diagnostic(
        "P1106", Text(f"{name} 里没有 {expected} 这一笔；现在的末尾是 {now}", f"{name} has no entry {expected}; it now ends with {now}"), (),
        (Text("末尾的登记被删去了，或从某一笔起重写了：从备份恢复", "entries were taken off its end, or it was written anew: restore it from a copy"),),
    )  # fmt: skip


def _line_start(text: str, line: int) -> int:
    start = 0
    for _ in range(line - 1):
        after = text.find("\n", start) + 1
        if not after:
            break
        start = after
    return min(start, len(text))
