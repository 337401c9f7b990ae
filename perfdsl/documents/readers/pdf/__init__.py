"""Pages of a PDF: their characters and rules, grids in them, text without rules, pictures of them."""
