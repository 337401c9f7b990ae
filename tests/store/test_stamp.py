"""The mark of the program: anything that results depend on changes it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from perfdsl.store import stamp
from perfdsl.store.stamp import digest_of, program_stamp


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for the program's own files."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.py").write_text("", encoding="utf-8")
    (tmp_path / "__pycache__").mkdir()
    monkeypatch.setattr(stamp, "packaged_folder", lambda _: tmp_path)
    return tmp_path


def fresh() -> str:
    program_stamp.cache_clear()
    try:
        return program_stamp()
    finally:
        program_stamp.cache_clear()


def test_it_is_the_same_while_nothing_changes() -> None:
    assert fresh() == fresh() == program_stamp()


def test_a_change_of_a_file_changes_it(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fresh()
    (program / "deep" / "a.py").write_text("x", encoding="utf-8")
    after = fresh()
    os.utime(program / "deep" / "a.py", (1, 1))
    touched = fresh()
    (program / "b.perf").write_text("", encoding="utf-8")
    more = fresh()
    monkeypatch.setattr(stamp, "__version__", "9")
    assert len({before, after, touched, more, fresh()}) == 5


def test_what_is_made_by_python_does_not(program: Path) -> None:
    before = fresh()
    (program / "__pycache__" / "a.py").write_text("x", encoding="utf-8")
    (program / "notes.txt").write_text("x", encoding="utf-8")
    assert fresh() == before


def test_parts_are_told_apart() -> None:
    assert len({digest_of("ab", "c"), digest_of("a", "bc"), digest_of("abc"), digest_of("abc", "")}) == 4
    assert digest_of("a") == digest_of(b"a")
    assert digest_of("\ud800") == digest_of("\ud800")
