"""The vocabulary of owners: roles, bodies, labels and joints. Data, apart from the code that reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from send_extract.values.owner.model import Role

HONORIFICS: Final = frozenset(
    "cllr cllrs councillor councillors cr mr mrs ms miss mx dr prof professor sir dame lord lady rev revd"
    " reverend baroness".split()
)

TITLES: Final = frozenset("cllrs councillors drs messrs professors profs".split())
"""Titles in the plural, which go before each of the names after them."""

PREPOSITIONS: Final = frozenset("of for to in at on".split())
SMALL_WORDS: Final = frozenset("and the a an with by or & from".split())

CONNECTIVES: Final = frozenset({"and", "with", "then", "or"})

PARTICLES: Final = frozenset(
    "van von der den de del della di da du la le ter ten bin ibn al el st ap".split()
)

POSITIONS: Final = frozenset(
    "accountant adviser advisor advocate agent administrator analyst apprentice architect assistant auditor"
    " cabinet-member ceo cfo chair chairman chairperson chairwoman champion chief clerk commissioner consultant"
    " controller convener coordinator co-ordinator councillor counsel dcs dean deputy designer developer director"
    " doctor ecologist editor engineer examiner executive facilitator governor head headteacher inspector"
    " instructor holder lawyer lead leader lecturer librarian manager mayor member mentor minister monitor moderator nurse"
    " officer organiser owner paediatrician partner person planner practitioner president principal psychologist"
    " ranger registrar representative scientist secretary senco sendco solicitor specialist sponsor statistician"
    " superintendent supervisor surveyor teacher technician therapist trainer treasurer trustee tutor warden"
    " worker writer".split()
)
"""The nouns of posts: a phrase that ends with one, or goes on from it with `of` or `for`, is a role."""

OPENERS: Final = frozenset(
    "head director chair chief manager lead leader deputy clerk officer secretary".split()
)
"""Posts that a subject can follow without `of` (`Director Social Work`)."""

RANKS: Final = frozenset(
    "assistant associate deputy interim acting joint group chief executive corporate strategic senior principal head"
    " director manager lead leader officer team service services of portfolio holder cabinet member area"
    " regional divisional general operational programme project".split()
)
"""The words of a rank, which says nothing of the business that it is for (`Assistant Director`)."""

RANK_LETTERS: Final = frozenset("AD DD HoS HOS".split())
"""Ranks by their letters, where their subject follows (`AD Education`); alone they may be a person."""

SUBJECT_TAKERS: Final = frozenset(
    "director head holder lead leader manager member officer service services".split()
)
"""The last words of a rank that its subject can follow behind a comma (`Portfolio Holder, Education`)."""

PEOPLE: Final = frozenset(
    "accountants advisers advisors administrators all analysts assistants auditors carers chairs champions chiefs"
    " citizens clerks clinicians colleagues commissioners consultants contractors coordinators co-ordinators"
    " councillors deputies directors employers engineers everyone executives governors heads headteachers holders inspectors landlords leaders leads"
    " managers members mentors nurses officers owners parents partners planners practitioners principals"
    " professionals providers psychologists pupils representatives reps residents secretaries sencos sendcos"
    " solicitors specialists staff stakeholders students suppliers teachers tenants therapists trustees volunteers"
    " wardens workers cllrs".split()
)
"""People in the plural, who own things together."""

BODIES: Final = frozenset(
    "academies academy agencies agency alliance association associations authorities authority board boards"
    " body borough bureau business businesses cabinet ccg ccgs centre charity clinic club cluster college colleges cttee"
    " commission committee committees community company consortium constabulary corporation council councils court"
    " department departments directorate directorates division education england executive faculty federation"
    " firm force forum forums foundation fund government group groups health hospital hub inc institute"
    " leadership legal limited ltd ministry network networks nhs nursery office organisation organisations"
    " ofsted panel panels parish parliament partnership partnerships pharmacy police practice practices programme"
    " project provider school schools secretariat sector service services society squad surgery taskforce team"
    " teams trust trusts union unit units university workgroup ward works working".split()
)
"""The nouns of bodies: a phrase that ends with one is a body."""

PARTS: Final = frozenset(
    "department directorate division office section service services team teams unit".split()
)
"""The nouns of what a body is made of: a rank before one is the rank of somebody in it."""

SUBJECTS: Final = frozenset(
    "academic access accommodation accountancy active additional adult adults advice alternative area areas arts"
    " assessment asset assets attendance audit autism benefits building buildings business capital care careers"
    " central change children children's childrens civic climate clinical commercial commissioning communication"
    " communications communities community complaints complex compliance conservation construction contract"
    " contracts control corporate county crime culture customer customers data debt delivery democratic design"
    " development digital disability disabilities district early economic economy education educational elections"
    " emergency employment energy engagement enforcement engineering enterprise environment environmental equality"
    " equalities estates events exclusions experience external facilities families family field finance financial"
    " fire first fleet food foster fostering further future governance green growth health help heritage high"
    " highways home homelessness homes household housing human improvement inclusion inclusive income industry"
    " information infrastructure innovation insight inspection insurance intelligence internal international"
    " investment joint key land law learning legal leisure libraries library licensing life light lighting local"
    " maintenance management market marketing media medical mental migration museums national natural needs"
    " network neighbourhood neighbourhoods new north nursing occupational offer offending operational operations"
    " organisational outcomes parent parental parking parks partnership partnerships payments pensions people"
    " people's performance placement placements planning play policy post practice premises prevention primary"
    " procurement product programme project projects property protection provision psychology public pupil"
    " pupils quality reading recovery recreation recycling regeneration registration regulatory research"
    " rescue resilience resource resources response responsible revenue revenues risk road roads rural safeguarding safer safety"
    " schools scrutiny secondary security senior services short skills social south special speech sport sports"
    " standards statistics statutory strategic strategy street streets student support sustainability"
    " sustainable system systems taxation technical technology tourism town towns trading traffic training"
    " transformation transition transport travel trees tree urban voluntary waste water welfare wellbeing well-being west"
    " east wider women work workforce working world young youth".split()
)
"""Words of councils' business: no person is named by two of them."""

SURNAMES: Final = frozenset("day field foster green law short young".split())
"""Words of councils' business that are many people's surnames."""

FIELDS: Final = frozenset("business community education health leadership legal".split())
"""Fields of business that are bodies, too, where they stand alone (`Health`, `GB and Education`)."""

COMPANIONS: Final = frozenset("care crime rescue safety skills voluntary wellbeing well-being".split())
"""Fields that seldom stand without the one before *and* (`Health and Safety`, `Fire and Rescue`)."""

DEPARTMENTS: Final = frozenset("HR IT ICT OD QA PR FM PMO SEN SEND EHC NHS".split())
"""Capitals that are a subject when a noun follows them (`HR team`), and so never taken for a person there."""

NOBODY: Final = frozenset(
    "tbc tba tbd n/a na none nil - -- – — ? ?? … ... . nobody blank vacant".split()
) | frozenset(
    {
        "not applicable", "not known", "unknown", "not assigned", "unassigned", "no owner", "vacant post", "currently vacant", "post vacant", "vacancy",
        "to be confirmed", "to be agreed", "to be appointed", "to be allocated", "to be assigned", "to be advised",
        "to be determined", "to be decided", "to be identified", "to be named", "to be recruited",
        "awaiting appointment", "owner tbc", "lead tbc", "owner to be confirmed", "lead to be confirmed",
    }
)  # fmt: skip

_LEADING: Final = (
    "lead|leads|leading|lead officer|lead officers|lead agency|lead organisation|lead person|lead role|overall lead"
    "|action lead|project lead|joint lead|joint leads|co-lead|co-leads|led by|to lead|lead owner"
)
_ACCOUNTABLE: Final = (
    "accountable|accountable officer|accountable owner|accountability|senior responsible officer|sro"
    "|senior responsible owner|senior accountable officer|accountable to|sponsor|executive sponsor"
    "|ultimately accountable|overall accountability"
)
_SUPPORTING: Final = (
    "support|supporting|supports|in support|support officer|supporting officer|supporting officers|supported by"
    "|with support from|with the support of|support from|with support of|supporting partners|support officers"
    "|assisted by|with assistance from|with help from|helped by|backed by|to support|with advice from|advised by"
    "|assisting|assists|to assist|advising|to advise|deputising|to deputise"
)
_FUNDING: Final = (
    "funder|funders|funding|funded by|funding from|with funding from|part funded by|part-funded by|jointly funded by"
    "|financed by|paid for by|funds"
)
_OWNING: Final = (
    "owner|owners|responsible|responsible officer|responsible officers|responsible person|responsible owner"
    "|action owner|action owners|person responsible|persons responsible|responsibility|who|by whom|owned by|officer"
    "|delivery|delivered by|partners|partner|in partnership with|working with|in conjunction with|together with"
    "|along with|alongside|jointly with|in collaboration with|in consultation with|in liaison with|in association with"
    "|joint|jointly|joint owners|joint responsibility|contributors|contributor|consulted|informed|delivery partners|delivery lead|with input from"
)
_ROLES: Final[tuple[tuple[Role, str], ...]] = (
    ("lead", _LEADING),
    ("accountable", _ACCOUNTABLE),
    ("support", _SUPPORTING),
    ("funder", _FUNDING),
    ("owner", _OWNING),
)
REFERENCES: Final = frozenset(
    {"ditto", "as above", "see above", "same as above", "same", "as before", "as previous", "all of the above",
     "as below", "see below", "see notes", "various", "other"}
)  # fmt: skip
"""Words that point elsewhere: no owner stands here."""

ROLE_WORDS: Final[dict[str, Role]] = {word: role for role, words in _ROLES for word in words.split("|")}
"""What an owner is there for: words that stand before a colon, in brackets, or between owners."""

JOINTS: Final = (
    "with support from", "with the support of", "with support of", "with assistance from", "with help from",
    "with advice from", "with funding from", "with input from", "supported by", "support from", "assisted by",
    "helped by", "backed by", "advised by", "jointly funded by", "part-funded by", "part funded by", "funded by",
    "funding from", "financed by", "paid for by", "led by", "owned by", "delivered by", "in partnership with",
    "in conjunction with", "in collaboration with", "in consultation with", "in liaison with",
    "in association with", "working with", "together with", "along with", "alongside", "jointly with",
    "accountable to",
)  # fmt: skip
"""The phrases that join one owner to the next and say what the next is there for."""
