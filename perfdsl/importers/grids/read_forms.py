"""Reads the forms of a document, whatever reader it came from: laid out, cut, recognised, checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Document, Prose, Spot
from perfdsl.importers import messages, messages_pages
from perfdsl.importers.checks.check_forms import check_forms
from perfdsl.importers.draft import FormDraft, Unused
from perfdsl.importers.grids.cut_forms import FormPieces, cut_forms
from perfdsl.importers.grids.doubt_cut_off import doubt_cut_off
from perfdsl.importers.grids.find_left_rows import doubt_before
from perfdsl.importers.grids.recognise_form import recognise_form
from perfdsl.importers.grids.split_projects import split_projects
from perfdsl.importers.grids.stitch_grids import lay_out

Progress = Callable[[int, int], None]


def read_forms(
    document: Document, progress: Progress | None = None
) -> tuple[tuple[FormDraft, ...], tuple[Unused, ...]]:
    """Give the forms of a document, and what belongs to none; never raises for what it says.

    ``progress`` hears how many parts of the document are done, and how many there are.
    """
    flow = lay_out(document)
    forms: list[FormDraft] = []
    unused: list[Unused] = []
    cut = list(cut_forms(flow.pieces))
    for at, pieces in enumerate(cut):
        if progress is not None:
            progress(at, len(cut))
        drafts = split_projects(pieces) or list(recognise_form(pieces))
        forms += doubt_cut_off(drafts, pieces.pieces)
        if not drafts:
            doubt_before(forms, pieces.pieces)
        unused += (
            _prose(pieces)
            if drafts
            else _unused(pieces, messages.TITLE_ONLY if pieces.titles else messages.NO_FORM)
        )
    unused += _margins(flow.margins)
    unused += _unused(FormPieces(flow.wide), messages.TOO_WIDE)
    if flow.is_cut:
        unused.append(Unused("", (), messages.TOO_LARGE))
    return check_forms(forms), tuple(unused)


def _unused(form: FormPieces, reason: Text) -> Iterator[Unused]:
    for piece in form.pieces:
        if isinstance(piece, Prose):
            yield Unused(piece.text, piece.spots, reason)
        else:
            for cell in piece.filled:
                yield Unused(cell.text, cell.spots, reason)


def _margins(lines: Sequence[Prose]) -> Iterator[Unused]:
    """Tell of each running head or foot once, with all its places."""
    said: dict[str, tuple[Spot, ...]] = {}
    for line in lines:
        said[line.text] = (*said.get(line.text, ()), *line.spots)
    return (Unused(text, spots, messages_pages.MARGIN) for text, spots in said.items())


def _prose(form: FormPieces) -> Sequence[Unused]:
    """Lines after a form's title that no head field took."""
    from perfdsl.importers.grids.read_lines import read_line

    return [
        Unused(piece.text, piece.spots, messages.A_NOTE)
        for piece in form.pieces[form.titles :]
        if isinstance(piece, Prose)
        and piece.text.strip()
        and not read_line(piece.text, piece.spots, piece.flags)
    ]
