"""Forms that were understood, written as sheets: through the tree, so that no printed text is ever code."""
