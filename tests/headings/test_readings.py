from send_extract.headings.readings import list_readings, profile_columns

PROSE = ("Flour is dry all year", "Bakers know of us")
ORDERS = ("Mend the roof", "Print a list")


def read(headings: str, named: str, *cells: tuple[str, ...], is_asked: bool = False) -> list[set[str]]:
    table = profile_columns(headings.split("|"), named.split(), cells, is_asked=is_asked)
    return [{reading.field for reading in readings} for readings in list_readings(table, ())]


def test_a_first_column_may_be_what_is_recommended_unless_that_stands_above() -> None:
    columns = ("Duty|Action", "extra actions", PROSE, ORDERS)
    assert "recommendation" in read(*columns)[0]
    assert "recommendation" not in read(*columns, is_asked=True)[0]


def test_words_that_hold_for_several_rows_may_be_their_section() -> None:
    texts = tuple(f"Count the sacks of the mill {place}" for place in range(4))
    columns = ("Ward|Recommendation", "extra recommendation")
    assert "section" in read(*columns, ("North", "", "South", ""), texts)[0]
    assert "section" not in read(*columns, ("North", "South", "North", "South"), texts)[0]
