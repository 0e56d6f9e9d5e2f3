"""What the fonts of symbols print: the ticks, boxes, bullets and arrows of office programs, and some mathematics.

The tables give the code in the font and the character that looks so (as the Unicode charts for Wingdings do).
"""

from __future__ import annotations

_WINGDINGS = {
    0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x70: "☐", 0x71: "☐", 0x72: "☐", 0x74: "◆",
    0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA2: "○",
    0xA4: "◉", 0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xE7: "←", 0xE8: "→", 0xE9: "↑", 0xEA: "↓", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0x99: "○",
    0x9E: "◉", 0xA1: "■", 0xA2: "■", 0xA3: "☐", 0xA4: "☐", 0xA5: "☐", 0xAE: "◆", 0xAF: "◇",
}  # fmt: skip
_WEBDINGS = {0x61: "✓", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✗"}
_SYMBOL = {
    0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x61: "\u03b1", 0x62: "β", 0x67: "\u03b3", 0x64: "δ", 0x65: "ε", 0x6C: "λ",
    0x6D: "μ", 0x70: "π", 0x73: "\u03c3", 0xA3: "≤", 0xA5: "∞", 0xA8: "♦", 0xAB: "↔", 0xAC: "←", 0xAD: "↑",
    0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD7: "·", 0xDE: "⇒",
}  # fmt: skip
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
_PRIVATE = 0xF000
"""Where Word keeps the codes of such fonts in Unicode's private area."""
_BYTE = 0xFF
_ASCII = 0x7F


def is_symbol_font(font: str) -> bool:
    """Whether a font prints signs in place of letters."""
    return font.lower() in _FONTS


def print_symbol(code: str, font: str) -> str:
    """The character of a code in hexadecimal digits; one that is not known stays in the private area."""
    number = int(code, 16)
    known = _FONTS.get(font.lower(), {}).get(number & _BYTE)
    if known is not None and (number <= _BYTE or number & ~_BYTE == _PRIVATE):
        return known
    return chr(number if number > _BYTE or font.lower() not in _FONTS else _PRIVATE | number)


def print_symbols(text: str, font: str) -> str:
    """Text that is set in a font of symbols; letters in `Symbol` stand for themselves, for they were typed."""
    known = _FONTS[font.lower()]
    typed = {code: words for code, words in known.items() if known is not _SYMBOL or code > _ASCII}
    return text.translate(typed | {_PRIVATE | code: words for code, words in known.items()})
