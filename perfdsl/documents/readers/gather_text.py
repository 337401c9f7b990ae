"""Gathers the text of a paragraph or a cell of a Word document as it stands on paper."""

from __future__ import annotations

from collections import Counter
from typing import Any

from perfdsl.documents.document import Flag
from perfdsl.documents.readers.superscripts import raise_digits
from perfdsl.documents.readers.symbol_characters import symbol_character

# lxml carries no types: its elements are Any.

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

PARAGRAPH, TABLE, BOX, TEXT = W + "p", W + "tbl", W + "txbxContent", W + "t"
CONTENT_CONTROL = W + "sdt"
ALTERNATIVES = _MC + "AlternateContent"

_RUN, _SYMBOL = W + "r", W + "sym"
_RUN_PROPERTIES, _PARAGRAPH_PROPERTIES = W + "rPr", W + "pPr"
_TEXTS = frozenset({TEXT, _M + "t"})
_MARKS = {
    W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n",
    W + "noBreakHyphen": "\u2011", W + "softHyphen": "\u00ad",
}  # fmt: skip
_DELETED = frozenset({W + "del", W + "moveFrom"})
_PASSED_OVER = frozenset(
    {W + "tcPr", W + "tblPr", W + "tblGrid", W + "trPr", W + "sdtPr", W + "rt", W + "sectPr"}
)
_OFF = frozenset({"0", "false", "off"})


class Gathered:
    """What was gathered so far.

    ``boxes``: text boxes for their own blocks, where a paragraph outside tables is gathered (else None, and
    their text stays in its place). ``left_out`` counts what was not read.
    """

    __slots__ = ("boxes", "flags", "left_out", "parts")

    def __init__(self, left_out: Counter[str], boxes: list[Any] | None = None) -> None:
        """Start with nothing."""
        self.parts: list[str] = []
        self.flags: set[Flag] = set()
        self.left_out = left_out
        self.boxes = boxes

    @property
    def text(self) -> str:
        """The text, its paragraphs divided by line breaks."""
        return "".join(self.parts).strip("\n")


def is_on(element: Any) -> bool:  # noqa: ANN401
    """Whether a property that is present is switched on."""
    return element is not None and element.get(W + "val") not in _OFF


def gather(element: Any, into: Gathered) -> None:  # noqa: ANN401, C901, PLR0912 (one case a tag)
    """Gather what stands inside an element. A document is at most 256 elements deep, and so is this."""
    for child in element:
        tag = child.tag
        if tag in _TEXTS:
            into.parts.append(child.text or "")
        elif tag == _RUN:
            _gather_run(child, into)
        elif tag == PARAGRAPH:
            into.parts.append("\n")
            gather(child, into)
        elif tag == _PARAGRAPH_PROPERTIES:
            _look_for_numbers(child, into)
        elif tag in _MARKS:
            into.parts.append(_MARKS[tag])
        elif tag == _SYMBOL:
            into.parts.append(symbol_character(child.get(W + "font") or "", child.get(W + "char") or ""))
        elif tag in _DELETED:
            into.left_out["deleted"] += 1
        elif tag == CONTENT_CONTROL:
            _gather_control(child, into)
        elif tag == ALTERNATIVES:
            _gather_alternative(child, into)
        elif tag == BOX:
            _gather_box(child, into)
        elif tag not in _PASSED_OVER:
            if tag == TABLE:
                into.flags.add("nested_table")
            gather(child, into)


def _gather_run(run: Any, into: Gathered) -> None:  # noqa: ANN401
    properties = run[0] if len(run) and run[0].tag == _RUN_PROPERTIES else None
    if properties is None or not len(properties):
        gather(run, into)
    elif is_on(properties.find(W + "vanish")):
        if run.find(TEXT) is not None:
            into.flags.add("hidden")
            into.left_out["hidden"] += 1
    else:
        start = len(into.parts)
        gather(run, into)
        raised = properties.find(W + "vertAlign")
        if raised is not None and raised.get(W + "val") == "superscript":
            into.parts[start:] = [raise_digits(part) for part in into.parts[start:]]


def _look_for_numbers(properties: Any, into: Gathered) -> None:  # noqa: ANN401
    number = properties.find(f"{W}numPr/{W}numId")
    if number is not None and number.get(W + "val") != "0":
        into.left_out["numbering"] += 1


def _gather_control(control: Any, into: Gathered) -> None:  # noqa: ANN401
    if is_prompt(control):
        into.left_out["placeholder"] += 1
    else:
        gather(control, into)


def is_prompt(control: Any) -> bool:  # noqa: ANN401
    """Whether a content control shows its prompt, because nobody filled it in."""
    return is_on(control.find(f"{W}sdtPr/{W}showingPlcHdr"))


def _gather_alternative(alternatives: Any, into: Gathered) -> None:  # noqa: ANN401
    """Gather one of the writings of the same thing: a text box stands in a file twice."""
    chosen = choose(alternatives)
    if chosen is not None:
        gather(chosen, into)


def choose(alternatives: Any) -> Any:  # noqa: ANN401
    """Give the writing for newer programs, or the only one."""
    chosen = alternatives.find(_MC + "Choice")
    return alternatives.find(_MC + "Fallback") if chosen is None else chosen


def _gather_box(box: Any, into: Gathered) -> None:  # noqa: ANN401
    if into.boxes is not None:
        into.boxes.append(box)
        return
    into.flags.add("text_box")
    gather(box, into)
