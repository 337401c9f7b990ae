"""The rubrics that travel with the program, loaded by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from perfdsl.packaged import packaged_folder
from perfdsl.source import Source

SHARED = "常用方法"
"""The file of methods that all shipped rubrics use."""

_EXTENDS = re.compile(r"^\s*评分办法\s+\S+\s+沿用\s+(\S+)", re.MULTILINE)


def shipped(names: Iterable[str]) -> Sequence[Source]:
    """Give the sources of the named rubrics, their parents and the shared methods; all where a name is unknown."""
    wanted = list(names)
    if not wanted:
        return ()
    known = shipped_names()
    if any(name and name not in known for name in wanted):
        return [_load(name) for name in known]
    found: dict[str, Source] = {SHARED: _load(SHARED)}
    while wanted:
        name = wanted.pop()
        if name and name not in found:
            found[name] = _load(name)
            wanted += [parent for parent in _EXTENDS.findall(found[name].text) if parent in known]
    return list(found.values())


@cache
def shipped_names() -> tuple[str, ...]:
    """Names of the shipped rubric files, sorted."""
    return tuple(sorted(path.stem for path in packaged_folder("rubrics").glob("*.perf")))


@cache
def _load(name: str) -> Source:
    path = packaged_folder("rubrics") / f"{name}.perf"
    return Source(f"rubrics/{name}.perf", path.read_text(encoding="utf-8"))
