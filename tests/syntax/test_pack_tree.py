"""Shipped rubrics are parsed beforehand: the packed trees are those of the texts as they are now."""

from __future__ import annotations

from pathlib import Path

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped_all
from perfdsl.packaged import packaged_folder
from perfdsl.scheme.parsed import read_source
from perfdsl.source import Source
from perfdsl.syntax import ast, packed_rubrics
from perfdsl.syntax.make_packed import packed_text
from perfdsl.syntax.node import with_fields
from perfdsl.syntax.pack_tree import pack, unpack
from perfdsl.syntax.parse import parse

ROOT = Path(__file__).parents[2]
SHEETS = sorted([*packaged_folder("rubrics").glob("*.perf"), *(ROOT / "specs" / "linxi-2022").glob("*.perf")])


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_packed_and_unpacked_is_the_same_tree(path: Path) -> None:
    module = parse(Source(path.name, path.read_text(encoding="utf-8")), Diagnostics())
    again = unpack(pack(module))
    assert again == module
    assert type(module).model_validate_json(again.model_dump_json()) == module


def test_packed_rubrics_are_up_to_date() -> None:
    made = Path(packed_rubrics.__file__).read_text(encoding="utf-8")
    assert made == packed_text(), "run `make tables`"


def test_shipped_sources_bring_their_trees_without_examples() -> None:
    for source in shipped_all():
        assert source.packed
        parsed = parse(source, Diagnostics())
        scored_with = tuple(item for item in parsed.items if not isinstance(item, ast.Example))
        assert read_source(source, Diagnostics()).module == with_fields(parsed, items=scored_with)


def test_a_text_that_differs_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_rubrics, "PACKED", {})
    from perfdsl import library

    library._load.cache_clear()
    try:
        source = library.shipped(["okr"])[-1]
        assert not source.packed
        assert read_source(source, Diagnostics()).module.items
    finally:
        library._load.cache_clear()
