"""Gathers the text of a piece of a web page as a browser would show it."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from perfdsl.documents.document import Flag
from perfdsl.documents.readers.superscripts import raise_digits

# lxml carries no types: its elements are Any.

PASSED_OVER = frozenset({
    "script", "style", "head", "title", "template", "noscript", "iframe", "svg", "object", "datalist",
    "meta", "link", "rt", "rp", "audio", "video", "canvas", "option",
})  # fmt: skip
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_HIDDEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)",
    re.IGNORECASE,
)
_DOWNWARDS = re.compile(r"writing-mode\s*:\s*(?:vertical|tb)|layout-flow\s*:\s*vertical", re.IGNORECASE)
_FIELDS = frozenset({"", "text", "number", "date", "month", "tel", "email", "search", "url"})


class PageText:
    """What was gathered so far; ``left_out`` counts what was not read."""

    __slots__ = ("flags", "left_out", "parts")

    def __init__(self, left_out: Counter[str]) -> None:
        """Start with nothing."""
        self.parts: list[str] = []
        self.flags: set[Flag] = set()
        self.left_out = left_out

    def take(self) -> tuple[str, frozenset[Flag]]:
        """Give the text and the flags, and start anew."""
        text = _AROUND_BREAK.sub("\n", re.sub(" {2,}", " ", "".join(self.parts))).strip(" \n")
        flags = frozenset(self.flags)
        self.parts, self.flags = [], set()
        return text, flags

    def add(self, text: str | None, *, keep_lines: bool = False) -> None:
        """Add a stretch of text; its blanks and line breaks become one blank each."""
        if text:
            self.parts.append(text if keep_lines else _BLANKS.sub(" ", text))

    def end_line(self) -> None:
        """Make sure that what comes next stands on a line of its own."""
        if self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append("\n")


def is_hidden(element: Any) -> bool:  # noqa: ANN401
    """Whether an element says itself that it is not shown."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def is_vertical(element: Any) -> bool:  # noqa: ANN401
    """Whether an element says itself that it is written downwards."""
    return bool(_DOWNWARDS.search(element.get("style") or ""))


def gather_page(element: Any, into: PageText, *, keep_lines: bool = False) -> None:  # noqa: ANN401
    """Gather what stands inside an element. A page is at most 256 elements deep, and so is this."""
    into.add(element.text, keep_lines=keep_lines)
    for child in element:
        tag = child.tag
        if isinstance(tag, str) and not is_passed_over(child, into):
            gather_child(child, into, keep_lines=keep_lines)
        into.add(child.tail, keep_lines=keep_lines)


def is_passed_over(child: Any, into: PageText) -> bool:  # noqa: ANN401
    """Whether an element is not shown; words that a style hides, or an author struck out, are counted."""
    if child.tag in PASSED_OVER:
        return True
    what = "deleted" if child.tag == "del" else "hidden" if is_hidden(child) else ""
    if what and any(text.strip() for text in child.itertext()):
        into.left_out[what] += 1
        into.flags |= {"hidden"} if what == "hidden" else set()
    return bool(what)


def gather_child(child: Any, into: PageText, *, keep_lines: bool = False) -> None:  # noqa: ANN401
    """Gather an element as its tag wants it."""
    tag = child.tag
    start = len(into.parts)
    if tag == "br":
        into.parts.append("\n")
    elif tag == "input":
        into.add(child.get("value") if (child.get("type") or "").lower() in _FIELDS else "")
    elif tag == "select":
        chosen = next((each for each in child.iter("option") if each.get("selected") is not None), None)
        into.add("" if chosen is None else chosen.text)
    elif tag in BLOCKS:
        if tag == "table":
            into.flags.add("nested_table")
        into.end_line()
        gather_page(child, into, keep_lines=keep_lines or tag == "pre")
        into.end_line()
    else:
        gather_page(child, into, keep_lines=keep_lines or tag == "textarea")
    if tag == "sup":
        into.parts[start:] = [raise_digits(part) for part in into.parts[start:]]
