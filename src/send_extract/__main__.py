"""`python -m send_extract`: the command, where its script is not on the path."""

from send_extract.cli import enter

enter()
