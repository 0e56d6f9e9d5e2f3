"""The tests; no law of theirs has a deadline, for how long a case takes is the machine's own matter."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
