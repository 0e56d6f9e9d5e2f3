"""What recommendations of SEND plans are about, told by their words: a theme, and patterns of which one is enough."""

THEMES: dict[str, tuple[str, ...]] = {
    "EHC plans": (
        r"\behcp?s?\b", r"\behcna", "education,? health and care", "needs assessment", "annual review",
        "statutory assessment", "refusal to assess", "tribunal", "statement of sen",
    ),
    "families and young people": (
        r"\bparent", r"\bcarer", r"\bfamil", "co-?produc", r"\bvoice", "young people's view", "lived experience",
        "complaint", "mediation",
    ),
    "health and therapies": (
        r"\bhealth (?:service|visit|board|team|partner|provider|offer)", "healthcare", r"\bnhs\b", r"\bicb\b",
        r"\bccg\b", "therap", "camhs", "speech and language", "autism", "neuro", "school nurs", "clinical",
    ),
    "schools and inclusion": (
        r"\bschools?\b", "inclusi", "exclusion", "attendance", r"\bsenco", "teacher", "classroom", "mainstream",
        "sen support", "graduated",
    ),
    "early years": ("early years", "nurser", "portage", "pre-?school"),
    "preparing for adulthood": (
        "adulthood", "post-?16", "post-?19", "internship", "employ", "transition", "college", "independen",
    ),
    "social care": (
        "social care", "short break", "respite", "safeguard", "children's services", "looked after",
    ),
    "places and transport": (
        "placement", "sufficiency", "specialist provision", "special schools?", "capacity", "transport",
        "out of (?:area|county|borough)",
    ),
    "money": ("budget", r"\bfund", "financ", "deficit", "high needs block", "saving", "value for money"),
    "workforce": (
        "workforce", "recruit", "training", r"\bstaff", "vacan", "caseload", "professional development",
    ),
    "data and quality": (
        r"\bdata\b", "dashboard", "performance", r"\bkpis?\b", "monitor", "quality assur", r"\baudit",
    ),
    "leadership": (
        "governance", "leader", r"\bboard\b", "cabinet", "portfolio holder", "strateg", "accountab", "partnership",
        "joint(?:ly)? commission",
    ),
    "information": ("communicat", "website", "local offer", "information", "signpost"),
}  # fmt: skip
"""Patterns are regular expressions over small letters. What fits none is *other*; what fits several has several."""
