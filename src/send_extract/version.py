"""The name and the version of the program, in one place."""

NAME = "send-extract"
__version__ = "1.0.0"
