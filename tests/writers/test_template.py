from importlib.resources import files

import pytest
from hypothesis import given

from send_extract.errors import UsageError
from send_extract.plan import Plan
from send_extract.writers.markdown import write_markdown
from send_extract.writers.template import write_template
from tests.builders import make_plan
from tests.strategies import PLANS

OWN = files("send_extract.writers").joinpath("templates/plan.md.jinja").read_text("utf-8")


@given(PLANS)
def test_the_template_to_start_from_prints_what_the_program_writes(plan: Plan) -> None:
    assert write_template(plan, OWN) == write_markdown(plan)


def test_a_template_replaces_the_own_one() -> None:
    assert write_template(make_plan(), "{{ plan.title }} *{{ '*' }}*") == b"A plan *\\**"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("a\n{% if %}", "line 2: Expected an expression"),
        ("a\n{{ plan.tittle }}", "line 2: .*tittle"),
        ("{{ nothing }}", "line 1: 'nothing' is undefined"),
        ("a\n\n{{ 1 / 0 }}", "line 3: ZeroDivisionError: division by zero"),
        ("{{ plan.__class__.__mro__ }}", "line 1: .*unsafe"),
        ("{% include 'other' %}", "line 1: .*other"),
        ("{{ range(10000000) }}", "line 1: OverflowError"),
    ],
)
def test_a_broken_template_is_refused_with_its_line(template: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as caught:
        write_template(make_plan(), template)
    assert "\n" not in str(caught.value)
