"""What the sheets mean: names bound, units found, weights shared out, and every sheet held against itself."""
