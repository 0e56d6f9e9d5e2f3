"""The outputs as pydantic models, for programs that live with pydantic; the command never imports them.

from send_extract.models import Plan, plan_to_model

plan = Plan.model_validate_json(data)         # the bytes of a plan.json
plan = plan_to_model(read_plan("plan.docx"))  # a plan that was read just now
data = plan.model_dump_json()                 # the same JSON again
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.json import encode

from send_extract.models.models import (
    Action,
    Change,
    Changes,
    History,
    Manifest,
    Measure,
    Owner,
    Plan,
    Recommendation,
    Timing,
)

if TYPE_CHECKING:
    from send_extract import plan as records

__all__ = [
    "Action",
    "Change",
    "Changes",
    "History",
    "Manifest",
    "Measure",
    "Owner",
    "Plan",
    "Recommendation",
    "Timing",
    "plan_to_model",
]


def plan_to_model(plan: records.Plan) -> Plan:
    """The model of a plan that `read_plan` or `load_plan` gave."""
    return Plan.model_validate_json(encode(plan))
