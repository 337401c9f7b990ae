"""``import perfdsl`` stays light: what is rarely used is loaded where it is used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = {"duckdb", "openpyxl", "pyspark", "python_calamine", "regex", "rich", "typer", "xlsxwriter"}


def test_importing_the_package_loads_nothing_heavy() -> None:
    program = "import perfdsl, sys; print(' '.join({name.partition('.')[0] for name in sys.modules}))"
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert HEAVY & set(ran.stdout.split()) == set()
