import subprocess
import sys
from collections.abc import Callable

import msgspec
import pytest

from send_extract.pool import encode_json, encode_message

pytest.importorskip("resource", reason="limits need Unix")
MESSAGE = {"words": ["Mend the roof"] * 3, "count": 3}
HUNGRY = """
import resource
from send_extract.pool import {name}
message = ["x" * 1000] * 200_000
pages = int(open("/proc/self/statm").read().split()[0])
resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + (100 << 20),) * 2)
try:
    {name}(message)
except MemoryError:
    print("told")
"""


@pytest.mark.parametrize(
    ("encode", "decode"), [(encode_json, msgspec.json.decode), (encode_message, msgspec.msgpack.decode)]
)
def test_a_message_is_read_as_it_was_written(
    encode: Callable[[object], bytes], decode: Callable[[bytes], object]
) -> None:
    assert decode(encode(MESSAGE)) == MESSAGE


@pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is told by /proc")
@pytest.mark.parametrize("name", ["encode_json", "encode_message"])
def test_memory_that_ends_in_it_is_told_and_takes_nobody_along(name: str) -> None:
    code = HUNGRY.format(name=name)
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert told.stdout == "told\n"
