"""The vocabulary of timings: names and the words around them. Data, apart from the grammar that reads it."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar mch",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug augt",
            "september sept sep",
            "october oct octr",
            "november nov",
            "december dec decr",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday weds wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}

NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(),
        start=1,
    )
} | {"a": 1, "an": 1, "eighteen": 18, "twenty": 20, "thirty": 30, "ninety": 90}

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1, "penultimate": -2,
}  # fmt: skip

# A unit of time: its ISO 8601 designator, and how many of it the designator counts.
UNITS = {
    "day": ("D", 1), "days": ("D", 1), "week": ("W", 1), "weeks": ("W", 1), "wk": ("W", 1), "wks": ("W", 1),
    "fortnight": ("W", 2), "fortnights": ("W", 2), "month": ("M", 1), "months": ("M", 1), "mth": ("M", 1),
    "mths": ("M", 1), "quarter": ("M", 3), "quarters": ("M", 3), "year": ("Y", 1), "years": ("Y", 1),
    "yr": ("Y", 1), "yrs": ("Y", 1), "hours": ("H", 1), "hour": ("H", 1), "hrs": ("H", 1), "annum": ("Y", 1),
}  # fmt: skip

# School terms by the words that name them.
TERMS = {"autumn": "autumn", "spring": "spring", "summer": "summer", "michaelmas": "autumn"}
SEASONS = {"autumn": (9, 11), "winter": (12, 2), "spring": (3, 5), "summer": (6, 8)}

# Half-term holidays by the month or the term that people name them by.
HALF_TERM_HOLIDAYS = {
    2: "february", 10: "october", 5: "may", "spring": "february", "autumn": "october", "summer": "may",
}  # fmt: skip

PARTS = {
    "early": "early", "mid": "mid", "middle": "mid", "late": "late", "end": "end", "start": "start",
    "beginning": "start", "close": "end", "begining": "start",
}  # fmt: skip

# A frequency in one word: RFC 5545 rule, how many in an ISO 8601 period, and the same for its other sense.
Frequencies = dict[str, tuple[str | None, int, str]]
FREQUENCIES: Frequencies = {
    "daily": ("FREQ=DAILY", 365, "P1Y"),
    "weekly": ("FREQ=WEEKLY", 52, "P1Y"),
    "fortnightly": ("FREQ=WEEKLY;INTERVAL=2", 26, "P1Y"),
    "monthly": ("FREQ=MONTHLY", 12, "P1Y"),
    "bimonthly": ("FREQ=MONTHLY;INTERVAL=2", 6, "P1Y"),
    "biweekly": ("FREQ=WEEKLY;INTERVAL=2", 26, "P1Y"),
    "quarterly": ("FREQ=MONTHLY;INTERVAL=3", 4, "P1Y"),
    "annually": ("FREQ=YEARLY", 1, "P1Y"),
    "annual": ("FREQ=YEARLY", 1, "P1Y"),
    "yearly": ("FREQ=YEARLY", 1, "P1Y"),
    "biannually": ("FREQ=MONTHLY;INTERVAL=6", 2, "P1Y"),
    "biannual": ("FREQ=MONTHLY;INTERVAL=6", 2, "P1Y"),
    "biyearly": ("FREQ=MONTHLY;INTERVAL=6", 2, "P1Y"),
    "semiannually": ("FREQ=MONTHLY;INTERVAL=6", 2, "P1Y"),
    "biennially": ("FREQ=YEARLY;INTERVAL=2", 1, "P2Y"),
    "biennial": ("FREQ=YEARLY;INTERVAL=2", 1, "P2Y"),
    "termly": (None, 3, "P1Y"),
}
OTHER_FREQUENCIES: Frequencies = {
    "bimonthly": ("FREQ=MONTHLY;BYMONTHDAY=1,15", 24, "P1Y"),
    "biweekly": (None, 2, "P1W"),
    "biannually": ("FREQ=YEARLY;INTERVAL=2", 1, "P2Y"),
    "biannual": ("FREQ=YEARLY;INTERVAL=2", 1, "P2Y"),
    "biyearly": ("FREQ=YEARLY;INTERVAL=2", 1, "P2Y"),
}

# What a cell says in place of a date, as phrases of words; the longest that fits is taken.
STATUSES = {
    "tbc": "tbc", "tba": "tbc", "tbd": "tbc", "to be confirmed": "tbc", "to be agreed": "tbc",
    "to be determined": "tbc", "to be decided": "tbc", "to be advised": "tbc", "to be arranged": "tbc",
    "to be scheduled": "tbc", "to be set": "tbc", "to be announced": "tbc", "to be finalised": "tbc",
    "not yet known": "tbc", "not known": "tbc", "unknown": "tbc", "not yet agreed": "tbc", "not yet set": "tbc",
    "ongoing": "ongoing", "on going": "ongoing", "continuous": "ongoing", "continuously": "ongoing",
    "continuing": "ongoing", "continual": "ongoing", "continually": "ongoing", "rolling": "ongoing",
    "rolling programme": "ongoing", "on a rolling basis": "ongoing", "on a rolling programme": "ongoing",
    "business as usual": "ongoing", "bau": "ongoing", "on an ongoing basis": "ongoing", "always": "ongoing",
    "in place and ongoing": "ongoing", "ongoing process": "ongoing", "ongoing work": "ongoing", "permanent": "ongoing", "continues": "ongoing", "permanently": "ongoing",
    "complete": "complete", "completed": "complete", "done": "complete", "closed": "complete",
    "achieved": "complete", "finished": "complete", "delivered": "complete", "implemented": "complete",
    "actioned": "complete", "in place": "complete", "already in place": "complete", "action complete": "complete",
    "already complete": "complete", "already completed": "complete", "now complete": "complete",
    "now completed": "complete", "fully complete": "complete", "action completed": "complete",
    "now in place": "complete", "has been completed": "complete", "is complete": "complete",
    "completed and ongoing": "ongoing", "complete and ongoing": "ongoing", "signed off": "complete",
    "immediate": "immediate", "immediately": "immediate", "asap": "immediate", "a s a p": "immediate",
    "as soon as possible": "immediate", "as soon as practicable": "immediate", "with immediate effect": "immediate",
    "urgent": "immediate", "urgently": "immediate", "now": "immediate", "from now": "immediate", "forthwith": "immediate",
    "straight away": "immediate", "straightaway": "immediate", "at the earliest opportunity": "immediate",
    "at earliest opportunity": "immediate", "as soon as is practicable": "immediate",
    "as required": "as_required", "as needed": "as_required", "as necessary": "as_required",
    "as appropriate": "as_required", "as and when": "as_required", "as and when required": "as_required",
    "as and when needed": "as_required", "as and when necessary": "as_required", "when required": "as_required",
    "when needed": "as_required", "where required": "as_required", "if required": "as_required",
    "as and when appropriate": "as_required", "ad hoc": "as_required", "adhoc": "as_required",
    "on an ad hoc basis": "as_required", "on request": "as_required", "on demand": "as_required",
    "when necessary": "as_required", "if necessary": "as_required", "if needed": "as_required",
    "when the need arises": "as_required", "as the need arises": "as_required", "as and when the need arises": "as_required",
    "as need arises": "as_required", "as they arise": "as_required", "as and when they arise": "as_required", "as it arises": "as_required",
    "n a": "none", "na": "none", "none": "none", "not applicable": "none", "nil": "none",
    "no action required": "none", "no further action": "none", "no date": "none", "nfa": "none",
    "overdue": "overdue", "late": "overdue", "deferred": "deferred", "on hold": "deferred", "paused": "deferred",
    "postponed": "deferred", "suspended": "deferred", "delayed": "deferred", "parked": "deferred",
    "cancelled": "cancelled", "withdrawn": "cancelled", "no longer required": "cancelled", "abandoned": "cancelled",
    "no longer applicable": "cancelled", "discontinued": "cancelled", "superseded": "cancelled",
    "not started": "not_started", "not yet started": "not_started", "yet to start": "not_started",
    "not yet begun": "not_started", "not begun": "not_started", "not commenced": "not_started",
    "not yet commenced": "not_started", "yet to commence": "not_started",
    "partially complete": "in_progress", "partly complete": "in_progress", "part complete": "in_progress",
    "nearly complete": "in_progress", "substantially complete": "in_progress", "partially completed": "in_progress",
    "partly completed": "in_progress", "part completed": "in_progress", "nearly completed": "in_progress",
    "not complete": "in_progress", "not completed": "in_progress", "not yet complete": "in_progress",
    "not yet completed": "in_progress", "incomplete": "in_progress", "almost complete": "in_progress",
    "in progress": "in_progress", "underway": "in_progress", "under way": "in_progress", "wip": "in_progress",
    "work in progress": "in_progress", "started": "in_progress", "already started": "in_progress",
    "already underway": "in_progress", "already under way": "in_progress", "commenced": "in_progress",
    "in train": "in_progress", "in hand": "in_progress", "work underway": "in_progress", "begun": "in_progress",
    "in development": "in_progress", "work under way": "in_progress", "in process": "in_progress",
    "ahead of schedule": "on_track", "completed ahead of schedule": "complete", "completed early": "complete",
    "on track": "on_track", "on target": "on_track", "on schedule": "on_track",
    "over time": "unspecified", "in due course": "unspecified", "in the future": "unspecified",
    "in time": "unspecified", "unspecified": "unspecified", "not specified": "unspecified",
    "short term": "unspecified", "medium term": "unspecified", "long term": "unspecified",
    "longer term": "unspecified", "short to medium term": "unspecified", "medium to long term": "unspecified",
    "when possible": "unspecified", "where possible": "unspecified", "at a later date": "unspecified",
    "date not set": "unspecified", "no date set": "unspecified", "future": "unspecified", "soon": "unspecified",
    "no timescale": "unspecified", "no timescales": "unspecified", "later": "unspecified",
    "until further notice": "ongoing", "throughout": "ongoing", "throughout the year": "ongoing", "all year": "ongoing", "all year round": "ongoing",
}  # fmt: skip

# What stands before a period and says how it bounds the action.
BOUNDS = {
    "commenced": "from", "commenced in": "from", "started": "from", "started in": "from", "began": "from",
    "began in": "from", "commenced on": "from", "started on": "from", "next due": "in", "next due in": "in",
    "next due on": "in", "next": "in", "first draft": "in", "final draft": "in", "draft": "in", "final": "in", "interim": "in", "pilot": "in",
    "run until": "until", "runs until": "until", "run to": "until", "run through to": "until", "by when": "by", "at the very latest by": "by",
    "by": "by", "by no later than": "by", "no later than": "by", "not later than": "by", "on or before": "by",
    "at the latest by": "by", "at latest by": "by", "by or before": "by", "in or before": "by", "latest by": "by",
    "deadline": "by", "deadline of": "by", "deadline is": "by", "due": "by", "due by": "by", "due date": "by",
    "due on": "by", "due in": "by", "due for completion by": "by", "by the latest": "by", "latest": "by",
    "before": "before", "prior to": "before", "ahead of": "before", "in advance of": "before", "pre": "before",
    "until": "until", "till": "until", "til": "until", "up to": "until", "up until": "until", "to": "until",
    "ending": "until", "through to": "until", "up to and including": "until", "ends": "until", "ending in": "until",
    "running until": "until", "continuing until": "until", "to continue until": "until", "running to": "until",
    "until the": "until", "ending on": "until", "end date": "until", "end": "until", "finish": "until",
    "finish date": "until", "finishing": "until", "to finish": "until",
    "after": "after", "post": "after", "following": "after", "beyond": "after", "not before": "from",
    "no earlier than": "from", "not earlier than": "from", "later than": "after", "any time after": "after",
    "from": "from", "as from": "from", "as of": "from", "wef": "from", "w e f": "from", "with effect from": "from",
    "effective from": "from", "in effect from": "from", "starting": "from", "starting from": "from",
    "starting in": "from", "starting on": "from", "commencing": "from", "commencing in": "from",
    "commencing on": "from", "commencing from": "from", "commence": "from", "commence in": "from",
    "commence from": "from", "to commence": "from", "to commence in": "from", "to commence from": "from",
    "commences": "from", "beginning": "from", "beginning in": "from", "beginning on": "from",
    "to begin": "from", "to begin in": "from", "begins": "from", "begin": "from", "begin in": "from",
    "start": "from", "start in": "from", "start from": "from", "start date": "from", "to start": "from",
    "to start in": "from", "to start from": "from", "starts": "from", "starts in": "from", "since": "from",
    "effective": "from", "onwards from": "from", "in place from": "from",
    "with effect": "from", "live from": "from", "first": "from", "running from": "from", "first in": "from",
    "to commence on": "from", "to start on": "from", "starts on": "from", "start on": "from", "wef from": "from",
    "with effect of": "from", "effect from": "from", "to run from": "from", "to take effect from": "from",
    "in": "in", "during": "in", "on": "in", "at": "in", "for": "in", "over": "in", "throughout": "in",
    "within": "in", "over the course of": "in", "in the course of": "in", "sometime in": "in", "across": "in",
    "later in": "in", "for completion in": "in", "due to be completed in": "in", "at some point in": "in",
    "around": "about", "circa": "about", "approximately": "about", "approx": "about", "about": "about",
    "c": "about", "c.": "about", "roughly": "about", "estimated": "about", "est": "about", "provisionally": "about",
    "provisional": "about", "in time for": "in", "no sooner than": "from", "in or around": "about", "on or around": "about", "towards": "about", "nearly": "about",
    "in approx": "about", "in about": "about", "likely": "about", "tentatively": "about", "expected": "about",
    "anticipated": "about",
}  # fmt: skip

# What stands after a period and says the same.
SUFFIXES = {
    "onwards": "from", "onward": "from", "on": "from", "and onwards": "from", "and beyond": "from",
    "and on": "from", "and after": "from", "and thereafter": "from", "forward": "from", "forwards": "from",
    "going forward": "from", "and later": "from", "or later": "from", "at the earliest": "from",
    "at earliest": "from", "earliest": "from", "start": "from", "to date": "from", "to present": "from",
    "to the present": "from", "at the latest": "by", "at latest": "by", "at the very latest": "by", "latest": "by", "or earlier": "by",
    "or sooner": "by", "or before": "by", "deadline": "by", "approx": "about", "approximately": "about",
    "provisional": "about", "provisionally": "about", "estimated": "about", "est": "about", "tentative": "about",
    "start date": "from", "commencement": "from", "or thereabouts": "about", "onwards and ongoing": "from",
    "to current": "from", "target": "in", "inclusive": "in", "if possible": "about",
}  # fmt: skip

# Words that introduce a timing and add nothing to it.
LABELS = frozenset({
    "target", "target date", "completion", "completion date", "complete", "to complete", "to be completed",
    "to be complete", "completed", "date", "dates", "date of completion", "due for completion", "for completion",
    "to be in place", "in place", "review", "review date",
    "reviewed", "to be reviewed", "for review", "to review", "delivery", "delivery date", "to be delivered",
    "implementation", "implementation date", "to be implemented", "timescale", "timescales", "timeframe", "when",
    "milestone", "planned", "scheduled", "scheduled for", "planned for", "aim", "aiming for", "to be achieved",
    "aim for", "next review", "review in", "target of", "expected completion", "anticipated completion", "it is",
    "target completion", "target completion date", "planned completion", "expected completion date",
    "is", "will be", "to be", "work to", "the", "reviewed in", "to be done", "action", "to do", "achieve",
    "all actions", "all", "to be undertaken", "to be carried out", "to be held", "held", "to take place",
    "to be finished", "to be finalised", "finalised", "to report", "report", "initial", "initially", "ready", "ready for", "but",
})  # fmt: skip

# What a regular event is called; it adds nothing to its frequency.
EVENTS = frozenset({
    "report", "reports", "reporting", "meeting", "meetings", "review", "reviews", "reviewed", "update", "updates",
    "basis", "monitoring", "monitored", "cycle", "return", "returns", "audit", "audits", "check", "checks",
    "submission", "submissions", "newsletter", "newsletters", "session", "sessions", "event", "events",
    "intervals", "sampling", "occurrence", "refresh", "progress", "updated", "reported", "programme", "bulletin",
    "progress reports", "publication", "data", "thereafter", "board", "item", "snapshot", "dates", "visits",
})  # fmt: skip

# What makes an action wait: before the words that it waits for …
CONDITIONS = frozenset({
    "contingent on", "contingent upon", "contingent to", "contingent", "dependent on", "dependent upon", "dependant on",
    "dependant upon", "dependent", "depending on", "depending upon", "depends on", "depends upon", "subject to",
    "conditional on", "conditional upon", "reliant on", "reliant upon", "awaiting", "waiting for", "waiting on",
    "pending", "once", "when", "if", "provided", "provided that", "providing", "as soon as", "upon", "on completion of",
    "upon completion of", "on receipt of", "upon receipt of", "after completion of", "following completion of",
    "assuming", "in line with", "linked to", "tied to", "determined by", "driven by", "timed with",
    "to coincide with", "coinciding with", "in conjunction with", "unless", "on publication of", "on approval of",
    "on appointment of", "alongside", "as part of", "according to", "in accordance with", "aligned to",
    "aligned with", "to align with", "as per",
})  # fmt: skip
# … and after them.
CONDITION_SUFFIXES = frozenset({
    "contingent", "dependent", "dependant", "permitting", "allowing", "pending", "awaited",
})  # fmt: skip
# Conditions whose own words belong to what is waited for.
WORDED_CONDITIONS = frozenset({
    "on completion of", "upon completion of", "on receipt of", "upon receipt of", "on publication of",
    "on approval of", "on appointment of", "after completion of", "following completion of",
})  # fmt: skip

# What says that the date after it replaces the one before …
REVISIONS = frozenset({
    "revised", "revised to", "revised date", "now", "now revised to", "moved to", "now moved to", "delayed to",
    "delayed until", "delayed till", "now delayed till", "now delayed until", "now delayed to", "extended to",
    "extended until", "extended till", "now extended to", "slipped to", "now slipped to", "postponed to",
    "postponed until", "postponed till", "rescheduled to", "rescheduled for", "changed to", "brought forward to",
    "put back to", "pushed back to", "amended to", "new date", "new target", "revised target", "now due",
    "revised completion date", "revised deadline", "deferred to", "deferred until", "revised to be", "now by",
    "now expected", "now planned for", "now scheduled for", "revised target date", "now in", "updated to",
    "re-scheduled to", "revised due date", "but now", "now to be", "reprofiled to", "carried forward to",
    "now rescheduled to", "now rescheduled for", "deferred till", "now postponed to", "now postponed until",
    "new deadline", "slipping to", "now deferred to", "now deferred until", "revised by", "now for",
})  # fmt: skip
# … or that the date after it is the one that was replaced.
ORIGINALS = frozenset({
    "originally", "previously", "was", "formerly", "original date", "original", "original target", "initially",
    "moved from", "revised from", "changed from", "delayed from", "slipped from", "extended from", "from original",
    "instead of", "rather than", "brought forward from", "postponed from", "deferred from", "previous date",
    "rescheduled from", "original deadline", "originally due", "original target date", "was due",
})  # fmt: skip

# What points at another row's timing.
REFERENCES = frozenset({
    "see", "as", "see above", "as above", "see below", "as below", "as per", "refer to", "as in", "as for", "same as",
    "to be addressed through", "addressed through", "to be addressed by", "to be addressed under", "covered by",
    "covered in", "covered under", "through", "dealt with in", "dealt with under", "ditto", "as at", "picked up in",
    "picked up under", "picked up through", "to be picked up under", "to be picked up in", "included in", "under",
    "included under", "merged with", "links to", "linked to", "to be dealt with under", "delivered through",
    "to be delivered through", "to be covered in", "to be covered by", "to be covered under", "cross reference",
    "incorporated in", "incorporated into", "via", "in line with", "aligned to", "aligned with", "as set out in",
})  # fmt: skip
REFERENCE_NOUNS = frozenset({
    "recommendation", "recommendations", "rec", "recs", "action", "actions", "row", "rows", "item", "items", "no",
    "nos", "number", "numbers", "point", "points", "ref", "objective", "priority", "section", "theme",
})  # fmt: skip
