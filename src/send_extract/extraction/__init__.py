"""A document to a plan."""
