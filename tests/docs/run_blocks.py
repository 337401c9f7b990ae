"""Runs what documentation shows: the checks on its examples, and its commands."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from perfdsl.diagnostic import Diagnostic
from perfdsl.examples.example import Tested
from perfdsl.scorecard import Scorecard

ROOT = Path(__file__).parents[2]
PROMPT = "$ "
ELISION = "…"
PROGRAM = "import sys; sys.argv[0] = 'perfdsl'; from perfdsl.cli.entry import script; script()"
EXIT = re.compile(r"\s+# exit (\d+)$")


def diagnose(files: dict[str, bytes]) -> list[Diagnostic]:
    """Give every diagnostic and flag of ``perfdsl eval`` over files (name → content), as over one folder.

    Sheets without a rubric are checked but not scored, so that an example need not say more than it shows.
    """
    from perfdsl.actuals.from_table import facts_of
    from perfdsl.actuals.readers import READERS
    from perfdsl.diagnostic import Diagnostics
    from perfdsl.library import shipped
    from perfdsl.pipeline import Request, check, prepare, run
    from perfdsl.workspace import source_of

    diagnostics, flags = Diagnostics(), list[Diagnostic]()
    sources = [source_of(name, data, diagnostics) for name, data in files.items() if name.endswith(".perf")]
    tables = {name: data for name, data in files.items() if not name.endswith(".perf")}
    facts = [
        fact
        for name, data in tables.items()
        for table in READERS.get(Path(name).suffix.lower())(name, data, diagnostics)
        for fact in facts_of(table, diagnostics)
    ]
    scored = tables or any("实绩" in source.text or "actuals" in source.text for source in sources)
    if scored:
        prepared = prepare(sources, diagnostics, shipped, Request())
        if prepared is not None:
            flags += flags_of(run(*prepared, facts, diagnostics, Request()))
    else:
        check(sources, diagnostics, shipped)
    return [*diagnostics, *flags]


def refute(files: dict[str, bytes]) -> list[Diagnostic]:
    """Give every diagnostic of ``perfdsl verify`` about what these files define themselves."""
    from perfdsl.diagnostic import Diagnostics
    from perfdsl.library import shipped_all
    from perfdsl.proof.verify import verify
    from perfdsl.scheme.parsed import read_source
    from perfdsl.workspace import source_of

    diagnostics = Diagnostics()
    sources = [source_of(name, data, diagnostics) for name, data in files.items()]
    sheets = [read_source(source, diagnostics) for source in sources]
    library = [read_source(source, diagnostics) for source in shipped_all()]
    verification = verify(sheets, library, diagnostics)
    own = [subject for subject in verification.subjects if subject.place.file in files]
    return [*diagnostics, *(complaint for subject in own for complaint in subject.complaints)]


def read_documents(files: dict[str, bytes]) -> list[Diagnostic]:
    """Give every diagnostic of the readers of documents (``perfdsl import`` begins with them) about files."""
    from perfdsl.diagnostic import Diagnostics
    from perfdsl.documents.readers import READERS

    diagnostics = Diagnostics()
    for name, data in files.items():
        if not name.endswith(".perf"):
            READERS.get(Path(name).suffix.lower())(name, data, diagnostics)
    return list(diagnostics)


def try_out(files: dict[str, bytes]) -> list[Diagnostic]:
    """Give every diagnostic of ``perfdsl test`` over files."""
    return try_examples(files)[1]


def unmet_of(files: dict[str, bytes]) -> list[str]:
    """Give the names of the examples (算例) in files that are not met, as ``perfdsl test`` finds them."""
    tested, _ = try_examples(files)
    return [trial.posed.node.name for trial in tested.trials if trial.state != "passed"]


def try_examples(files: dict[str, bytes]) -> tuple[Tested, list[Diagnostic]]:
    """Try the examples in files."""
    from perfdsl.diagnostic import Diagnostics
    from perfdsl.examples.run_examples import run_examples
    from perfdsl.library import shipped_all
    from perfdsl.scheme.parsed import read_source
    from perfdsl.workspace import source_of

    diagnostics = Diagnostics()
    names = [name for name in files if name.endswith(".perf")]
    sheets = [read_source(source_of(name, files[name], diagnostics), diagnostics) for name in names]
    library = [read_source(source, diagnostics) for source in shipped_all()]
    return run_examples(sheets, library, diagnostics), list(diagnostics)


def flags_of(scorecard: Scorecard | None) -> list[Diagnostic]:
    """Give what a scorecard tells besides its scores."""
    projects = scorecard.projects if scorecard else ()
    return [Diagnostic(flag.code, flag.text) for project in projects for flag in project.flags]


@dataclass(frozen=True, slots=True)
class Command:
    """A command as printed after its prompt, the exit code that it must have, and the output below it."""

    line: str
    output: str

    @property
    def runs(self) -> bool:
        """Whether it is ours; others (make, pip) are only shown."""
        return self.line.startswith("perfdsl ")

    @property
    def code(self) -> int:
        """The exit code after ``# exit``, else 0."""
        said = EXIT.search(self.line)
        return int(said[1]) if said else 0

    @property
    def words(self) -> list[str]:
        """Arguments after the program's name."""
        return shlex.split(EXIT.sub("", self.line))[1:]


def read_commands(text: str) -> list[Command]:
    """Cut a console block at its prompts."""
    commands: list[Command] = []
    for line in text.splitlines():
        if line.startswith(PROMPT):
            commands.append(Command(line.removeprefix(PROMPT), ""))
        elif commands:
            last = commands[-1]
            commands[-1] = Command(last.line, f"{last.output}{line}\n")
    return commands


def run_command(command: Command) -> tuple[int, str]:
    """Run a command in the checkout as in a pipe of 80 columns; exit code, and both streams together."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
        "NO_COLOR": "1",
        "COLUMNS": "80",
        "LANG": "C.UTF-8",
    }
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, *command.words],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    return ran.returncode, tidy(ran.stdout)


def tidy(text: str) -> str:
    """Output without blanks at the ends of lines and empty lines at the end."""
    lines = "\n".join(line.rstrip() for line in text.splitlines()).rstrip("\n")
    return f"{lines}\n" if lines else ""


def matches(printed: str, output: str) -> bool:
    """Whether output is what the page prints; a line ``…`` there stands for any lines."""
    pieces = re.split(rf"^\s*{ELISION}\n", tidy(printed), flags=re.MULTILINE)
    pattern = r"(?:.*\n)*".join(re.escape(piece) for piece in pieces)
    return re.fullmatch(pattern, output) is not None


def rewrite(page: Path, before: str, commands: list[Command]) -> None:
    """Print commands and their output anew in place of a console block's text."""
    shown = "".join(f"{PROMPT}{command.line}\n{command.output}" for command in commands)
    page.write_text(page.read_text(encoding="utf-8").replace(before, shown, 1), encoding="utf-8")
