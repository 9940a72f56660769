"""What public CI runs is what a developer runs."""

import re

import pytest
import yaml

from tests.servers import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
each = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.stem)
MAKEFILES = [ROOT / "Makefile", *ROOT.glob("*/*.mk")]


def read(workflow):
    return yaml.safe_load(workflow.read_text())


def commands(workflow):
    steps = [step for job in read(workflow)["jobs"].values() for step in job.get("steps", ())]
    return [step["run"] for step in steps if "run" in step]


def targets():
    text = "\n".join(makefile.read_text() for makefile in MAKEFILES)
    return set(re.findall(r"^([a-z-]+):", text, re.MULTILINE))


def test_all_tests_run():
    assert "make test" in commands(ROOT / ".github" / "workflows" / "test.yml")


@each
def test_what_is_made_can_be_made(workflow):
    made = re.findall(r"\bmake ([a-z-]+)", "\n".join(commands(workflow)))

    assert set(made) <= targets()


def actions(workflow):
    """Those of others that it uses; a workflow of our own is named by its path."""
    return re.findall(r"uses: ([^.].*)$", workflow.read_text(), re.MULTILINE)


@each
def test_others_actions_are_named_by_a_commit_which_nobody_can_move(workflow):
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", used) for used in actions(workflow))


def test_an_action_has_one_version_in_all_workflows():
    used = {action for workflow in WORKFLOWS for action in actions(workflow)}

    assert len(used) == len({action.partition("@")[0] for action in used})


@each
def test_it_may_do_little_ends_in_time_and_runs_once_at_a_time(workflow):
    """A job that calls another workflow has that one's limits."""
    described = read(workflow)

    assert described["permissions"] == {"contents": "read"}
    assert described["concurrency"]["group"]
    for job in described["jobs"].values():
        assert "uses" in job or job["timeout-minutes"] <= 90
