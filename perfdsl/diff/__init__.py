"""What changed between two states of sheets, by meaning: targets, weights, methods, rubrics and scores."""
