"""An optional part is given where it is there, and named where it is not."""

import json

import pytest

from send_extract.errors import MissingExtra
from send_extract.readers.extras import require


def test_a_module_that_is_there_is_given() -> None:
    assert require("json", "excel") is json


def test_one_that_is_not_is_named_by_its_extra() -> None:
    with pytest.raises(MissingExtra, match=r"pip install 'send-extract\[corpus\]'"):
        require("no_such_module", "corpus")
