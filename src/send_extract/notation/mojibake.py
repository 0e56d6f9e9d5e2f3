"""UTF-8 that was read as Windows-1252 and saved again: `â€“` for a dash, `Â£` for a pound sign."""

from __future__ import annotations

import re

from send_extract.patterns import compile_later

_BYTES = {bytes((byte,)).decode("windows-1252", "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
"""Each character that Windows-1252 makes of a byte; its five gaps are the C1 controls, as browsers have it (WHATWG)."""
_TAIL = "".join(re.escape(character) for character, byte in _BYTES.items() if byte in range(0x80, 0xC0))
_LEAD = "".join(character for character, byte in _BYTES.items() if byte in range(0xC2, 0xF5))
_CUT = "â€"
"""A closing quotation mark whose last byte has no letter in Windows-1252, so that many programs drop it."""
_BLANK = compile_later(r"(?<=[^\W_])Â (?=[^\W_])")
"""A space that does not break, of which a program has made a plain one behind its other half."""
_TWICE = compile_later(rf"[ÂÃ][{_TAIL}]")
"""What a pound sign, a dash or a letter with an accent becomes, as hardly any words have it."""
_SEQUENCE = compile_later(rf"[{_LEAD}][{_TAIL}]{{1,3}}")


def mend_encoding(text: str) -> str:
    """`text` with each sequence that is one character of UTF-8 as that character; other text as it is.

    What was saved wrongly twice, which its letters still show, is mended twice.
    """
    if text.isascii():
        return text
    mended = _mend_once(text)
    return _mend_once(mended) if mended != text and _TWICE.search(mended) else mended


def _mend_once(text: str) -> str:
    return _BLANK.sub(" ", _SEQUENCE.sub(_mend, text).replace(_CUT, "”"))


def _mend(match: re.Match[str]) -> str:
    """The character of a sequence, and what stands behind it; the words as they are where they are no UTF-8."""
    words = match.group()
    data = bytes(_BYTES[character] for character in words)
    for length in range(len(data), 1, -1):
        try:
            character = data[:length].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return character + words[length:] if len(character) == 1 else words
    return words
