import pytest

from send_extract.confinement import FREE, blame, find_limits, is_harmless
from send_extract.errors import Crash, MemoryExceeded, SendExtractError, TimeExceeded
from send_extract.pool import Answer, Limits
from send_extract.settings import LimitSettings

ROW = b"1\tPlant\t<ul><li>Dig <b>holes</b></li></ul>\tMarch\tGB\n"


@pytest.mark.parametrize(
    ("data", "harmless"),
    [
        (ROW, True),
        (ROW * (FREE // len(ROW)), True),
        (ROW * (FREE // len(ROW) + 1), False),
        (b"%PDF-1.7 ", False),
        (b"\n%PDF-1.7 ", False),
        (b"PK\x03\x04", False),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", False),
        (b"<div>" * 101 + b"</div>" * 101, False),
        (b"<TABLE><tr><td>" * 101 + b"</td></tr></table>" * 101, False),
        (("<div>" * 101 + "</div>" * 101).encode("utf-16"), False),
        (b"<div></div>" * 1000, True),
        (b"one<br>" * 1000, True),
        (b"<p>one" * 1000, True),
    ],
)
def test_small_flat_texts_alone_are_handled_where_they_are_asked_for(data: bytes, *, harmless: bool) -> None:
    assert is_harmless(data) == harmless


def test_a_larger_draft_may_take_more_and_a_pdf_more_than_others() -> None:
    small, large = (find_limits(ROW * count, LimitSettings()) for count in (1, 100_000))
    assert large.seconds > small.seconds
    assert large.memory > small.memory
    assert find_limits(b"%PDF-1.7", LimitSettings()).seconds > small.seconds


def test_settings_say_what_a_draft_may_take() -> None:
    assert find_limits(ROW, LimitSettings(2.5, 512)) == Limits(2.5, 512 << 20)


@pytest.mark.parametrize(
    ("fate", "kind", "words"),
    [
        ("timeout", TimeExceeded, "limits.seconds"),
        ("memory", MemoryExceeded, "limits.memory"),
        ("crash", Crash, "Please report it"),
    ],
)
def test_what_became_of_a_task_is_told_in_one_line_that_says_what_to_do(
    fate: str, kind: type[SendExtractError], words: str
) -> None:
    error = blame("a.docx", Answer(fate, reason="of this"))  # type: ignore[arg-type]
    assert type(error) is kind
    assert str(error).startswith("a.docx: ")
    assert "of this" in str(error)
    assert words in str(error)
