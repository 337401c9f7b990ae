"""Proofs for methods whose parameters are nowhere given: for whatever they may be, or not at all."""

from __future__ import annotations

from perfdsl.diagnostic import Text
from perfdsl.proof import wording
from perfdsl.proof.finding import METHOD_PROPERTIES, Finding, Property
from perfdsl.proof.inline import words_of
from perfdsl.proof.join_uses import by_operator
from perfdsl.proof.list_uses import NUMBERS
from perfdsl.proof.prove_by_structure import prove_by_structure
from perfdsl.proof.tell_outcome import name_of
from perfdsl.proof.use import ABSTRACT, Use
from perfdsl.scheme.method_scope import Line, scope_of_words
from perfdsl.scheme.names import term
from perfdsl.scheme.rubric_scheme import MethodCall, MethodScheme

_ASKED: frozenset[Property] = frozenset({"gap", "range", "monotone"})


def prove_any_parameters(method: MethodScheme) -> list[Finding]:
    """Prove what its build alone shows for every operator; the rest is unknown, for some of them or all."""
    call = MethodCall(method, (), method.source.place(method.node.name_span))
    constants = frozenset(term(parameter.name) for parameter in method.node.parameters)
    proved: dict[Text, set[Property]] = {}
    for op in NUMBERS:
        words = set(scope_of_words(Line(ABSTRACT, op, ABSTRACT)))
        if words_of(call) - constants <= words:
            use = Use(call, op, said=False)
            proved[name_of(use)] = prove_by_structure(use, set(_ASKED), constants)
    return [_joined(about, proved) for about in METHOD_PROPERTIES]


def _joined(about: Property, proved: dict[Text, set[Property]]) -> Finding:
    holds = [about in found for found in proved.values()]
    if holds and all(holds):
        return Finding(about, "proved", wording.ANY_PARAMETERS)
    if not any(holds):
        return Finding(about, "unknown", wording.NO_CALL)
    unknown = Finding(about, "unknown", wording.NO_CALL)
    found = {
        name: Finding(about, "proved", wording.ANY_PARAMETERS) if about in own else unknown
        for name, own in proved.items()
    }
    return Finding(about, "unknown", by_operator(found))
