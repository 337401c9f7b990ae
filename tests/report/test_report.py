from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from perfdsl.report import DIAGNOSTICS, REPORTS, Options
from tests.report import invented

ROOT = Path(__file__).parents[2]


def test_names() -> None:
    assert {"text", "json", "csv", "md"} <= set(REPORTS.names())
    assert {"text", "json", "sarif", "github"} <= set(DIAGNOSTICS.names())


@pytest.mark.parametrize("name", ["text", "json", "csv", "md"])
def test_every_report_is_called_alike(name: str) -> None:
    assert "代表之家运行经费" in REPORTS.get(name)(
        invented.scorecard(), iter(invented.diagnostics()), Options()
    )


@pytest.mark.parametrize("name", ["text", "json", "sarif", "github"])
def test_every_form_of_diagnostics_is_called_alike(name: str) -> None:
    assert "单位不同" in DIAGNOSTICS.get(name)(iter(invented.diagnostics()), Options())


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    program = (
        "import sys, perfdsl.report; before = set(sys.modules); perfdsl.report.REPORTS.get('text');"
        "print(*sorted({'rich', 'csv', 'json', 'perfdsl.report.cells'} & before), '|', 'rich' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == ["|", "False"]
