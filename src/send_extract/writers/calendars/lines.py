"""Content lines of iCalendar (RFC 5545, 3.1 and 3.3): words escaped, long lines folded."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 74
"""Octets of a line; one that goes on begins with a space, and may have 75 in all."""
_NOT_LAST = b"\\^"
"""What no line breaks behind: a reader may take what follows apart from it."""
_CONTINUED = 0b10
"""The first two bits of the later octets of a letter in UTF-8."""
_RULE_PARTS = ("FREQ", "UNTIL", "COUNT", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS")
_RULE_PLACES = {name: place for place, name in enumerate(_RULE_PARTS)}
"""The parts of a rule, in the order in which most programs print them."""


def print_lines(lines: Iterable[str]) -> bytes:
    """Content lines as they stand in a file."""
    return "".join(map(_print_line, lines)).encode()


def escape_text(text: str) -> str:
    """Words as a value, their line breaks too."""
    text = text.replace("\\", "\\\\").replace("\n", "\\n")
    return text.replace(";", "\\;").replace(",", "\\,")


def order_rule(rule: str) -> str:
    """A recurrence rule with its parts in the usual order."""
    return ";".join(sorted(rule.split(";"), key=_rank_part))


def _rank_part(part: str) -> int:
    return _RULE_PLACES.get(part.partition("=")[0], len(_RULE_PLACES))


def _print_line(line: str) -> str:
    is_short = len(line) <= _LONGEST and line.isascii()
    return f"{line if is_short else _fold(line.encode())}\r\n"


def _fold(data: bytes) -> str:
    parts = []
    while len(data) > _LONGEST:
        end = _find_end(data)
        parts.append(data[:end])
        data = data[end:]
    return b"\r\n ".join((*parts, data)).decode()


def _find_end(data: bytes) -> int:
    """Where a long line breaks: before a letter, and not behind a sign that escapes it."""
    end = _LONGEST
    while data[end] >> 6 == _CONTINUED:
        end -= 1
    return end - 1 if data[end - 1] in _NOT_LAST else end
