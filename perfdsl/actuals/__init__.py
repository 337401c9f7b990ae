"""What really happened: facts from sheets, tables and files, bound to the indicators they are about."""
