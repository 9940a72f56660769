"""Run programs, and say what they said when they fail."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(*command: object, **options: object) -> str:
    """What a program writes to standard output. Fails with all it wrote when it fails."""
    done = attempt(*command, **options)
    said = f"{' '.join(map(str, command))}\nstatus {done.returncode}\n{done.stdout}\n{done.stderr}"
    assert done.returncode == 0, said
    return done.stdout.strip()


def attempt(
    *command: object, env: dict[str, str] | None = None, cwd: Path = ROOT, seconds: float = 1200
) -> subprocess.CompletedProcess[str]:
    """The same, whatever its status."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
