"""Owners: who answers for an action."""

from send_extract.values.owner.model import Owner, Role
from send_extract.values.owner.parsing import OwnersReading, parse_owners
from send_extract.values.owner.people import People

__all__ = ["Owner", "OwnersReading", "People", "Role", "parse_owners"]
