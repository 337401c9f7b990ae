"""The way back: the least changes in what is still open that bring a project to a grade or a total."""
