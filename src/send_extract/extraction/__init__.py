"""A document to a plan."""

from send_extract.extraction.plans import Extraction, extract_plan

__all__ = ["Extraction", "extract_plan"]
