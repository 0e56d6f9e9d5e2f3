"""Bytes to text: every encoding that drafts come in, and bytes that are no text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.errors import UnknownFormat
from send_extract.readers.decoding import Decoded, decode_text

TEXT = "No\tAction\n1\tCafé – “quoted” £5\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16"),
        (TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-32"), "utf-32"),
    ],
)
def test_an_encoding_is_told_from_the_bytes(data: bytes, encoding: str) -> None:
    assert decode_text(data, "x") == Decoded(TEXT, encoding, ())


@pytest.mark.parametrize(
    ("data", "encoding", "text", "code"),
    [
        (TEXT.encode("windows-1252"), "windows-1252", TEXT, "encoding-guessed"),
        (f"{TEXT}é".encode() + b"\x93", "utf-8", f"{TEXT}é“", "encoding-guessed"),
        ("Café".encode()[:-1], "utf-8", "Caf\ufffd", "source-truncated"),
        (TEXT.encode("utf-16")[:-1], "utf-16", f"{TEXT[:-1]}\ufffd", "source-truncated"),
    ],
)
def test_what_had_to_be_guessed_is_said(data: bytes, encoding: str, text: str, code: str) -> None:
    decoded = decode_text(data, "x")
    assert (decoded.encoding, decoded.text) == (encoding, text)
    assert [finding.code for finding in decoded.findings] == [code]


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x89PNG\r\n\x1a\n\0\0\0", b"\x00\x01\x02"])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(UnknownFormat, match="x: "):
        decode_text(data, "x")


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode_text(data, "x").text
    except UnknownFormat:
        return
    text.encode()


def test_characters_that_print_nothing_are_dropped() -> None:
    assert decode_text("\ufeffin\u00adclu\u200bsive\ufeff \u2060café".encode(), "x").text == "inclusive café"


def test_bytes_of_an_old_mac_are_told_from_those_of_windows() -> None:
    text = "Keep the café’s “register” – now"

    assert decode_text(text.encode("mac-roman"), "x").text == text
    assert decode_text(text.encode("windows-1252"), "x").text == text


def test_the_colours_of_a_terminal_are_no_sign_of_a_binary_file() -> None:
    assert decode_text(b"\x1b[1mNo\x1b[0m \x1b[32mDig\x1b[0m", "x").text == "No Dig"
