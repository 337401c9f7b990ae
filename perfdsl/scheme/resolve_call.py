"""Binds the name of a method, and what is given for its parameters."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages
from perfdsl.scheme.definitions import Definitions
from perfdsl.scheme.did_you_mean import MOST_HINTS
from perfdsl.scheme.names import key
from perfdsl.scheme.rubric_scheme import MethodCall, MethodScheme
from perfdsl.source import Source
from perfdsl.syntax import ast


def resolve_call(
    call: ast.Scored | ast.ScoringCase, source: Source, home: Definitions, diagnostics: Diagnostics
) -> MethodCall | None:
    """Find the method that a 评分 names and give its parameters; None after a complaint."""
    place = source.place(call.span)
    found = home.find_method(call.method)
    if found is None:
        known = home.method_names() if len(diagnostics) < MOST_HINTS else []
        diagnostics.add(messages.unknown_method(place, call.method, known))
        return None
    defined, its_home = found
    node = defined.node
    if not isinstance(node, ast.Method):  # pragma: no cover - methods hold methods
        return None
    method = MethodScheme(node.name, node, defined.source, its_home.units)
    given = _given(call, node, source, diagnostics)
    if given is None:
        return None
    missing = [p.name for p in node.parameters if key(p.name) not in given and p.default is None]
    if missing:
        diagnostics.add(messages.missing_argument(place, call.method, missing))
        return None
    arguments = tuple((p.name, given.get(key(p.name), p.default)) for p in node.parameters)
    return MethodCall(method, tuple((name, value) for name, value in arguments if value is not None), place)


def _given(
    call: ast.Scored | ast.ScoringCase, node: ast.Method, source: Source, diagnostics: Diagnostics
) -> dict[str, ast.Expr] | None:
    names = [key(parameter.name) for parameter in node.parameters]
    given: dict[str, ast.Expr] = {}
    for at, argument in enumerate(call.arguments):
        name = key(argument.name) if argument.name else (names[at] if at < len(names) else "")
        if name not in names or name in given:
            shown = argument.name or str(at + 1)
            wanted = [parameter.name for parameter in node.parameters]
            place = source.place(argument.span)
            diagnostics.add(messages.unknown_argument(place, call.method, shown, wanted))
            return None
        given[name] = argument.value
    return given
