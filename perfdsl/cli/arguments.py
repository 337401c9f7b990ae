"""The arguments of ``eval``, however they were read."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Arguments:
    """Paths and options as they were typed; the field of an option has its name."""

    paths: list[str] = field(default_factory=list)
    actuals: list[str] = field(default_factory=list)
    project: list[str] = field(default_factory=list)
    fail_on: list[str] = field(default_factory=list)
    rubric: str = ""
    as_of: str = ""
    format: str = "text"
    lang: str = ""
    by: str = ""
    keep_going: bool = False
    warnings: bool = False
    bom: bool = False


class WrongUseError(ValueError):
    """An option has a value that cannot be; ``option`` names it."""

    def __init__(self, option: str, message: str) -> None:
        """Keep what is wrong, in both languages."""
        super().__init__(message)
        self.option = option
