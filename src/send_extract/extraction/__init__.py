"""A document to a plan."""

from send_extract.extraction.plans import Extraction, extract_plan
from send_extract.extraction.unplaced import keep_unplaced

__all__ = ["Extraction", "extract_plan", "keep_unplaced"]
