"""The parts of this program's own Markdown that say again what its other parts say: nobody reads them back."""

from __future__ import annotations

CONTENTS, OWNERS, MONTHS, ACRONYMS = "Contents", "Who answers for what", "Month by month", "Acronyms to note"
"""The headings of these parts."""
DERIVED = frozenset((CONTENTS, OWNERS, MONTHS, ACRONYMS))
LAST = "To mend in the next draft"
"""The last part of what was written before faults had a file of their own; nothing is read from it on."""
