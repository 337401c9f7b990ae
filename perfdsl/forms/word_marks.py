"""The marks of a text document that a template is made of, whichever variant of the format it is in."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from perfdsl.forms.legal_text import legal

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RUNS = frozenset({"r", "hyperlink", "ins", "smartTag", "fldSimple", "sdt", "proofErr"})
"""What a paragraph's text is made of, and marks that speak of it."""

# lxml carries no types: its elements are Any.


def kind_of(element: Any) -> str:  # noqa: ANN401
    """Name of an element without its namespace; empty for comments."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def named(element: Any, name: str) -> str:  # noqa: ANN401
    """Full name of an element or an attribute in the namespace of an element."""
    return f"{element.tag[: element.tag.index('}') + 1]}{name}"


def within(element: Any, *kinds: str) -> Iterator[Any]:  # noqa: ANN401
    """Give the elements of some kinds in an element, itself included, in their order."""
    return (each for each in element.iter() if kind_of(each) in kinds)


def child(element: Any, kind: str) -> Any:  # noqa: ANN401
    """Give the first child of a kind, or None."""
    return next((each for each in element if kind_of(each) == kind), None)


def above(element: Any, kind: str) -> Any:  # noqa: ANN401
    """Give the nearest element of a kind around an element, or itself; None where there is none."""
    while element is not None and kind_of(element) != kind:
        element = element.getparent()
    return element


def attribute(element: Any, name: str) -> str:  # noqa: ANN401
    """Give an attribute in the element's namespace; empty where it has none."""
    return str(element.get(named(element, name), ""))


def text_of(element: Any) -> str:  # noqa: ANN401
    """Text of an element."""
    return "".join(each.text or "" for each in within(element, "t"))


def write_paragraph(paragraph: Any, text: str) -> None:  # noqa: ANN401
    """Put a text in place of a paragraph's own, in the look of its first run; its bookmarks stay."""
    look = _look_of(paragraph)
    for each in [each for each in paragraph if kind_of(each) in _RUNS]:
        paragraph.remove(each)
    if text:
        paragraph.append(new_run(paragraph, text, look))


def write_cell(cell: Any, text: str) -> None:  # noqa: ANN401
    """Put a text in place of all that a cell of a table holds."""
    paragraphs = [each for each in cell if kind_of(each) == "p"]
    kept = paragraphs[0] if paragraphs else next(within(cell, "p"), None)
    for each in list(cell):
        if (
            each is not kept
            and kind_of(each) in {"p", "tbl", "sdt"}
            and (kept is None or each not in set(kept.iterancestors()))
        ):
            cell.remove(each)
    if kept is None:
        kept = cell.makeelement(named(cell, "p"))
        cell.append(kept)
    write_paragraph(kept, text)


def new_run(beside: Any, text: str, look: Any) -> Any:  # noqa: ANN401
    """Make a run with a text; a line break in it is one in the document."""
    run = beside.makeelement(named(beside, "r"))
    if look is not None:
        run.append(look)
    for at, line in enumerate(legal(text).split("\n")):
        if at:
            run.append(beside.makeelement(named(beside, "br")))
        words = beside.makeelement(named(beside, "t"))
        words.text = line
        words.set(_SPACE, "preserve")
        run.append(words)
    return run


def look_of_run(run: Any) -> Any:  # noqa: ANN401
    """Copy the look of a run; None where it has none. That of a placeholder is none of the text's."""
    look = None if run is None else child(run, "rPr")
    if look is None:
        return None
    copied = deepcopy(look)
    style = child(copied, "rStyle")
    if style is not None and attribute(style, "val").startswith("Placeholder"):
        copied.remove(style)
    return copied


def _look_of(paragraph: Any) -> Any:  # noqa: ANN401
    """Copy the look of a paragraph's first run, or of its mark."""
    run = next(within(paragraph, "r"), None)
    if run is not None:
        return look_of_run(run)
    properties = child(paragraph, "pPr")
    return look_of_run(properties) if properties is not None else None
