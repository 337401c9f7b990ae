"""Speed of proofs: ``verify`` of all shipped rubrics together, against ``check`` of the same files."""

from __future__ import annotations

from measure import compare, machine

from perfdsl.check_many import check_many
from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped_all
from perfdsl.proof.verify import verify
from perfdsl.proof.with_z3 import has_solver
from perfdsl.scheme.parsed import read_source
from perfdsl.source import Source

ROUNDS = 15
MOST = 10


def main() -> None:
    """Print the ratio."""
    texts = [(source.name, source.text) for source in shipped_all()]
    solver = "with z3" if has_solver() else "without z3"
    size = sum(len(text) for _, text in texts)
    print(f"{len(texts)} files of rubrics, {size} characters; {machine()}, {solver}")
    ours, theirs, ratio = compare(lambda: prove(texts), lambda: check(texts), ROUNDS)
    print(f"verify {ours * 1000:.0f} ms; check {theirs * 1000:.0f} ms")
    print(f"  {ratio:.1f} times (below {MOST} is wanted)")


def fresh(texts: list[tuple[str, str]]) -> list[Source]:
    """Sources that nothing is known of yet: both read them from their text."""
    return [Source(name, text) for name, text in texts]


def prove(texts: list[tuple[str, str]]) -> None:
    """Verify all files; nothing may be refuted."""
    diagnostics = Diagnostics()
    sheets = [read_source(source, diagnostics) for source in fresh(texts)]
    verification = verify(sheets, [], diagnostics)
    if len(diagnostics) or verification.count("refuted"):
        raise SystemExit("a shipped rubric is refuted, or does not read")


def check(texts: list[tuple[str, str]]) -> None:
    """Check all files; each must be sound."""
    diagnostics = Diagnostics()
    check_many(fresh(texts), [], diagnostics)
    if len(diagnostics):
        raise SystemExit(next(iter(diagnostics)).message.en)


if __name__ == "__main__":
    main()
