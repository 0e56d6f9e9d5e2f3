"""The name and the version of the program, in one place."""

NAME = "send-extract"
__version__ = "0.1.0"
