"""However a run ends, it ends as a sentence and an exit code."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

import perfdsl
from tests.cli.run import LINXI, ROOT, SHEET, run

PROGRAM = "import sys; sys.argv[0] = 'perfdsl'; from perfdsl.cli.entry import main; sys.exit(main())"


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def raising(problem: BaseException) -> object:
    def fail(*_: object, **__: object) -> None:
        raise problem

    return fail


def test_our_own_bug_is_owned_up_to_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("perfdsl.pipeline.check", raising(ZeroDivisionError("\x1b[31mby zero")))
    ran = run("eval", LINXI)
    assert (ran.code, ran.out) == (70, "")
    assert "Traceback" not in ran.err
    assert "\x1b" not in ran.err
    assert "ZeroDivisionError" in ran.err
    assert f"{Path(__file__).name}:" in ran.err
    assert "请报告" in ran.err


def test_the_details_of_a_bug_are_there_for_those_who_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("perfdsl.pipeline.check", raising(ZeroDivisionError()))
    monkeypatch.setenv("PERFDSL_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        run("eval", LINXI)


@pytest.mark.parametrize(
    ("problem", "code", "message"),
    [
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 0, ""),
        (OSError(errno.ENOSPC, "No space left on device"), 3, "写不出结果"),
        (FileNotFoundError(errno.ENOENT, "No such file", "perfdsl.lark"), 70, "内部错误"),
        (RecursionError("too deep"), 70, "内部错误"),
        (MemoryError(), 70, "内部错误"),
    ],
)
def test_other_ends(problem: BaseException, code: int, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("perfdsl.cli.present.evaluate_paths", raising(problem))
    ran = run("eval", LINXI)
    assert ran.code == code
    assert message in ran.err


def test_streams_that_the_caller_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    from perfdsl.cli import entry

    monkeypatch.setattr(sys, "argv", ["perfdsl", "eval", LINXI])
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert entry.main() == 0
    assert sys.stdout is not None
    sys.stdout.close()
    sys.stderr.close()


def test_streams_of_other_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    from perfdsl.cli import entry

    monkeypatch.setattr(sys, "argv", ["perfdsl", "eval", LINXI, "--format", "csv"])
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert entry.main() == 0
    assert "97.81" in sys.stdout.getvalue()


def test_the_program_alone_shows_how_it_is_used() -> None:
    ran = run()
    assert ran.code == 2
    assert "eval" in ran.out + ran.err
    assert run("--help").code == 0


def test_version() -> None:
    ran = run("--version")
    assert (ran.code, ran.out) == (0, f"{perfdsl.__version__}\n")
    assert f'version = "{perfdsl.__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [("evl", "x"), ("eval", "x", "--frmat"), ("--wrong",)])
def test_wrong_use_says_what_was_meant(arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "--help" in ran.err


COMMANDS = ("eval", "check", "fmt", "explain", "schema", "test", "verify", "diff", "goal-seek", "audit")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_a_terminal(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.report.hostile import widest

    monkeypatch.setenv("COLUMNS", "80")
    ran = run(*command.split(), "--help")
    assert ran.code == 0
    assert widest(ran.out) <= 80


# ------------------------------------------------------------------- whole processes


def start(*arguments: str, stdout: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PERFDSL_CACHE": "off", "PYTHONIOENCODING": "utf-8"}
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment,
    )


@pytest.mark.slow
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_reader_that_goes_away(form: str, tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.perf").write_text(
            SHEET.replace("人大会议经费", f"项目{number}"), encoding="utf-8"
        )
    with start("eval", str(tmp_path), "--format", form) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
        assert process.wait() == 0


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk() -> None:
    with Path("/dev/full").open("wb") as full, start("eval", LINXI, stdout=full.fileno()) as process:
        _, told = process.communicate()
    assert process.returncode == 3
    assert "写不出结果" in told.decode()
    assert "Exception ignored" not in told.decode()
