"""From checked sheets to what an engine runs: a score curve for each line, with its weight and rounding."""
