"""The rubrics that travel with the program, loaded by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from perfdsl.packaged import packaged_folder, read_packaged
from perfdsl.source import Source

SHARED = "常用方法"
"""The file of methods that all shipped rubrics use."""

PREFIX = "perfdsl:rubrics/"
"""What the names of shipped sources begin with in messages; no path of a user's does."""

RULES = "常用规则"
"""The file of rules that shipped rubrics may name."""

_APPLIES = re.compile(r"^\s*(?:适用|applies)[\s:：=]", re.MULTILINE)
_EXTENDS = re.compile(r"^\s*(?:评分办法|rubric)\s+\S+\s+(?:沿用|extends)\s+(\S+)", re.MULTILINE)

_MONITORED_BY = re.compile(r"^\s*(?:监控|monitored_by)[\s:：]+(\S+)", re.MULTILINE)


def shipped(names: Iterable[str]) -> Sequence[Source]:
    """Give the sources of rubrics, their parents, monitoring schemes and shared methods.

    All of them where a name is unknown.
    """
    wanted = list(names)
    if not wanted:
        return ()
    known = shipped_names()
    if any(name and name not in known for name in wanted):
        return shipped_all()
    found: dict[str, Source] = {SHARED: _load(SHARED)}
    while wanted:
        name = wanted.pop()
        if name and name not in found:
            found[name] = _load(name)
            text = found[name].text
            named = (*_EXTENDS.findall(text), *_MONITORED_BY.findall(text))
            wanted += [each for each in named if each in known]
        if (not name or _APPLIES.search(found[name].text)) and RULES in known:
            found[RULES] = _load(RULES)
    return list(found.values())


@cache
def shipped_names() -> tuple[str, ...]:
    """Names of the shipped rubric files, sorted."""
    return tuple(sorted(path.stem for path in packaged_folder("rubrics").glob("*.perf")))


def shipped_all() -> list[Source]:
    """Give all shipped sources."""
    return [_load(name) for name in shipped_names()]


def shipped_texts() -> list[Source]:
    """Give all shipped sources to be read from their text: the trees kept beside them have no examples."""
    return [Source(source.name, source.text) for source in shipped_all()]


def shipped_text(name: str) -> Source | None:
    """Give the source that messages call ``perfdsl:rubrics/….perf``; None where none is."""
    stem = name.removeprefix(PREFIX).removesuffix(".perf")
    return _load(stem) if name.startswith(PREFIX) and stem in shipped_names() else None


@cache
def _load(name: str) -> Source:
    from perfdsl.syntax.packed_rubrics import PACKED

    text = read_packaged("rubrics", f"{name}.perf")
    packed_of, tree = PACKED.get(name, ("", ""))
    return Source(f"{PREFIX}{name}.perf", text, packed=tree if packed_of == text else "")
