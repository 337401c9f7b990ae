"""Official documents as they stand on paper: prose and grids of cells, with places; no meaning yet."""
