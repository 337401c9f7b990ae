"""Random tests of the language take the time that a busy machine gives them."""

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
