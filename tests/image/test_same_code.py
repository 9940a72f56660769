"""What was tested on the developer's Python works on the image's."""

import re

from tests.image import nix
from tests.image.commands import run

FOLDERS = ("tests/unit", "tests/api")


def test_the_unit_and_api_tests_pass_in_the_images_own_runtime(tmp_path, figure):
    """The image's Python and wheels; pytest and PostgreSQL from outside. The flake's own check has
    run those that need no PostgreSQL, in the sandbox."""
    check = nix.build("checks.x86_64-linux.tests")
    without = re.findall(r"(\d+) passed", nix.nix("log", check))[-1]
    python = nix.build("testPython") / "bin/python3"
    options = ("-p", "no:cacheprovider", f"--basetemp={tmp_path}")

    said = run(
        python, "-m", "pytest", *options, "--database", "postgres", *FOLDERS, env={"PYTHONPATH": ""}
    )

    passed = re.search(r"(\d+) passed", said)
    assert passed
    figure("unit and API tests in the image's own Python", f"{without} + {passed[1]} passed")
