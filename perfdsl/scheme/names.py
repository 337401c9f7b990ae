"""Names that mean the same although they are written differently."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

from perfdsl.syntax import ast
from perfdsl.syntax.build_expression import parts_of
from perfdsl.syntax.keywords import names_in, tables
from perfdsl.syntax.normalise import normalise


class Named(Protocol):
    """A project, in any stage of its life."""

    @property
    def code(self) -> str:
        """Its code, or nothing."""

    @property
    def name(self) -> str:
        """Its name."""


EXECUTION = "execution"
EVERYTHING = "all"


def key(name: str) -> str:
    """Key under which a name is looked up: width of characters and blanks do not count."""
    return "".join(normalise(name).split())


def project_keys(project: Named) -> set[str]:
    """Keys of the code and the name that a project is called by."""
    return {key(project.code), key(project.name)}


def scope_word(name: str) -> str:
    """Word of methods that a name in an expression is, in English (实际 is ``actual``); empty for others."""
    return names_in("scope").get(key(name), "")


@lru_cache(maxsize=4096)
def term(name: str) -> str:
    """Key of a name in an expression. Words of methods come first: no indicator can take one's place."""
    return scope_word(name) or indicator_term(name)


def indicator_term(name: str) -> str:
    """Term of an indicator or a recorded fact, apart from all words of methods."""
    return f"“{key(name)}”"


def terms_used(*expressions: ast.Expr | None) -> set[str]:
    """Terms of all names in some expressions."""
    found, open_ones = set(), [each for each in expressions if each is not None]
    while open_ones:
        each = open_ones.pop()
        if isinstance(each, ast.Name):
            found.add(term(each.name))
        open_ones.extend(parts_of(each))
    return found


def units_used(*expressions: ast.Expr | None) -> set[str]:
    """Units of all numbers in some expressions, as written."""
    found, open_ones = set(), [each for each in expressions if each is not None]
    while open_ones:
        each = open_ones.pop()
        if isinstance(each, ast.Number):
            found.add(each.unit)
        open_ones.extend(parts_of(each))
    return found


@lru_cache(maxsize=1024)
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
