"""The grammar of timings as tables: each row a name, a pattern over spelt items, and what it makes.

The tables are tried one after the other, each over what the one before it left: periods, what stands around a period,
recurrences and lengths, what stands around those, and the parts of an expression. In a table the first row that fits is
taken. A row's name is what `check --verbose` and `plan.json` say read the words.
"""

from __future__ import annotations

from typing import Final

from send_extract.values.timing import around as a
from send_extract.values.timing import days as n
from send_extract.values.timing import labels as x
from send_extract.values.timing import listing as d
from send_extract.values.timing import making as p
from send_extract.values.timing import recurring as r
from send_extract.values.timing import waiting as w
from send_extract.values.timing.matching import PIECES
from send_extract.values.timing.recurrence import Recurrence
from send_extract.values.timing.rules import GrammarRule as Rule
from send_extract.values.timing.rules import GrammarTable as Table

PIECES |= {
    "WEEKDAY": "(?: <weekday> {comma|dot}* {the}? )?",
    "AND": "{comma|and|or|slash|semicolon} {and|or}?",
    "JOINT": "(?: AND | {dash|range} )",
    "OF_DAY": "(?: {of|day|tight|the|dot} )*",
    "FULL": "(?: <year> | <split:single> | <short_year> )",
    "PAIR": "<short> {dash|slash} <last:short>",
    "YEAR_OF": """{of|comma|dash|tight}? {the}? (?: <year_name> {of|colon}? )? (?: <year> | <split> | <short_year>
                  | (?: PAIR | <short> ) (?!{month|counted|day_number}) ) (?: {year_kind} {yearword}? )?""",
    "NOT_DATED": "(?! {comma|of|dash}? {the}? {year_name}? {year|split|short_year} )",
    "NOT_DASHED": "(?! {comma|of}? {the}? {year_name}? {year|split|short_year} ) (?! {dash} {year_name}? {year|split|short_year} (?! {quarter} ) )",
    "HALF_TERM": "{halfterm} {holiday|week}?",
    "NAME": "{word|body|event|thing|venue|label|linking|and|tight|wholly|is_dated}",
    "STEP": "(?: <other> | <nth> | <count> )? {dash}? {wholly}? <unit>",
    "ON": "(?: {comma|dash|colon|open|on|the|each|a|regular} )",
    "CLOCKS": "(?: (?: {number} {dash|range} )? {clock} (?: {dash|range} {clock} )? | {number} {dot} {number} (?: {dash|range} {number} {dot} {number} )? )",
    "DAYS": "{weekday|weekdays} (?: (?: AND {the}? | {dash|range} ) {weekday|weekdays} ){0,6}",
    "OF_PROGRAMME": "{programme_year} <nth_year:small|number|count> (?: {of} (?: {number|count} | {the}? NAME{1,4} ) (?= {open|dash} ) )?",
    "PLACES": "{nth} (?: AND {the}? {nth} ){0,6}",
    "PLACE": "(?: DAYS | {day} | {unit} )",
    "ORDINALS": "{ordinal} (?: AND {ordinal} ){0,6}",
    "ON_PLACE": "{the}? (?: PLACES PLACE | ORDINALS (?! {word|body|event|thing} ) )",
    "MONTHS": "{bare_month} (?: AND {bare_month} ){0,11}",
    "FILL": "(?: {colon|the|dot} | (?= {dash} ) {tight} ){0,3}",
    "BOUND": "(?: (?= {nth} ) {bound} {event|body} | (?= {event_before|event_after} ) {bound} {dash}? | {bound} ) FILL",
    "LINKS": "{or|then|and|comma|semicolon|slash} {or|then|and|comma|semicolon|slash|also}*",
    "SUFFIX": """<dash>? {comma|dash}* (?: <plus:plus|arrow> (?= {end} ) | {open} <inner:suffix> {dot}? {close} | (?! {bound} ) <suffix>
              | <suffix> (?= {close|comma|semicolon|dot|open|dash|end} ) )""",
    "IN_NAME": "{word|body|event|thing|venue|is_dated|label|the|of|and|comma|on|a|wholly|recurrence}",
    "SAID": "{whoever|word|body|event|thing|venue|the|a|linking|of|on|all}",
    "MARKS": "{colon|dash|comma|dot}",
    "APART": "{comma|open|dash}",
    "NUMBER": "(?: {word}? {number} (?: {dot} {number} )* {word|a}? | {number} )",
}

PERIODS: Final = Table(
    Rule("amount", "(?: {a|count|nth} )? {dash}? (?: {fraction} {the} | {fraction|day_month} {share} {linking}* ) (?= {word|body|event|thing|working} )", x.make_label),
    Rule("code", "{word} {tight} {iso_month|month_year|day_month|split|years} (?: {tight} {number} )*", {"word": None}),
    Rule("days in figures", "(?: {weekday}? {day_number|day_month} JOINT ){1,9} {weekday}? {date} | {weekday}? {date} JOINT {weekday}? {day_month} (?! {of} )", n.make_figures),
    Rule("week of a month", "{week} <number:small> {of|comma}? {the}? <month> {dot}? FULL?", p.make_period, kind="month_week"),
    Rule("each year", "{each} {year_name} NOT_DATED", {"per_year": True}),
    Rule("label", "{stage} {small} (?=  {colon|dash|month|comma|day_number|bound} )", x.make_label),
    Rule("label", "{numbered} {small} (?= {dash|colon} ) (?! {tight} )", x.make_label),
    Rule("label", "{stage} {number} (?= {dash|colon} )", x.make_label),
    Rule("label", "{programme_year} {small} JOINT {small} (?= {open|colon|dash|comma}? (?: {split} | {short} {dash|slash} {short} ) )", x.make_label),
    Rule("date in figures", "WEEKDAY <date>", n.make_date),
    Rule("several days of a month", """WEEKDAY {day_number} (?: JOINT {weekday}? {the}? {day_number} ){1,9}
         OF_DAY <month> [{dot}? {comma|tight|of}? FULL || {dot}? {tight}? <short> (?!{month|counted}) || (?!{tight}{day_number})]""", n.make_days),
    Rule("several days of a month", "<month> {dot}? {the}? {ordinal} (?: JOINT {the}? {ordinal} ){1,9} [{comma}? FULL || (?!{of})]", n.make_days),
    Rule("day, month and year", "WEEKDAY <day:day_number> OF_DAY <month> {dot}? [{comma|tight|of|open}? FULL || {tight}? <short> (?!{month|counted} | {dot} {number})]", p.make_period, kind="day"),
    Rule("day of several months", "<day:ordinal> {of} {month} (?: AND {month} ){1,11} [FULL || (?! {dash|range|short} )]", n.make_months_day),
    Rule("day and month", "WEEKDAY <day:day_number> OF_DAY <month> {dot}?", p.make_period, kind="day"),
    Rule("month, day and year", """WEEKDAY <month> (?: {dot}? {the}? <day:day_number> {comma}? (?: <year> | <short_year> )
         | {tight} <day:day_number> {tight} <year> | {dot}? {the}? <day:ordinal> {comma}? <short> (?!{month|counted}) )""", p.make_period, kind="day"),
    Rule("half-term holiday", "(?: {half_holiday} {slash|open} <name:half_holiday> {close}? | <name:half_holiday> ) HALF_TERM [YEAR_OF || ]", p.make_period, kind="half_term_holiday"),
    Rule("half-term holiday", "<name:half_holiday> (?: FULL | <short> ) HALF_TERM | HALF_TERM {open} <name:half_holiday> {close}", p.make_period, kind="half_term_holiday"),
    Rule("month and year", "<month> {dot}? {comma|of|tight|silent}? {the}? FULL", p.make_period, kind="month"),
    Rule("month and day", "<month> {dot}? {the}? <day:ordinal> (?!{month|counted})", n.make_month_and_day),
    Rule("month and two figures", "<month> {dot}? {tight}? <short> (?!{month|counted})", n.make_month_or_day),
    Rule("month and day", "<month> {dot}? <day:day_number> (?!{month|counted|dot})", n.make_month_and_day),
    Rule("month", "<month> {dot}?", p.make_period, kind="month"),
    Rule("month and year in figures", "<month_year> | <iso_month>", n.make_month_year),
    Rule("day and month in figures", "WEEKDAY <day_month>", n.make_day_month),
    Rule("quarter behind its year", "(?: <year_name>? FULL | <year_name> <short> ) {comma|dash|slash|colon}? <number:quarter> NOT_DASHED", p.make_quarter),
    Rule("several quarters", "{quarterword|quarter} {small|count}? (?: JOINT {small|count} ){1,3} [YEAR_OF || (?!{month|unit|counted})]", p.make_quarters),
    Rule("quarter", "<number:quarter> [YEAR_OF || {of} {the}? <year_name> || ]", p.make_quarter),
    Rule("quarter", "{quarterword} {dot}? <number:small|count> [YEAR_OF || (?!{counted|unit|month})]", p.make_quarter),
    Rule("last quarters", "<nth> <count> {quarterword} YEAR_OF", p.make_last_quarters),
    Rule("quarter", "<number:nth> {quarterword} YEAR_OF", p.make_quarter),
    Rule("half of a year", "<number:half_year> [YEAR_OF || ]", p.make_period, kind="half_year"),
    Rule("half of a term", "<term:term|short_term> {termword|halfterm}? <half:small|half_term> [YEAR_OF || (?!{month|counted|slash})]", p.make_half_of_term),
    Rule("half of a term", "<half:part> {termword} {of|comma}? {the}? <term> {termword}? [YEAR_OF || ]", p.make_half_of_term),
    Rule("half-term", "<number:half_term> [YEAR_OF || ]", p.make_period, kind="half_term"),
    Rule("school holiday", "<name:term|feast> {holiday} [YEAR_OF || ]", p.make_holiday),
    Rule("term", "<name:term|short_term> {termword} [YEAR_OF || ]", p.make_period, kind="term"),
    Rule("term", "<name:term> YEAR_OF {termword}", p.make_period, kind="term"),
    Rule("term or season", "<name:term> [YEAR_OF || ]", p.make_period, kind="term", other="season"),
    Rule("season", "<name:season> [YEAR_OF || ]", p.make_period, kind="season"),
    Rule("feast", "<name:feast> [YEAR_OF || ]", p.make_period, kind="holiday"),
    Rule("new year", "{new_year} <year>?", p.make_period, kind="new_year"),
    Rule("this or next", "<rel> (?: <year_name> | <unit> )", p.make_relative),
    Rule("year of a programme", "OF_PROGRAMME {open|dash|colon|comma}? (?: <split:single> | PAIR | <year> {dash|range} <last:short> ) {close}? | <split:single> {open} OF_PROGRAMME {close}", p.make_programme_year),
    Rule("years by their name", "<year_name> {colon|of|comma|the}* (?: <years> | <year> {dash|range} (?: <last_year:year> | <last:short> ) )", p.make_named_years),
    Rule("years by their name", "(?: <years> | <year> {dash|range} (?: <last_year:year> | <last:short> ) ) {comma}? <year_name:year_name|year_kind> {yearword}?", p.make_named_years),
    Rule("year by its name", "<year_name> [PAIR || {colon|of|dash|comma|the}* (?: <split> | <year> | <short_year> | <short> )]", p.make_named_year),
    Rule("year by its name", "(?: <split> {comma|dash}? | <year> ) <year_name:year_name|year_kind> {yearword}?", p.make_named_year),
    Rule("year's end", "<year_name> <part> [{of|comma}? (?: <split> | <year> ) || (?!{of})]", p.make_named_year),
    Rule("year by its name", "<year_name>", p.make_named_year),
    Rule("year's end", "{financial_end} {dot|colon|the}* (?: <year> | <short_year> | <short> ) (?!{month|counted})", p.make_financial_end),
    Rule("years", "<years>", p.make_years),
    Rule("year of two", "<year> {dash} <last:short> (?!{month|counted|dash|colon|dot|slash}) | <split>", p.make_year_of_two),
    Rule("year", "<year>", p.make_period, kind="year"),
)  # fmt: skip

AROUND: Final = Table(
    Rule("period by its end", "<months_ending> {dot|colon|the}* <period:whole_year|a_day|a_month>", a.make_ending),
    Rule("end of a period", "<eo> {of|colon|dot|dash|the}* <period>", a.make_end),
    Rule("year's end", "<eo> (?!{nth|each})", a.make_end_of_year),
    Rule("part of several", "<part> {of} {the}? {period} (?: {comma} {the}? {period} ){0,3} {and} {the}? {period}", a.make_parts),
    Rule("part of a period", "<part> (?: {range|slash|dash} <later:part> )? (?: <of> | {the|dash|comma|tight|dot} )* (?: <period> | <several> )", a.make_part),
    Rule("week", "<week_of> {dot|colon|the|dash}* (?: <a_day> | <several> ) | {week} <week_of:of> {the}? <a_day>", a.make_week),
    Rule("week of a month", "<number:nth> <last:count>? {week} {of}? {the}? <a_month>", a.make_in_month, kind="month_week"),
    Rule("weekday of a month", "<number:nth> <weekday> {of} {the}? <a_month>", a.make_in_month, kind="weekday_of_month"),
    Rule("day and its clock", "<period:a_day> (?: {comma|dash}? {on}? CLOCKS | {open} CLOCKS {close} ) | CLOCKS {comma|on|the}* <period:a_day>", a.make_clocked),
    Rule("month", "{monthword} {of} {the}? <period:a_month>", a.make_same),
    Rule("day of a month", "<a_month> {open} <week_of>? <day:ordinal> {close}", a.make_in_month, kind="day"),
    Rule("year before its part", "<whole_year> {comma|dash|colon|slash}? <period:yearless>", a.make_same),
    Rule("year beside its part", "<period:yearless> (?: {open} <whole_year> {close} | {event|body|thing} <whole_year> )", a.make_same),
    Rule("the period", "{the} <period>", a.make_same),
)  # fmt: skip

RHYTHMS: Final = Table(
    Rule("count in a period", "(?: <once> | <number:count> {dash}? {times} ) (?: {dash}? <frequency> | {per} STEP )", r.make_counted),
    Rule("count in a period", "<number:count> (?: (?: (?! {and} {per} ) NAME ){0,3} {per} STEP | <times> <unit> ) | (?: <once> | <number:count> ) {dash}? {times}? {per_year}", r.make_counted),
    Rule("every so many", "{per_year} | <count> {dash|tight}? <frequency> | {each} STEP | <other> <unit>", r.make_every),
    Rule("frequency", "{regular|each}* <frequency>", r.make_every),
    Rule("days of every month", "{the}? PLACES PLACE? {of}? {each} {wholly}? <unit> | {on|the}* (?: PLACES DAYS {of} {the}? | ORDINALS {of} {the} ) <unit> (?! {event_after|of} )", r.make_placed),
    Rule("end of every period", "<part> {of} {each} {wholly}? <unit>", r.make_end_of_each),
    Rule("months of every year", "{once}? {each} MONTHS (?!{dash})", r.make_months),
    Rule("term of every year", "{each} {school_time} {termword}?", Recurrence("Y", approximate=True)),
    Rule("days of every month", "{each} {the}? PLACES DAYS | {the}? PLACES {weekdays}", r.make_placed_weekdays),
    Rule("weekdays", "{on}? {each} (?: <other> | <nth> | <count> )? DAYS (?! {day_number|date|day_month} ) | <other> DAYS", r.make_weekdays),
    Rule("weekdays", "{weekday|weekdays} {dash|range} {weekday|weekdays} (?!{comma|open}?{day_number|date|day_month|week_of|period|several|length})", r.make_working_week),
    Rule("weekdays", "{on}? {weekdays} (?: AND {the}? {weekday|weekdays} ){0,6} (?!{range|dash} {weekday|weekdays})", r.make_weekdays),
    Rule("unit by unit", "<unit> {dash}? {by_unit} {dash}? <again:unit>", r.make_unit_by_unit),
    Rule("length", "(?: <within> {the}? {nth} (?= {count} ) | (?: <within> | <over> | {most} | <in> )? {the}? <next>? ) (?: (?: <count> | <one:a> | {number} ) {dash|range|and|or|slash} <most:count> | <count> | <one:a> )? {dash|tight}? {wholly}? <unit> | (?: <within> | <over> | <in> )? (?: {count|number} {dash} )? <short_length>", w.make_length),
)  # fmt: skip

AROUND_RHYTHMS: Final = Table(
    Rule("at least so often", "{least} {dot}? <recurrence> | <recurrence> {comma|dash|open}* {least} {close}?", r.make_about),
    Rule("about so long", "<bound> {dot}? <length>", w.make_about_length),
    Rule("term time", "<recurrence> APART* (?: {termtime} | {except} {dot|the}* {working}? {holiday} ) {close}?", r.make_about),
    Rule("all months but some", "<recurrence> APART* {except} {dot|the|in}* MONTHS {close}?", r.make_except_months),
    Rule("months of every year", "<recurrence> {event|body}* ON* MONTHS {close}? (?!{dash|range})", r.make_in_months),
    Rule("weekdays", "<recurrence> ON+ DAYS {close}? | {on}? DAYS {comma|dash}? <recurrence>", r.make_on_weekdays),
    Rule("weekdays", "<recurrence> ON* <more:recurrence> {close}?", r.make_both),
    Rule("days of every month", """<recurrence> ON+ ON_PLACE (?: {of} {each|the} {monthword|quarterword} )? {close}?
         | {on|the}* (?: PLACES PLACE | {ordinal} AND ORDINALS ) {comma|dash}? <recurrence>""", r.make_on_place),
    Rule("so many times", "<recurrence> APART* <length> {close}?", r.make_times_in_length),
    Rule("so many times", "<recurrence> APART* (?: {times} <count> | {on}? <count> {times|event} ) {close}?", r.make_times),
    Rule("by a day of every month", "<recurrence> {comma}? <bound> ON_PLACE | <bound> {the}? <recurrence>", r.make_by_day),
    Rule("day and its clock", "<recurrence> {comma|dash|on|open}* CLOCKS {close}? | CLOCKS {comma|dash|on}* <recurrence>", r.make_same),
    Rule("what recurs", "{on|a|regular}+ <recurrence> | <recurrence> {event|body}+", r.make_same),
)  # fmt: skip

RANGES: Final = Table(
    Rule("label", "{nth} (?: {stage|thing} | {event} (?! {length|recurrence} ) )", x.make_label),
    Rule("dates", "<first:period> {dash|range} {the}? (?: <part> {of|the}* <unit> | <eo> )", d.make_range_to_end),
    Rule("dates", "{between} (?: <first:period> {and|range|dash} <last:period> | <several> ) | <first:period> (?: {dash} | {range} {silent}? <bound>? ) <last:period> (?! {dash} {period} )", d.make_range),
)  # fmt: skip

DATES: Final = Table(
    Rule("dates", "<bound> {the}? {part|eo} {of}? {the}? {termword} (?: {open} {on}? <period:a_day> {close} | {comma|on|dash}? <period:a_day> )", d.make_event_dates),
    Rule("dates", "<bound> {the}? {word}? {happening} {open} <period> {close}", d.make_event_dates),
    Rule("dates", "<bound> {the}? (?: {part} {of} {the}? )? {word}{0,2} {body|event|thing}{1,3} (?: {of} {the}? {word|body|event|thing}{1,3} )? (?: {open} {on|of}? <period> {close} | {on|of|comma}? {the}? <period:a_day|a_month> )", d.make_event_dates),
    Rule("dates", "(?: BOUND ){0,4} {period|several} (?: LINKS (?: BOUND ){0,2} {period|several} )* (?: SUFFIX )?", d.make_dates),
)  # fmt: skip

PARTS: Final = Table(
    Rule("label", "SAID{0,8} {meant} SAID{0,5} {reached} SAID{0,2} (?= {bounded|bare} )", x.make_label),
    Rule("label", "(?: SAID | {renewed} ){1,8} {happening} (?= {bounded|bare} )", x.make_label),
    Rule("another row", "{reference} (?: {reference_noun|the|other|sign|dot|colon} )* NUMBER (?: AND {reference_noun}? NUMBER ){0,9} (?!{counted|unit|month|dash|slash|tight|bare}) (?: {comma}? {where} )? | {reference}? <place>", x.make_references),
    Rule("label", "{open} NAME{1,4} {confirming} {close}", x.make_label),
    Rule("label", "{baseline} {reached} (?= {bounded} )", x.make_label),
    Rule("label", "{level} {dash|colon} (?= {length|bare|bounded|status|recurrence} )", x.make_label),
    Rule("label", "<bound> {the}? NAME{1,4} {week|day}? {comma|colon|dash} (?= {bare} )", x.make_in_event),
    Rule("label", "{open} {word|body|event|thing}{1,3} {colon} (?= {bare} {close} )", x.make_label),
    Rule("revision", "<dates> {open} (?: <revised:revised|renewed> | <original> ) {close}", x.make_marked),
    Rule("revision", "{revised} <bare> <bounded>", x.make_moved_from),
    Rule("revision", "(?: {slid} {colon|dash|comma|semicolon|dot|open}* )? (?: <moved> | <revised> ) MARKS*", x.make_marker),
    Rule("label", "{slid} {colon|dash|comma|open}* (?= {dates} {arrow} )", x.make_label),
    Rule("revision", "{slid} {length|point} {bounded}", x.make_extended),
    Rule("revision", "(?: {nth} <revised:revision|revised> | <revised:revision|revised> {small} ) MARKS* | <revised:renewed> {colon|dash}{1,2}", x.make_marker),
    Rule("revision", "(?: {open} NAME{0,3} {agreed} | {slid} {dot}? {agreed}? ) NAME{0,5} (?= {bounded} ) <dates>", x.make_moved),
    Rule("last time", "<past> MARKS* | <past:lately> {colon|dash}{1,2}", x.make_marker),
    Rule("former date", "<original:slid> {open|colon|dash}? (?= {dates} {close|comma|semicolon|dash|dot}* {revised} ) | <original> MARKS*", x.make_marker),
    Rule("arrow", "{arrow}", x.make_arrow),
    Rule("label", "{length} {event} {colon|dash|open}* (?= {bare} )", x.make_age),
    Rule("length from", "(?: <length> | <point> ) (?: <anchor_dates> | <anchor> {dash|tight}? <dates>? )", w.make_length_from),
    Rule("length from", "<length> {word|body|event|thing}{1,3} <bounded>", w.make_length_begun),
    Rule("length before", "{length|point} {ahead} {dash}?", w.make_length_before),
    Rule("length from", "NAME{1,6} {plus} <length>", w.make_event_and_length),
    Rule("length", "<length> (?!{anchor|ahead|anchor_dates|ahead_dates})", w.make_bare_length),
    Rule("event with a date in its name", "(?: <event_before_dates> | <event_after_dates> ) (?= {word|body|event|thing|is_dated} )", w.make_dated_event),
    Rule("status", "<status>", x.make_status),
    Rule("condition", "(?: <worded_condition> | {condition} )", w.make_condition),
    Rule("condition", "<occurrence> (?: (?= {end|close|comma|semicolon|dash|dot|open|colon} ) | {linking|anchor} (?= {the}? {word|body|event|thing} ) )", w.make_occurrence),
    Rule("condition", "(?! {tight|linking} ) (?: {word|body|event|thing|label|and|slash|tight|linking} | {changing} {tight} ){1,12} {condition_end}", w.make_suffixed),
    Rule("label", "{next|upcoming} NAME{0,4} (?= {open|comma|colon|dash}? {bare|bounded} )", x.make_label),
    Rule("next event", "{at_next}", w.make_next_event),
    Rule("event on a day", "(?: <event_before> | <event_after> ) {dash|tight}? (?: {event_before} {tight} )? (?: IN_NAME | {stage|tight} ){1,12} (?: <a_date> | <own_end_dates> | {open} <a_date> {close} )", w.make_event_on_day),
    Rule("event", "(?: <event_before> | <event_after> ) {dash|tight}?", w.make_event),
    Rule("label", "{owed} (?= {status|recurrence} )", x.make_label),
    Rule("label", "{owed} {range} (?= {word|body|event|thing} )", x.make_label),
    Rule("former date", "<original:baseline> {colon|dash}? (?= {bare} {comma|semicolon|slash|dash}? {revised} )", x.make_marker),
    Rule("label", "{baseline} {colon|dash}? (?= {bare} {comma|semicolon|slash|dash|and} NAME{1,4} {colon|dash}? {bare|role_dates} )", x.make_label),
    Rule("label", "{agenda} (?= (?: {comma|colon|dash} | NAME ){0,4} {body} )", x.make_label),
    Rule("label", "(?: {pupils} {number} )? {word|body|event|thing}{1,3} {occasion} (?= {dash|colon|open|close} )", x.make_label),
    Rule("length", "NAME{0,3} {standard} {dash|colon|comma|of}* <length> (?= {end} )", w.make_standard),
    Rule("label", "{stage} (?: {small} | {number} (?= {open|colon} ) )", x.make_label),
    Rule("label", "{word} {number} (?: {word|body|event|thing}{0,4} {colon} | {word|body}{0,3} {event|thing} {open|dash}? ) (?= {bare|bounded} )", x.make_numbered),
    Rule("label", "{word} {number} {dash} (?= {bare|bounded} )", x.make_numbered),
    Rule("label", "{open} {word} {tight} {number} (?= {close} )", x.make_label),
    Rule("label", "{happening} (?= {open} {bare|bounded} )", x.make_label),
    Rule("label", "{termword} {number} (?: AND {number} ){0,3} (?= {open} )", x.make_label),
    Rule("label", "{open} {week} {small} (?: {of} {the}? {termword} )? (?= {close} )", x.make_label),
    Rule("label", "<recurrence> {word|body|event}{1,4} {open|on}? (?= {a_date} )", x.make_named_event),
    Rule("label", "{comma|open|dash} {body}{0,2} {venue} {small} (?= {close|comma|end} )", x.make_label),
    Rule("status", "<count> {percent} <status>", x.make_share_done),
    Rule("amount", "{count} {percent} | {a}? {count}? {dash}? {fraction} NAME{0,3} (?= {bounded} )", x.make_label),
    Rule("amount", "{sign}? <count> NAME{0,3} (?= {bounded} )", x.make_amount),
    Rule("label", "{reference_noun} {dot}? NUMBER (?= {open|colon|dash|comma} ) | {label}", x.make_label),
)  # fmt: skip
