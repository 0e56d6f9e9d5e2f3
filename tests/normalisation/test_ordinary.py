from send_extract.normalisation.ordinary import count_small_words, is_ordinary


def judge(term: str, text: str) -> bool:
    return is_ordinary(term, [text.index(term)], text, count_small_words(text))


def test_emphasis_headings_and_numerals_are_ordinary() -> None:
    assert judge("NOT", "This is NOT agreed")
    assert judge("II", "Phase II")
    assert judge("TERM", "SHORT TERM TARGETS")
    assert judge("LOCAL", "LOCAL plans are local")
    assert judge("URGENT", "URGENT: open the centre")
    assert judge("FENMOOR", "FENMOOR plan of Fenmoor")
    assert judge("PUBLIC", "PUBLIC")
    assert judge("OPEN", "OPEN")
    assert judge("ISSUE", "Begun. ISSUE: few members have time")
    assert judge("AND", "few members have time AND the will")
    assert judge("NOTE", "NOTE: delayed by frost")


def test_acronyms_are_not() -> None:
    assert not judge("SEND", "the SEND plan")
    assert not judge("CCG", "NHS CCG SBC")
    assert not judge("IT", "the IT team and it")
