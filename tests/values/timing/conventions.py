"""How When cells are read: the sections and wordings of `docs/timings.md` and of the golden readings beside it."""

from typing import Final, NamedTuple


class Convention(NamedTuple):
    """One convention of reading: its name, its rule, and wordings that it settles."""

    name: str
    rule: str
    wordings: tuple[str, ...]


CONVENTIONS: Final = (
    Convention(
        "Months",
        "A month is its first to its last day. A year of two digits behind a month is a year when it is near the "
        "plan's own (three years before to five after), or written with a hyphen or an apostrophe; else it is a day. "
        "A month with one slip of the fingers is read where one name alone is near, and said; one wrong letter in a "
        "short name only between a day and a year.",
        (
            "Apr 22 [HB to confirm]",
            "Jan", "March", "Mar.", "Sept. 2022", "November 2022", "Sep-22", "Sept '22", "Easter '23", "Q3 '22",
            "JAN 2022", "Jan2022", "04/22", "4/2022", "2022-04", "May 25", "Oct 03", "March 14", "Jan 2022/23",
            "Spetember 2022", "Febuary", "Juny", "Setp 2022", "30th Jume 2022", "30 Jule 2022",
        ),
    ),
    Convention(
        "Days",
        "The day stands before the month, unless other dates of the plan can only have the month first (`03/31/22`): "
        "then it does in all, and one that could be read the other way says so. A weekday is compared with the date, "
        "and the date counts. A time of day is not kept, and said. A day that does not exist has no reading.",
        (
            "31st March 2023", "01/04/22", "1.4.22", "1 /4/22", "14 March", "14th of March", "31 Mar 17",
            "14-Mar-22", "1stJune2022", "2/5, then 30/5",
            "March 14th, 2022", "2022-04-01", "2022-04-01 00:00:00", "Mon 14 Mar 2022", "Monday 15 March 2022",
            "Wed 5th October 2022 at 10am", "31/02/2024", "29 February 2023", "32 March 2022", "31 03 2022",
            "by 5pm on Friday 18 March 2022", "17/18 May 2022", "June 6th-7th", "Fri 18 March @ 2pm",
            "by Fri 18 March, 12 noon", "18 March 2022, 10.30", "28 June 2022 cob", "Thurs 6 Oct, 2-4pm",
            "6 Oct 2022 10.75", "9am Mon 3 Oct \u2013 5pm Fri 7 Oct", "14 June 09.00-10.30",
            "Draft 1 \u2013 2 May", "Year 9 options evening (7 Mar 23)", "14/11/22 @ 10:00hrs",
            "22:00 hrs 3 Oct to 05:00 hrs 7 Oct", "6 Oct 2022 (14:00)",
            "Census day \u2013 Thurs 6 Oct 22", "A-level results day (18/8/22)",
            "30..06.22", "2022/05/14", "by 30.9.", "1.4.",
        ),
    ),
    Convention(
        "Deadlines",
        "`by`, `no later than` and the like end on the last day of what they name; `before` on the day before it "
        "begins, `before end of` on the end. `by` a month can also mean before it begins, and says so.",
        (
            "by July", "by end of March 2022", "no later than 30th June 2022", "on or before 1st May", "before July",
            "before end of July", "By September 2022 at the latest", "March 2022 at the latest", "Deadline: 30/06/22",
            "Due March 2022", "To complete by 31 March 2023", "In place by April 2022", "by end fo May 2022",
            "by 2025", "before 1 June at the latest", "May 2022 but sooner if possible",
            "by the AGM (May 2022)", "by Board 3 May 2022", "by end of project May 2022",
            "by governors May 2022", "Approved by Cabinet 12 June 2022", "Agreed by Board (3 May 2022)",
            "by the Ofsted visit May 2022", "by YE March 2022",
            "by Cabinet on 12 June 2022", "FYE 2023",
            "6 Oct 2022, Town Hall", "6 Oct 2022, Committee Rm 2",
            "ASAP but no later than 30 June 2022", "brought fwd to May 2022 (from July 2022)",
            "before the summer holidays", "By start of Autumn Term",
            "by COP Friday 18 March 2022", "NLT 31/3/22", "by New Year",
            "Before pre-election period begins 25 March 2022",
            "By GDPR go-live (25/5/22)",
        ),
    ),
    Convention(
        "Starts and ends",
        "A start has an open end and an end an open start. `until` is no deadline.",
        (
            "Wef Feb onwards", "from Sept", "starting April", "Commencing April 2022",
            "with effect from 1 April 2022",
            "April 2022 onwards", "April 22 onward", "Not before March 2022", "not until October",
            "until March 2023", "up to December",
            "Now \u2013 Dec 2022", "From now until December", "April 2022 \u2192 ongoing",
            "after March 2022", "Start: April 2022 End: June 2022", "start April 2022, complete by June 2022",
            "Start April 2022, end March 2023", "Start Sept 22 / complete Mar 23",
            "six months after March 2022",
            "not due until April 2023", "Sept 22 >", "immediately after Easter", "1 April 2022 \u2192",
            "earliest 1 April 2022", "eff. 1 April 2022", "until the New Year", "after the New Year",
            "wef1 April 2022", "by1 May", "til30 Sept", "from3rd June", "draft1 May", "byJune", "end ofMay", "Tomar",
            "Not before Jan 2023 (lease ends)", "Target date: Now \u2013 Dec 2022",
        ),
    ),
    Convention(
        "Ranges",


        "One interval. An end month before the start month is in the next year; a year that stands once is both ends'; "
        "an end that names no year (`to end of FY`), or not even which (`of the quarter`), is the first one behind "
        "what stands before it.",
        (
            "b/w 3 and 14 June 2022",
            "Oct 22 thro' Jan 23",
            "Jan-March", "Sept 22 \u2013 Mar 23", "April to June 2022", "3-5 May 2022", "3 May - 5 June 2022",
            "1 April 2022-31 March 2023", "01/09/22-31/08/23", "Nov 2022-Feb", "between April and June 2022",
            "between 1 and 5 March 2022", "from 1 April 2022 until 31 March 2023", "Mon 3 - Fri 7 October 2022",
            "Jan 23 to end of FY", "May 2023 to year end", "Sept to end of FY", "Feb 2023 until end of academic year",
            "Jan 2023 to end of year", "Oct 2023 to end of autumn term", "Nov 2023 - end of Q4",
            "from Jan 2023, by end of FY", "Jan 23, end of FY", "Feb 2022 to end of the quarter",
            "June 2022 to month end", "Sept 2022 - end of term",
            "12/02-16/02/22", "3.4\u20137.4.22", "12-16/2/22", "28/12/22-3/1", "Action 3 - 16/2/22",
            "- Sept 22 \u2013 Mar 23", "- March - April", "(from Jan 2023, by end of FY)",
        ),
    ),
    Convention(
        "Several dates",
        "Several intervals. A slash between neighbours is a span, between others it is two dates and can be a range; "
        "`or` leaves open which.",
        (
            "June 22 (comms: July 22)",
            "Feb and July", "Oct 22 & Feb 23", "Jan, April, July and Oct", "May / Nov 2022", "10th and 17th May",
            "15th of Sept, Oct and Nov",
            "Scrutiny (12/03/22) and Council (26/03/22)", "next Schools Forum (18 June 2022)",
            "Jan 2022; March 2022; June 2022", "Feb/July", "Sept/Oct 2010", "Jan/Feb/March", "Dec/Jan",
            "June or July 2022", "Phase 1 March 2022, Phase 2 June 2022",
            "Baseline Apr 22, follow-up Oct 22, final Apr 23", "6 month review Oct 22, 12 month review Apr 23",
            "O&S Sept 22; Exec Oct 22", "Consultation Nov-Dec 2022, implement April 2023",
        ),
    ),
    Convention(
        "Years and quarters",

        "A financial year is 1 April to 31 March, an academic year 1 September to 31 August. Quarters are those of the "
        "financial year unless the settings or the document say otherwise. A plan's own names of timings (`Phase 1`, "
        "`Short term`, `S`) are read by its key, where that explains two or more.",
        (
            "2022", "2023-2027", "2023 - 27", "2022-2023", "2022/23", "22/23", "FY 22/23", "2022/23 financial year",
            "academic year 2022/23", "end of the financial year", "end of academic year", "Year end",
            "this financial year",
            "next year", "Q3 22/23", "Quarter 1 of 2022/23", "Q2-Q3 2022/23", "third quarter of 2022/23",
            "last quarter 22/23", "Q4 22-23", "prior to the start of the new academic year", "Q3",
            "Q4 2022",
            "end of Q2 2022/23", "H2 2022", "first half of 2022", "2022/23 Q3", "2022/23 - Q3",
            "2nd half of 2022", "year ending 31 March 2023", "financial year 2022 to 2023",
            "2022-2025 academic years", "Year 1 (2022 to 23)", "quarter ended June 2022", "half year ending Sept 22",
            "qtr end Dec 2022", "start of the financial year", "2003/4",
            "FYs 22/23 & 23/24",
            "FY23", "Q1 FY23", "end of FY23", "H1",
            "Yr 1 (22/23)", "Yr 2 of the strategy (2022/23)", "Forward plan 2022\u201327", "Year 2 - 2023/24",
            "Y3 (24-25)", "2022/23 (Year 1)", "Year 7 (2022/23)",
            "Years 1-3 (22/23 - 24/25)",
        ),
    ),
    Convention(
        "School terms",
        "Approximate unless `send-extract.toml` gives the dates: autumn 1 September to 31 December, spring 1 January "

        "to Easter Sunday, summer Easter Monday to 31 July; half-terms HT1 to HT6 by their months, a half-term holiday "
        "Monday to Friday. A season without *term* can be the season.",
        (
            "Autumn Term 2022", "Spring 2023", "Summer term", "Spring term 2022/23",
            "Autumn and Spring terms 2022/23",
            "end of summer term 2022", "by end of Spring Term 2023", "HT4", "HT1-HT2", "Summer Term 2",
            "Feb half term", "Oct 22 half term",
            "Autumn half term", "May half term 2022", "Whitsun/May half term", "Summer holidays 2022",
            "Easter holidays", "by Easter",
            "Christmas 2022", "Winter 2022",
        ),
    ),
    Convention(
        "Parts",

        "Thirds of a month end on the 10th and the 20th, of a quarter with its months; early and late are a quarter of "
        "a year; all are approximate. The New Year is 1 to 10 January, and what it bounds counts from 1 January. "
        "`start of` is as long as `early`, `end of` the last day.",
        (
            "mid-March 2022", "late September 2022", "early 2023", "mid to late June 2022", "Late 2022/early 2023",
            "late summer 2022", "start of April 2022", "first day of June", "the last day of June", "End of June",
            "end Feb", "last week of June",
            "end of March and June 2022", "end of Autumn and Spring terms", "early March and April",
            "Beg. Oct", "start of Q3", "late Q4 2022/23", "in the New Year", "early in the New Year",
            "early spring 2022", "early summer 2022", "late autumn 2022", "by early summer", "end of summer 2022",
            "EOM March",
            "approx. June 2022",
        ),
    ),
    Convention(
        "Weeks",
        "Seven days from, or up to, the day.",
        (
            "w/c 14 March", "week commencing 7 November 2022", "W/C 14.03.22", "week ending 18/03/22", "w/e 18 March",
            "w/c 10/6", "w/c 13 June (Induction Wk)", "w / c 14 March", "w/end 7/8 May 2022",
            "wk beg 14 March", "wk beg. 14/3/22",
        ),
    ),
    Convention(
        "Recurrence",
        "An RFC 5545 rule where there is one, and the count in a period. Words that give only a count have an "
        "approximate rule, or none.",
        (
            "f/nightly",
            "Twice weekly (Mon & Thurs)", "2nd Weds of month",
            "Quarterly", "monthly", "Fortnightly", "termly", "half-termly", "Every half term", "6 monthly",
            "half-yearly",
            "every other month", "every 6 weeks", "once every two months", "6 times a year", "Twice yearly",
            "Once a term", "At least quarterly", "Bi-monthly", "bi-annually", "on a month by month basis",
            "Every Tuesday", "weekly on Mondays", "every second Friday", "first Monday of each month",
            "1st Weds of ea. month",
            "Monthly, on the first Monday", "The 15th of each month", "last Friday of every month",
            "1st and 3rd Weds monthly",
            "Mon, Wed and Fri each week", "Mondays to Fridays", "Tues and Thurs every fortnight", "Mon-Fri",
            "Mon-Wed", "weekly, Fri to Mon", "by the 10th of each month", "5th of the month", "6 p.a.",
            "annually in September", "Each September and March", "31 August (annually)", "Annually - by 31 March",
            "Quarterly wef Jan 2022", "monthly until March 2023", "Monthly, first report May 2022",
            "April 2022 then quarterly", "Quarterly from April 2022 to March 2023", "Monthly progress meetings",
            "May and November annually", "31 March and 30 September each year", "alternate months", "Alt. Fridays",
            "Quaterly",
            "Annual review in July", "Annually at June meeting of the panel", "Each Autumn term",
            "3 times per academic year", "once per financial year", "once each July",
            "at each termly meeting", "4 x year", "Mondays, 10-11am",
            "Monthly (exc. Aug)", "monthly except August", "weekly except school holidays",
            "Daily (Mon-Fri)", "once a month minimum",
            "\u00bd termly", "\u00bd-yearly", "\u00bcly", "every 1st & 3rd Thurs", "2nd Weds of the month from May",
            "first Monday of the month after Easter",
            "every 3 yrs (next due 2025)", "Annually \u2013 last done June 2021",
            "Quarterly \u2013 1st report June 2022",
            "Every 2 years (last completed 2020, next due 2022)", "Weekly, first due 3 May 2022",
            "May each year", "Nov each year from 2023", "Annually in Nov until 2027",
            "March & Sept annually from 2022/23", "Qrtly thru 2022",
            "Triennially (next due 31 Mar 2025)",
        ),
    ),
    Convention(
        "Lengths",
        "`within` and `next` count from the plan's date where it has one. A length alone is a duration.",
        (
            "6-wk trial starting 2 June 2022",
            "within 3 months", "in the next 12 months", "6 months", "for 12 months from April 2022",
            "within 2 weeks of 14 March 2022", "In 6 months", "3-6 months", "0-3 months", "10 working days",
            "1\u00bd years", "Short term (0-6 months)", "c. 6 months", "18m from April 2022", ">3 months", "0-25 yrs",
            "from 1 April for 12 months", "Monthly from April 2022 for 6 months", "March 2022, for two years",
            "10 w/days from receipt", "w/in 20 WDs of referral",
            "Repair response \u2013 28 days", "Response time: within 10 working days",
            "within first 90 days of appointment", "< 3 months", "Pilot for 6 weeks from 2 May 2022",
        ),
    ),
    Convention(
        "Conditions",
        "What an action waits for is kept in the author's words, with the length that counts from it.",
        (
            "DfE contingent", "Pending \u2013 Oct 22", "subject to funding", "subject to funding \u2013 target June",
            "Dependent on DfE guidance", "once new Director in post",
            "funding permitting", "Ofsted re-visit dependant", "Awaiting national guidance",
            "within 6 weeks of publication",
            "within 10 working days of receipt", "after Ofsted inspection", "in line with minutes 11/02/22",
            "as per v2 dated 14/11/21", "after the May elections", "after the Full Board on 3 May",
            "Pre-award period: 3 Oct \u2013 2 Nov", "once in post", "once in the autumn term",
            "Once in post (est. June)",
            "Quarterly wef April 2022 once agreed",
            "unless funded by April", "After local elections (1 May 2022)",
            "Not until the new Head starts", "High \u2013 within 3 months",
            "Within four working weeks of referral", "on admission", "on discharge from hospital",
            "at induction (est. Sept 2022)",
            "on completion of works",
            "by the next inspection", "Following approval by Cabinet in July 2022",
            "Subject to Cabinet approval \u2013 July 2022", "April 2022 (contingent upon cabinet)",
            "once the Board agrees, then monthly", "Daily until the inspection and then weekly",
        ),
    ),
    Convention(
        "Statuses",
        "A word in place of a date, or beside one.",
        (
            "Overdue (was due 31/12/22)", "Backlog nil by Sept 22",
            "Target date: April 2022 and ongoing", "N / A",
            "75% complete \u2013 finish by Aug 22", "Paused (Covid-19) \u2013 restart Sept 2022",
            "Reg 18 \u2013 Nov 2022; Reg 19 \u2013 Sept 2023",
            "Go-live (est. Oct 2022)",
            "TBC", "TBC (awaiting DfE)", "Ongoing", "April 2022 and ongoing",
            "1 Sept 2022 and on-going", "Cancelled \u2013 duplicates 4.2",
            "Ongoing until March 2023",
            "Reg 19 consultation: Nov 22 \u2013 Jan 23", "Period 6 (Sept 22)",
            "Tenders out 3/10/22, bids back 14/11/22",
            "May & June Pickering", "revised Jan from 2022", "BS 9991:2022", "SEP refresh", "On-gonig",
            "Apr 22 rev'd to Jul 22", "Baseline Q1 22/23, forecast Q3 22/23", "eff. from 01.10.22 (new contract)",
            "2021/22 Q4 - 2022/23 Q1", "Ph1 - Q2 22/23; Ph2 - Q4 22/23", "Must be in by noon on 7 Nov 2022",
            "FOI 2022-03 refers", "Due quarterly", "High priority: ongoing", "due to funding, June 2022",
            "At risk \u2013 May 2022", "Term 5 (April\u2013May 2022)", "w.e. 25/11/22", "towards the end of 2022",
            "Not started \u2013 due Oct 2022",
            "Mid-year review April; end of year review July", "During Carers Week, 10-16 June 2022",
            "Early 2023 (currently set for 8 January 2023)", "Monthly (1st one April 22)",
            "Autumn Term 2022 for some sites, Spring Term 2023 for the rest", "Oct, Feb and June 2022/23",
            "no latter than 11 Sept 2022", "Feb 22 \u2013 now cancelled",
            "up to and incl. 31 July 2022",
            "We aim to have this in place by the end of June 2022",
            "This will be finished no later than 31 October 2022", "The new system goes live on 5 Jan 2023",
            "Expected to conclude between Nov 22 and Jan 23",
            "Ongoing - review March 2023", "Complete", "Completed Dec 2021", "Completed in Feb 2022", "Immediate",
            "Complete but ongoing", "Mar 2022 - no slippage",
            "ASAP", "As required",
            "as soon as poss", "a.s.a.p", "soonest",
            "N/A",
            "-", "In progress", "On hold", "Not started", "over time",
        ),
    ),
    Convention(
        "Revisions",
        "The revised date counts, and the first is kept as `original`.",
        (
            "Mar 22 \u2013 revised to Jun 22", "now delayed till 16th June", "March 2022 (originally Jan 2022)",
            "new deadline 12 June 2022 (old: 1 May)", "3 Sept 2022 (old date 1 July 2022)",
            "was March 2022, now June 2022",
            "Slipped from March to May",
            "Brought fwd to Feb 23 from Apr 23", "Slipped to June from April 2022",
            "Aug 2022 (orig. May 2022)",
            "rearranged to 3/6/22", "Deadline moved from 31/03/22 to 31/05/22",
            "Sept 22 (rev. from June 22)", "March 2022 \u2192 June 2022",
            "New date: 14 June 2022 (previous date: 3 May 2022)", "May 2022 (original), July 2022 (revised)",
            "May / July 2022 (revised)", "Initially May 2022, then July 2022", "Slipped \u2013 now Sept 2022",
            "Missed (31/3/22); new target 30/6/22", "Delayed to Sept 22 due to recruitment",
            "Delayed due to May elections", "Oct 22 (pushed to Nov)", "30/6/22 (2nd ext. 31/8/22)",
            "Reprofiled: Nov 22 \u2192 Feb 23",
            "Old: March 2022 New: June 2022", "deadline missed - new date 30 May",
            "31-Mar-22 (ext. agreed to 30-Jun-22)", "March 2022 (agreed to June 2022)", "June 2022, b/f from Sept 22",
            "31.3.22 (1st revision 30.6.22, 2nd revision 30.9.22)", "Deferred to 22/23 programme",
            "Extended by 3 months to 30/06/2022", "Delayed 3 months to June",
        ),
    ),
    Convention(
        "References",
        "A timing that stands with another row.",
        ("To be addressed through 2, above.", "See recommendation 4", "as per action 3.1", "As above"),
    ),
    Convention(
        "What is left alone",
        "Words that are no timing have no reading. A timing among other words is read where the others cannot change "
        "it, and the others are named.",
        (
            "5% saving per annum",
            "Report to Cabinet July 2022", "Agenda item, Partnership Board 21.4.22", "agenda 3 June 2022",
            "March 2022 via the panel", "not in March", "may be delayed", "Year 2",
            "Summerish", "Juny 2022", "Cllr May",
            "May sign off", "May 2022 sign off",
            "July's meeting", "INSET day 1 Sept", "Rec 3 (June)", "Action 3: June", "\u00a325k by March",
            "Policy HR-2022-03", "CP2022-03, June 2022", "Draft 2, 16/2/22", "Contracts changed Oct 2021",
            "5m by June",
            "A quarter of households", "Two thirds of staff by June",
            "\u00bd of schools by July", "baseline May 2022", "Survey: 6 weeks of consultation",
            "Head 2022", "First report to October 2003 Executive",
            "March 2022 (end of Q4)", "2023 (Spring)", "Jan Feb", "Monthly/quarterly",
            "end of the month", "end of the quarter", "first day of the month",
        ),
    ),
)  # fmt: skip
