"""A form held against itself: each check takes a draft, and gives it back with its doubts and notes."""
