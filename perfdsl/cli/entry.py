"""Where the program starts, and where whatever goes wrong ends as a sentence and an exit code."""

from __future__ import annotations

import gc
import os
import sys

OUR_BUG = 70
INTERRUPTED = 130


def main() -> int:
    """Run the command line; exit codes: 0 ok, 1 --fail-on, 2 spec or usage, 3 data, 70 our own bug."""
    # Plug-ins of pydantic are none of ours, and looking for them costs time at every start.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        from perfdsl.cli.app import app

        app(prog_name="perfdsl")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader went away (head, less): nothing is wrong, and there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as problem:  # noqa: BLE001 — the last door: no traceback reaches a person
        return _own_up(problem)
    return 0


def _own_up(problem: Exception) -> int:
    if os.environ.get("PERFDSL_TRACEBACK"):
        raise problem
    frames = problem.__traceback__
    while frames is not None and frames.tb_next is not None:
        frames = frames.tb_next
    where = f"{frames.tb_frame.f_code.co_filename}:{frames.tb_lineno}" if frames is not None else "?"
    sys.stderr.write(
        f"perfdsl 内部错误 internal error: {type(problem).__name__}: {problem}\n  {where}\n"
        "  这是程序的错，不是您的表的错；请报告，并附上以上两行 (this is our bug, not your sheet's; please report it)\n"
        "  PERFDSL_TRACEBACK=1 可看详情 (shows the details)\n"
    )
    return OUR_BUG
