"""Start-up as whole processes: ``perfdsl eval`` on one sheet against an empty typer application."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from measure import compare, machine, run

ROOT = Path(__file__).parents[1]
EMPTY = """import typer
app = typer.Typer()

@app.command()
def main(name: str = ""):
    pass

app()
"""
OURS = "import sys; from perfdsl.cli.entry import main; sys.exit(main())"
ROUNDS = 15


def main() -> None:
    """Print the ratios."""
    sheet = next((ROOT / "specs" / "linxi-2022").glob("1-*.perf"))
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY, encoding="utf-8")
        ours = [sys.executable, "-c", OURS, "eval", str(sheet)]
        bare = [sys.executable, str(empty)]
        off = {**os.environ, "PERFDSL_CACHE": "off"}
        on = {**os.environ, "PERFDSL_CACHE": folder}
        print(machine())
        a, b, ratio = compare(lambda: run(ours, off), lambda: run(bare), ROUNDS)
        print(f"eval, nothing kept: {a * 1000:.0f} ms; empty typer app {b * 1000:.0f} ms: {ratio:.2f} (at most 1.5 is wanted)")
        a, b, ratio = compare(lambda: run(ours, on), lambda: run(bare), ROUNDS)
        print(f"eval, sheet unchanged: {a * 1000:.0f} ms; empty typer app {b * 1000:.0f} ms: {ratio:.2f} (at most 1.0 is wanted)")


if __name__ == "__main__":
    main()
