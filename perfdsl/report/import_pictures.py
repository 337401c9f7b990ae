"""Crops of page pictures: each picture stands once in the page, and every place is a window on it.

All is computed in whole numbers: a box in hundredths of a point, times the zoom in dots per inch, by 7200.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from perfdsl.documents.document import OnPage
from perfdsl.report.markup import Markup, tag

MOST_PICTURES: Final = 200
"""Pages that one report shows."""
MOST_BYTES: Final = 60_000_000
"""Bytes of all pictures of one report."""

_POINTS = 7_200
_MARGIN, _OUTSIDE = 450, 120
_ZOOM, _READABLE = 104, 78
_WIDEST, _HIGHEST, _TALLEST = 300, 200, 440
_LINE_WIDEST = 940
"""Dots: a cell stands beside its field, in 300 × 200 where it stays readable; a wide one has its own line."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Picture(NamedTuple):
    """A page as a picture: the class that shows it, and its size in dots."""

    name: str
    width: int
    height: int


class Crop(NamedTuple):
    """A crop; ``is_wide``: it needs a line of its own."""

    markup: Markup
    is_wide: bool


class Pictures(NamedTuple):
    """The pages of a document that are shown; ``rules`` is the style sheet that holds them.

    ``left_out``: pages with fields that have no picture, where pictures were wanted. ``bytes``: of all
    pictures so far.
    """

    pages: Mapping[int, Picture]
    dots_per_inch: int
    rules: str
    left_out: int
    bytes: int

    def crop(self, box: OnPage) -> Crop | None:
        """Show a box with a little of what is around it, outlined; None where its page is not shown."""
        picture = self.pages.get(box.page)
        if picture is None:
            return None
        whole = OnPage(box.page, 0, 0, *(self._hundredths(side) for side in picture[1:]))
        window = _around(box, whole)
        wide, high = window.right - window.left, window.bottom - window.top
        if wide <= 0 or high <= 0:
            return None
        tall = max(_HIGHEST * _POINTS // high, min(_READABLE, _TALLEST * _POINTS // high))
        beside = min(_ZOOM, _WIDEST * _POINTS // wide, tall)
        is_wide = wide > high and beside < _READABLE
        zoom = min(_ZOOM, _LINE_WIDEST * _POINTS // wide) if is_wide else beside
        return Crop(_window(picture, window, box, self.dots_per_inch, max(zoom, 1)), is_wide)

    def _hundredths(self, dots: int) -> int:
        return dots * _POINTS // self.dots_per_inch


def gather_pictures(
    pictures: Mapping[int, bytes], dots_per_inch: int, wanted: set[int], document: int, taken: int
) -> Pictures:
    """Take the wanted pages, within the bounds; ``taken``: bytes that other documents have taken already."""
    from base64 import b64encode

    pages: dict[int, Picture] = {}
    rules: list[str] = []
    for page in sorted(wanted & pictures.keys()) if dots_per_inch > 0 else ():
        data = pictures[page]
        size = _size_of(data)
        if size is None or len(pages) >= MOST_PICTURES or taken + len(data) > MOST_BYTES:
            continue
        taken += len(data)
        pages[page] = Picture(f"d{document}p{page}", *size)
        encoded = b64encode(data).decode()
        rules.append(f".d{document}p{page} {{ background-image: url(data:image/png;base64,{encoded}); }}\n")
    left_out = len(wanted) - len(pages) if dots_per_inch > 0 else 0
    return Pictures(pages, dots_per_inch, "".join(rules), left_out, taken)


def _size_of(png: bytes) -> tuple[int, int] | None:
    """Width and height in the head of a PNG; None for anything else."""
    if png[:8] != _SIGNATURE or png[12:16] != b"IHDR":
        return None
    width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    return (width, height) if width and height else None


def _around(box: OnPage, whole: OnPage) -> OnPage:
    return OnPage(
        box.page,
        max(box.left - _MARGIN, whole.left),
        max(box.top - _MARGIN, whole.top),
        min(box.right + _MARGIN, whole.right),
        min(box.bottom + _MARGIN, whole.bottom),
    )


def _window(picture: Picture, window: OnPage, box: OnPage, dots_per_inch: int, zoom: int) -> Markup:
    def dots(hundredths: int) -> int:
        return hundredths * zoom // _POINTS

    outline: dict[str, int | tuple[int, int]] = {
        "left": dots(box.left - _OUTSIDE - window.left),
        "top": dots(box.top - _OUTSIDE - window.top),
        "width": dots(box.right - box.left + 2 * _OUTSIDE),
        "height": dots(box.bottom - box.top + 2 * _OUTSIDE),
    }
    style: dict[str, int | tuple[int, int]] = {
        "width": dots(window.right - window.left) + 2,
        "height": dots(window.bottom - window.top) + 2,
        "background-size": (picture.width * zoom // dots_per_inch, picture.height * zoom // dots_per_inch),
        "background-position": (-dots(window.left), -dots(window.top)),
    }
    return tag("div", tag("i", style=_style(outline)), class_=f"crop {picture.name}", style=_style(style))


def _style(sizes: Mapping[str, int | tuple[int, int]]) -> str:
    def pixels(size: int | tuple[int, int]) -> str:
        return f"{size}px" if isinstance(size, int) else f"{size[0]}px {size[1]}px"

    return "; ".join(f"{name}: {pixels(size)}" for name, size in sizes.items())
