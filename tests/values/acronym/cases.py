"""How glossaries are read: the table of the tests, and of `docs/glossary.md`."""

from typing import Final, NamedTuple


class Form(NamedTuple):
    """One form of entry: what it is, and lines with the terms and expansions that they give."""

    name: str
    rule: str
    lines: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def entry(term: str, text: str) -> tuple[tuple[str, str], ...]:
    return ((term, text),)


REFUSAL: Final = entry("RTA", "Refusal to assess")

FORMS: Final = (
    Form(
        "Term first",
        "The term first, with a space, spaces, a tab, a dash, a colon, an equals sign or a pipe after it.",
        (
            ("RTA Refusal to assess", REFUSAL),
            ("RTA   Refusal to assess", REFUSAL),
            ("RTA\tRefusal to assess", REFUSAL),
            ("RTA – Refusal to assess", REFUSAL),
            ("RTA - Refusal to assess", REFUSAL),
            ("RTA-Refusal to assess", REFUSAL),
            ("RTA: Refusal to assess", REFUSAL),
            ("RTA = Refusal to assess", REFUSAL),
            ("RTA=Refusal to assess", REFUSAL),
            ("| RTA | Refusal to assess |", REFUSAL),
            ("• RTA Refusal to assess", REFUSAL),
            ("3. RTA Refusal to assess", REFUSAL),
            ("QA quality assurance", entry("QA", "quality assurance")),
            ("KS2 – Key Stage 2", entry("KS2", "Key Stage 2")),
            ("A&E Accident and Emergency", entry("A&E", "Accident and Emergency")),
            ("EHCPs Education, Health and Care Plans", entry("EHCPs", "Education, Health and Care Plans")),
            (
                "Ofsted Office for Standards in Education",
                entry("Ofsted", "Office for Standards in Education"),
            ),
        ),
    ),
    Form(
        "Term last or in brackets",
        "The term last or in brackets, either way round.",
        (
            ("Children With Disabilities (CWD)", entry("CWD", "Children With Disabilities")),
            ("CWD (Children with Disabilities)", entry("CWD", "Children with Disabilities")),
            (
                "SEND Information and Advice Support Service (SENDIASS)",
                entry("SENDIASS", "SEND Information and Advice Support Service"),
            ),
            (
                "Special Educational Needs Coordinator – SENCo",
                entry("SENCo", "Special Educational Needs Coordinator"),
            ),
        ),
    ),
    Form(
        "Words that are explained",
        "Words that a break divides from what they mean.",
        (
            ("Local Offer – what there is in the area", entry("Local Offer", "what there is in the area")),
            (
                "EHC Plan – Education, Health and Care Plan",
                entry("EHC Plan", "Education, Health and Care Plan"),
            ),
        ),
    ),
    Form(
        "Definitions",
        "An entry with a definition after it: all the words are kept, and the expansion is the part that the "
        "letters cover.",
        (
            (
                "EHCP Education, Health and Care Plan. A legal document.",
                entry("EHCP", "Education, Health and Care Plan. A legal document."),
            ),
            (
                "RTA Refusal to assess. Reasons to be told are in the letter.",
                entry("RTA", "Refusal to assess. Reasons to be told are in the letter."),
            ),
            (
                "RAP Resource Allocation Panel – which decides on funding",
                entry("RAP", "Resource Allocation Panel – which decides on funding"),
            ),
        ),
    ),
    Form(
        "Grouped heads",
        "A grouped head gives an entry a term; each has its own part of the words where they divide.",
        (
            (
                "AS/ASC/ASD Autism Spectrum/Autism Spectrum Condition/Autism Spectrum Disorder",
                (
                    ("AS", "Autism Spectrum"),
                    ("ASC", "Autism Spectrum Condition"),
                    ("ASD", "Autism Spectrum Disorder"),
                ),
            ),
            (
                "ASC/ASD – Autistic Spectrum Condition/Disorder",
                (
                    ("ASC", "Autistic Spectrum Condition/Disorder"),
                    ("ASD", "Autistic Spectrum Condition/Disorder"),
                ),
            ),
        ),
    ),
    Form(
        "Several senses",
        "Several senses of one term are an entry each, where the letters fit every one; the plan then reports that "
        "the term is explained in more than one way.",
        (
            (
                "AP Alternative Provision; Accelerated Progress",
                (("AP", "Alternative Provision"), ("AP", "Accelerated Progress")),
            ),
            (
                "AP 1. Alternative Provision 2. Area Partnership",
                (("AP", "Alternative Provision"), ("AP", "Area Partnership")),
            ),
        ),
    ),
    Form(
        "Blank lines and letters",
        "A blank line and a letter heading are no entries.",
        (("", ()), ("A", ()), ("A – B", ())),
    ),
)

FAULTS: Final = (
    ("CCWCommunity Care Worker", entry("CCW", "Community Care Worker"), "glossary-separator-lost"),
    ("QAquality assurance", entry("QA", "quality assurance"), "glossary-separator-lost"),
    (
        "SENDIASSSEND Information and Advice Support Service",
        entry("SENDIASS", "SEND Information and Advice Support Service"),
        "glossary-separator-lost",
    ),
    (
        "RTA Refusal to assess CSIB Children's Services Improvement Board",
        (("RTA", "Refusal to assess"), ("CSIB", "Children's Services Improvement Board")),
        "glossary-entries-joined",
    ),
    ("These terms are used in the plan.", (), "glossary-entry-unread"),
    ("SEND reforms were introduced in 2014 by a new law.", (), "glossary-entry-unread"),
)

SOUND: Final = (
    ("D2A", "Discharge to Assess"),
    ("P4P", "Pay for Performance"),
    ("QA", "quality assurance"),
    ("SENCo", "Special Educational Needs Coordinator"),
    ("SENCO", "Special Educational Needs Co-ordinator"),
    ("SENCO", "Special Educational Needs and Disabilities Coordinator"),
    ("RTA", "Refusal to assess"),
    ("CSIB", "Children's Services Improvement Board"),
    ("SSSPB", "Southend SEND Strategic Partnership Board"),
    ("DfE", "Department for Education"),
    ("NHSE", "National Health Service England"),
    ("NHSE", "NHS England"),
    ("WSoA", "Written Statement of Action"),
    ("CWD", "Children with Disabilities"),
    ("DSWEHYS", "Director Social Work, Early Help and Youth Services"),
    ("RAP", "Resource Allocation Panel"),
    ("SENDIASS", "SEND Information and Advice Support Service"),
    ("SENDIASS", "Special Educational Needs and Disabilities Information, Advice and Support Service"),
    ("SENDOps", "SEND operations Board"),
    ("EHCNA", "Education, Health and Care Needs Assessment"),
    ("EHCP", "Education, Health and Care Plan"),
    ("CAMHS", "Child and Adolescent Mental Health Services"),
    ("NEET", "Not in Education, Employment or Training"),
    ("MASH", "Multi-Agency Safeguarding Hub"),
    ("PMLD", "Profound and Multiple Learning Difficulties/Disabilities"),
    ("OFSTED", "Office for Standards in Education, Children's Services and Skills"),
    ("NICE", "National Institute for Health and Care Excellence"),
    ("TUPE", "Transfer of Undertakings (Protection of Employment)"),
    ("DEFRA", "Department for Environment, Food and Rural Affairs"),
    ("CAFCASS", "Children and Family Court Advisory and Support Service"),
    ("PSHE", "Personal, Social, Health and Economic education"),
    ("EAL", "English as an Additional Language"),
    ("IPSEA", "Independent Provider of Special Education Advice"),
    ("PfA", "Preparing for Adulthood"),
    ("CIN", "Child in Need (Section 17)"),
    ("HT", "Headteacher"),
    ("LAs", "Local Authorities"),
    ("A&E", "Accident and Emergency"),
    ("P8", "Progress 8"),
    ("RAP", "Resource Allocation Panel which decides on funding"),
    ("UKHSA", "UK Health Security Agency"),
    ("JSNA", "Joint Strategic Needs Assessment"),
)
"""Sound entries, of which nothing is to be said."""

EXCESS: Final = (
    ("SBC", "Southend Borough Council Human Resources", "Human Resources"),
    ("QA", "quality assurance human resources", "human resources"),
    ("CCG", "Southend Clinical Commissioning Group", "Southend"),
    ("SBC", "Southend Human Resources Borough Council", "Human Resources"),
)
"""Entries with words that the letters do not account for."""
