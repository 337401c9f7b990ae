"""An imported document as sheets: a file for the department, and one for each form."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from perfdsl.importers.draft import FormDraft, Imported
from perfdsl.importers.sheet.build_department import build_department
from perfdsl.importers.sheet.build_facts import build_facts
from perfdsl.importers.sheet.build_project import Wanted, build_project, project_name, year_of
from perfdsl.importers.sheet.leave_open import NOWHERE
from perfdsl.syntax import ast
from perfdsl.syntax.layout import write_module
from perfdsl.syntax.node import make

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*\s.。·]+')
_LONGEST = 60


class Sheet(NamedTuple):
    """A sheet to be written: the name of its file, and its text. ``form``: which form it is of, or None."""

    file: str
    text: str
    form: FormDraft | None = None


def write_sheets(
    imported: Imported, wanted: Callable[[FormDraft], Wanted], taken: set[str]
) -> tuple[Sheet, ...]:
    """Write all sheets of a document, in its order.

    ``taken``: names of files of this run so far; those of the new sheets differ from them, and are added.
    """
    sheets: list[Sheet] = []
    if imported.department is not None:
        module = make(ast.Module, NOWHERE, items=(build_department(imported.department),))
        sheets.append(Sheet(_file_name("部门", taken), _with_source(module, imported)))
    for at, form in enumerate(imported.forms, start=1):
        name = f"{at}-{project_name(form)}" if len(imported.forms) > 1 else project_name(form)
        module = module_of(form, wanted(form))
        sheets.append(Sheet(_file_name(name, taken), _with_source(module, imported), form))
    return tuple(sheets)


def module_of(form: FormDraft, wanted: Wanted) -> ast.Module:
    """Make the tree of a form's sheet: the rubric, the project, and the facts that it reports."""
    project = build_project(form, wanted)
    facts = build_facts(form, project.name, year_of(form.head.get("year"), wanted))
    use = [make(ast.Use, NOWHERE, rubric=wanted.rubric)] if wanted.rubric else []
    return make(ast.Module, NOWHERE, items=(*use, project, *([facts] if facts is not None else [])))


def _with_source(module: ast.Module, imported: Imported) -> str:
    """Write a tree under a comment that names the document."""
    shown = " ".join(
        re.sub(
            r"[\x00-\x1f\x7f\u2028\u2029]", " ", imported.file.replace("\\", "/").rpartition("/")[2]
        ).split()
    )
    return f"# 由 {shown} 导入；待填 和 存疑 的地方请对照原表\n\n{write_module(module, language='zh')}"


def _file_name(name: str, taken: set[str]) -> str:
    """Give a name that every file system takes, and that no sheet before has."""
    stem = _NOT_IN_NAMES.sub("_", name).strip("_-")[:_LONGEST] or "form"
    found, count = stem, 1
    while found.lower() in taken:
        count += 1
        found = f"{stem}_{count}"
    taken.add(found.lower())
    return f"{found}.perf"
