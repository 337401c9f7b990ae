"""Any bytes at all, as a sheet and as facts, through the whole program: an exit code, never a bug of ours."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.cli.run import ROWS, SHEET, csv_of, run

SLOWEST = 20
"""Seconds for any text within the bounds; a loaded machine is slow, and a hang is not a matter of seconds."""

FACTS = csv_of(ROWS)
METHOD = "方法 甲\n  达标 -> 100%\n  其他 -> 实际 / 目标值\n"
BLOCK = "实绩 人大会议经费 2022-12-31\n" + "".join(f"  {name} = {value}\n" for name, value in ROWS.items())
ROWS_JSON = json.dumps(
    [{"项目": "人大会议经费", "指标": n, "实际完成值": v} for n, v in ROWS.items()], ensure_ascii=False
)
LINES = sorted({*(SHEET + BLOCK + METHOD).splitlines(keepends=True)})
PIECES = [
    *("\0", "\u202e", "\u2066", "\ufeff", "\x1b[2J", "\r", "\u2028", "((", "))", '"', '"""', "“", "#", "//"),
    *(
        "1e999999999",
        "9" * 30,
        "-",
        "≥",
        "12人",
        "项目",
        "评分",
        "方法 ",
        "当 ",
        "每 ",
        "1/0",
        "NaN",
        "%",
        "，，",
        "->",
    ),
    *("{", "[", "]", "}", ":", ",", "\n", "\t", "　", "🀄", "e\u0301" * 9),
]


def ends_well(*arguments: str | Path, stdin: bytes = b"") -> str:
    """Run, and require an exit code of ours within bounded time."""
    begun = time.monotonic()
    ran = run(*arguments, stdin=stdin)
    assert ran.code in {0, 1, 2, 3}, ran.err
    assert time.monotonic() - begun < SLOWEST
    assert "\x1b" not in ran.out + ran.err
    return ran.out


def mangled(text: str) -> st.SearchStrategy[bytes]:
    """A text with something put in, left out or doubled, and sometimes bytes that are no text."""
    at = st.integers(0, len(text))
    cut = st.builds(
        lambda i, j, piece: text[: min(i, j)] + piece + text[max(i, j) :], at, at, st.sampled_from(PIECES)
    )
    put = st.builds(lambda i, piece: text[:i] + piece + text[i:], at, st.sampled_from(PIECES))
    doubled = st.builds(lambda i, j: text[:i] + text[min(i, j) : max(i, j)] + text[i:], at, at)
    return st.one_of(cut, put, doubled).map(lambda each: each.encode("utf-8", "surrogatepass")) | st.binary(
        max_size=200
    )


sheets = st.one_of(
    mangled(SHEET + BLOCK + METHOD),
    st.lists(st.sampled_from(LINES) | st.sampled_from(PIECES), max_size=25).map(
        lambda lines: "".join(lines).encode()
    ),
)
quiet = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@quiet
@given(
    sheets, st.sampled_from([(), ("--keep-going",), ("--format", "json"), ("--rubric", "核心指标2021", "-k")])
)
def test_any_bytes_as_a_sheet(data: bytes, options: tuple[str, ...]) -> None:
    out = ends_well("eval", "-", *options, stdin=data)
    if "json" in options:
        json.loads(out)


@quiet
@given(sheets)
def test_any_bytes_are_checked_and_laid_out(data: bytes) -> None:
    ends_well("check", "-", stdin=data)
    ends_well("fmt", "-", stdin=data)


@quiet
@given(mangled(FACTS))
@example(b"")
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe\x00\xd8")
def test_any_bytes_as_csv(tmp_path: Path, data: bytes) -> None:
    facts_end_well(tmp_path, "csv", data)


@quiet
@given(mangled(ROWS_JSON))
@example(b"[" * 100_000)
@example(b"1e999999999")
@example(b'[{"\\ud800": "\\udfff", "\\u9879\\u76ee": "\\ud800"}]')
def test_any_bytes_as_json(tmp_path: Path, data: bytes) -> None:
    facts_end_well(tmp_path, "json", data)


@pytest.mark.parametrize("ending", ["xlsx", "xls"])
@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 999, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99]
)
def test_broken_workbooks(tmp_path: Path, ending: str, data: bytes) -> None:
    facts_end_well(tmp_path, ending, data)


def facts_end_well(folder: Path, ending: str, data: bytes) -> None:
    (folder / "sheet.perf").write_text(SHEET, encoding="utf-8")
    file = folder / f"facts.{ending}"
    file.write_bytes(data)
    for options in ((), ("--keep-going", "--format", "json")):
        ends_well("eval", folder / "sheet.perf", "--actuals", file, *options)


def inside(part: str) -> str:
    """A part of a sheet where an indicator stands."""
    return SHEET + f"    {part}\n"


SCORED = SHEET.replace(">= 12次", ">= 12次，评分 甲") + BLOCK
"""A sheet that scores with the method that follows."""

HOSTILE = {
    "nothing": "",
    "NUL characters": SHEET.replace(" ", "\0"),
    "only NUL characters": "\0" * 100_000,
    "lone surrogates": SHEET.encode() + b"\xed\xa0\x80",
    "right-to-left marks": SHEET.replace("会议", "\u202e会议\u2066"),
    "open brackets": inside("甲 >= 1次，计算 " + "(" * 10_000),
    "brackets": inside("甲 >= 1次，计算 " + "(" * 10_000 + "乙" + ")" * 10_000),
    "minus signs": inside("甲 >= 1次，计算 " + "-" * 10_000 + "乙"),
    "negations": SCORED + "方法 甲\n  " + "非 " * 10_000 + "达标 -> 100%\n",
    "a sum of 100,000 terms": inside("甲 >= 1次，计算 " + " + ".join(["乙"] * 100_000)),
    "a product of 10,000 terms": SCORED + "方法 甲\n  其他 -> " + " * ".join(["实际"] * 10_000) + "\n",
    "deep calls": SCORED + "方法 甲\n  其他 -> " + "min(1, " * 3000 + "实际" + ")" * 3000 + "\n",
    "a method of 10,000 cases": SCORED
    + "方法 甲\n"
    + "".join(f"  实际 >= {n}% -> {n % 100}%\n" for n in range(10_000))
    + "  其他 -> 0%\n",
    "a method of many overlays": SCORED
    + "方法 甲\n  其他 -> "
    + " + ".join(f"max(0, 实际 - {n}%)" for n in range(400))
    + "\n",
    "a high power": SCORED + "方法 甲\n  其他 -> " + " * ".join(["(实际 / 7次)"] * 60) + "\n",
    "steps within steps": SCORED + "方法 甲\n  其他 -> " + "floor(" * 30 + "实际 / 7次" + ") * 3" * 30 + "\n",
    "a long line": "项目 " + "长" * 3_000_000,
    "a line of 10 MB": "项目 " + "x" * 10_000_000,
    "a long text": f'{SHEET}  用途 "{"字" * 1_000_000}"\n',
    "an open text": f'{SHEET}  用途 """{"字" * 100_000}',
    "a huge exponent": SHEET.replace("12次", "1e999999999次"),
    "a number of 30 digits": SHEET.replace("12次", "9" * 30 + "次"),
    "a number of a million digits": SHEET.replace("12次", "9" * 1_000_000 + "次"),
    "a small number": SHEET.replace("12次", "0." + "0" * 30 + "1次"),
    "many lines": "甲 >= 1次\n" * 50_000,
    "many empty lines": "\n" * 2_000_000,
    "many comments": "#\n" * 500_000,
    "many projects": "项目 甲\n" * 20_000,
    "a rubric that extends itself": "评分办法 甲 沿用 甲\n采用 甲\n" + SHEET,
    "rubrics in a circle": "评分办法 甲 沿用 乙\n评分办法 乙 沿用 甲\n",
    "computed indicators in a circle": SHEET + "    甲 >= 1次\n      计算 乙\n    乙 >= 1次\n      计算 甲\n",
    "a chain of 2,000 computed indicators": SHEET
    + "".join(f"    甲{n} >= 1次\n      计算 甲{n + 1} + 甲{n + 1}\n" for n in range(2000)),
    "units of units": "".join(f"计量单位 甲{n + 1} = 10甲{n}\n" for n in range(500)).replace(
        "10甲0\n", "10次\n"
    ),
    "a unit of itself": "计量单位 甲 = 2甲\n",
    "combining marks": SHEET.replace("会议", "会" + "\u0301" * 50_000),
}


@pytest.mark.parametrize(
    "command", [("eval", "-k"), ("check", "--format=json"), ("fmt",)], ids=lambda words: words[0]
)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_sheets(name: str, command: tuple[str, ...]) -> None:
    text = HOSTILE[name]
    ends_well(*command, "-", stdin=text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize(
    "actual",
    [
        "1e999999999",
        "9" * 30,
        "9" * 100_000,
        "-1次",
        "1/0",
        "NaN",
        "∞",
        "\u202e12次",
        "=1+1",
        "12次" * 1000,
        "(" * 10_000,
    ],
)
def test_hostile_actuals(tmp_path: Path, actual: str) -> None:
    for ending, text in (
        ("csv", csv_of({**ROWS, "召开县会议次数": actual})),
        ("json", json.dumps([{"项目": "人大会议经费", "指标": "召开县会议次数", "实际完成值": actual}])),
    ):
        facts_end_well(tmp_path, ending, text.encode())
