"""Published self-scores held against a rubric: what it gives, what was awarded, and how the two differ.

Nothing here corrects a published score; a difference is named, and what cannot be compared says why.
"""
