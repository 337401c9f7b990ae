"""Tables of self-scores for tests: read, compared under a shipped rubric, and told what was complained of."""

from __future__ import annotations

from functools import cache

from perfdsl.actuals.readers.read_csv import read
from perfdsl.audit.choose_rubric import choose_rubric
from perfdsl.audit.compare import audit
from perfdsl.audit.difference import Audit, Difference
from perfdsl.audit.published import Published
from perfdsl.audit.read_published import read_published
from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped
from perfdsl.scheme.rubric_scheme import RubricScheme

NATIONAL = "国家自评2020"
HEADER = "项目,三级指标,年度指标值,实际完成值,分值,得分"


@cache
def rubric_of(name: str = NATIONAL) -> RubricScheme:
    told = Diagnostics()
    found = choose_rubric(name, shipped([name]), told)
    assert found is not None
    assert not told.has_errors
    return found


def read_text(text: str) -> tuple[Published | None, list[str]]:
    """Read a table; the codes of what was complained of."""
    told = Diagnostics()
    tables = read("自评.csv", text.encode(), told)
    found = read_published(tables[0], told) if tables else None
    return found, [each.code for each in told]


def audit_text(text: str, rubric: str = NATIONAL) -> Audit:
    published, _ = read_text(text)
    assert published is not None
    return audit(published, rubric_of(rubric))


def audit_row(  # noqa: PLR0913 — the columns of a table
    target: str,
    actual: str,
    awarded: str,
    weight: str = "10",
    *,
    indicator: str = "完成数量",
    rubric: str = NATIONAL,
) -> Difference:
    """Compare one row, whose cells hold no quotation mark."""
    cells = ("虚构项目", indicator, target, actual, weight, awarded)
    line = ",".join(f'"{cell}"' for cell in cells)
    (difference,) = audit_text(f"{HEADER}\n{line}\n", rubric).differences
    return difference
