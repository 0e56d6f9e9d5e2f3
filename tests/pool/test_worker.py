import os

import pytest

from send_extract.pool.records import Request
from send_extract.pool.worker import answer_request, read_message, refuse_reach, write_message


@pytest.mark.parametrize(
    "event", ["socket.connect", "subprocess.Popen", "os.system", "os.exec", "urllib.Request"]
)
def test_reaching_out_of_the_process_is_refused(event: str) -> None:
    with pytest.raises(PermissionError, match=event):
        refuse_reach(event, ())


def test_reading_and_importing_are_not_refused() -> None:
    refuse_reach("open", ("file", "r", 0))
    refuse_reach("import", ("json",))


def test_a_request_is_answered_in_this_process_too() -> None:
    answer = answer_request(Request("tests.pool.hostile:break_down", b""))
    assert answer.fate == "crash"
    assert answer.traceback.startswith("Traceback (most recent call last):\n")


def test_a_message_that_is_cut_short_is_none() -> None:
    reading, writing = os.pipe()
    write_message(writing, b"whole")
    os.write(writing, b"\0\0\0\0\0\0\0\7cut")
    os.close(writing)
    assert [read_message(reading) for _ in range(3)] == [b"whole", None, None]
    os.close(reading)
