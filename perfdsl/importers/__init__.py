"""Official forms turned into sheets: what stands where, how sure it is, and what a person has to look at."""
