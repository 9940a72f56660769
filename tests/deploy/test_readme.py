"""Every command of deploy/README.md is run somewhere, or said to be left out."""

import re

import pytest
import yaml

from tests.image.commands import ROOT

WORKFLOW = ROOT / ".github/workflows/kind.yml"
PROGRAMS = (
    *("make", "kubectl", "minikube", "helm", "docker", "podman", "cosign", "echo"),
    *("CLOCKWORK_IMAGE", "POSTGRES_"),
)
# By a test of this folder, not letter by letter.
IN_TESTS = {
    "make down VOLUMES=1": "test_make_starts_it_says_the_address_and_stops_it",
    "POSTGRES_PASSWORD_FILE=/run/secrets/postgres make up":
        "test_make_starts_it_says_the_address_and_stops_it",
}  # fmt: skip
# Named in passing; they stand in full elsewhere.
SHORT = {"kubectl rollout undo", "kubectl apply -k", "make test-deploy", "make test-image"}


def joined(text: str) -> str:
    """With continued lines in one, and single spaces."""
    return re.sub(r"[ \t]+", " ", re.sub(r"\\\n\s*", " ", text))


def commands() -> list[str]:
    """Those that stand on lines of their own, and those inside of a sentence."""
    text = joined((ROOT / "deploy/README.md").read_text())
    own_lines = re.findall(r"^ (.+)$", text, re.MULTILINE)
    inside = re.findall(r"`([^`\n]+)`", text)
    found = [one.partition(" # or:")[0].strip() for one in (*own_lines, *inside)]
    return [one for one in dict.fromkeys(found) if is_command(one)]


def is_command(text: str) -> bool:
    return text.startswith(PROGRAMS) and " " in text and text not in SHORT


def steps() -> str:
    jobs = yaml.safe_load(WORKFLOW.read_text())["jobs"].values()
    return joined("\n".join(step["run"] for job in jobs for step in job["steps"] if "run" in step))


def left_out() -> dict[str, str]:
    """What the workflow says that it leaves out, and why."""
    lines = re.findall(r"^#   (.+): ([^:]+)$", WORKFLOW.read_text(), re.MULTILINE)
    return dict(lines)


@pytest.mark.parametrize("command", commands())
def test_it_is_run_or_said_to_be_left_out(command):
    is_run = any(line.strip().endswith(command) for line in steps().splitlines())

    assert is_run + (command in left_out()) + (command in IN_TESTS) == 1


def test_nothing_is_left_out_that_is_not_there():
    assert set(left_out()) <= set(commands())
    assert all(left_out().values())


def test_the_tests_that_are_named_are_there():
    text = "".join(file.read_text() for file in (ROOT / "tests/deploy").glob("test_*.py"))

    assert all(f"def {name}(" in text for name in IN_TESTS.values())
