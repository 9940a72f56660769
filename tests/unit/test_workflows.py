"""What public CI runs is what a developer runs."""

import re

import pytest
import yaml

from tests.servers import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MAKEFILES = [ROOT / "Makefile", *ROOT.glob("*/*.mk")]


def commands(workflow):
    jobs = yaml.safe_load(workflow.read_text())["jobs"].values()
    return [step["run"] for job in jobs for step in job["steps"] if "run" in step]


def targets():
    text = "\n".join(makefile.read_text() for makefile in MAKEFILES)
    return set(re.findall(r"^([a-z-]+):", text, re.MULTILINE))


def test_all_tests_run():
    assert "make test" in commands(ROOT / ".github" / "workflows" / "test.yml")


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.stem)
def test_what_is_made_can_be_made(workflow):
    made = re.findall(r"\bmake ([a-z-]+)", "\n".join(commands(workflow)))

    assert set(made) <= targets()
