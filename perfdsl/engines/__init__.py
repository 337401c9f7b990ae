"""Engines run a plan over facts; each gives the same scores to the last cent, or declines."""

from perfdsl.registry import Registry

ENGINES = Registry("perfdsl.engines", {"exact": "perfdsl.engines.exact.run:run"})
