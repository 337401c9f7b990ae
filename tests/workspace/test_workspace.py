"""Files read within bounds, and turned into sources and facts."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from perfdsl import workspace as workspace_module
from perfdsl.diagnostic import Diagnostics
from perfdsl.workspace import Workspace, open_workspace, read_facts, source_of


def opened(
    *paths: str | Path, actuals: tuple[str | Path, ...] = (), facts: bool = True
) -> tuple[Workspace, list[str]]:
    diagnostics = Diagnostics()
    found = open_workspace([str(p) for p in paths], [str(a) for a in actuals], diagnostics, facts=facts)
    return found, [each.code for each in diagnostics]


def decoded(data: bytes) -> tuple[str, list[str]]:
    diagnostics = Diagnostics()
    return source_of("a.perf", data, diagnostics).text, [each.code for each in diagnostics]


@pytest.mark.parametrize(
    ("data", "text", "codes"),
    [
        ("项目 甲\n".encode(), "项目 甲\n", []),
        ("\ufeff项目 甲\n".encode(), "项目 甲\n", []),
        (b"a\r\nb\rc\n", "a\nb\nc\n", []),
        ("项目 甲\n".encode("gb18030"), "项目 甲\n", ["P0807"]),
        ("项目 甲\r\n".encode("utf-16"), "项目 甲\n", ["P0807"]),
        (b"\xff\xff\xff", "", ["P0802"]),
        (b"\xff\xfe\x00", "", ["P0802"]),
        (b"", "", []),
    ],
)
def test_decoding(data: bytes, text: str, codes: list[str]) -> None:
    assert decoded(data) == (text, codes)


def test_each_file_is_taken_once(tmp_path: Path) -> None:
    sheet, table = tmp_path / "a.perf", tmp_path / "actuals.csv"
    sheet.write_text("项目 甲\n", encoding="utf-8")
    table.write_text("项目\n", encoding="utf-8")
    roundabout = f"{tmp_path}/../{tmp_path.name}/a.perf"
    found, codes = opened(tmp_path, sheet, roundabout, tmp_path)
    assert ([source.name for source in found.sources], len(found.tables), codes) == ([str(sheet)], 1, [])
    found, codes = opened(tmp_path, actuals=(table, table, sheet))
    assert (len(found.sources), len(found.tables), codes) == (1, 1, [])


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("项目 甲".encode())))
    found, codes = opened("-", "-")
    assert ([(s.name, s.text) for s in found.sources], codes) == ([("-", "项目 甲")], [])


def test_large_files_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace_module, "MOST_BYTES", 10)
    (tmp_path / "a.perf").write_bytes(b"x" * 11)
    assert opened(tmp_path)[1] == ["P0805"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 11)))
    assert opened("-")[1] == ["P0805"]
    (tmp_path / "a.perf").write_bytes(b"x" * 10)
    assert opened(tmp_path)[1] == []


@pytest.mark.parametrize(
    ("name", "code", "zh", "en"),
    [
        ("none.perf", "P0801", "没有文件", "there is no file"),
        ("folder.perf/none.perf", "P0801", "没有文件", "there is no file"),
        ("a.perf/none.perf", "P0802", "路径中有一段不是文件夹", "part of the path is not a folder"),
        ("self.perf", "P0802", "链接绕成了圈", "round in a circle"),
        ("x" * 300, "P0802", "名字太长", "too long"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, code: str, zh: str, en: str) -> None:
    (tmp_path / "folder.perf").mkdir()
    (tmp_path / "a.perf").write_text("", encoding="utf-8")
    (tmp_path / "self.perf").symlink_to(tmp_path / "self.perf")
    diagnostics = Diagnostics()
    open_workspace([str(tmp_path / name)], (), diagnostics)
    (found,) = diagnostics
    assert found.code == code
    assert zh in found.message.zh
    assert en in found.message.en
    assert found.hints


def test_a_cause_that_we_have_no_words_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("out of order")

    monkeypatch.setattr(Path, "open", refuse)
    diagnostics = Diagnostics()
    open_workspace([str(tmp_path / "a.perf")], (), diagnostics)
    assert [each.message.zh for each in diagnostics] == [f"读不了 {tmp_path / 'a.perf'}：out of order"]


def test_facts_of_no_known_kind(tmp_path: Path) -> None:
    (tmp_path / "a.perf").write_text("项目 甲\n", encoding="utf-8")
    (tmp_path / "a.docx").write_bytes(b"PK")
    assert opened(tmp_path, actuals=(tmp_path / "a.docx",))[1] == ["P0804"]
    assert opened(tmp_path, actuals=("-",))[1] == ["P0804"]
    diagnostics = Diagnostics()
    assert read_facts([("a.docx", b"PK")], diagnostics) == []
    assert [each.code for each in diagnostics] == ["P0804"]


def test_kinds_that_an_installed_package_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from perfdsl.actuals.readers import READERS
    from perfdsl.registry import Registry

    monkeypatch.setattr(Registry, "_installed", lambda _: {".tsv": "perfdsl.actuals.readers.read_csv:read"})
    assert ".tsv" in READERS
    assert ".tsv" in READERS.names()
    (tmp_path / "a.perf").write_text("项目 甲\n", encoding="utf-8")
    (tmp_path / "a.tsv").write_text("项目,指标,实际完成值\n甲,乙,1次\n", encoding="utf-8")
    found, codes = opened(tmp_path, actuals=(tmp_path / "a.tsv",))
    assert (len(found.tables), codes) == (1, [])
    assert len(read_facts(found.tables, Diagnostics())) == 1


def test_a_folder_without_sheets(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    open_workspace([str(tmp_path), str(tmp_path)], (), diagnostics)
    (found,) = diagnostics
    assert found.code == "P0803"
    assert "、" in found.message.zh
    assert "、" not in found.message.en


def test_names_that_are_no_unicode(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.perf")
    try:
        Path(name).write_text("项目 甲\n", encoding="utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    found, codes = opened(tmp_path)
    assert (found.sources[0].name, codes) == (name, [])
