from __future__ import annotations

from pathlib import Path

import pytest

from tests.annual.test_scored_department import OWN, RUBRICS, document_of, page_of, project, report_of, scored


def test_a_project_with_errors_is_listed_as_without_a_score(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = project("戊路", "P5", "12").replace("12公里\n  知晓率 = 90%", "12元\n  知晓率 = 90%")
    for name, text in {"办法": RUBRICS, "部门": OWN, "甲": project("甲路", "P1", "12"), "戊": wrong}.items():
        (tmp_path / f"{name}.perf").write_text(text, encoding="utf-8")
    report = report_of(tmp_path, keep_going=True)
    assert scored(report).unscored == ("戊路",)
    for told in (page_of(report, monkeypatch), " ".join(document_of(report))):
        assert "没有得分（有错误）：戊路" in told
