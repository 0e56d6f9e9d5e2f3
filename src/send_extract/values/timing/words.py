"""The vocabulary of timings: data, apart from the grammar that reads it.

A phrase is written once with its variants: `{now |}delayed {to|until}` stands for four. Phrases of one meaning are
parted by commas. Between two words a hyphen counts as a space.
"""

from __future__ import annotations

from typing import Any

MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _number(names: str, first: int) -> dict[str, int]:
    """Names and what they are written short as, each with its number; commas part the numbers."""
    return {
        name: number for number, several in enumerate(names.split(","), first) for name in several.split()
    }


MONTHS = _number(
    "january jan, february feb febr, march mar mch, april apr, may, june jun, july jul, august aug augt,"
    "september sept sep, october oct octr, november nov, december dec decr", 1,
)  # fmt: skip
WEEKDAYS = _number(
    "monday mon, tuesday tues tue, wednesday weds wed, thursday thurs thur thu, friday fri, saturday sat, sunday sun",
    0,
)
NUMBERS = _number("one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve", 1) | {
    "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "ninety": 90,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1, "penultimate": -2,
    "last but one": -2,
}  # fmt: skip
TIMES = {"once": 1, "twice": 2, "thrice": 3}

# A unit of time: its ISO 8601 designator, and how many of it the designator counts.
UNITS = {
    ("D", 1): "day, days", ("W", 1): "week, weeks, {working|school} {week|weeks}", ("W", 2): "fortnight, fortnights",
    ("M", 1): "month, months", ("M", 3): "quarter, quarters",
    ("Y", 1): "year, years, annum", ("H", 1): "hour, hours", ("T", 1): "term, terms",
    ("T2", 1): "half term, half terms", ("M", 6): "half year, half years", ("B", 1): "{working|school|business|term|w} {day|days}, {wday|wdays|wds}",
}  # fmt: skip
# School terms and seasons by the words that name them, and the half-term holidays in or behind them.
SEASONS = {"autumn": (9, 11), "winter": (12, 2), "spring": (3, 5), "summer": (6, 8)}
HALF_TERM_HOLIDAYS = {
    2: "february", 10: "october", 5: "may", "spring": "february", "autumn": "october", "summer": "may",
    "whitsun": "may", "whit": "may", "whitsuntide": "may",
}  # fmt: skip
FEASTS = {"easter": "easter", "christmas": "christmas, xmas"}
# How often, in one phrase: every so many of a unit …
FREQUENCIES = {
    ("D", 1): "daily", ("B", 1): "every {working day|weekday}, each {working day|weekday}",
    ("W", 1): "weekly", ("W", 2): "fortnightly, f nightly, bi weekly, biweekly",
    ("M", 1): "monthly, pcm", ("M", 2): "bi monthly, bimonthly", ("M", 3): "quarterly",
    ("M", 6): "{bi|semi|half} {annually|annual|yearly}, biannually, biannual, biyearly, semiannually, half-year",
    ("Y", 1): "annually, annual, yearly, per annum, p a, pa", ("Y", 2): "biennially, biennial", ("Y", 3): "triennially, triennial",
    ("T", 1): "termly", ("T2", 1): "{half|semi} termly",
}  # fmt: skip
# Bounds behind which the space is left out as often as it is a part of a name (`by1 May`, but `v1`).
GLUED = "by, from, wef, until, till, til, before, after, since"

# The classes of words that have a value each …
VALUED: dict[str, dict[Any, str]] = {
    "unit": UNITS, "frequency": FREQUENCIES, "feast": FEASTS,
    "term": {"autumn": "autumn, michaelmas", "spring": "spring, lent", "summer": "summer, trinity"},
    "short_term": {"summer": "sum"},  # a word of its own, but before *term*
    "year_name": {
        "financial": "{financial|fiscal|council} {year|years}, fy, fys, f y",
        "academic": "{academic|school} {year|years}, ay, a y",
        "municipal": "{municipal|civic} year",
        "year": "calendar year",
    },
    # What a year is called behind its number.
    "year_kind": {"financial": "financial, fiscal", "academic": "academic, school"},
    "part": {
        "early": "early, early part, early in, beg, beg of", "mid": "mid, middle, middle part", "late": "late, late in, {towards|toward|near|nearer|nearing} {|the }end", "later": "latter part, later part, later in, later",
        "end": "end, close, ends, eo, e o, very end, last day", "first day": "first day", "start": "start, beginning, begining, outset, opening",
        "first half": "{first|1st} half, first six months, first 6 months",
        "second half": "{second|2nd|latter|last|final} half, {second|last} {six|6} months",
    },
    # An end in letters: of a month, a quarter, a year.
    "eo": {
        "month": "eom, m e, month end, end month",
        "quarter": "eoq, q e, quarter end",
        "year": "eoy, eofy, y e, ye, year end, end of year, end of the year, end year",
    },
    # The months that end with it.
    "months_ending": {
        12: "year {ending|ended|to}, {fye|f y e}, financial year ending", 6: "half year {ending|ended}", 3: "quarter {ending|ended}",
        1: "month {ending|ended}",
    },
    "week_of": {
        "week": "{week|weeks|w} {commencing|beginning|beg|comm|com|starting|c}, w c, w b, wc, wb, w comm, w beginning",
        "week_ending": "{week|w} {ending|end|ended|e}, w e, we, w ending",
    },
    # What a cell says in place of a date.
    "status": {
        "tbc": """
            tbc, tba, tbd, t b c, to be {confirmed|agreed|determined|decided|advised|arranged|scheduled|set|announced|finalised},
            not {yet |}{known|agreed|set|confirmed}, unknown, date tbc, dates tbc, timing tbc, awaiting date""",
        "ongoing": """
            {|on an |currently |and }{ongoing|on going}, continuous, continuously, continuing, continual, continually, rolling, rolling
            programme, on {a|an} {rolling|ongoing|on going|continuous} {basis|programme}, {now |}{business as usual|bau}, always, {in
            place|complete|completed} {and|but} {ongoing|on going}, {ongoing|on going} {process|work}, permanent, continues,
            permanently, until further notice, throughout, throughout the year, all year, all year round, o g""",
        "complete": """
            {|already |now |fully |action |is |has been |all |actions }{complete|completed|closed|delivered|achieved|implemented}, {now |already
            |}{done|in place}, finished, actioned, signed off, completed {ahead of schedule|early}, {completed|closed|delivered|achieved|finished|implemented|actioned|signed off} {in|on}""",
        "immediate": """
            immediate, immediately, asap, a s a p, as soon as {possible|poss|practicable|is practicable|practical|feasible}, asap poss, soonest, at the soonest, with immediate effect,
            urgent, urgently, now, from now{| on| onwards}, forthwith, straight away, straightaway, {at |at the |}earliest opportunity""",
        "as_required": """
            as {required|needed|necessary|appropriate}, as and when{| required| needed| necessary| appropriate}, {when|where|if}
            {required|needed|necessary}, {on an |}ad hoc{| basis}, adhoc, on {request|demand}, {when|as|as and when} {the
            |}need arises, {as|as and when} they arise, as it arises""",
        "none": "n a, na, none, not applicable, nil, no action required, no further action, no date, nfa",
        "overdue": "overdue, late, {deadline|target} missed, {deadline |target |}not met",
        "paused": "deferred, on hold, paused, postponed, suspended, delayed, parked, on pause, stalled",
        "cancelled": """
            {|now |since }{cancelled|withdrawn}, no longer {required|applicable|needed}, abandoned, discontinued, superseded""",
        "not_started": "not {yet |}{started|begun|commenced}, yet to {start|commence|begin}",
        "in_progress": """
            {partially|partly|part|nearly|substantially|not|not yet|almost} {complete|completed}, incomplete, {already |work |now
            |}{underway|under way}, in {progress|train|hand|development|process}, wip, work in progress, {already |}started,
            commenced, begun, {on|ahead of} {track|target|schedule}""",
        "unspecified": """
            over time, in due course, in the future, in time, unspecified, not specified, {short|medium|long|longer|short to
            medium|medium to long} term, {when|where} possible, at a later date, date not set, no date set, future, soon, no
            timescale, no timescales, later""",
    },
    # What stands before a period and says how it bounds the action …
    "bound": {
        "from": """
            from, as {from|of|at}, wef, w e f, w e from, eff, effective, effective {from|on}, {with |in |}effect{| from| of},
            {|to |and }{start|commence|begin|resume|restart}{| in| on| from}, {resumes|resuming|restarts|starts|commences|begins|started|commenced|began}{| in| on| from}, start date,
            {starting|commencing|beginning|running|kicking off}{| in| on| from}, since, onwards from, in place from, live from, first{| in| due| one}, 1st {in|due|one},
            to run from, to take effect from, not before, {not|no start|not to start|not starting|will not start|won't start|cannot start|not due|not needed|not required|not expected|not available} {until|till|before}, {no|not} {earlier|sooner} than, earliest, earliest date, at the earliest, opens, opens
            on, in force from, applies from, go live""",
        "in": """
            in, during, on, at, for, over, throughout, within, {over|in} the course of, sometime in, sometime, some time in, any time, anytime, across, for completion in,
            due{| on| in| date}, due for completion{| in}, due to be completed in, {at some point|in time} in, at some point during, through, thru, {first |final |}draft, final, interim, pilot, falls in""",
        "until": """
            until, till, til, 'til, to, {|from |starting |as of }{now|today} {until|till|til|to|through to|up to}, between {now|today} and, up {to|until}, {run|runs|running|continue|continuing|to continue} {until|to|till|through to}, through to, up to
            and {including|incl|inc|inclusive of}, ending{| in| on}, ends{| in| on}, end date, end, {to |}finish{| in| on}, finish date, finishing, closes{| on|
            in}, closing{| date| on}, close, expires{| on| in}, lasting until""",
        "by": """
            by, by when, by no later than, {but|or} {by|no later than|not later than}, not after, {no|not} {later|latter} {than|then}, nlt, on or before, {in|by} or before, {|at |at the |at the very |by the |by
            }latest{| by}, by the very latest, latest date, deadline{| of| is| by| for}, due by, due for completion by, by
            or on, required by, {cob|cop|close of play|close of business|eod|end of day}{| on| by}, by {cob|cop|close of play|close of
            business|eod|end of day}{| on}, to be {completed|done|in place} by, must be {completed|done} by""",
        "before": "before, prior to, ahead of, in advance of, pre",
        "after": "after, post, following, beyond, later than, any time after, {immediately|straight|directly|right|shortly|soon} after",
        "about": """
            {in |on |at |}{around|about|approx|approximately|circa}, c, ca, roughly, estimated, est, provisionally, provisional, {in|on} or around,
            towards, nearly, likely, tentatively, tentative, expected, anticipated, probably, possibly, hopefully, maybe, perhaps""",
    },
    # … and behind a period, and says the same.
    "suffix": {
        "from": """
            {and |}{onwards|onward|forward|forwards|going forward|going forwards}, on, and {beyond|on|after|thereafter|later}, or
            later, {at |at the |}earliest, start, to {date|present|the present|current}, {start |commencement }date, commencement""",
        "by": "{at |at the |at the very |by the |}latest, {or|but|if not} {earlier|sooner|before}{| if possible}, {earlier|sooner} if possible, deadline, max, maximum, {by |}{cob|cop|close of play|close of business|eod|end of day}",
        "about": "{approx|approximately|provisional|provisionally|estimated|est|tentative|or thereabouts|if possible|ish|indicative|expected}",
        "in": "target, inclusive, incl",
    },
    "place": {"above": "{see|as} above, ditto", "below": "{see|as} below"},
}  # fmt: skip

# … and those that say what they are by being there.
PLAIN = {
    # Words that introduce a timing and add nothing to it.
    "label": """
    achieve, action, aim, for {some|most|others|the rest|the others|all others|the remainder}, deadline, {to |}go to, {going|goes} to, for {decision|approval|agreement|consideration|discussion|information|noting|endorsement|ratification}, aim for, aiming for, all, all actions, for all, both, {|anticipated |expected |planned |target
    |proposed }{completion|delivery|implementation|review|start|target}{| date| dates}, {|target |due |key |proposed |new |planned }{date|dates}, date of completion, {complete|completed|held|reviewed|finalised|planned|scheduled|agreed|booked|set}{| for| in| on},
    due for completion, due at, due back{| to}, due in to, due for {review|renewal|decision|sign off|approval}, {|is |are }due to {go to|report|complete|be complete|be completed}, for {completion|review|implementation|delivery}, in place, initial, initially, is, it is, back, out, {next |}milestone, next review, ready, ready
    for, report, review in, timeframe, timescale, timescales, to be, to be {achieved|carried out|complete|completed|delivered|done|finalised|finished|held|implemented|in
    place|reviewed|undertaken}, to {complete|do|report|review|take place}, when, will be, must be, work to, scheduled for, planned for, target of, only, thereof, {forward|forward work|work|delivery|capital} programme, {forward|work} plan, no {change|changes|slippage}, unchanged, currently, currently {set|planned|scheduled|booked|agreed}{| for| in| on}""",
    # What regular events and deadlines are called: beside a frequency or a date they add nothing that changes it.
    "event": """
    {progress |}{audit|bulletin|check|event|item|meeting|newsletter|occurrence|publication|report|return|review|session|snapshot|submission|update|visit|briefing|workshop|forum|slot|catch up|assembly|survey|inspection|training|open evening}{|s}, basis, cycle,
    data, dates, intervals, monitored, monitoring, programme, progress, refresh, reported, reporting, reviewed, sampling, thereafter, updated""",
    "body": """
    board, cabinet, committee, council, executive, forum, governors, governing body, panel, scrutiny, slt, smt, cmt, clt, lsp, partnership, group, team, trust, assembly,
    agm, egm, conference, summit, parliament, commission, court, senate, directorate, inspectors, cttee, ctte""",
    # Of bodies and people those that act, and seldom meet.
    "doer": """
    team, group, trust, governors, governing body, inspectors, partnership, directorate, staff, schools, parents, headteachers,
    heads, officers, members, service""",
    # What plans make and do: a noun that says of what a date is.
    "thing": """
    launch, {first|final|draft|revised|updated|public} version, training, consultation, decision, award, {roll out|rollout}, recruitment, appointment{|s}, procurement, tender, contract, approval, sign off, draft, scoping, design, development,
    analysis, mapping, options, evaluation, assessment, funding, bid, budget, framework, website, survey, pilot, phase, policy, plan, strategy, paper, business case, job description,
    {kick|sign|hand|close|roll|wrap|wash} {off|over|out|up}, {check|follow} {in|up}, mid point, {half|full} year {review|report|update}, tender out, advert, final, interim, interviews, induction, toolkit, handbook, directory, database, dashboard, system, network, pack, leaflet, brochure, guide, charter, protocol, pathway, template, specification, script,
    implementation, delivery, completion, action, actions, engagement, outline, final report, interim report, feedback, results, findings, stocktake, closure, handover, mobilisation,
    opening, publication, mid {term|year|point}{| review}, {end year|year end|end of year|end of the year} {review|reviews|report|assessment|assessments|appraisal|appraisals|accounts|tests}, {in|into} {post|role}, {inset|training|open|polling|results|sports|away|launch|development|transition|induction|census} {day|days}, bank holiday, {a|as|o|t} {level|levels}, {school|pupil|workforce} census, cohort, campaign, communications, comms, governance, data, resources, visits, testing, migration, install, installation, works, build, new year, round, wave, programme, project, service, staff, staffing, schools, parents, headteachers, heads, officers, members""",
    # What makes an action wait: before the words that it waits for …
    "condition": """
    contingent{| on| upon| to}, not {until|before}, {dependent|dependant}{| on| upon}, {depending|depends|conditional|reliant} {on|upon}, subject to, awaiting, waiting
    {for|on}, pending, once, when, if, provided{| that}, providing, as soon as, assuming, {linked|tied} to, {determined|driven} by, timed with, {in
    line|coinciding|in conjunction|in accordance|aligned|alongside} with, {to |}{coincide|align} with, alongside, as part of, according to, aligned to, as per, as
    long as, so long as, whenever, on the back of, led by, to be agreed with""",
    # … whose own words belong to what is waited for …
    "worded_condition": "{on|upon|after|following} {completion|receipt|publication|approval|appointment|agreement|adoption|sign off|conclusion} of, unless, upon, ready for, in {readiness|preparation} for, in time for, ahead of, in advance of",
    # … or are all of it …
    "occurrence": """
    {on|upon|at|at the point of} {completion|receipt|publication|approval|appointment|agreement|adoption|sign off|admission|discharge|referral|induction|enrolment|entry
    |arrival|transfer|transition|handover|renewal|expiry|launch|go live|opening|award|contract award|mobilisation|void|relet|termination|exit}""",
    # … and after them.
    "condition_end": "contingent, dependent, dependant, permitting, allowing, pending, awaited",
    # What says that the date after it replaces the one before …
    "revised": """
    revised{| to| by| to be}, {revised |new |current |updated |amended |forecast }{|due |target |completion }{date|deadline|target|timescale|forecast|estimate}, forecast, {now |since |}{delayed|extended|pushed|moved|moved
    back|moved up|moved on|slipped|postponed|rescheduled|deferred|revised|reprofiled|pushed back|put back|rearranged|shifted|rolled|carried over|re profiled|retimed|replanned|brought
    forward|brought fwd|carried forward|carried fwd|changed|amended|updated|slipping|rolled over|rolled forward} {to|until|till|for|into}, now{| by| due| expected| in| for|
    to be| planned for| scheduled for| likely}, but now, {re scheduled} {to|for}, becomes, becoming, replaced by, {b f|c f|b fwd|c fwd|bfwd|cfwd} to, actual{| date| completion| completion date}""",
    # … or that the date after it is the one that was replaced.
    "original": """
    {originally|initially|previously}{| due| planned| scheduled| expected| set| agreed}{| by| for}, first {planned|scheduled|expected|set|agreed} {|by|for},
    {previous|original|old|former} {|due |target |completion }{date|deadline|target|timescale}, previous, prev, original, was{| due| by}, were, formerly, from original, old, {instead
    of|rather than|not|in place of|replaces|replacing}, had been, ex""",
    # … or the last time that something was done.
    "past": "{last|most recently} {done|held|met|reviewed|completed|carried out|updated|undertaken|delivered|issued|published|audited|refreshed|due}{| in| on}",
    # … what is said to have happened before it is said until when …
    "slid": """
    {missed|slipped|slipping|slippage|delayed|moved|extended|extension|rescheduled|deferred|postponed|changed|reprofiled|re profiled|pushed back|put back}, behind schedule""",
    "moved": """
    {now |}{moved|moved back|moved up|moved on|revised|changed|delayed|slipped|extended|brought forward|brought fwd|postponed|deferred|rescheduled|put back|pushed back|carried over|carried forward|carried fwd|slippage|rolled over|b f|c f|b fwd|c fwd|bfwd|cfwd} from""",
    # What points at another row's timing.
    "reference": """
    see, {superseded|replaced} by, as, as {at|in|for|per|set out in}, refer to, same as, {is a |}{duplicate|repeat} of, duplicates, duplicated {by|in}, repeats, {to be |}{addressed|covered|dealt with|delivered|picked up} {through|by|in|under}, through, {included|incorporated|merged} {in|under|into|with},
    {linked|links|aligned} {to|with}, in line with, under, via, cross reference""",
    "reference_noun": """
    {recommendation|rec|action|row|item|number|no|point|objective|priority|section|theme}{|s}, ref""",
    # Conditions that point at something written, whose date is not the action's …
    "referring": "as per, according to, aligned to, {in line|in accordance|aligned} with, {linked|tied} to",
    # … and what is dated itself: what stands right behind is its date.
    "is_dated": "dated, issued, sent, received, minutes, letter, email, memo, circular",
    # Words beside a date that turn it into something else, and so refuse it …
    "changing": """
    not, no, never, except, excluding, exc, excl, without, unless, avoid, less, more, than, nor, neither, ago, non, unlikely, missed, instead, lapsed, failed, unable,
    post {14|16|18|19}, stretch, best case, worst case, optimistic, pessimistic, fallback, backstop, see, per, room, floor, ward, band, grade, tier, level, key stage, ks, p, pp, minutes, minute, version, v, ver, ref, refers, refer, dated, slip, slips, slipped, slipping, take, takes, took, need, needs, fail, fails, miss, misses, overran, overrun, overruns, depends, query, unclear, unsure, letter, email, page, para, appendix, agenda, re, cf, issue, edition, wording, census, baseline, compared, comparison, versus, vs, relative, using, based, act, regulations,
    may, might, can, could, should, would, shall, must, cannot, will, won't, can't, don't, didn't, did, does, do, had, has, have, being, been, am, were, was, are,
    or, but, if, though, although, because, whether, while, whilst, however, possible, else, otherwise, some, every, each, next, new, half, term, present, current, working, one, two, three, who, what, where, why, he, she, they, we, it""",
    # … the small words that may stand in what labels a date …
    "owed": "due, owing", "linking": "because of, as a result of, of, for, the, to, and, with, via, by, at, in, on, a, an, our, their, all, through, its, this, is",
    # What a sentence says that is meant to be so by a date, or happens on one.
    "whoever": "we, it, they, this, these, there",
    "meant": """
    {will|should|shall|must|to} be, {will|should|shall|must}, {aim|aims|aiming|intend|intends|plan|plans|hope|hopes|is|are|was|were|expected|planned|scheduled|likely} to{| be| have},
    {is|are} {expected|planned|scheduled|due|likely} to{| be| have}""",
    "reached": """
    finished, completed, complete, finish, concluded, conclude, done, in place, live, ready, delivered, deliver, rolled out, roll out, implemented, implement,
    launched, launch, published, publish, signed off, agreed, approved, adopted, begin, commence, start, end, open, held, issued, received, back, with""",
    "happening": "{goes|go|going} live, {takes|take} effect, {comes|come} into {force|effect|operation}",
    # … and titles, before which a month is a name.
    "title": "cllr, cllrs, councillor, mr, mrs, ms, miss, dr, prof, sir, dame, lady, lord, with, ask, tell, via, contact",
    # What is done as well as what it is called: behind *May* nobody knows which.
    "doing": "sign off, launch, roll out, plan, pilot, draft, design, award, build, bid, tender, install",
    # What happens on days that have a name, how quickly things are to be done, and how often a date was changed.
    "pupils": "year, years, key stage, ks",
    "occasion": "day, days, week, weekend, evening, term",
    "standard": "{turnaround|response|repair|lead|processing|waiting|target} {time|times}, turnaround, response, repairs, standard, sla, target, kpi, notice, notice period",
    "revision": "revision, extension", "agreed": "agreed, granted, approved, allowed",
    # How much something matters, before its timing.
    "level": "high, medium, low, critical, essential, {high|medium|low|top} {priority|risk}, priority",
    # What is numbered in figures, and what a rhythm goes without.
    "numbered": "draft, version, edition",
    # Who is still to say that a date is right.
    "confirming": "to {confirm|check|verify|agree}",
    # What is said of something that has its own days (`lease ends`).
    "own_end": "begins, starts, opens, closes, ends, expires, commences, resumes, finishes",
    "baseline": "baseline{| survey| audit| data}",
    "except": "except{| for| in| during}, excluding, exc, excl, ex, apart from, other than, {but |}not {in|during}, save{| for| in}",
    "renewed": "new, revised, updated, amended, now, current, forecast", "lately": "last, most recent",
    # Words that make the number before them a count (`6 times`), not a day or a year.
    "counted": "times, time, x, month, months, week, weeks, year, years, day, days, monthly, weekly, yearly, per, hours, terms, quarters",
    "new_year": "{the |}new year, new year's day, new years day",
    "financial_end": "{fye|f y e}, financial year {ending|ended}",
    # What some use for twice in it.
    "other_frequency": "bi monthly, bimonthly, bi weekly, biweekly, bi {annually|annual|yearly}, biannually, biannual, biyearly",
    # Small words of the grammar.
    "of": "of, in, for", "the": "the", "a": "a, an, any", "between": "between, b w", "range": "to, until, till, through, thru, thro, through to, up to, to the, til, into, and up to",
    "each": "every, each, per", "other": "other, alternate", "every": "every, each", "per": "per, a, an, each, every, in a, in each, in any, in every", "half": "half", "fraction": "half, third, thirds, quarter, quarters", "share": "of", "termword": "term, terms", "then": "then, thereafter, and then, followed by",
    "on": "on, in, at, to, with, for", "times": "times, x, time", "per_year": "per annum, p a, pa", "least": "at least, no less than, no fewer than, minimum of, a minimum of, minimum, min, {as|at} a minimum, or more", "most": "up to, at most, no more than, maximum of, max",
    "holiday": "{half |}{holiday|holidays|break|vacation|hols}", "week": "week, weeks",
    "rel": "this, current, next, new, coming, last, previous", "yearword": "year", "programme_year": "year, years, y", "agenda": "{board |}agenda {item|items}, {|item |items }on {the |}agenda", "quarterword": "quarter, quarters, q, qs", "monthword": "month, months",
    "day": "day", "working": "working, school, business", "also": "again, also, both", "termtime": "{in |during |}term time{| only}", "again": "again",
    "by_unit": "by, on, to, after", "within": "within, w in, {|within }a period of, inside, no more than, {no|not} later than, up to", "over": "over, for, during, {for|over} a period of", "in": "in, by",
    "anchor": "of, from, after, following, post, from the date of, of the date of, starting, starting from, commencing, since",
    "ahead": "before, prior to, in advance of, ahead of", "next": "next, coming, forthcoming, subsequent", "upcoming": "next{| one} due{| in| on}", "regular": "regular, a, an, the, be, on a, on an",
    "event_before": "before, prior to, ahead of, pre, until, till, in advance of", "event_after": "after, following, post, {immediately|straight|directly|right|shortly|soon} after",
    "venue": "room, rm, hall, suite", "at_next": "{by|at|until|before|for} {the |}next", "wholly": "calendar, full, consecutive, whole, clear, complete",
    "halfterm": "{half|h} {term|terms|t}, ht, hts", "percent": "percent, per cent", "where": "above, below", "stage": "phase, ph, period, sprint, release, stage, part, step, wave, tranche, cohort, round, horizon",
}  # fmt: skip

# Words that are written short in any way, cut or without their vowels; and what only looks like one of them cut.
SHORTENED = (*MONTH_NAMES, *WEEKDAY_NAMES, *"""
    autumn summer spring winter term terms termly year years yearly annually month months monthly week weeks weekly
    quarter quarters quarterly fortnight fortnightly financial academic half committee meeting meetings beginning
    commencing ending effective previously originally approximately provisionally estimated holiday holidays working
    ongoing completed immediately required between following until onwards revised confirmed every each dependent
    subject christmas daily deadline provisional starting probably
""".split())  # fmt: skip
UNSHORTENED = frozenset("""
    augusta ally apply approximate aptly commending commenting contiguous followings idly orgy origin quart quartet
    slummer sparing sprig springy thy wee subjects academics beginnings autumns summers match marsh jury compete
    competed mouthly commit ann meet fort sub con rev hal dead star depend ever win wint fin wor requ require
    confirm provision estimate financ revise springs form afters jane
""".split())  # fmt: skip
SHORT = {
    "wk": "week", "yr": "year", "mo": "month", "fn": "fortnight", "fin": "financial", "hrs": "hours", "ea": "each",
    "alt": "alternate", "ext": "extension", "extn": "extension", "ext'n": "extension", "ext'd": "extended", "rev'd": "revised", "resch'd": "rescheduled", "compl'd": "completed", "rev":
    "revised", "fo": "of", "teh": "the", "frm": "from",
}  # fmt: skip
# Words besides names that a timing can hang on, each of which no other word is a slip away from.
SLIPPED = """
    quarterly monthly fortnightly annually weekly biannually termly ongoing completed complete immediate immediately
    continuous autumn summer spring quarter academic financial commencing beginning originally previously following
    subject until before after between from going
""".split()
# Months and seasons whose names are people's and places' names or other words too.
DOUBTFUL = frozenset(
    "may march mar april june jan august sun sat mon jun dec spring summer autumn winter easter".split()
)
# Words of time without a figure or a month, and those with which a frequency in running text is one for certain
# (`annual` and `3 monthly` are parts of names).
TIME_WORDS = frozenset("""
    weekly fortnightly monthly quarterly termly annually yearly week weeks month months quarter quarters term terms year
    years easter christmas autumn spring summer winter monday tuesday wednesday thursday friday mondays tuesdays wednesdays
    thursdays fridays fortnight qtr
""".split())  # fmt: skip
FREQUENCY_STARTS = frozenset("""
    weekly fortnightly monthly quarterly termly annually yearly half bi every each once twice month week on
""".split())  # fmt: skip
