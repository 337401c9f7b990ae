"""Questions about the rules of a rubric, decided exactly: conditions as formulas, answers as states."""
