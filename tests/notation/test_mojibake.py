from hypothesis import given
from hypothesis import strategies as st

from send_extract.notation.mojibake import mend_encoding


@given(st.text(st.sampled_from("–—‘’“”£é°½…•€")))
def test_what_was_read_as_windows_1252_comes_back(text: str) -> None:
    damaged = "".join(
        bytes((byte,)).decode("windows-1252", "ignore") or chr(byte) for byte in text.encode("utf-8")
    )

    assert mend_encoding(damaged) == text


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_plain_text_stays(text: str) -> None:
    assert mend_encoding(text) == text


@given(st.text(st.sampled_from("£°½é"), min_size=1))
def test_what_was_damaged_twice_comes_back(text: str) -> None:
    for _ in range(2):
        text, plain = (
            "".join(
                bytes((byte,)).decode("windows-1252", "ignore") or chr(byte) for byte in text.encode("utf-8")
            ),
            text,
        )
    assert mend_encoding(text) == mend_encoding(plain)
