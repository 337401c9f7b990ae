"""Official documents as they stand on paper: prose and grids of cells, each with its place; no meaning yet."""
