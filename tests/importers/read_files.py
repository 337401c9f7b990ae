"""Reads a file, or a page of HTML, into drafts, through the readers of documents."""
# ruff: noqa: E501 -- a Chinese character counts as two columns

from __future__ import annotations

from pathlib import Path

from perfdsl.diagnostic import Diagnostics
from perfdsl.documents.document import Document
from perfdsl.documents.readers import READERS
from perfdsl.importers.draft import FormDraft, Unused
from perfdsl.importers.grids.read_forms import read_forms

SEED = Path("tests/data/linxi-2022")


def read_document(name: str, data: bytes) -> Document:
    diagnostics = Diagnostics()
    document = READERS.get(Path(name).suffix)(name, data, diagnostics)
    assert document is not None, [one.message.zh for one in diagnostics]
    return document


def forms_in(name: str, data: bytes) -> tuple[tuple[FormDraft, ...], tuple[Unused, ...]]:
    return read_forms(read_document(name, data))


def form_in_page(body: str) -> FormDraft:
    (form,), _ = forms_in("page.html", f"<html><meta charset='utf-8'><body>{body}</body></html>".encode())
    return form


def table(*rows: str) -> str:
    """A table of HTML from rows of ``cell | cell``; ``text^2`` goes over two columns, ``text_2`` over two rows."""
    made = []
    for row in rows:
        cells = []
        for cell in row.split("|"):
            text, over, down = cell.strip(), "", ""
            if "^" in text:
                text, _, count = text.partition("^")
                over = f" colspan={count}"
            if "_" in text:
                text, _, count = text.partition("_")
                down = f" rowspan={count}"
            cells.append(f"<td{over}{down}>{text.replace(chr(10), '<br>')}</td>")
        made.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(made)}</table>"


def printed(form: FormDraft, *names: str) -> list[tuple[str, ...]]:
    return [tuple(row.text(name) for name in names) for row in form.rows]


def doubts(form: FormDraft) -> list[str]:
    """What a person has to look at: fields that are not ok (blank ones aside), and doubts about the form."""
    head = [
        f"{name}: {one.reasons[0].zh}"
        for name, one in form.head.items()
        if one.status in {"check", "conflict"}
    ]
    rows = [
        f"{at}.{name}: {one.reasons[0].zh}"
        for at, row in enumerate(form.rows)
        for name, one in row.fields.items()
        if one.status in {"check", "conflict"}
    ]
    plan = [
        f"plan: {one.amount.reasons[0].zh}" for one in form.plan if one.amount.status in {"check", "conflict"}
    ]
    return [*head, *rows, *plan, *(reason.zh for reason in form.reasons)]
