"""How Who cells are read: the table of the tests, and of `docs/owners.md`."""

from typing import Final, NamedTuple

from send_extract.values.owner import Owner


class Convention(NamedTuple):
    """One convention of reading: what it says, and cells with the owners that they give."""

    name: str
    rule: str
    cells: tuple[tuple[str, tuple[Owner, ...]], ...]


def own(*codes: str) -> tuple[Owner, ...]:
    return tuple(Owner(code) for code in codes)


def person(name: str, position: str | None = None, organisation: str | None = None) -> Owner:
    return Owner(None, name, "owner", position, organisation)


CONVENTIONS: Final = (
    Convention(
        "Initials",
        "Initials are a person, as printed; slashes, commas, ampersands, plus signs and *and* divide them.",
        (
            ("GB", own("GB")),
            ("G.B.", own("G.B.")),
            ("G. B.", own("G. B.")),
            ("CMc", own("CMc")),
            ("JvdB", own("JvdB")),
            ("APD", own("APD")),
            ("GB/BM", own("GB", "BM")),
            ("GB / BM", own("GB", "BM")),
            ("DM/PL/KL", own("DM", "PL", "KL")),
            ("GB & BM", own("GB", "BM")),
            ("GB, BM", own("GB", "BM")),
            ("GB, BM and LM", own("GB", "BM", "LM")),
            ("GB, BM, and LM", own("GB", "BM", "LM")),
            ("GB + BM", own("GB", "BM")),
            ("GB; BM", own("GB", "BM")),
            ("GB\nBM", own("GB", "BM")),
            ("GB BM LM", own("GB", "BM", "LM")),
            ("GB  BM", own("GB", "BM")),
            ("G.B./B.M.", own("G.B.", "B.M.")),
            ("• GB\n• BM", own("GB", "BM")),
            ("1. GB\n2. BM", own("GB", "BM")),
        ),
    ),
    Convention(
        "Posts, bodies and teams",
        "A post, a body or a team has its words as its code. *And*, commas and slashes inside it stay: they divide "
        "only where both sides can own something.",
        (
            ("Head of HR and Organisational Development", own("Head of HR and Organisational Development")),
            ("Head of HR & OD", own("Head of HR & OD")),
            ("Head of HR, IT and Finance", own("Head of HR, IT and Finance")),
            ("Head of HR and Head of Finance", own("Head of HR", "Head of Finance")),
            (
                "Director of Children's Services and Head of SEND",
                own("Director of Children's Services", "Head of SEND"),
            ),
            ("Director of Children, Families and Learning", own("Director of Children, Families and Learning")),
            (
                "Director Social Work, Early Help and Youth Services",
                own("Director Social Work, Early Help and Youth Services"),
            ),
            ("Assistant Director Education and Early Years", own("Assistant Director Education and Early Years")),
            ("Head of Children with Disabilities", own("Head of Children with Disabilities")),
            ("Head of HR and\nOrganisational Development", own("Head of HR and Organisational Development")),
            ("Head of SEND/Head of HR", own("Head of SEND", "Head of HR")),
            ("Chair of Governors and Headteacher", own("Chair of Governors", "Headteacher")),
            ("Planning Officer and Tree Officer", own("Planning Officer", "Tree Officer")),
            (
                "Executive Head Teacher, SENCO and Inclusion Lead",
                own("Executive Head Teacher", "SENCO", "Inclusion Lead"),
            ),
            ("Portfolio Holder for Children & Learning", own("Portfolio Holder for Children & Learning")),
            ("GB and Head of HR", own("GB", "Head of HR")),
            ("SENDIASS", own("SENDIASS")),
            ("NHS Essex", own("NHS Essex")),
            ("Southend Borough Council", own("Southend Borough Council")),
            ("Children and Young People's Service", own("Children and Young People's Service")),
            ("Health and Wellbeing Board", own("Health and Wellbeing Board")),
            ("Essex Health & Wellbeing Board, GB", own("Essex Health & Wellbeing Board", "GB")),
            ("Police and Crime Commissioner", own("Police and Crime Commissioner")),
            ("Health and Safety Executive/GB", own("Health and Safety Executive", "GB")),
            ("Education and Skills Funding Agency", own("Education and Skills Funding Agency")),
            ("Parents and Carers Forum", own("Parents and Carers Forum")),
            ("Council and Health Board", own("Council", "Health Board")),
            ("Police and Surrey Council", own("Police", "Surrey Council")),
            ("HR/OD team", own("HR/OD team")),
            ("HR / Legal", own("HR", "Legal")),
            ("HR, Legal & Finance", own("HR", "Legal", "Finance")),
            ("Education, Health and Care Team", own("Education, Health and Care Team")),
            ("Legal and Democratic Services", own("Legal and Democratic Services")),
            ("Policy and Performance", own("Policy and Performance")),
            ("Assistant Director, Education and Early Years", own("Assistant Director, Education and Early Years")),
            ("Assistant Director: SEND", own("Assistant Director: SEND")),
            ("Team leader - Housing Options", own("Team leader - Housing Options")),
            ("Manager, Youth Offending Service", own("Manager, Youth Offending Service")),
            ("Director of Place, Housing Team", own("Director of Place", "Housing Team")),
            ("Manager for Early Help, MASH and Assessment", own("Manager for Early Help, MASH and Assessment")),
            ("AD Education / AD Social Care", own("AD Education", "AD Social Care")),
            ("GB, SENDOps", own("GB", "SENDOps")),
            ("PCF co-chairs", own("PCF co-chairs")),
            ("Adult social care", own("Adult social care")),
            ("HR & OD Team", own("HR & OD Team")),
            ("SLT/Governors", own("SLT", "Governors")),
            ("Early Help", own("Early Help")),
            ("class teachers", own("class teachers")),
            ("the Clerk", own("the Clerk")),
        ),
    ),
    Convention(
        "Named people",
        "A named person has a name, and no code unless the document gives one; a post and an organisation beside "
        "the name are that person's.",
        (
            ("Jane Doe", (person("Jane Doe"),)),
            ("J. Smith", (person("J. Smith"),)),
            ("Cllr O'Neill", (person("Cllr O'Neill"),)),
            ("Dr Jan van der Berg", (person("Dr Jan van der Berg"),)),
            ("Mrs Smith-Jones and Mr McDonald", (person("Mrs Smith-Jones"), person("Mr McDonald"))),
            ("Jane Doe / John Roe", (person("Jane Doe"), person("John Roe"))),
            ("Jane Doe, Planning Manager", (person("Jane Doe", "Planning Manager"),)),
            ("[Name], Planning Manager", (person("[Name]", "Planning Manager"),)),
            ("Jane Doe (Head of SEND)", (person("Jane Doe", "Head of SEND"),)),
            ("Jane Doe – Head of SEND", (person("Jane Doe", "Head of SEND"),)),
            ("Jane Doe\nHead of SEND", (person("Jane Doe", "Head of SEND"),)),
            ("Head of SEND (Jane Doe)", (person("Jane Doe", "Head of SEND"),)),
            ("Head of SEND - Jane Doe", (person("Jane Doe", "Head of SEND"),)),
            ("Head of SEND: Jane Doe", (person("Jane Doe", "Head of SEND"),)),
            ("Zoë Müller", (person("Zoë Müller"),)),
            ("Jane Doe - JD", (Owner("JD", "Jane Doe"),)),
            ("Jane Doe (JD)", (Owner("JD", "Jane Doe"),)),
            ("JD (Jane Doe)", (Owner("JD", "Jane Doe"),)),
            ("GB – Head of SEND", (Owner("GB", None, "owner", "Head of SEND"),)),
            ("GB (Head of SEND)", (Owner("GB", None, "owner", "Head of SEND"),)),
            (
                "Jane Doe, Planning Manager, Southend Borough Council; John Roe, Clerk, NHS Essex",
                (
                    person("Jane Doe", "Planning Manager", "Southend Borough Council"),
                    person("John Roe", "Clerk", "NHS Essex"),
                ),
            ),
            ("Clerk + Cllr Smith", (Owner("Clerk"), person("Cllr Smith"))),
            ("Clerk + Cllr …", own("Clerk", "Cllr …")),
            ("Cabinet Member (Cllr Jane Doe)", (person("Cllr Jane Doe", "Cabinet Member"),)),
            ("A Brown/C Dale", (person("A Brown"), person("C Dale"))),
            ("Treasurer (Sue Green)", (person("Sue Green", "Treasurer"),)),
            ("Jane Doe, AD Education", (person("Jane Doe", "AD Education"),)),
            ("Cllrs. Smith, Jones & Brown", (person("Cllrs. Smith"), person("Jones"), person("Brown"))),
            ("Cllrs Smith and Jones", (person("Cllrs Smith"), person("Jones"))),
        ),
    ),
    Convention(
        "Roles",
        "Words around an owner say what it is there for: `lead`, `accountable`, `support` or `funder`.",
        (
            ("EDI Director (lead), SLT", (Owner("EDI Director", None, "lead"), Owner("SLT"))),
            ("GB (lead) / BM (support)", (Owner("GB", None, "lead"), Owner("BM", None, "support"))),
            ("GB (accountable)", (Owner("GB", None, "accountable"),)),
            ("Accountable: GB", (Owner("GB", None, "accountable"),)),
            ("Accountable: GB, BM", (Owner("GB", None, "accountable"), Owner("BM", None, "accountable"))),
            ("Lead: GB", (Owner("GB", None, "lead"),)),
            ("Lead – GB", (Owner("GB", None, "lead"),)),
            ("GB lead", (Owner("GB", None, "lead"),)),
            ("GB -lead", (Owner("GB", None, "lead"),)),
            ("Lead GB, support BM", (Owner("GB", None, "lead"), Owner("BM", None, "support"))),
            ("GB (BM to support)", (Owner("GB"), Owner("BM", None, "support"))),
            ("GB / BM to support", (Owner("GB"), Owner("BM", None, "support"))),
            ("GB (supported by BM)", (Owner("GB"), Owner("BM", None, "support"))),
            ("GB leads, BM to assist", (Owner("GB", None, "lead"), Owner("BM", None, "support"))),
            ("Working Group (lead: Cllr Smith)", (Owner("Working Group"), Owner(None, "Cllr Smith", "lead"))),
            ("Head of IT supported by external suppliers",
             (Owner("Head of IT"), Owner("external suppliers", None, "support"))),
            ("GB to lead with BM", (Owner("GB", None, "lead"), Owner("BM"))),
            (
                "Lead: GB, Support: BM, LM",
                (Owner("GB", None, "lead"), Owner("BM", None, "support"), Owner("LM", None, "support")),
            ),
            ("Lead:\nGB", (Owner("GB", None, "lead"),)),
            (
                "Lead officer: Sarah Jenkins Supporting officers: GB, BM",
                (Owner(None, "Sarah Jenkins", "lead"), Owner("GB", None, "support"), Owner("BM", None, "support")),
            ),
            ("Responsible: GB Accountable: BM", (Owner("GB"), Owner("BM", None, "accountable"))),
            (
                "Public Health England, supported by DH and NHS England",
                (
                    Owner("Public Health England"),
                    Owner("DH", None, "support"),
                    Owner("NHS England", None, "support"),
                ),
            ),
            (
                "Head of SEND with support from Essex Police",
                (Owner("Head of SEND"), Owner("Essex Police", None, "support")),
            ),
            ("Head of SEND, funded by NHS England", (Owner("Head of SEND"), Owner("NHS England", None, "funder"))),
            ("Schools in partnership with parents", own("Schools", "parents")),
        ),
    ),
    Convention(
        "All, and nobody",
        "`All` is a code; words that leave the owner open are nobody, and a recommendation with actions and nobody "
        "is reported (`owner-missing`).",
        (
            ("All", own("All")),
            ("ALL", own("ALL")),
            ("All staff", own("All staff")),
            ("TBC", ()),
            ("tbc", ()),
            ("(TBC)", ()),
            ("N/A", ()),
            ("n/a", ()),
            ("-", ()),
            ("–", ()),
            ("To be confirmed", ()),
            ("", ()),
            ("GB / TBC", own("GB")),
            ("Tree Officer tbc", own("Tree Officer")),
            ("Tree Officer (currently vacant)", own("Tree Officer")),
            ("Head of SEND (TBC)", own("Head of SEND")),
        ),
    ),
)  # fmt: skip
