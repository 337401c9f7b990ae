"""``eval`` without loading the command line proper, which would be half of its time.

What is not understood here (help, a wrong option or value, options run together) is left to the command line
proper, and both end in the same function, ``answer``; a test compares them.
"""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.cli.arguments import Arguments

_VALUES = {
    "--actuals": "actuals",
    "-a": "actuals",
    "--project": "project",
    "-p": "project",
    "--fail-on": "fail_on",
    "--rubric": "rubric",
    "-r": "rubric",
    "--format": "format",
    "-f": "format",
    "--as-of": "as_of",
    "--lang": "lang",
    "--by": "by",
}
_FLAGS = {
    "--keep-going": "keep_going",
    "-k": "keep_going",
    "--warnings": "warnings",
    "-w": "warnings",
    "--bom": "bom",
}


def understand(arguments: Sequence[str]) -> Arguments | None:
    """Read the arguments of ``eval``; None for anything else."""
    if not arguments or arguments[0] != "eval":
        return None
    said, rest = Arguments(), list(arguments[1:])
    while rest:
        word, *rest = rest
        option, given, value = word.partition("=")
        if word == "--":
            said.paths += rest
            rest = []
        elif word == "-" or not word.startswith("-"):
            said.paths.append(word)
        elif word in _FLAGS:
            setattr(said, _FLAGS[word], True)
        elif given and option.startswith("--") and option in _VALUES:
            _put(said, _VALUES[option], value)
        elif word in _VALUES and rest:
            value, *rest = rest
            _put(said, _VALUES[word], value)
        else:
            return None
    return said if said.paths else None


def _put(said: Arguments, name: str, value: str) -> None:
    if isinstance(getattr(said, name), list):
        getattr(said, name).append(value)
    else:
        setattr(said, name, value)


def answer_quickly(arguments: Sequence[str]) -> int | None:
    """Score as asked and give the exit code; None for all that the command line proper must read."""
    said = understand(arguments)
    if said is None:
        return None
    from perfdsl.cli.arguments import WrongUseError
    from perfdsl.cli.present import answer

    try:
        return answer(said)
    except WrongUseError:
        return None
