"""How each point came about: the words of rules, the numbers put in, and what would have given more."""
