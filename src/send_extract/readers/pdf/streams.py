"""The packed streams of a PDF: what can be unpacked of a damaged one, and how many are."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_STEP = 64


class Losses:
    """How many streams could not be unpacked to their end so far."""

    def __init__(self) -> None:
        self.count = 0
        self._told = 0

    def tell(self) -> bool:
        """Whether there were any since the last time."""
        before, self._told = self._told, self.count
        return self.count > before

    def unpack(self, data: bytes) -> bytes:
        """What stands in a damaged stream before the damage."""
        self.count += 1
        unpacking = zlib.decompressobj()
        parts: list[bytes] = []
        try:
            for start in range(0, len(data), _STEP):
                before = unpacking.copy()
                parts.append(unpacking.decompress(data[start : start + _STEP]))
        except zlib.error:
            parts += _unpack_bytes(before, data[start : start + _STEP])
        return b"".join(parts)


def _unpack_bytes(unpacking: Any, data: bytes) -> Iterator[bytes]:
    try:
        for byte in data:
            yield unpacking.decompress(bytes((byte,)))
    except zlib.error:
        return


@contextmanager
def count_losses() -> Iterator[Losses]:
    """Counts the streams that pdfminer finds damaged, which it says of a few alone; these give what they have."""
    from pdfminer import pdftypes

    losses, usual = Losses(), pdftypes.decompress_corrupted
    logger, silence = logging.getLogger("pdfminer"), logging.NullHandler()
    logger.addHandler(silence)
    pdftypes.decompress_corrupted = losses.unpack
    try:
        yield losses
    finally:
        pdftypes.decompress_corrupted = usual
        logger.removeHandler(silence)
