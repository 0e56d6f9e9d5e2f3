"""Owners: who answers for an action.

A Who cell is read in stages, each in a module:

`lines`     its lines, without marks, counts and keys
`cues`      the words that say a role of all behind them (`Lead:`, `supported by`)
`atoms`     the words between signs, and spaces (`gaps`), where one owner may end and the next begin
`division`  of all ways to part the atoms into claims the cheapest; several atoms are one owner in a form of `forms`
`building`  each claim a role (`sharing`), more of the owner before (`beside`, `details`), or an owner
`parsing`   owners with their names (`people`), and findings of what was not understood

Every stage asks what words are: `tokens` as the lists of `words` have them, `kinds` and `names` by their signs,
`business` in lists of it, `parts` for one owner's role, brackets and remark, `roles` for what says a role.
"""

from send_extract.values.owner.model import Owner, Role
from send_extract.values.owner.parsing import OwnersReading, parse_owners
from send_extract.values.owner.people import People

__all__ = ["Owner", "OwnersReading", "People", "Role", "parse_owners"]
