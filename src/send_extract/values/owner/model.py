"""What an owner is."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Role = Literal["owner", "lead", "accountable", "support", "funder", "consulted", "informed"]


class Owner(Struct, frozen=True, gc=False):
    """One person, role or body that answers for an action (design, section 3, "Who").

    `code` is a person's initials as printed, or the words of a role or a body; `name` a person's name, where
    the document or the settings give it; `position` and `organisation` what stands beside a name.
    """

    code: str | None
    name: str | None = None
    role: Role = "owner"
    position: str | None = None
    organisation: str | None = None
