"""How far the year has come: money and goals together, lights, what the year's end may bring, what to do."""
