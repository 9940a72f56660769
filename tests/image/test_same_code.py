"""What was tested on the developer's Python works on the image's."""

import re

from tests.image import nix
from tests.image.commands import run


def test_the_unit_and_api_tests_pass_in_the_images_own_runtime(tmp_path, figure):
    """On both databases: the image's Python and wheels, and from outside pytest and PostgreSQL."""
    python = nix.build("testPython") / "bin/python3"
    options = ("-p", "no:cacheprovider", f"--basetemp={tmp_path}")

    said = run(python, "-m", "pytest", *options, "tests/unit", "tests/api", env={"PYTHONPATH": ""})

    passed = re.search(r"(\d+) passed", said)
    assert passed
    figure("unit and API tests in the image's Python 3.13", f"{passed[1]} passed")
