"""The CronJobs of backups, run as the manifests say, with rclone and a server that speaks S3."""

import json
import os
import shutil
import subprocess

import pytest

from tests.conftest import eventually
from tests.deploy.test_manifests import all_of, pod_of
from tests.image.commands import run
from tests.servers import Clockwork, free_port, run_clockwork

KEY = "of-the-test"


@pytest.fixture
def secret(tmp_path):
    """What the Secret clockwork-backup-s3 holds, for a server with an empty bucket."""
    port = free_port()
    with (tmp_path / "s3.log").open("w") as log:
        server = subprocess.Popen(
            ["gofakes3", "-backend=memory", f"-host=127.0.0.1:{port}", "-initialbucket=backups"],
            stdout=log, stderr=log,
        )  # fmt: skip
    yield {
        "S3_PATH": "backups/clockwork",
        "RCLONE_CONFIG_S3_ENDPOINT": f"http://127.0.0.1:{port}",
        "RCLONE_CONFIG_S3_REGION": "us-east-1",
        "RCLONE_CONFIG_S3_ACCESS_KEY_ID": KEY,
        "RCLONE_CONFIG_S3_SECRET_ACCESS_KEY": KEY,
        # Whatever this machine has of it: the pod has none, and rclone can't take it.
        "AWS_CA_BUNDLE": "",
    }
    server.terminate()
    server.wait(30)


class CronJob:
    """One of them, its containers run one after the other on this machine."""

    def __init__(self, name, folder, secret, database_url):
        self.pod, self.folder, self.secret = pod_of(name), folder, secret
        self.url = database_url

    def run(self):
        for container in all_of(self.pod):
            arguments = [self._here(one) for one in container["args"]]
            if container["name"] == "s3":
                env = {one["name"]: self._here(one["value"]) for one in container["env"]}
                run("rclone", *arguments, env={**env, **self.secret})
            else:
                done = run_clockwork(*arguments, database_url=self.url, cwd=self.folder.parent)
                assert done.returncode == 0, done.stderr

    def _here(self, text):
        """As the cluster has it: its paths, and values of the environment put in."""
        if text.startswith("/tmp/"):
            return str(self.folder.parent / text.removeprefix("/tmp/"))
        at_home = str(self.folder) if text == "/data" else text
        return at_home.replace("$(S3_PATH)", self.secret["S3_PATH"])


def test_a_backup_goes_to_s3_and_comes_back_from_there(tmp_path, secret):
    folder = tmp_path / "volume"
    folder.mkdir()
    url = f"sqlite:///{tmp_path / 'clockwork.db'}"
    server = Clockwork(url, tmp_path)
    try:
        server.call("POST", "/api/projects", {"name": "kept"})
        backup = CronJob("clockwork-backup", folder, secret, url)
        eventually(lambda: is_there(secret))

        backup.run()

        (made,) = folder.iterdir()
        assert listed(secret) == [made.name]
    finally:
        server.stop()

    # The volume is lost, and the database with it.
    shutil.rmtree(folder)
    folder.mkdir()
    other = f"sqlite:///{tmp_path / 'other.db'}"
    CronJob("clockwork-restore", folder, secret, other).run()

    server = Clockwork(other, tmp_path)
    try:
        assert [one["name"] for one in server.call("GET", "/api/projects")[1]] == ["kept"]
    finally:
        server.stop()


def is_there(secret):
    try:
        listed(secret)
    except AssertionError:
        return False
    return True


def listed(secret):
    """The names in the bucket."""
    kind = {"RCLONE_CONFIG_S3_TYPE": "s3", "RCLONE_CONFIG_S3_PROVIDER": "Other"}
    found = run("rclone", "lsjson", "--recursive", "--files-only", "s3:backups", "--config=",
                "--retries=1", env={**os.environ, **kind, **secret})  # fmt: skip
    return [one["Name"] for one in json.loads(found)]
