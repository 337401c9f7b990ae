"""Published self-scores held against a rubric, and filled forms held against a rubric and themselves.

Nothing here corrects what is printed; a difference is named, and what cannot be compared says why.
"""
