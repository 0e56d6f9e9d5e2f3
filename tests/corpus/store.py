"""An S3 server on loopback: a process of its own, with whatever files a test puts into it."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple


class Store(NamedTuple):
    """The server's address, and what a program needs to use it."""

    url: str

    @property
    def environment(self) -> dict[str, str]:
        return {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_ACCESS_KEY_ID": "key",
            "AWS_SECRET_ACCESS_KEY": "secret",
            "AWS_DEFAULT_REGION": "us-east-1",
        }

    def lock(self) -> None:
        """From now on whoever asks for anything is refused: nobody has a key that is known."""
        self._post("reset-auth", b"0")

    def unlock(self) -> None:
        """From now on everybody is let in."""
        self._post("reset-auth", b"inf")

    def reset(self) -> None:
        """Forgets all files, and lets everybody in."""
        self.unlock()
        self._post("reset", b"")

    def _post(self, name: str, data: bytes) -> None:
        asked = urllib.request.Request(  # noqa: S310 - http on loopback
            f"{self.url}/moto-api/{name}", data, {"Content-Type": "text/plain"}
        )
        urllib.request.urlopen(asked, timeout=10).close()  # noqa: S310 - as above


@contextmanager
def serve_store() -> Iterator[Store]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(port, process)
            yield Store(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as asking:
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError
