"""Owners: who answers for an action."""

from send_extract.values.owner.model import Owner, Role

__all__ = ["Owner", "Role"]
