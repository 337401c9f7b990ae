"""Finds the anchors of a text document (bookmarks and content controls), and writes texts there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from perfdsl.forms.word_marks import (
    above,
    attribute,
    child,
    kind_of,
    look_of_run,
    new_run,
    text_of,
    within,
    write_cell,
    write_paragraph,
)

# lxml carries no types: its elements are Any.


def find_anchors(roots: Iterable[Any]) -> dict[str, list[Any]]:
    """Give bookmarks by name and content controls by tag and title; Word's own bookmarks are left out."""
    found: dict[str, list[Any]] = {}
    for root in roots:
        for each in within(root, "bookmarkStart", "sdt"):
            for name in dict.fromkeys(_names(each)):
                found.setdefault(name, []).append(each)
    return found


def _names(anchor: Any) -> list[str]:  # noqa: ANN401
    if kind_of(anchor) == "bookmarkStart":
        name = attribute(anchor, "name")
        return [name] if name and not name.startswith("_") else []
    properties = child(anchor, "sdtPr")
    if properties is None:
        return []
    said = [child(properties, "tag"), child(properties, "alias")]
    return [attribute(each, "val") for each in said if each is not None and attribute(each, "val")]


def goes_over_paragraphs(anchor: Any) -> bool:  # noqa: ANN401
    """Whether a bookmark encloses text of further paragraphs, which filling it would leave behind."""
    if kind_of(anchor) != "bookmarkStart":
        return False
    number, paragraph = attribute(anchor, "id"), _paragraph_of(anchor)
    for each in anchor.itersiblings() if paragraph is None else _after(paragraph):
        if kind_of(each) == "bookmarkEnd" and attribute(each, "id") == number:
            return False
        if kind_of(each) == "p" and each is not paragraph and text_of(each).strip():
            return _ends_within(anchor, number) is False
    return False


def _after(paragraph: Any) -> Iterable[Any]:  # noqa: ANN401
    yield from paragraph.iter()
    yield from (inner for each in paragraph.itersiblings() for inner in each.iter())


def _ends_within(anchor: Any, number: str) -> bool:  # noqa: ANN401
    return any(
        kind_of(each) == "bookmarkEnd" and attribute(each, "id") == number for each in anchor.itersiblings()
    )


def write_anchor(anchor: Any, text: str) -> None:  # noqa: ANN401
    """Put a text at an anchor, in the look of what stood there."""
    if kind_of(anchor) == "bookmarkStart":
        _write_bookmark(anchor, text)
    else:
        _write_control(anchor, text)


def _write_bookmark(anchor: Any, text: str) -> None:  # noqa: ANN401
    """Replace what stands between a bookmark's two ends in its paragraph."""
    paragraph = _paragraph_of(anchor)
    if paragraph is None:
        return
    if above(anchor, "p") is not paragraph:  # it stands before the paragraph, and encloses all of it
        write_paragraph(paragraph, text)
        return
    number = attribute(anchor, "id")
    look, enclosed = None, []
    for each in anchor.itersiblings():
        if kind_of(each) == "bookmarkEnd" and attribute(each, "id") == number:
            break
        if kind_of(each) != "bookmarkStart" and kind_of(each) != "bookmarkEnd":
            enclosed.append(each)
    runs = [run for each in enclosed for run in within(each, "r")]
    look = look_of_run(runs[0] if runs else _run_before(anchor))
    for each in enclosed:
        paragraph.remove(each) if each.getparent() is paragraph else each.getparent().remove(each)
    if text:
        anchor.addnext(new_run(anchor, text, look))


def _paragraph_of(anchor: Any) -> Any:  # noqa: ANN401
    """Give the paragraph around a bookmark, or the one that follows it in its cell or in the text."""
    around = above(anchor, "p")
    if around is not None:
        return around
    for each in anchor.itersiblings():
        found = next(within(each, "p"), None)
        if found is not None:
            return found
    return None


def _run_before(anchor: Any) -> Any:  # noqa: ANN401
    return next((each for each in anchor.itersiblings(preceding=True) if kind_of(each) == "r"), None)


def _write_control(anchor: Any, text: str) -> None:  # noqa: ANN401
    """Replace what a content control holds; it is no placeholder any more, nor bound to data elsewhere."""
    properties, content = child(anchor, "sdtPr"), child(anchor, "sdtContent")
    for kind in ("showingPlcHdr", "dataBinding"):
        mark = None if properties is None else child(properties, kind)
        if mark is not None:
            properties.remove(mark)
    if content is None:
        return
    cell, paragraph = child(content, "tc"), child(content, "p")
    if cell is not None:
        write_cell(cell, text)
    elif paragraph is not None:
        for each in [each for each in content if each is not paragraph]:
            content.remove(each)
        write_paragraph(paragraph, text)
    else:
        look = look_of_run(next(within(content, "r"), None))
        for each in list(content):
            content.remove(each)
        content.append(new_run(content, text, look))
