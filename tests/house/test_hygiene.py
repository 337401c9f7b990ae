"""What may stand in the files of this project, and how large they and their functions may grow."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "perfdsl"

MOST_LINES_IN_A_FILE = 250  # the aim is about 120
MOST_LINES_OF_MESSAGES = 320  # a flat list: one function per complaint
MOST_LINES_IN_A_FUNCTION = 40  # the aim is about 15
LONG_BY_DESIGN = {
    "syntax/ast.py": "the whole tree in one file, so that it can be read as one page",
    "syntax/parse_tables.py": "made by `make tables`",
    "syntax/packed_rubrics.py": "made by `make tables`",
    "codes.py": "a table: one line a code",
}

VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "core", "misc"}

FORBIDDEN_TEXT = {
    "a package registry": re.compile(r"https?://\S*(?:pypi|pythonhosted|npmjs|crates\.io|debian|mirrors?\.)"),
    "a path of one machine": re.compile(r"(?<![\w.~:/-])/(?:home|root|work|Users|opt)/\w"),
    "a folder beside the checkout": re.compile(r"\.\./shared\b"),
}
NOT_TEXT = {".xls", ".xlsx", ".docx", ".pdf", ".png", ".jpg", ".parquet"}


def committed_files() -> list[Path]:
    """Files that are, or would be, committed; all but hidden ones where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        names = listed.stdout.decode("utf-8", "surrogateescape").split("\0")
        return [ROOT / name for name in names if name and (ROOT / name).is_file()]
    return [
        path
        for path in ROOT.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
    ]


def package_files() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "_data" not in path.parts)


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def most_lines(module: str) -> int:
    if module in LONG_BY_DESIGN:
        return 10**6
    flat = Path(module).name.startswith("messages")
    return MOST_LINES_OF_MESSAGES if flat else MOST_LINES_IN_A_FILE


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its decorators and docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    match function.body[0]:
        case ast.Expr(value=ast.Constant(value=str())) as docstring:
            return lines - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)
    return lines


@pytest.mark.parametrize("what", FORBIDDEN_TEXT)
def test_no_file_names(what: str) -> None:
    found = []
    for path in committed_files():
        if path.suffix in NOT_TEXT:
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{path.relative_to(ROOT)}: {hit.group()}" for hit in FORBIDDEN_TEXT[what].finditer(text)]
    assert found == []


def test_constraints_are_exact_and_name_no_place() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [pin for pin in pins if not re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][0-9A-Za-z.]*", pin)] == []


def test_files_stay_readable() -> None:
    sizes = {name(p): len(p.read_text(encoding="utf-8").splitlines()) for p in package_files()}
    assert {n: size for n, size in sizes.items() if size > most_lines(n)} == {}


def test_functions_stay_readable() -> None:
    too_long = {}
    for path in package_files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = code_lines(node)
                if lines > MOST_LINES_IN_A_FUNCTION:
                    too_long[f"{name(path)}:{node.name}"] = lines
    assert too_long == {}


def test_every_module_opens_with_a_sentence() -> None:
    silent = [
        name(p) for p in package_files() if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_modules_are_named_after_what_they_hold() -> None:
    vague = [name(p) for p in package_files() if VAGUE_NAMES & {*p.relative_to(PACKAGE).parts[:-1], p.stem}]
    assert vague == []
