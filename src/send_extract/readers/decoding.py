"""Bytes to text: the encodings that drafts come in."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from send_extract.diagnostics import Diagnostic, Finding
from send_extract.errors import UnknownFormat
from send_extract.notation.unseen import drop_unseen, name_unseen, should_tell
from send_extract.patterns import compile_later
from send_extract.source import NOWHERE

_MARKS = (  # UTF-32's marks first: the little-endian one begins with UTF-16's
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 65536
_CONTROLS = bytes(range(9)) + b"\x0e\x0f" + bytes(range(16, 32)) + b"\x7f"
_MOST_CONTROLS = 0.05
_MOST_LETTERS_OF_ASCII = 0.3
_STEERING = b"\x1b["
"""How what steers a terminal begins: an escape that people see the colours of is no sign of a binary file."""
_MAC = "éèêàâùûçöü’‘“”–—•…"
"""What a British draft has that is not ASCII: an old Mac's bytes for it are capitals with accents in Windows-1252."""
_FIRST_SURROGATE = 0xDC00
# What surrogateescape makes of a byte, to what Windows-1252 makes of it (its five gaps stay C1 controls).
_BYTES_OF_WINDOWS = {
    _FIRST_SURROGATE + byte: bytes((byte,)).decode("windows-1252", "ignore") or chr(byte)
    for byte in range(0x80, 0x100)
}


_QUOTING = compile_later(r"^>(?:[ ]?>)*[ ]?")
_QUOTED_ROW = compile_later(r"(?:> ?)+(?:\|.*\||[^\t]*\t)")


class Decoded(Struct, frozen=True):
    """Text, the encoding that it was read as, and what was odd about it."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was odd, of no place."""
        return tuple(finding.at(NOWHERE) for finding in self.findings)


def decode_text(data: bytes, name: str) -> Decoded:
    """The text of `data` as people see it; `name` is the source's, for the message.

    Raises:
        UnknownFormat: the bytes are no text.
    """
    decoded = _decode(data, name)
    seen = drop_unseen(decoded.text)
    if not seen.taken:
        return _drop_quoting(decoded)
    words = (("count", len(seen.taken)), ("names", name_unseen(seen.taken)))
    told = (Finding("signs-unseen", words),) if should_tell(seen.taken, is_inside=seen.is_inside) else ()
    return _drop_quoting(replace(decoded, text=seen.text, findings=(*decoded.findings, *told)))


def _drop_quoting(decoded: Decoded) -> Decoded:
    """Text without the signs before each line that a mail quotes (RFC 3676, 4.5), where most of it or a table is."""
    if "\n>" not in decoded.text:
        return decoded
    lines = decoded.text.split("\n")
    quoted = [line for line in lines if line[:1] == ">"]
    is_tabled = sum(_QUOTED_ROW.match(line) is not None for line in quoted) > 1
    if not is_tabled and 2 * len(quoted) <= sum(not line.isspace() for line in lines if line):
        return decoded
    return replace(decoded, text="\n".join([_QUOTING.sub("", line, count=1) for line in lines]))


def even_lines(text: str) -> str:
    """`text` with every line ended by a line feed, whether Windows, an old Mac or anyone else wrote it."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decode(data: bytes, name: str) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding)
    unmarked = _guess_utf16(data[:_SAMPLE])
    if unmarked:
        return _decode_marked(data, unmarked)
    refuse_binary(data, name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _decode_faulty(data, error)


def refuse_binary(data: bytes, name: str) -> None:
    """Raises UnknownFormat where `data` has more control characters than a text has."""
    sample = data[:_SAMPLE].replace(_STEERING, b"")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(sample):
        message = (
            f"{name}: this is no text and no format that is read; save the draft as text, .docx or .xlsx."
        )
        raise UnknownFormat(message)


def _decode_marked(data: bytes, encoding: str) -> Decoded:
    family = "-".join(encoding.split("-")[:2])
    try:
        return Decoded(data.decode(encoding), family)
    except UnicodeDecodeError:
        cut = Finding("source-truncated", (("what", f"it ends, or breaks, inside a character of {family}"),))
        return Decoded(data.decode(encoding, "replace"), family, (cut,))


def _guess_utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    zeros = sample[0::2].count(0), sample[1::2].count(0)
    most, least = max(zeros), min(zeros)
    if most < 2 or most < _MOST_LETTERS_OF_ASCII * (len(sample) / 2) or least > _MOST_CONTROLS * most:
        return None
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _decode_faulty(data: bytes, error: UnicodeDecodeError) -> Decoded:
    """Text that is not all UTF-8: cut inside its last character, mixed, or of Windows."""
    if error.reason == "unexpected end of data":
        cut = Finding("source-truncated", (("what", "it ends inside a character"),))
        return Decoded(data.decode("utf-8", "replace"), "utf-8", (cut,))
    escaped = data.decode("utf-8", "surrogateescape")
    faulty = sum(escaped.count(chr(surrogate)) for surrogate in _BYTES_OF_WINDOWS)
    whole = sum(1 for character in escaped if character > "\x7f") - faulty
    if whole > faulty:
        guess = Finding("encoding-guessed", (("encoding", "UTF-8 with some characters of Windows-1252"),))
        return Decoded(escaped.translate(_BYTES_OF_WINDOWS), "utf-8", (guess,))
    return _decode_bytes(data)


def _decode_bytes(data: bytes) -> Decoded:
    """Text of a byte a character: of Windows, or of an old Mac where more of its bytes are signs that drafts have."""
    windows = data.decode("latin-1").translate(_WINDOWS_OF_LATIN)
    mac = data.decode("mac-roman")
    is_mac = sum(map(mac.count, _MAC)) > sum(map(windows.count, _MAC))
    name = "Mac Roman" if is_mac else "Windows-1252"
    guess = Finding("encoding-guessed", (("encoding", name),))
    return Decoded(mac if is_mac else windows, "mac-roman" if is_mac else "windows-1252", (guess,))


_WINDOWS_OF_LATIN = {code - _FIRST_SURROGATE: character for code, character in _BYTES_OF_WINDOWS.items()}
