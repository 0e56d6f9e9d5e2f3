"""The full stop that ends a sentence, told from one that belongs to the word before it."""

from __future__ import annotations

from send_extract.patterns import compile_later, has_any

_STOPPED = compile_later(r"(?:\s|\A)(?:[^\s.]{2,}|[^\s.A-Za-z])\.\Z", need=has_any("."))


def drop_stop(text: str) -> str:
    """`text` without the full stop at its end, unless that shortens a letter or letters (`G. B.`, `p.a.`)."""
    return text[:-1] if text.endswith(".") and _STOPPED.search(text) else text
