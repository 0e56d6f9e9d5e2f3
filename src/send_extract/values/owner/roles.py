"""What an owner is there for: the words that say it, and where they stand."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from send_extract.patterns import Need, has_any
from send_extract.values.owner.model import Role


class RoleWords(Struct, frozen=True):
    """The words of one role: labels (before a sign, in brackets, before a person), joints and what is said behind.

    `joints` stand between one owner and the next, whose role they say; `behind` stands behind the owner, whose role
    it says.
    """

    role: Role
    labels: str
    joints: str
    behind: str


TABLE: Final = (
    RoleWords(
        "lead",
        "lead|leads|leading|op lead|ops lead|clinical lead|lead officer|lead officers|lead agency|lead organisation"
        "|lead partner|lead person"
        "|lead role|overall lead|action lead|project lead|joint lead|joint leads|co-lead|co-leads|co lead"
        "|contract lead|business lead|technical lead|client lead|service lead|programme lead|policy lead"
        "|commercial lead|theme lead|workstream lead|commissioning lead"
        "|lead owner|lead owners|operational lead|main lead|lead contact|delivery lead|led by",
        "led by|coordinated by|co-ordinated by|managed by|jointly led by|co-led by"
        "|headed by|headed up by|chaired by|jointly chaired by|driven by"
        "|under the lead of",
        "to lead|is lead|is the lead|are leads|leads|lead|leading|is leading|as lead|leads on this"
        "|to lead on this|lead on this|to chair|chairs|chairing|to co-lead|co-leads|to take the lead"
        "|takes the lead|taking the lead|overall lead|operational lead|delivery lead|joint lead|co-lead"
        "|jointly lead|jointly leads",
    ),
    RoleWords(
        "accountable",
        "accountable|accountable officer|accountable owner|accountable lead|accountability"
        "|senior responsible officer|sro|senior responsible owner|senior accountable officer|sponsor"
        "|executive sponsor|exec sponsor|exec lead|executive lead|strategic lead|lead director|project sponsor"
        "|senior sponsor|ultimately accountable|overall accountability|signed off by|sign-off|sign off|approver",
        "accountable to|sponsored by|overseen by|with oversight from|with oversight by|signed off by|approved by"
        "|on behalf of|o/b/o|obo|reporting to|answerable to|under the direction of",
        "accountable|is accountable|to sign off|signs off|to approve|approves|sponsor|sponsors|to sponsor"
        "|to oversee|oversees|overseeing|ultimately accountable|as sponsor",
    ),
    RoleWords(
        "support",
        "support|supports|supporting|in support|support officer|support officers|supporting officer"
        "|supporting officers|support lead|supported by|supporting partners|supporting partner|support from"
        "|support team|deputy|deputies|deputy lead|second|backup|back-up|cover|assisting|assistance|partners"
        "|partner|delivery partners|delivery partner|contributors|contributor|with support from|other support"
        "|also supporting",
        "supported by|with support from|with the support of|with support of|with support by|support from"
        "|support by|assisted by|with assistance from|with help from|with the help of|helped by|backed by"
        "|backed up by|aided by|with advice from|advised by|with input from|with contributions from|deputised by"
        "|in her absence|in his absence|in their absence|in absence|facilitated by",
        "to support|is support|supports|support|supporting|is supporting|to assist|assists|assisting|to help"
        "|helps|helping|to advise|advises|advising|to deputise|deputises|deputising|in support|as support"
        "|to contribute|contributes|in absence|in their absence|in her absence|in his absence|if absent"
        "|when absent|deputy|as deputy|as backup|as back-up|backing up|to back up|to cover|covers|covering",
    ),
    RoleWords(
        "funder",
        "funder|funders|funding|funded by|funds|budget|budget holder|funding from|finance from|payer|paid by"
        "|paid for by",
        "jointly funded by|part-funded by|part funded by|funded by|funding from|with funding from|funding by"
        "|financed by|paid for by|paid by|resourced by|grant funded by|at the expense of",
        "to fund|funds|fund|funding|is funding|pays|to pay|paying|pays for it|to pay for it|to finance|finances"
        "|as funder|will fund|will pay|funder",
    ),
    RoleWords(
        "consulted",
        "consulted|consultees|consultee|consult|to be consulted|to consult|must be consulted",
        "in consultation with|after consultation with|following consultation with|consulting with"
        "|having consulted|subject to consultation with|on the advice of",
        "consulted|to be consulted|is consulted|are consulted|as consultee",
    ),
    RoleWords(
        "informed",
        "informed|inform|to be informed|for information|for info|keep informed|kept informed|copied to",
        "keeping informed|copied to|copy to|copying in",
        "informed|to be informed|for information|for info|to be kept informed|kept informed|is informed"
        "|are informed|to note",
    ),
    RoleWords(
        "owner",
        "owner|owners|members|other members|team members|interim|acting|maternity cover|either|both|including"
        "|initially|currently|now|responsible|responsible officer|responsible officers|responsible person"
        "|responsible owner|action owner|action owners|person responsible|persons responsible|responsibility|who"
        "|by whom|owned by|shared|interim cover|mat cover|mat leave cover|leave cover"
        "|temporary cover|temp cover|acting cover|officer|delivery|delivered by|joint|jointly|joint owners|joint owner"
        "|joint responsibility|action|action by|actioned by|named officer|who by|co-owner|co-owners"
        "|implementation|implemented by",
        "owned by|delivered by|actioned by|shared between|split between|shared by|joint between"
        "|in partnership with|in conjunction with|in collaboration with"
        "|in liaison with|in association with|in cooperation with|in co-operation with|in tandem with"
        "|in coordination with|working with|working alongside|working jointly with|together with|along with"
        "|alongside|jointly with|as well as|jointly|liaising with|followed by|handing over to"
        "|handed over to|handed to|transferred to|reassigned to|passed to"
        "|taken over by|succeeded by"
        "|replaced by",
        "responsible|is responsible|to deliver|delivers|delivering|to action|jointly|joint|to own|owns|owner"
        "|as owner",
    ),
)

LETTERS: Final[dict[str, Role]] = {
    "r": "owner", "a": "accountable", "c": "consulted", "i": "informed", "l": "lead", "s": "support", "o": "owner",
    "f": "funder", "ar": "accountable", "ra": "accountable", "a/r": "accountable", "r/a": "accountable",
    "r&a": "accountable", "r, a": "accountable", "a, r": "accountable",
}  # fmt: skip
"""What the letters of RACI, and those of lead and support, say; whoever is both owns it and answers for it."""

LABELS: Final = {label: row.role for row in reversed(TABLE) for label in row.labels.split("|")}
JOINTS: Final = {joint: row.role for row in reversed(TABLE) for joint in row.joints.split("|")}
BEHIND: Final = {words: row.role for row in reversed(TABLE) for words in row.behind.split("|")}
LEADS: Final[frozenset[Role]] = frozenset({"lead", "accountable"})
"""Roles of who answers for the work of the others."""
SHARED: Final = frozenset({"support", "funder", "consulted", "informed", "owner"})
"""Roles that several have: a label of one of them is said of all that are named behind it, over any mark."""


def find_role(words: str) -> Role | None:
    """The role that `words` say where they stand alone (in brackets, before a sign); None where they say none."""
    folded = _fold(words).removeprefix("the ").removeprefix("as ")
    return LABELS.get(folded) or BEHIND.get(folded) or LETTERS.get(folded)


def _fold(words: str) -> str:
    return " ".join(words.casefold().split()).strip(" .:;,–—-*")


def need_of(phrases: dict[str, Role]) -> Need:
    """Whether a text may hold one of `phrases`: it has the longest word of one."""
    return has_any(*{max(phrase.replace("-", " ").split(), key=len) for phrase in phrases})


def spell(phrases: dict[str, Role]) -> str:
    """A pattern for one of `phrases`, the longest first, with any white space between its words."""
    return "|".join(sorted(phrases, key=len, reverse=True)).replace(" ", r"\s+")
