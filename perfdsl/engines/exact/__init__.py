"""The reference engine: fractions throughout, and a trace for every score."""
