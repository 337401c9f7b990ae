"""Grids of cells turned into drafts: stitched over pages, cut into forms, columns matched, rows read."""
