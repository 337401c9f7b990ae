"""Makes ``packed_rubrics.py`` from ``specs/rubrics`` (``make tables``): parsed here, not at every start."""

from __future__ import annotations

from pathlib import Path

from perfdsl.diagnostic import Diagnostics
from perfdsl.packaged import packaged_folder
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.node import with_fields
from perfdsl.syntax.pack_tree import pack
from perfdsl.syntax.parse import parse

HEAD = '''"""Trees of the shipped rubrics, with their texts. Made by ``make tables``; do not edit."""

# fmt: off
# ruff: noqa

'''


def packed_text() -> str:
    """Text of the module of packed rubrics; texts with errors are not packed."""
    packed: dict[str, tuple[str, str]] = {}
    for path in sorted(packaged_folder("rubrics").glob("*.perf")):
        source, diagnostics = Source(path.name, path.read_text(encoding="utf-8")), Diagnostics()
        module = parse(source, diagnostics)
        if not len(diagnostics):
            # Examples test a rubric; nothing is scored with them.
            kept = tuple(item for item in module.items if not isinstance(item, ast.Example))
            packed[path.stem] = (source.text, pack(with_fields(module, items=kept)))
    return f"{HEAD}PACKED: dict[str, tuple[str, str]] = {packed!r}\n"


if __name__ == "__main__":
    Path(__file__).with_name("packed_rubrics.py").write_text(packed_text(), encoding="utf-8")
