"""What is known of a rubric: its grades, weights and rules, and the targets that it has methods for."""

from __future__ import annotations

from perfdsl.diagnostic import Text
from perfdsl.proof import wording
from perfdsl.proof.allowed import allowed_by
from perfdsl.proof.finding import Finding, Property, Subject
from perfdsl.proof.prove_grades import prove_grades
from perfdsl.proof.prove_rules import prove_rules
from perfdsl.proof.prove_weights import prove_weights
from perfdsl.proof.settle import settled, warned
from perfdsl.scheme.arrange_scoring import first_match
from perfdsl.scheme.rubric_scheme import RubricScheme

_KINDS = {
    **{sign: Text(sign, sign) for sign in (">=", ">", "<=", "<", "=")},
    "range": Text("区间", "range"), "deadline": Text("期限", "deadline"), "state": Text("是", "state"),
    "qualitative": Text("定性", "qualitative"),
}  # fmt: skip


def prove_rubric(rubric: RubricScheme, *, torn: bool = False) -> Subject:
    """Give what is known of a rubric; ``torn``: a line of it could not be read, so that nothing is."""
    if torn:
        unread: tuple[Property, ...] = ("gap", "overlap", "order", "unreachable", "weights")
        unknown = tuple(Finding(about, "unknown", wording.WRONG_RUBRIC) for about in unread)
        return Subject("rubric", rubric.name, rubric.place, Text("", ""), unknown)
    allowed = allowed_by(*rubric.nodes)
    found = [*prove_grades(rubric), *prove_weights(rubric), *prove_rules(rubric), *_targets(rubric)]
    findings = tuple(settled(finding, allowed) for finding in found)
    warnings = warned(rubric.name, rubric.place, findings, allowed_by(*rubric.nodes[:1]))
    return Subject("rubric", rubric.name, rubric.place, Text("", ""), findings, warnings)


def _targets(rubric: RubricScheme) -> list[Finding]:
    """Note the kinds of targets that no method is for; deadlines may be scored by their sign."""
    missing = [
        name
        for kind, name in _KINDS.items()
        if first_match(rubric, [kind, *(["<="] if kind == "deadline" else []), "other"]) is None
    ]
    if not missing:
        return []
    zh, en = "、".join(each.zh for each in missing), ", ".join(each.en for each in missing)
    return [Finding("targets", "note", Text(f"没有评分方法的目标：{zh}", f"targets without a method: {en}"))]
