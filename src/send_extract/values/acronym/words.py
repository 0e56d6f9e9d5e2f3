"""The vocabulary that acronyms and glossaries are read with: data, apart from the code that reads it."""

from __future__ import annotations

from typing import Final

LINKING_WORDS: Final = frozenset(
    "a an and as at by for from in into of on or per s the their to up upon via vs with within".split()
)

GENERIC_ENDINGS: Final = frozenset(
    "action agency approach area assessment assessments authority board body centre code committee council"
    " department directorate document education email event fund framework form forum grant group groups guide"
    " initiative meeting meetings model network number office officer officers organisation panel partnership"
    " plan plans policy pilot process programme project report review scheme school schools sector service"
    " services site strategy survey system team teams test tool toolkit training unit website work".split()
)
"""Nouns of kind that an acronym often leaves out (`SENDOps` for a `SEND operations Board`)."""

ROMAN: Final = frozenset("II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX".split())

EMPHASISED: Final = frozenset(
    "ALL AND ANY ARE AS ASAP AT BE BOTH BUT BY CAN DO DONE DRAFT DUE EACH EG END ETC FINAL FOR FROM GO HAS HAVE"
    " IE IF IN INTO IS ITS KEY LATE MAY MORE MUST NA NB NEW NIL NO NOT NOTE NOW OF OFF OK ON ONE ONLY OR OUR"
    " OUT OVER PER PLUS SEE SO STOP TBA TBC TBD THAN THAT THE THEIR THEM THEN THERE THESE THEY THIS TO TOO TWO"
    " BCC CC FW FWD RE UNDER UP US VERY VIA WAS WE WEF WERE WHAT WHEN WHO WILL WITH YES YET YOU YOUR AMBER GREEN RED BLUE HIGH LOW"
    " MEDIUM COMPLETE COMPLETED ONGOING OVERDUE JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC JANUARY FEBRUARY"
    " MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER MON TUE WED THU FRI SAT SUN".split()
)
"""Ordinary words that authors print in capitals: never acronyms, unless the glossary says so."""

ALSO_ACRONYMS: Final = frozenset(
    "ACE ACES BAME COP DASH ELSA LAC MASH NEET NICE PALS PAR PEP PIP RAG RAP SALT SATS SEND TAC TAF TAM".split()
)
"""Words that councils' acronyms spell, too: in capitals they are taken for these."""

HEADINGS: Final = frozenset(
    "term terms acronym acronyms abbreviation abbreviations initials initial code letters word phrase meaning"
    " meanings definition definitions description explanation expansion name officer role post position title"
    " team service organisation notes".split()
) | frozenset(
    {
        "short form", "stands for", "what it means", "in full", "full name", "full term", "full title",
        "full form", "job title",
    }
)  # fmt: skip
"""What stands over the columns of a glossary, or of a key to initials."""
