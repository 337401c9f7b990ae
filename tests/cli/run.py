"""Runs the program as a person would, but in this process, so that its lines are counted."""

from __future__ import annotations

import gc
import io
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from perfdsl.cli import entry

ROOT = Path(__file__).parents[2]
LINXI = "specs/linxi-2022"
DATA = Path(__file__).parent / "data"

SHEET = """采用 国家自评2020

项目 人大会议经费
  年度 2022
  预算 23万元
  产出指标 / 数量指标：
    召开县会议次数 >= 12次
  产出指标 / 成本指标：
    项目成本 <= 23万元
  效益指标 / 社会效益指标：
    会议成效 >= 90%
  满意度指标 / 服务对象满意度指标：
    群众满意度 >= 90%
"""
"""A sheet without a mistake; facts about it are given by the tests."""

ROWS = {
    "召开县会议次数": "12次",
    "项目成本": "230000元",
    "会议成效": "95%",
    "群众满意度": "90%",
    "执行数": "23万元",
}
"""Actuals that meet every target of ``SHEET``."""


class Ran(NamedTuple):
    """What a run gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output, read as JSON."""
        return json.loads(self.out)

    @property
    def told(self) -> str:
        """What went to the error stream, without blanks and line breaks."""
        return "".join(self.err.split())

    @property
    def codes(self) -> list[str]:
        """Codes of the diagnostics in the output of ``--format json``."""
        found = self.json if isinstance(self.json, list) else self.json["diagnostics"]
        return [each["code"] for each in found]


class Terminal(io.TextIOWrapper):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


def run(*arguments: str | Path, stdin: bytes = b"", quick: bool = True, terminal: bool = False) -> Ran:
    """Run ``perfdsl`` with these arguments; without ``quick`` all of them are read by typer."""
    with (
        _streams(stdin, Terminal if terminal else io.TextIOWrapper) as (out, err),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(sys, "argv", ["perfdsl", *map(str, arguments)])
        if not quick:
            patch.setattr("perfdsl.cli.quick.understand", lambda _: None)
        patch.setenv("COLUMNS", os.environ.get("COLUMNS", "80"))
        try:
            code = entry.main()
        finally:
            gc.enable()
        sys.stdout.flush()
        sys.stderr.flush()
        return Ran(code, out.getvalue().decode(), err.getvalue().decode())


@contextmanager
def _streams(stdin: bytes, kind: type[io.TextIOWrapper]) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    out, err = io.BytesIO(), io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        patch.setattr(sys, "stdout", kind(out, encoding="utf-8", newline=""))
        patch.setattr(sys, "stderr", kind(err, encoding="utf-8", newline=""))
        yield out, err


def csv_of(rows: dict[str, str], project: str = "人大会议经费") -> str:
    """Facts as CSV: indicator to actual, all of one day."""
    lines = [
        "项目,指标,实际完成值,日期",
        *(f"{project},{name},{value},2022-12-31" for name, value in rows.items()),
    ]
    return "\n".join(lines) + "\n"


def write(folder: Path, **files: str) -> Path:
    """Write files into a folder: ``sheet`` as ``sheet.perf``, ``actuals`` as ``actuals.csv``."""
    for name, text in files.items():
        ending = "csv" if name.startswith("actuals") else "perf"
        (folder / f"{name}.{ending}").write_text(text, encoding="utf-8")
    return folder


def facts(**changed: str) -> str:
    """CSV of ``ROWS`` with some of them changed."""
    return csv_of({**ROWS, **changed})
