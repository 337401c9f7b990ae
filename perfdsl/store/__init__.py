"""What was worked out before, kept by the content it came from, so that unchanged sheets cost nothing."""
