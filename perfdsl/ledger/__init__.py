"""The files in which facts are recorded: appended to under a lock, and never written over."""
