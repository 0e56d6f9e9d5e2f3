"""PDF: tables drawn with lines, their words put together from their places on the page."""
