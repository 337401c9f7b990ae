"""Where the program starts, and where whatever goes wrong ends as a sentence and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

OUTPUT_LOST = 3
OUR_BUG = 70
INTERRUPTED = 130
_LONGEST = 500


def script() -> None:
    """Run as a program, and end without taking the interpreter apart, which is a tenth of a short run."""
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def main() -> int:
    """Run the command line; exit codes: 0 ok, 1 --fail-on, 2 spec or usage, 3 data, 70 our own bug."""
    # Plug-ins of pydantic are none of ours, and looking for them costs time at every start.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()
    _mend_streams()
    try:
        code = _run()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader went away (head, less): nothing is wrong, and there is nobody to tell.
        _write_nowhere()
        return 0
    except OSError as problem:
        if problem.filename is not None:
            return _own_up(problem)
        _write_nowhere()
        return _tell_lost(problem)
    except Exception as problem:  # noqa: BLE001 — the last door: no traceback reaches a person
        return _own_up(problem)
    return code


def _run() -> int:
    from perfdsl.cli.late_imports import put_off_wording
    from perfdsl.cli.quick import answer_quickly

    put_off_wording()
    code = answer_quickly(sys.argv[1:])
    if code is not None:
        return code
    from perfdsl.cli.app import app

    try:
        app(prog_name="perfdsl")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    return 0


def _mend_streams() -> None:
    """Let nothing that is printed fail for its characters, or because a stream was closed by the caller."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 — open to the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _write_nowhere() -> None:
    """Let what is still in the buffer go, so that the interpreter does not complain of it at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:
        return


def _tell_lost(problem: OSError) -> int:
    sys.stderr.write(f"写不出结果 the output cannot be written: {problem.strerror or problem}\n")
    return OUTPUT_LOST


def _own_up(problem: Exception) -> int:
    if os.environ.get("PERFDSL_TRACEBACK"):
        raise problem
    frames = problem.__traceback__
    while frames is not None and frames.tb_next is not None:
        frames = frames.tb_next
    where = f"{frames.tb_frame.f_code.co_filename}:{frames.tb_lineno}" if frames is not None else "?"
    sys.stderr.write(
        f"perfdsl 内部错误 internal error: {repr(problem)[:_LONGEST]}\n  {where}\n"
        "  这是程序的错，不是您的表的错；请报告，并附上以上两行\n"
        "  this is our bug, not your sheet's; please report it with the two lines above\n"
        "  PERFDSL_TRACEBACK=1 可看详情 shows the details\n"
    )
    return OUR_BUG
