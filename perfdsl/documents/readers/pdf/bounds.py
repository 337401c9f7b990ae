"""How large a PDF from an untrusted source may be; lengths are in hundredths of a point."""

from __future__ import annotations

MOST_BYTES = 64 * 1024 * 1024
"""Bytes of a file."""

MOST_DRAWN_BYTES = 16 * 1024 * 1024
"""Bytes of one packed part of a file, once unpacked: what a page of text draws is some ten thousand."""

MOST_UNPACKED_BYTES = 64 * 1024 * 1024
"""The same, of a picture or a font."""

MOST_UNPACKED_IN_ALL = 1024 * 1024 * 1024
"""Bytes of all parts of a file, once unpacked."""

MOST_DRAWINGS = 2_000
"""Drawings that one drawing holds, counted as often as they are drawn."""

MOST_PARTS = 200_000
"""Packed parts of a file, or objects of it."""

MOST_PAGES = 2_000
"""Pages of a file; those beyond are not read."""

MOST_CHARACTERS = 50_000
"""Characters of a page; a page of small print has 5,000."""

MOST_DOCUMENT_CHARACTERS = 5_000_000
"""Characters of a file."""

MOST_OBJECTS = 20_000
"""Things drawn on a page, those inside other ones counted."""

MOST_DOCUMENT_OBJECTS = 2_000_000
"""Things drawn on all pages."""

MOST_SEGMENTS = 2_000
"""Strokes of one drawn path; a longer one is a picture, not the rules of a table."""

MOST_DEPTH = 5
"""Drawings inside drawings."""

MOST_CROSSINGS = 40_000
"""Places of a page where rules meet."""

MOST_PLACES = 40_000
"""Places of all grids of a page: rows times columns."""

MOST_GRIDS = 100
"""Grids of a page."""

FARTHEST = 2_000_000
"""No page reaches farther: PDF allows 14,400 points."""
