"""The files under ``docs/examples`` are what the README shows."""

from __future__ import annotations

from tests.docs.blocks import read_blocks
from tests.docs.run_blocks import ROOT

FOLDER = ROOT / "docs" / "examples"


def test_files_equal_what_is_shown() -> None:
    shown = {b.attributes["file"]: b.text for b in read_blocks(ROOT / "README.md") if "file" in b.attributes}
    assert shown
    assert {name: (FOLDER / name).read_text(encoding="utf-8") for name in shown} == shown


def test_every_example_is_run_somewhere() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in FOLDER.iterdir() if f"docs/examples/{path.name}" not in text] == []
