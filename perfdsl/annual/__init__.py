"""The report of a year: what projects aimed at, reached, spent and still owe, on pages for people."""
