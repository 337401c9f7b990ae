"""A document as read, understood: its forms, its department, and for a PDF what a second reading says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Document, Line, Prose
from perfdsl.importers.checks.check_forms import check_forms
from perfdsl.importers.compare_readers import compare_forms
from perfdsl.importers.draft import DepartmentDraft, FormDraft, Imported, Unused
from perfdsl.importers.flat.read_department import read_department
from perfdsl.importers.flat.read_stream import read_stream
from perfdsl.importers.grids.read_forms import Progress, read_forms


def import_document(document: Document, progress: Progress | None = None) -> Imported:
    """Understand a document; ``progress`` hears of forms done and forms in all.

    A plain text has a stream and no grids; a PDF has both, and its stream is the second reading that the
    grids are held against. Time is linear in the size of the document, but for a bounded search in streams.
    """
    if document.kind == "text":
        streamed, unused = read_stream(document.stream)
        forms = check_forms(streamed)
        department = read_department(document.stream)
        return _imported(document, forms, department, unused)
    forms, unused = read_forms(document, progress)
    department = read_department(_prose(document))
    if document.kind != "pdf":
        return _imported(document, forms, department, unused)
    second, _ = read_stream(document.stream)
    held, said = compare_forms(forms, second)
    return _imported(document, held, department, unused)._replace(second=said)


def _imported(
    document: Document,
    forms: Sequence[FormDraft],
    department: DepartmentDraft | None,
    unused: Iterable[Unused],
) -> Imported:
    return Imported(
        document.file,
        document.kind,
        tuple(_with_year(form, department) for form in forms),
        department,
        tuple(unused),
        document.pages,
    )


def _with_year(form: FormDraft, department: DepartmentDraft | None) -> FormDraft:
    """Give a form without a year that of the department's text, which stands before it in the document."""
    year = None if department is None else department.head.get("year")
    own = form.head.get("year")
    if year is None or year.status != "ok" or (own is not None and own.status != "missing"):
        return form
    noted = year.noted(Text("取自部门整体绩效目标", "taken from the department's overall goals"))
    return form._replace(head={**form.head, "year": noted})


def _prose(document: Document) -> tuple[Line, ...]:
    """The text outside tables, as lines."""
    found: list[Line] = []
    for block in document.blocks:
        if isinstance(block, Prose):
            found += [Line(text, block.spots[0]) for text in block.text.split("\n") if block.spots]
    return tuple(found)
