"""Below the workspace nothing is opened, printed or asked of the machine, and no number is a float."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "perfdsl"
DOORS = {
    "cli",
    "lsp",
    "web",
    "store",
    "ledger",
    "workspace.py",
    "find_files.py",
    "packaged.py",
    "registry.py",
}
"""What may touch the world: the doors, the workspace, and the program's own data and plug-ins."""

NOISY_CALLS = {"open", "print", "input", "breakpoint", "exec", "eval", "float"}
NOISY_ATTRIBUTES = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("os", "environ"),
    ("os", "getenv"),
    ("sys", "argv"),
    ("sys", "exit"),
    ("sys", "stderr"),
    ("sys", "stdin"),
    ("sys", "stdout"),
}


OUR_TOOLS = {"syntax/make_tables.py", "syntax/make_packed.py"}
"""Run by us when the grammar changes, never by the program."""


def core_files() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if is_core(path.relative_to(PACKAGE))]


def is_core(path: Path) -> bool:
    return path.parts[0] not in {*DOORS, "_data"} and path.as_posix() not in OUR_TOOLS


def noises(text: str) -> list[str]:
    """What a module says or asks that the core must not, each with its line."""
    tree = ast.parse(text)
    spelling = {id(keyword.value) for keyword in ast.walk(tree) if is_cutoff(keyword)}
    nodes = [node for node in ast.walk(tree) if id(node) not in spelling]
    found = [(node.lineno, noise) for node in nodes if (noise := noise_of(node))]
    return [f"line {line}: {noise}" for line, noise in sorted(found)]


def noise_of(node: ast.AST) -> str:
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in NOISY_CALLS:
            return f"{name}(…)"
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id="json"), attr="loads" | "load"), keywords=keywords
        ):
            return "" if may_skip_floats(keywords) else "json numbers read as floats"
        case ast.Attribute(value=ast.Name(id=owner), attr=name) if (owner, name) in NOISY_ATTRIBUTES:
            return f"{owner}.{name}"
        case ast.Attribute(attr="read_text" | "read_bytes" | "write_text" | "write_bytes" as name):
            return f".{name}"
        case ast.Constant(value=float() | complex() as value):
            return f"the literal {value}"
    return ""


def is_cutoff(node: ast.AST) -> bool:
    """Whether this is the likeness that difflib wants of a name: a float that is about words."""
    return isinstance(node, ast.keyword) and node.arg == "cutoff"


def may_skip_floats(keywords: list[ast.keyword]) -> bool:
    return any(keyword.arg == "parse_float" for keyword in keywords)


# The keyword table is the program's own, and holds words only.
ONLY_WORDS = {"syntax/keywords.py"}


@pytest.mark.parametrize("path", core_files(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_core_is_quiet(path: Path) -> None:
    found = noises(path.read_text(encoding="utf-8"))
    if path.relative_to(PACKAGE).as_posix() in ONLY_WORDS:
        found = [noise for noise in found if "json" not in noise]
    assert found == []


@pytest.mark.parametrize(
    ("text", "noise"),
    [
        ("open('x')", "line 1: open(…)"),
        ("\nprint('x')", "line 2: print(…)"),
        ("float('1')", "line 1: float(…)"),
        ("x = 0.5", "line 1: the literal 0.5"),
        ("os.environ['HOME']", "line 1: os.environ"),
        ("datetime.now()", "line 1: datetime.now"),
        ("date.today()", "line 1: date.today"),
        ("path.read_text()", "line 1: .read_text"),
        ("json.loads(text)", "line 1: json numbers read as floats"),
    ],
)
def test_each_noise_is_heard(text: str, noise: str) -> None:
    assert noises(text) == [noise]


@pytest.mark.parametrize(
    "text",
    [
        "x: float",
        "isinstance(x, float)",
        "'0.5'",
        "json.loads(t, parse_float=Decimal)",
        "get_close_matches(n, names, cutoff=0.5)",
    ],
)
def test_quiet_things_are_not_heard(text: str) -> None:
    assert noises(text) == []
