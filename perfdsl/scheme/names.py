"""Names that mean the same although they are written differently."""

from __future__ import annotations

from perfdsl.syntax.keywords import names_in, tables
from perfdsl.syntax.normalise import normalise

EXECUTION = "execution"
EVERYTHING = "all"


def key(name: str) -> str:
    """Key under which a name is looked up: width of characters and blanks do not count."""
    return "".join(normalise(name).split())


def group_key(name: str) -> str:
    """Key of a group of level 1: 产出, 产出指标 and output are one; 全部 and 预算执行率 have keys too."""
    bare = key(name)
    if bare in tables()["words"]["all"]:
        return EVERYTHING
    if bare in tables()["selectors"]["execution"]:
        return EXECUTION
    return names_in("groups").get(bare, bare)


def group_name(group: str) -> str:
    """Chinese name of a group's key, for people."""
    if group == EXECUTION:
        return "预算执行率"
    if group == EVERYTHING:
        return "全部"
    return tables()["groups"].get(group, [group])[0]
