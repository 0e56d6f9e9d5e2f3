import json

import pytest

from tests.cli.test_main import run_program


def explain(*arguments: str) -> list[str]:
    return run_program("explain", *arguments).stdout.decode().splitlines()


def test_a_timing_is_said_in_full_with_the_rule_that_read_it() -> None:
    assert explain("Wef Feb onwards", "--year", "2022") == [
        "Wef Feb onwards",
        "  read as      from 1 February 2022",
        "  EDTF         2022-02/..",
        "  read by      dates (month)",
    ]


def test_words_need_no_quotes() -> None:
    assert explain("Wef", "Feb", "onwards", "--year", "2022") == explain("Wef Feb onwards", "--year", "2022")


def test_what_else_it_could_mean_is_said() -> None:
    said = explain("by July", "--year", "2022")

    assert "  read as      by 31 July 2022" in said
    assert any(line.startswith("  could mean   ") for line in said)


def test_a_heading_gives_the_year_or_says_that_the_words_are_owners() -> None:
    assert "  read as      April to June 2022" in explain("Q1", "--heading", "When (2022/23)")
    assert explain("GB (lead), Head of SEND", "--heading", "Lead officer") == [
        "GB (lead), Head of SEND",
        "  read as      GB (lead), Head of SEND",
    ]


def test_a_cell_of_several_actions_is_divided() -> None:
    said = explain("Jan Jan Wef Feb onwards", "--year", "2022", "--actions", "3")

    assert [line for line in said if not line.startswith(" ")] == ["Jan", "Wef Feb onwards"]


@pytest.mark.parametrize("arguments", [[""], [" ", ""], ["", "--heading", "Who"], ["", "--format", "json"]])
def test_there_must_be_words(arguments: list[str]) -> None:
    run = run_program("explain", *arguments)

    assert (run.returncode, run.stdout) == (2, b"")
    assert run.stderr == (
        b"send-extract: There are no words to explain. Give those of a When or a Who cell.\n"
    )


def test_words_that_are_no_timing_are_not_read_and_the_exit_code_says_so() -> None:
    run = run_program("explain", "May slip", "--year", "2022")

    assert run.returncode == 1
    assert b"not read" in run.stdout


def test_the_json_has_the_value_as_plan_json_has_it() -> None:
    shown = json.loads(run_program("explain", "March 2022", "--format", "json").stdout)

    (reading,) = shown["readings"]
    assert reading["value"]["intervals"] == [{"start": "2022-03-01", "end": "2022-03-31"}]
    assert reading["rule"] == "dates (month and year)"


def test_a_long_remark_is_folded_below_its_beginning() -> None:
    said = explain("Feb/July", "--year", "2022")

    place = next(at for at, line in enumerate(said) if line.startswith("  to note "))
    assert said[place + 1].startswith(" " * 15)
    assert said[place + 1][15] != " "
    assert max(map(len, said)) <= 100
