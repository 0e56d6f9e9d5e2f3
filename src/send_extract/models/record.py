"""What the models of all outputs have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class OutputRecord(BaseModel):
    """A record of an output: it never changes, and keeps the fields that a later version of the program adds."""

    model_config = ConfigDict(frozen=True, extra="allow", validate_by_name=True, serialize_by_alias=True)


def is_left_out(value: object) -> bool:
    """Whether the outputs leave out a field that may be left out: it says nothing."""
    return value is None or value is False or value == []
