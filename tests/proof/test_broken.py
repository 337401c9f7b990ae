"""A list of broken rubrics, one defect each, with the property that fails and a witness known beforehand.

The first lines of each file say it: ``# expect: method 试法 range`` and, of a method, ``# known: target |
weight | actuals`` (the worse first, then the better one); of levels and grades, a share or a total; of
weights, a sum.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped_all
from perfdsl.proof.finding import Finding, Subject, Verification
from perfdsl.proof.prove_levels import takes
from perfdsl.proof.replay import refutes
from perfdsl.proof.verify import verify
from perfdsl.scheme.check import Checker
from perfdsl.scheme.grade import grade_of
from perfdsl.scheme.grade import takes as grade_takes
from perfdsl.scheme.known_units import DATE
from perfdsl.scheme.parsed import read_source
from perfdsl.scheme.read_aim import bounded_aim
from perfdsl.scheme.scheme import Aim
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.units import find_unit

FOLDER = Path(__file__).parent / "broken"
FILES = sorted(FOLDER.glob("*.perf"))
CODES = {
    ("method", "gap"): {"P0901", "P0905"}, ("method", "range"): {"P0902"}, ("method", "monotone"): {"P0903"},
    ("method", "unreachable"): {"P0904"}, ("method", "overlap"): {"P0906"}, ("rubric", "gap"): {"P0905"},
    ("rubric", "overlap"): {"P0906"}, ("rubric", "order"): {"P0907"}, ("rubric", "weights"): {"P0908"},
    ("rubric", "unreachable"): {"P0904"}, ("rubric", "holds"): {"P0910"}, ("rubric", "agree"): {"P0911"},
    ("rubric", "shows"): {"P0912", "P0914"}, ("rubric", "falls"): {"P0913"},
}  # fmt: skip


class Expected(NamedTuple):
    kind: str
    name: str
    about: str
    known: list[str]


def read_expected(path: Path) -> Expected:
    _, expect, known = path.read_text(encoding="utf-8").splitlines()[:3]
    kind, name, about = expect.removeprefix("# expect: ").split()
    return Expected(kind, name, about, [part.strip() for part in known.removeprefix("# known: ").split("|")])


def verified(path: Path) -> Verification:
    diagnostics = Diagnostics()
    sheets = [read_source(Source(path.name, path.read_text(encoding="utf-8")), diagnostics)]
    assert not list(diagnostics)
    return verify(sheets, [read_source(each, diagnostics) for each in shipped_all()], diagnostics)


def own(verification: Verification) -> list[Subject]:
    """What the file itself defines; it uses shipped methods besides."""
    return [subject for subject in verification.subjects if subject.name in {"试法", "试算"}]


def refutations(subjects: list[Subject]) -> list[tuple[str, str, Finding]]:
    return [(s.kind, s.name, f) for s in subjects for f in s.findings if f.verdict == "refuted"]


def test_there_are_enough() -> None:
    assert len(FILES) >= 20


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_exactly_the_defect_is_refuted(path: Path) -> None:
    expected = read_expected(path)
    ((kind, name, finding),) = refutations(own(verified(path)))
    assert (kind, name, finding.about) == (expected.kind, expected.name, expected.about)
    assert finding.complaint is not None
    assert finding.complaint.code in CODES[kind, finding.about]
    assert finding.complaint.labels
    assert finding.complaint.hints


METHODS = [path for path in FILES if "|" in path.read_text(encoding="utf-8").splitlines()[2]]


@pytest.mark.parametrize("path", METHODS, ids=lambda path: path.stem)
def test_the_witness_is_one_and_so_is_the_known_one(path: Path) -> None:
    expected = read_expected(path)
    ((_, _, finding),) = refutations(own(verified(path)))
    witness = finding.witness
    assert witness is not None
    assert witness.call is not None
    assert witness.setting is not None
    about = finding.about
    assert refutes(witness.call, witness.setting, about, [probe.value for probe in witness.probes])
    target, weight, actuals = expected.known
    aim = read_target(target, witness.setting.aim)
    known = witness.setting._replace(aim=aim, weight=Fraction(weight))
    assert refutes(witness.call, known, about, [read_actual(text) for text in actuals.split()])


def read_target(text: str, found: Aim) -> Aim:
    if text == "是" or found.text == "100%":
        return found
    if "~" in text:
        low, high = map(read_actual, text.split("~"))
        return found._replace(low=low, high=high)
    op, size = text.split()
    unit = find_unit("".join(char for char in size if not char.isdigit())) or found.unit
    unit = DATE if found.unit.dimension == DATE.dimension else unit
    return bounded_aim(op, read_actual(size), unit, text)


def read_actual(text: str) -> Fraction:
    if text in {"是", "否"}:
        return Fraction(text == "是")
    if text.count("-") == 2:
        return Fraction(date.fromisoformat(text).toordinal())
    digits = text.rstrip("%次起")
    unit = find_unit(text[len(digits) :])
    assert unit is not None
    return Fraction(digits) * unit.factor


def rubric_of(path: Path):
    diagnostics = Diagnostics()
    sheets = [read_source(Source(path.name, path.read_text(encoding="utf-8")), diagnostics)]
    library = [read_source(each, diagnostics) for each in shipped_all()]
    checker = Checker(sheets, library, diagnostics)
    found = checker.definitions.find_rubric("试算")
    assert found is not None
    return checker.rubrics.read(*found)


def test_the_known_total_has_no_grade() -> None:
    assert grade_of(Fraction(90), rubric_of(FOLDER / "grade_gap.perf").grades) == ""
    assert "90" in told(FOLDER / "grade_gap.perf")


def test_the_known_total_has_two_grades() -> None:
    grades = rubric_of(FOLDER / "grade_overlap.perf").grades
    assert [each.name for each in grades if grade_takes(each, Fraction(90))] == ["优", "良"]
    assert "90" in told(FOLDER / "grade_overlap.perf")


def test_a_higher_total_has_a_worse_grade() -> None:
    grades = rubric_of(FOLDER / "grade_order.perf").grades
    assert (grade_of(Fraction(85), grades), grade_of(Fraction(90), grades)) == ("良", "中")
    assert "89.99" in told(FOLDER / "grade_order.perf")


@pytest.mark.parametrize(("file", "sum_"), [("weights_95", "95"), ("weights_without", "90")])
def test_the_sum_is_told(file: str, sum_: str) -> None:
    assert f"合计 {sum_}" in told(FOLDER / f"{file}.perf")


@pytest.mark.parametrize(
    ("file", "count"), [("level_overlap", 2), ("level_gap", 0), ("level_top", 0)]
)  # fmt: skip
def test_the_known_share_is_in_so_many_levels(file: str, count: int) -> None:
    path = FOLDER / f"{file}.perf"
    share = Fraction(read_expected(path).known[0].rstrip("%")) / 100
    module = read_source(Source(path.name, path.read_text(encoding="utf-8")), Diagnostics()).module
    (method,) = (item for item in module.items if isinstance(item, ast.Method))
    levels = [part for part in method.parts if isinstance(part, ast.Level)]
    assert sum(takes(level, share) for level in levels) == count


def test_the_case_that_never_decides_is_pointed_at() -> None:
    ((_, _, finding),) = refutations(own(verified(FOLDER / "never_decides.perf")))
    assert finding.complaint is not None
    assert finding.complaint.labels[0].place.text == "实际 >= 80% -> 80%"


def told(path: Path) -> str:
    ((_, _, finding),) = refutations(own(verified(path)))
    assert finding.complaint is not None
    return finding.complaint.message.zh
