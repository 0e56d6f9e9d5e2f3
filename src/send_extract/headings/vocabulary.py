"""The words of column headings: data, read by `headings`."""

from __future__ import annotations

PHRASES: tuple[tuple[str, str], ...] = (
    # Whole questions and set phrases, tried in order, anywhere in the heading. `…` stands for any words.
    ("start … end", "when"),
    ("start … finish", "when"),
    ("start … completion", "when"),
    ("from … to date", "when"),
    ("what … success", "measures"),
    ("what … good look", "measures"),
    ("what … look like", "measures"),
    ("what … difference", "measures"),
    ("what … different", "measures"),
    ("what … achieve", "measures"),
    ("what … impact", "measures"),
    ("what … outcome", "measures"),
    ("what … see", "measures"),
    ("how … know", "measures"),
    ("how … measure", "measures"),
    ("how … success", "measures"),
    ("how … evidence", "measures"),
    ("how … demonstrate", "measures"),
    ("how … monitor", "measures"),
    ("how … doing", "progress"),
    ("how far", "progress"),
    ("who … accountable", "accountable"),
    ("by whom", "who"),
    ("by who", "who"),
    ("who", "who"),
    ("whose", "who"),
    ("when", "when"),
    ("how long", "when"),
    ("how often", "when"),
    ("how much", "cost"),
    ("how soon", "when"),
    ("where … now", "progress"),
    ("where … want", "measures"),
    ("what … done so far", "progress"),
    ("what … have done", "progress"),
    ("what … happened", "progress"),
    ("what … have we done", "progress"),
    ("what … found", "recommendation"),
    ("what … told", "recommendation"),
    ("what … said", "recommendation"),
    ("what … improve", "recommendation"),
    ("what … done", "actions"),
    ("what … do", "actions"),
    ("what … doing", "actions"),
    ("what … happen", "actions"),
    ("what … action", "actions"),
    ("what … need", "actions"),
    ("how … do", "actions"),
    ("how … deliver", "actions"),
    ("how … achieve", "actions"),
    ("how … address", "actions"),
    ("how … improve", "actions"),
    ("how … get there", "actions"),
    ("what … will", "actions"),
    ("how … will", "actions"),
    ("action by", "who"),
    ("led by", "who"),
    ("lead by", "who"),
    ("owned by", "who"),
    ("delivered by", "who"),
    ("undertaken by", "who"),
    ("assigned to", "who"),
    ("allocated to", "who"),
    ("head of service", "who"),
    ("responsible for", "who"),
    ("completed by", "when"),
    ("complete by", "when"),
    ("completion by", "when"),
    ("achieved by", "when"),
    ("implemented by", "when"),
    ("due by", "when"),
    ("for completion", "when"),
    ("for implementation", "when"),
    ("so far", "progress"),
    ("to date", "progress"),
    ("risk and issue", "extra"),
    ("issue and risk", "extra"),
    ("action complete", "status"),
    ("action … we will", "actions"),
    ("learning point", "recommendation"),
    ("area … weakness", "recommendation"),
    ("area … concern", "recommendation"),
    ("area for improvement", "recommendation"),
    ("area for development", "recommendation"),
    ("area for action", "recommendation"),
    ("area of weakness", "recommendation"),
    ("area of significant weakness", "recommendation"),
    ("area of concern", "recommendation"),
    ("area to improve", "recommendation"),
    ("area needing improvement", "recommendation"),
    ("point for consideration", "recommendation"),
    ("key line of enquiry", "section"),
    ("area of focus", "section"),
    ("percent complete", "progress"),
    ("percentage complete", "progress"),
    ("open or closed", "status"),
    ("on track", "status"),
    ("value for money", "extra"),
)

WHOLE: dict[str, str] = {
    # Headings that are these words and no others.
    "serial": "number", "date to": "end", "date from": "start", "agreed date": "when", "open closed": "status",
    "#": "number", "rec": "number", "item": "number", "r": "number", "a": "number", "sn": "number", "s": "number",
    "what": "actions", "how": "actions", "detail": "extra", "name": "extra",
    "area": "section", "complete": "status", "completed": "status", "implemented": "status",
    "delivered": "status", "done": "status", "from": "start", "to": "end", "until": "end", "by": "who",
    "due": "when", "priority action": "actions", "start": "start", "end": "end", "finish": "end",
    "team": "who", "partner": "who", "agency": "who", "contact": "who", "director": "who",
    "directorate": "extra", "month": "when", "quarter": "when", "term": "when", "year": "when",
    "h m l": "priority", "high medium low": "priority", "red amber green": "status", "r a g": "status",
    "sro": "accountable", "pi": "measures",
}  # fmt: skip

NOUNS: dict[str, str] = {
    # The head of a heading's phrase, in the singular, to its field.
    **dict.fromkeys(("no", "num", "number", "nr", "ref", "reference", "id", "identifier", "code", "index"), "number"),
    **dict.fromkeys(
        ("theme", "section", "workstream", "strand", "category", "domain", "pillar", "topic", "chapter", "stream",
         "subject", "kloe", "heading", "area"), "section"),
    **dict.fromkeys(
        ("recommendation", "rec", "weakness", "finding", "issue", "objective", "aim", "goal", "requirement",
         "concern", "ambition", "improvement", "expectation", "suggestion", "proposal"), "recommendation"),
    **dict.fromkeys(
        ("action", "activity", "task", "step", "response", "intervention", "deliverable", "initiative", "work",
         "delivery", "implementation", "approach", "solution", "project", "remedy"), "actions"),
    **dict.fromkeys(
        ("timescale", "timeframe", "timing", "timeline", "timetable", "deadline", "date", "completion", "time",
         "scale", "frame", "schedule", "period"), "when"),
    **dict.fromkeys(
        ("lead", "leader", "owner", "officer", "person", "people", "responsibility", "responsible", "ownership",
         "manager", "assignee", "actionee", "professional", "commissioner", "individual", "postholder",
         "leadership", "staff", "coordinator"), "who"),
    **dict.fromkeys(("sponsor", "accountability", "accountable", "sro", "champion"), "accountable"),
    **dict.fromkeys(
        ("measure", "outcome", "impact", "criteria", "criterion", "kpi", "indicator", "metric", "success", "target",
         "evidence", "output", "benefit", "milestone", "measurement", "result", "achievement", "difference"),
        "measures"),
    **dict.fromkeys(("status", "rag", "brag", "ragb", "bragg", "state", "rating"), "status"),
    **dict.fromkeys(("progress", "update", "position", "outturn", "feedback"), "progress"),
    **dict.fromkeys(("priority", "urgency", "importance", "ranking", "prioritisation"), "priority"),
    **dict.fromkeys(
        ("cost", "budget", "funding", "resource", "finance", "resourcing", "expenditure", "spend", "saving",
         "costing"), "cost"),
    **dict.fromkeys(("note", "comment", "remark", "commentary", "observation", "narrative"), "notes"),
}  # fmt: skip

QUALIFIED: tuple[tuple[frozenset[str], frozenset[str], str], ...] = (
    # A field that the head alone would miss: (head is one of, any of these beside it, field); the first that fits.
    (frozenset(("date", "deadline", "timescale", "completion", "timeframe", "target", "due", "timing", "timeline")),
     frozenset(("revised", "new", "amended", "extended", "updated", "rescheduled", "revision", "slipped", "changed")),
     "revised"),
    (frozenset(("target",)), frozenset(("completion", "implementation")), "when"),
    (frozenset(("factor",)), frozenset(("success",)), "measures"),
    (frozenset(("area",)), frozenset(("geographic", "geographical", "local")), "extra"),
    (frozenset(("priority",)), frozenset(("corporate", "council")), "extra"),
    (frozenset(("time",)), frozenset(("meeting",)), "extra"),
    (frozenset(("date", "time")), frozenset(("start", "commencement", "commence", "begin", "beginning", "started",
                                             "starting", "commencing")), "start"),
    (frozenset(("date", "time")), frozenset(("end", "finish", "ending", "finishing")), "end"),
    (frozenset(("date",)),
     frozenset(("raised", "meeting", "inspection", "agreed", "added", "closed", "completed", "published", "approved",
                "reported", "issued", "last", "audit", "review", "update", "closure", "actual", "logged", "received",
                "opened", "report", "birth", "visit", "signed", "entry", "created", "identified", "reviewed",
                "assessment")), "extra"),
    (frozenset(("number", "no", "ref", "reference", "id", "code", "index")),
     frozenset(("minute", "page", "report", "document", "evidence", "budget", "phone", "telephone", "contact", "risk",
                "cost", "post", "closed", "committee", "paragraph", "para", "policy", "file", "agenda", "nominal",
                "strategic", "cross", "link")), "extra"),
    (frozenset(("owner", "officer", "lead", "person", "manager", "responsible", "individual", "member", "director")),
     frozenset(("accountable", "senior", "executive", "sponsor", "sponsoring")), "accountable"),
    (frozenset(("member", "holder", "councillor", "cllr")), frozenset(("lead", "portfolio", "cabinet", "executive")),
     "accountable"),
    (frozenset(("directorate", "department", "service", "team", "partner", "agency", "organisation", "body", "director",
                "organization", "party", "board", "committee", "member", "group", "post", "role", "governor")),
     frozenset(("lead", "responsible", "delivery", "owning", "accountable", "leading", "responsibility", "key",
                "support", "supporting", "involved")), "who"),
    (frozenset(("update", "position", "comment", "commentary", "note", "narrative", "summary", "report", "action",
                "activity", "step", "work", "evidence", "achievement")),
     frozenset(("progress", "taken", "completed", "undertaken", "underway")), "progress"),
    (frozenset(("feedback",)), frozenset(("peer", "inspection", "ofsted", "review", "challenge", "team")),
     "recommendation"),
    (frozenset(("position",)), frozenset(("financial", "budget")), "cost"),
    (frozenset(("implication",)), frozenset(("cost", "financial", "resource", "budget", "funding")), "cost"),
    (frozenset(("level", "rating", "score", "grade")),
     frozenset(("priority", "risk", "importance", "urgency")), "priority"),
    (frozenset(("area", "theme", "heading", "group")), frozenset(("priority", "key", "focus", "improvement",
                                                                  "strategic", "service", "thematic")), "section"),
    (frozenset(("objective", "aim", "goal")), frozenset(("corporate", "strategic")), "section"),
    (frozenset(("requirement",)), frozenset(("resource", "funding", "budget", "financial")), "cost"),
    (frozenset(("complete", "implemented", "completed")), frozenset(("action", "recommendation", "y", "yes")),
     "status"),
    (frozenset(("staff", "work", "project", "group", "state", "period", "time", "scale", "frame", "result", "rating",
                "people", "improvement")),
     frozenset(("training", "nation", "reporting", "reference", "baseline", "control", "inherent", "residual")),
     "extra"),
)  # fmt: skip

SKIPPED = frozenset(
    # Words after the head that change nothing: participles, adjectives, nouns of form.
    [
        "required", "needed", "proposed", "planned", "agreed", "identified", "made", "taken", "completed",
        "undertaken", "underway", "description", "detail", "text", "title", "name", "wording", "summary",
        "point", "statement", "plan", "necessary", "due", "expected", "set", "arising", "involved", "complete",
        "verbatim", "full", "log", "column", "key", "information", "s", "entry", "field", "box", "line",
        "heading", "outstanding", "remaining", "current", "latest", "original", "type", "carried", "out",
        "started", "commenced",
        "leading", "revised", "extended", "amended", "sought",
        "desired", "rated", "percent", "closed", "raised", "received",
    ]
)  # fmt: skip

PREPOSITIONS = frozenset(
    [
        "of", "for", "to", "against", "from", "by", "on", "in", "with", "at", "that", "which", "will", "is",
        "are", "be", "if", "per", "towards", "toward", "re", "regarding", "about", "as", "within", "under",
        "needed", "since", "during", "until", "after", "before", "following", "between", "via", "through",
    ]
)  # fmt: skip

CONTAINERS = frozenset(
    # Heads that say only how: what they contain is the field (`Description of action`, `Update on progress`).
    [
        "description", "detail", "summary", "name", "title", "list", "outline", "type", "statement", "brief",
        "nature", "text",
    ]
)  # fmt: skip

MONTHS = frozenset(
    [
        "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul",
        "july", "aug", "august", "sep", "sept", "september", "oct", "october", "nov", "november", "dec",
        "december", "q1", "q2", "q3", "q4", "autumn", "spring", "summer", "winter",
    ]
)  # fmt: skip
