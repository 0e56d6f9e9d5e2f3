"""A diff as JSON, by the diff contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from send_extract.writers.diff import Drawing
from send_extract.writers.records import write_json as write_record

if TYPE_CHECKING:
    from send_extract.changes import Compared


def write_json(compared: Compared, drawing: Drawing) -> bytes:
    """The bytes of the JSON; cosmetic differences are counted, and listed where they are asked for."""
    diff = compared.diff
    return write_record(diff if drawing.with_cosmetic else replace(diff, cosmetic=()))
