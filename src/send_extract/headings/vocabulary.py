"""The words of column headings: data, read by `headings`."""

from __future__ import annotations

_ASSURING = (
    "ensure", "know", "measure", "measured", "impact", "success", "evidence", "demonstrate", "monitor", "monitored",
    "check", "checked", "test", "tested", "track", "tracked", "see", "seen", "notice", "noticed", "sure", "assured",
    "prove", "proved", "judge", "judged", "evaluate", "evaluated", "verify", "verified",
)  # fmt: skip
"""What tells behind *how* that something has worked, where other words tell how it is done."""
_FINISHING = (
    "complete", "completed", "completion", "achieve", "achieved", "implement", "implemented", "implementation",
    "deliver", "delivery", "due", "close", "closed", "done", "finished", "resolve", "resolved", "needed", "wanted",
    "expected", "submitted",
)  # fmt: skip
"""What is by a day, before *by*: what is led, owned or delivered is by somebody."""

PHRASES: tuple[tuple[str, str], ...] = (
    # Whole questions and set phrases, tried in order, anywhere in the heading. `…` stands for any words.
    ("start … end", "when"),
    ("start … finish", "when"),
    ("start … completion", "when"),
    ("from … to date", "when"),
    ("co benefit", "extra"),
    ("responsibility for", "who"),
    ("responsible for", "who"),
    ("sign of success", "measures"),
    ("opportunity for improvement", "recommendation"),
    ("audit point", "recommendation"),
    ("key message", "recommendation"),
    ("matter arising", "recommendation"),
    ("not met", "recommendation"),
    ("number of", "extra"),
    ("no of", "extra"),
    ("spend to date", "cost"),
    ("cost to date", "cost"),
    ("saving to date", "cost"),
    ("expenditure to date", "cost"),
    ("next update", "extra"),
    ("next review", "extra"),
    ("sub criteria", "extra"),
    ("sub criterion", "extra"),
    ("date … by", "when"),
    ("date to complete", "when"),
    ("action you are going to take", "actions"),
    ("action you will take", "actions"),
    ("what resource", "cost"),
    ("what … find", "recommendation"),
    ("matter of concern", "recommendation"),
    ("matters of concern", "recommendation"),
    ("what … cost", "cost"),
    ("what we will change", "actions"),
    ("need to change", "recommendation"),
    ("what … change", "measures"),
    ("what … improving", "recommendation"),
    ("what … success", "measures"),
    ("success look like", "measures"),
    ("what … good look", "measures"),
    ("what … look like", "measures"),
    ("what … difference", "measures"),
    ("what … different", "measures"),
    ("what … achieve", "measures"),
    ("what … impact", "measures"),
    ("what … outcome", "measures"),
    ("what … see", "measures"),
    *((f"how … {word}", "measures") for word in _ASSURING),
    ("how … doing", "progress"),
    ("how far", "progress"),
    ("who … accountable", "accountable"),
    ("by whom", "who"),
    ("by who", "who"),
    ("who … monitor", "extra"),
    ("who … check", "extra"),
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
    ("what … ve done", "progress"),
    ("what … been done", "progress"),
    ("what … did", "progress"),
    ("what … happened", "progress"),
    ("what … have we done", "progress"),
    ("what … found", "recommendation"),
    ("what … told", "recommendation"),
    ("what … heard", "recommendation"),
    ("what … said", "recommendation"),
    ("what … improve", "recommendation"),
    ("what … done", "actions"),
    ("what … do", "actions"),
    ("what … doing", "actions"),
    ("what … happen", "actions"),
    ("what … action", "actions"),
    ("what … need", "actions"),
    ("what … step", "actions"),
    ("how … do", "actions"),
    ("how … deliver", "actions"),
    ("how … achieve", "actions"),
    ("how … address", "actions"),
    ("how … improve", "actions"),
    ("how … get there", "actions"),
    ("what … will", "actions"),
    ("how … will", "actions"),
    ("must do", "recommendation"),
    ("should do", "recommendation"),
    ("by date", "when"),
    ("date updated", "extra"),
    ("date last", "extra"),
    ("date changed", "extra"),
    ("date amended", "extra"),
    ("measured by", "measures"),
    ("measure to be taken", "actions"),
    ("actioned by", "who"),
    ("action by", "who"),
    ("led by", "who"),
    ("lead by", "who"),
    ("owned by", "who"),
    ("delivered by", "who"),
    ("undertaken by", "who"),
    ("assigned to", "who"),
    ("allocated to", "who"),
    ("delegated to", "who"),
    ("head of service", "who"),
    ("be done by", "when"),
    *((f"{verb} by", "when") for verb in _FINISHING),
    ("finish by", "end"),
    ("end by", "end"),
    ("for completion", "when"),
    ("for implementation", "when"),
    ("so far", "progress"),
    ("to date", "progress"),
    ("you said", "recommendation"),
    ("ofsted said", "recommendation"),
    ("inspector said", "recommendation"),
    ("risk issue", "extra"),
    ("issue risk", "extra"),
    ("risk and issue", "extra"),
    ("issue and risk", "extra"),
    ("action complete", "status"),
    ("action … we will", "actions"),
    ("learning point", "recommendation"),
    ("cause of concern", "recommendation"),
    ("area … weakness", "recommendation"),
    ("area … concern", "recommendation"),
    ("area … improvement", "recommendation"),
    ("area for development", "recommendation"),
    ("area for action", "recommendation"),
    ("area of weakness", "recommendation"),
    ("area of significant weakness", "recommendation"),
    ("area of concern", "recommendation"),
    ("area to improve", "recommendation"),
    ("point for consideration", "recommendation"),
    ("key line of enquiry", "section"),
    ("area of focus", "recommendation"),
    ("improvement area", "recommendation"),
    ("latest target", "revised"),
    ("latest due date", "revised"),
    ("further information", "notes"),
    ("additional information", "notes"),
    ("other information", "notes"),
    ("percent complete", "progress"),
    ("percent done", "progress"),
    ("completion percent", "progress"),
    ("percentage complete", "progress"),
    ("open or closed", "status"),
    ("on track", "status"),
    ("on target", "status"),
    ("traffic light", "status"),
    ("delivery confidence", "status"),
    ("value for money", "extra"),
)

WHOLE: dict[str, str] = {
    # Headings that are these words and no others.
    "serial": "number", "row": "number", "what we want": "recommendation", "we will": "actions",
    "date to": "end", "date from": "start", "agreed date": "when", "open closed": "status",
    "#": "number", "rec": "number", "item": "number", "r": "number", "a": "number", "sn": "number", "s": "number",
    "what": "actions", "how": "actions", "name": "extra", "created": "extra", "modified": "extra",
    "created by": "extra", "modified by": "extra", "last modified": "extra", "item type": "extra",
    "area": "section", "complete": "status", "completed": "status", "implemented": "status",
    "delivered": "status", "done": "status", "from": "start", "to": "end", "until": "end", "by": "who",
    "due": "when", "priority action": "actions", "start": "start", "end": "end", "finish": "end",
    "team": "who", "partner": "who", "agency": "who", "contact": "who", "director": "who",
    "directorate": "extra", "month": "when", "quarter": "when", "term": "when", "year": "when",
    "h m l": "priority", "high medium low": "priority", "red amber green": "status", "r a g": "status",
    "sro": "accountable", "pi": "measures", "feedback": "progress", "achieved": "status", "begin": "start",
    "grade": "priority", "moscow": "priority", "standard": "section", "nos": "number", "urn": "number",
    "resp": "who", "focus": "section", "so what": "measures", "h m or l": "priority", "revised due": "revised",
    "short medium long term": "when", "support": "who", "we did": "progress", "we have": "progress",
    "estimate": "cost", "revised to": "revised", "assigned": "who", "consulted": "who", "informed": "who",
    "consultee": "who", "to be consulted": "who", "to be informed": "who", "supporting": "who", "supported by": "who",
    "with support from": "who", "support from": "who", "contributor": "who", "deputy": "who", "assisted by": "who",
    "in partnership with": "who", "working with": "who", "with": "who", "other involved": "who", "who else": "who",
}  # fmt: skip

NOUNS: dict[str, str] = {
    # The head of a heading's phrase, in the singular, to its field.
    **dict.fromkeys(("no", "num", "number", "nr", "ref", "reference", "id", "identifier", "code", "index", "#"),
                    "number"),
    **dict.fromkeys(
        ("theme", "section", "workstream", "strand", "category", "domain", "pillar", "topic", "chapter", "stream",
         "subject", "principle", "kloe", "heading", "area"), "section"),
    **dict.fromkeys(
        ("recommendation", "rec", "weakness", "finding", "issue", "objective", "aim", "goal", "requirement",
         "concern", "ambition", "improvement", "problem", "challenge", "shortfall", "lesson", "commitment",
         "pledge", "expectation", "suggestion", "proposal", "afi", "afd", "ofi"),
        "recommendation"),
    **dict.fromkeys(
        ("action", "activity", "task", "step", "response", "intervention", "deliverable", "initiative", "work",
         "delivery", "implementation", "approach", "solution", "project", "remedy", "fix", "mitigation"), "actions"),
    **dict.fromkeys(
        ("timescale", "timeframe", "timing", "timeline", "timetable", "deadline", "date", "completion", "time",
         "scale", "frame", "schedule", "period", "fy"), "when"),
    **dict.fromkeys(("start", "commencement", "commence", "commencing"), "start"),
    **dict.fromkeys(("end", "finish"), "end"),
    **dict.fromkeys(
        ("lead", "leader", "owner", "officer", "person", "people", "responsibility", "responsible", "ownership",
         "manager", "assignee", "actionee", "professional", "commissioner", "individual", "postholder",
         "leadership", "staff", "coordinator", "personnel"), "who"),
    **dict.fromkeys(("sponsor", "accountability", "accountable", "sro", "champion"), "accountable"),
    **dict.fromkeys(
        ("measure", "outcome", "impact", "criteria", "criterion", "kpi", "kpis", "indicator", "metric", "success",
         "target", "evidence", "output", "benefit", "milestone", "measurement", "result", "difference"),
        "measures"),
    **dict.fromkeys(("status", "rag", "brag", "ragb", "bragg", "state", "rating"), "status"),
    **dict.fromkeys(("progress", "update", "position", "outturn", "achievement"), "progress"),
    **dict.fromkeys(("priority", "urgency", "importance", "rank", "ranking", "prioritisation"), "priority"),
    **dict.fromkeys(
        ("cost", "budget", "funding", "resource", "finance", "resourcing", "expenditure", "spend", "saving",
         "costing", "investment"), "cost"),
    # What is told beside a plan, and is none of its fields however it reads.
    **dict.fromkeys(
        ("rationale", "reason", "why", "background", "context", "discussion", "cause", "strength", "baseline",
         "glossary", "abbreviation", "acronym", "meaning", "definition", "key"),
        "extra"),
    **dict.fromkeys(("note", "comment", "remark", "commentary", "observation", "narrative"), "notes"),
}  # fmt: skip

QUALIFIED: tuple[tuple[frozenset[str], frozenset[str], str], ...] = (
    # A field that the head alone would miss: (head is one of, any of these beside it, field); the first that fits.
    # What happened is no timing of the plan's.
    (frozenset(("start", "end", "finish", "completion", "complete", "delivery", "commencement", "implementation",
                "closure", "date", "month", "quarter", "year")), frozenset(("actual",)), "extra"),
    (frozenset(("date", "deadline", "timescale", "completion", "timeframe", "target", "due", "timing", "timeline",
                "finish", "end")),
     frozenset(("revised", "rev", "new", "amended", "extended", "updated", "rescheduled", "revision", "slipped",
                "changed", "extension", "reprofiled", "profiled")),
     "revised"),
    (frozenset(("target",)), frozenset(("completion", "implementation")), "when"),
    (frozenset(("achieved",)), frozenset(("milestone", "outcome", "target")), "progress"),
    (frozenset(("achieved",)), frozenset(("goal", "objective")), "measures"),
    (frozenset(("achievement",)), frozenset(("expected", "intended", "planned", "target", "desired")), "measures"),
    (frozenset(("item",)), frozenset(("action",)), "actions"),
    (frozenset(("item",)), frozenset(("recommendation",)), "recommendation"),
    (frozenset(("holder",)), frozenset(("action", "task")), "who"),
    (frozenset(("change",)), frozenset(("required", "needed", "proposed")), "actions"),
    (frozenset(("conformity", "conformance", "compliance")), frozenset(("non",)), "recommendation"),
    (frozenset(("observation",)), frozenset(("peer", "inspection", "audit", "auditor", "inspector")), "recommendation"),
    (frozenset(("state",)), frozenset(("current", "present", "existing")), "progress"),
    (frozenset(("state",)), frozenset(("desired", "future", "target", "end")), "measures"),
    (frozenset(("barrier",)), frozenset(("access",)), "recommendation"),
    (frozenset(("contact",)), frozenset(("lead", "key", "main", "named")), "who"),
    (frozenset(("factor",)), frozenset(("success",)), "measures"),
    (frozenset(("area",)), frozenset(("geographic", "geographical", "local")), "extra"),
    (frozenset(("priority",)),
     frozenset(("corporate", "council", "strategic", "improvement", "key", "organisational")), "section"),
    (frozenset(("time",)), frozenset(("meeting",)), "extra"),
    (frozenset(("date", "time")), frozenset(("start", "commencement", "commence", "begin", "beginning", "started",
                                             "starting", "commencing", "commenced")), "start"),
    (frozenset(("date", "time")), frozenset(("end", "finish", "ending", "finishing", "ended", "finished")), "end"),
    (frozenset(("date",)),
     frozenset(("raised", "meeting", "inspection", "added", "closed", "completed", "published", "approved",
                "reported", "issued", "audit", "review", "update", "closure", "actual", "logged", "received",
                "opened", "report", "made", "implemented",
                "imposed", "met", "birth", "visit", "signed", "entry", "created", "identified", "reviewed",
                "assessment", "executive", "exec", "cabinet", "committee", "board", "council", "achieved", "delivered",
                "done")), "extra"),
    (frozenset(("date",)), frozenset(("implementation", "completion", "target", "due")), "when"),
    (frozenset(("date",)), frozenset(("agreed",)), "extra"),
    (frozenset(("number", "no", "ref", "reference", "id", "code", "index")),
     frozenset(("minute", "page", "report", "document", "evidence", "budget", "phone", "telephone", "contact", "risk",
                "cost", "post", "closed", "committee", "paragraph", "para", "policy", "file", "agenda", "nominal",
                "strategic", "cross", "link")), "extra"),
    (frozenset(("owner", "officer", "lead", "person", "manager", "responsible", "individual", "member", "director")),
     frozenset(("accountable", "senior", "executive", "exec", "sponsor", "sponsoring")), "accountable"),
    (frozenset(("owner",)), frozenset(("strategic",)), "accountable"),
    (frozenset(("owner",)), frozenset(("risk", "policy", "budget")), "extra"),
    (frozenset(("executive", "exec")), frozenset(("accountable", "lead", "responsible", "sponsor")), "accountable"),
    (frozenset(("member", "holder", "councillor", "cllr")), frozenset(("lead", "portfolio", "cabinet", "executive")),
     "accountable"),
    (frozenset(("directorate", "department", "service", "team", "partner", "agency", "organisation", "body", "director",
                "organization", "party", "board", "committee", "member", "group", "post", "role", "governor",
                "authority", "council", "provider", "trust", "force", "division", "unit", "stakeholder", "company")),
     frozenset(("lead", "responsible", "delivery", "owning", "accountable", "leading", "responsibility", "key",
                "support", "supporting", "involved", "other", "external", "partner")), "who"),
    (frozenset(("update", "position", "comment", "commentary", "note", "narrative", "summary", "report", "action",
                "activity", "step", "work", "evidence", "achievement")),
     frozenset(("progress", "taken", "completed", "undertaken", "underway")), "progress"),
    (frozenset(("feedback",)), frozenset(("officer", "lead", "progress", "monitoring", "owner", "latest")), "progress"),
    (frozenset(("evaluation", "review", "assessment", "report", "reporting")), frozenset(("progress",)), "progress"),
    (frozenset(("source", "stream", "need")), frozenset(("cost", "budget", "funding", "resource")), "cost"),
    (frozenset(("situation",)), frozenset(("current", "latest")), "progress"),
    (frozenset(("recommendation", "action")), frozenset(("related", "linked")), "extra"),
    (frozenset(("year", "quarter", "month", "term")),
     frozenset(("academic", "financial", "delivery", "relevant", "target", "completion", "due")), "when"),
    (frozenset(("month",)), frozenset(("start",)), "start"),
    (frozenset(("month",)), frozenset(("end", "finish")), "end"),
    (frozenset(("rating", "grade", "level")), frozenset(("recommendation", "finding", "audit")), "priority"),
    (frozenset(("feedback",)), frozenset(("peer", "inspection", "ofsted", "review", "challenge", "team")),
     "recommendation"),
    (frozenset(("position",)), frozenset(("financial", "budget")), "cost"),
    (frozenset(("implication",)), frozenset(("cost", "financial", "resource", "budget", "funding")), "cost"),
    (frozenset(("estimate", "impact")), frozenset(("cost", "financial", "budget", "funding", "resource")), "cost"),
    (frozenset(("impact",)),
     frozenset(("equality", "diversity", "environmental", "climate", "carbon", "privacy", "legal", "risk")), "extra"),
    (frozenset(("saving",)),
     frozenset(("carbon", "co2", "energy", "emission", "water", "time", "ghg", "greenhouse")), "extra"),
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
        "started", "commenced", "ended", "finished",
        "leading", "revised", "extended", "amended", "sought",
        "desired", "given", "band", "rated", "percent", "closed", "raised", "received",
    ]
)  # fmt: skip

PREPOSITIONS = frozenset(
    [
        "of", "for", "to", "against", "from", "by", "on", "in", "with", "at", "that", "which", "will", "is",
        "are", "be", "if", "per", "towards", "toward", "re", "regarding", "about", "as", "within", "under",
        "needed", "since", "during", "until", "after", "before", "following", "between", "via", "through",
        "this", "we", "it", "including",
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

WEAK = frozenset(
    # Headings of one word that mean a timing among other things (`Year`: of the school, of the plan).
    [
        "year", "month", "quarter", "term", "from", "to", "until", "start", "end", "finish", "begin", "due", "by",
        "period", "completion",
    ]
)  # fmt: skip

FOUND = frozenset(
    # What was found, which is what is recommended only where nothing is.
    [
        "finding", "findings", "issue", "issues", "weakness", "weaknesses", "concern", "concerns", "problem",
        "problems", "barrier", "challenge", "challenges", "shortfall", "shortfalls",
    ]
)  # fmt: skip

UNITS = frozenset(("year", "month", "quarter", "term", "day", "week"))
"""Headings that name a part of a date, so that two of them make one timing (`Month`, `Year`)."""

EVENTS = frozenset(
    # What happened, or will, on a day that is not the one by which a thing is due.
    [
        "updated", "raised", "reviewed", "review", "approved", "added", "reported", "received", "created", "logged",
        "published", "opened", "checked", "issued", "identified", "closed", "meeting", "visited", "visit", "started",
        "signed", "entered", "met", "completed", "done", "last", "finished", "achieved", "delivered", "implemented",
        "actual",
    ]
)  # fmt: skip

CORE_WORDS = frozenset(("rec", "recommendation", "recommendations", "action", "actions"))
"""Words of a heading that say that the table is a plan, even where the heading is of their number (`Rec.`)."""

REGISTERS = frozenset(
    # Words of the headings of tables that are dated and owned, and are registers of something else.
    [
        "version", "amendment", "risk", "risks", "likelihood", "hazard", "threat", "meeting", "venue", "email",
        "mail", "phone", "telephone", "mobile", "invoice", "supplier", "vendor", "contract", "complaint",
        "complainant", "enquiry", "question", "request", "requests", "petition", "motion", "decision",
        "incident", "asset", "policy", "course", "event", "attendee", "attendees", "report", "bug", "ticket",
        "applicant", "trainer", "author",
    ]
)  # fmt: skip

HINTS: dict[str, str] = {
    # Words of a heading, in the singular or plural, and a field that it may mean beside the one that it does.
    "strategy": "actions", "strategies": "actions",
    "rec": "recommendation", "recs": "recommendation", "item": "recommendation", "items": "recommendation",
    "priority": "section", "priorities": "section", "people": "who", "target": "when",
    "department": "who", "departments": "who", "directorate": "who", "service": "who", "services": "who",
    "organisation": "who", "organisations": "who", "rma": "who", "authority": "who", "unit": "who", "division": "who",
}  # fmt: skip
