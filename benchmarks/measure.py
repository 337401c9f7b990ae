"""Times calls fairly: alternating, several rounds, the median, and the ratio round by round."""

from __future__ import annotations

import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

ROUNDS = 5


def seconds(call: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def compare(
    one: Callable[[], object], other: Callable[[], object], rounds: int = ROUNDS
) -> tuple[float, float, float]:
    """Give the median seconds of both and the median ratio of the rounds; the first round is not counted."""
    pairs = [(seconds(one), seconds(other)) for _ in range(rounds + 1)][1:]
    ratio = statistics.median(a / b for a, b in pairs)
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs), ratio


def run(command: list[str], environment: dict[str, str] | None = None) -> None:
    """Run a whole process; what it prints is thrown away."""
    subprocess.run(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )


def machine() -> str:
    """Name the interpreter and machine for the record."""
    return f"Python {platform.python_version()}, {platform.machine()}, {sys.platform}"
