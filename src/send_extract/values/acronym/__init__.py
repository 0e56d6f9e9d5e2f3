"""Acronyms and the glossary that explains them."""

from send_extract.values.acronym.model import Acronym, AcronymStatus, GlossaryEntry

__all__ = ["Acronym", "AcronymStatus", "GlossaryEntry"]
