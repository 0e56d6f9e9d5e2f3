"""Random records, for laws that hold for every plan."""

import datetime as dt

from hypothesis import strategies as st

from send_extract.diagnostics import Diagnostic
from send_extract.plan import (
    Action,
    Draft,
    Measure,
    Plan,
    Recommendation,
    Relation,
    SourceRecord,
    TimingMention,
)
from send_extract.source import Location
from send_extract.values.acronym import Acronym, GlossaryEntry
from send_extract.values.mention import Mention
from send_extract.values.owner import Owner
from send_extract.values.timing import Frequency, Interval, Timing

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
LINES = st.text(st.sampled_from("ab |*_<>&\\`[]~=+-@'\"\n\t,;#é–"), min_size=1, max_size=30)
TEXTS = WORDS | LINES
NUMBERS = st.from_regex(r"[1-9][0-9]?[a-c]?", fullmatch=True)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))
LOCATIONS = st.builds(
    Location,
    line=st.none() | st.integers(1, 999),
    page=st.none() | st.integers(1, 99),
    column=st.none() | TEXTS,
    item=st.none() | st.integers(1, 99),
)
INTERVALS = st.builds(Interval, start=st.none() | DAYS, end=st.none() | DAYS)
TIMINGS = st.builds(
    Timing,
    intervals=st.lists(INTERVALS, max_size=3).map(tuple),
    deadline=st.booleans(),
    approximate=st.booleans(),
    rrule=st.sampled_from([None, "FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY;BYMONTH=9", "FREQ=WEEKLY"]),
    frequency=st.none()
    | st.builds(Frequency, count=st.integers(1, 12), period=st.sampled_from(["P1Y", "P3M"])),
    duration=st.sampled_from([None, "P3M", "P6W"]),
    contingent_on=st.none() | TEXTS,
    status=st.sampled_from([None, "tbc", "ongoing", "as_required"]),
)
OWNERS = st.builds(
    Owner,
    code=st.none() | TEXTS,
    name=st.none() | TEXTS,
    role=st.sampled_from(["owner", "lead", "accountable", "support", "funder"]),
)
WHENS = st.builds(TimingMention, text=st.just("") | TEXTS, value=st.none() | TIMINGS)
WHOS = st.builds(
    Mention[tuple[Owner, ...]],
    text=st.just("") | TEXTS,
    value=st.none() | st.lists(OWNERS, max_size=2).map(tuple),
)
OPTIONAL = st.none() | TEXTS
EXTRAS = st.dictionaries(TEXTS, TEXTS, max_size=1)
ACTIONS = st.builds(
    Action, id=NUMBERS, text=TEXTS, when=WHENS, who=WHOS, location=LOCATIONS, lead_in=OPTIONAL, extra=EXTRAS
)
RECOMMENDATIONS = st.builds(
    Recommendation,
    number=NUMBERS,
    text=TEXTS,
    section=OPTIONAL,
    notes=st.lists(TEXTS, max_size=2).map(tuple),
    relations=st.lists(
        st.builds(Relation, kind=st.sampled_from(["merge", "aligned"]), numbers=st.tuples(NUMBERS)),
        max_size=1,
    ).map(tuple),
    when=WHENS,
    who=WHOS,
    actions=st.lists(ACTIONS, max_size=3).map(tuple),
    measures=st.lists(st.builds(Measure, id=NUMBERS, text=TEXTS, location=LOCATIONS), max_size=2).map(tuple),
    status=OPTIONAL,
    extra=EXTRAS,
    location=LOCATIONS,
)
PLANS = st.builds(
    Plan,
    title=OPTIONAL,
    draft=st.builds(Draft, label=OPTIONAL, date=st.none() | DAYS),
    year=st.none() | st.integers(2000, 2099),
    source=st.builds(
        SourceRecord,
        name=TEXTS,
        format=st.just("delimited"),
        encoding=st.sampled_from([None, "utf-8"]),
        sha256=st.just("0" * 64),
        bytes=st.integers(1, 10**6),
    ),
    recommendations=st.lists(RECOMMENDATIONS, max_size=3).map(tuple),
    glossary=st.lists(st.builds(GlossaryEntry, term=TEXTS, text=TEXTS, expansion=OPTIONAL), max_size=2).map(
        tuple
    ),
    acronyms=st.lists(
        st.builds(Acronym, term=TEXTS, status=st.sampled_from(["defined", "undefined", "variant", "unused"])),
        max_size=2,
    ).map(tuple),
    diagnostics=st.lists(
        st.builds(
            Diagnostic,
            code=st.just("timing-unread"),
            severity=st.sampled_from(["error", "warning", "info"]),
            message=TEXTS,
            location=LOCATIONS,
        ),
        max_size=2,
    ).map(tuple),
)

# Cells and tables of delimited text, as authors and converters write them.
PROSE = st.lists(
    st.sampled_from(
        [
            "review",
            "the",
            "plan",
            "SEND",
            "training",
            "PFH",
            "March",
            "2022",
            "<20",
            "A&E",
            "R&D",
            "parents'",
            "café",
            "£5m",
            "3-5",
            "(see",
            "note)",
            "50%",
            "co-produced",
            "*star",
            "Jan",
            "Feb",
            "GB/BM",
            "1.",
            "a)",
            "–",
            "quality",
        ]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)
ESCAPED = PROSE.map(lambda words: words.replace("&", "&amp;").replace("<", "&lt;"))
INLINE = st.one_of(
    ESCAPED,
    st.builds(
        "<{0}>{1}</{0}>".format, st.sampled_from(["b", "i", "em", "strong", "u", "sup", "span", "B"]), ESCAPED
    ),
    st.builds("{} <b>*{}</b>".format, ESCAPED, ESCAPED),
    st.builds("{}<br>{}".format, ESCAPED, ESCAPED),
    st.builds('<a href="x.htm" title="a > b">{}</a>'.format, ESCAPED),
)
LISTED = st.recursive(
    INLINE,
    lambda inner: st.builds(
        lambda tag, items: f"<{tag}> {''.join(f'<li>{item}</li> ' for item in items)}</{tag}>",
        st.sampled_from(["ul", "ol", 'ul style="list-style-type: none"', "UL"]).map(str),
        st.lists(inner, min_size=1, max_size=3),
    ).map(lambda markup: markup.replace('</ul style="list-style-type: none">', "</ul>")),
    max_leaves=5,
)
CELL_MARKUP = st.one_of(
    st.just(""),
    PROSE,
    LISTED,
    st.lists(LISTED, max_size=3).map(" ".join),
    st.builds("<p>{}</p>".format, INLINE),
)
HEADINGS = ("No", "Recommendation", "Summary actions", "When (2022)", "Who", "Measure of success", "Scope")
TABLE_TEXTS = st.builds(
    lambda rows, above, below: "\n".join(
        [*above, "\t".join(HEADINGS), *("\t".join(row) for row in rows), *below, ""]
    ),
    st.lists(
        st.tuples(st.sampled_from(["", "1", "2", "3.1", "R4:", "6a"]), *[CELL_MARKUP] * (len(HEADINGS) - 1)),
        max_size=6,
    ),
    st.lists(PROSE, max_size=2),
    st.lists(PROSE | st.just("## Glossary") | st.just("RTA Refusal to assess"), max_size=3),
)
