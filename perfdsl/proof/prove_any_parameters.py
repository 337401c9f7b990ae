"""Proofs for methods whose parameters are nowhere given: for whatever they may be, or not at all."""

from __future__ import annotations

from perfdsl.proof import wording
from perfdsl.proof.find_uses import NUMBERS
from perfdsl.proof.finding import METHOD_PROPERTIES, Finding, Property
from perfdsl.proof.inline import words_of
from perfdsl.proof.prove_by_structure import prove_by_structure
from perfdsl.proof.use import ABSTRACT, Use
from perfdsl.scheme.method_scope import Line, scope_of_words
from perfdsl.scheme.names import term
from perfdsl.scheme.scheme import MethodCall, MethodScheme

_ASKED: frozenset[Property] = frozenset({"gap", "range", "monotone"})


def prove_any_parameters(method: MethodScheme) -> list[Finding]:
    """Prove what its build alone shows, for the operator for which that is most; the rest is unknown."""
    call = MethodCall(method, (), method.source.place(method.node.name_span))
    constants = frozenset(term(parameter.name) for parameter in method.node.parameters)
    proved: set[Property] = set()
    for op in NUMBERS:
        words = set(scope_of_words(Line(ABSTRACT, op, ABSTRACT)))
        if words_of(call) - constants <= words:
            found = prove_by_structure(Use(call, op, said=False), set(_ASKED), constants)
            proved = max(proved, found, key=len)
    return [
        Finding(about, "proved", wording.ANY_PARAMETERS)
        if about in proved
        else Finding(about, "unknown", wording.NO_CALL)
        for about in METHOD_PROPERTIES
    ]
