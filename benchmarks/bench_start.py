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
OURS = "from perfdsl.cli.entry import script; script()"
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
        for what, environment, most in (("nothing kept", off, "1.5"), ("sheet unchanged", on, "1.0")):
            a, b, ratio = compare(lambda: run(ours, environment), lambda: run(bare), ROUNDS)  # noqa: B023 — called at once
            print(f"eval, {what}: {a * 1000:.0f} ms; empty typer app {b * 1000:.0f} ms")
            print(f"  {ratio:.2f} times (at most {most} is wanted)")


if __name__ == "__main__":
    main()
