"""Forms out of a stream of characters without a grid: by closed words, shapes of values, widths."""
