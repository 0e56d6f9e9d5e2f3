"""What a parser raises over a damaged file is that file's fault; what else goes wrong is not."""

import zipfile

import pytest

from send_extract.errors import DefectiveSource
from send_extract.readers.faults import blame_file


@pytest.mark.parametrize(
    "error",
    [zipfile.BadZipFile("no zip"), KeyError("a"), ValueError("b\nc"), EOFError(), OverflowError()],
)
def test_a_parsers_stumble_blames_the_file_in_one_line(error: Exception) -> None:
    with (
        pytest.raises(
            DefectiveSource, match=r"^a\.docx: the Word file is damaged \(.*\)\. Send it again"
        ) as refusal,
        blame_file("a.docx", "Word file"),
    ):
        raise error
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    "error", [MemoryError(), RecursionError(), DefectiveSource("said"), ZeroDivisionError()]
)
def test_what_is_no_damage_goes_on_as_it_is(error: Exception) -> None:
    with pytest.raises(type(error)) as raised, blame_file("a.docx", "Word file"):
        raise error
    assert raised.value is error
