import subprocess
import sys

import pytest
from pydantic import ValidationError

import send_extract.models
from send_extract.models import Plan, plan_to_model
from send_extract.pipeline import read_plan
from tests.models.generation import ROOT


def test_a_plan_that_was_read_becomes_a_model() -> None:
    model = plan_to_model(read_plan(ROOT / "raw" / "draft-1.txt"))
    assert model == Plan.model_validate_json((ROOT / "output" / "draft-1" / "plan.json").read_bytes())
    assert model.recommendations[0].actions[2].when.text == "Wef Feb onwards"


def test_a_model_never_changes() -> None:
    model = plan_to_model(read_plan(ROOT / "raw" / "draft-1.txt"))
    with pytest.raises(ValidationError, match="frozen"):
        model.title = "Another"


def test_every_name_is_there_and_says_what_it_is() -> None:
    assert all(getattr(send_extract.models, name).__doc__ for name in send_extract.models.__all__)


def test_the_command_does_not_import_the_models() -> None:
    code = (
        "import sys; from send_extract.cli import main; main(['check', 'raw', '--format', 'json'])\n"
        "assert not {'pydantic', 'send_extract.models'} & set(sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False).returncode
        == 0
    )
