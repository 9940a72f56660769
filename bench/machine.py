"""Where and of what something was measured, and the size of the image."""

import os
import platform
import sqlite3
import subprocess
import time
from pathlib import Path

from tests.image.archive import Archive
from tests.servers import ROOT


def machine() -> dict[str, str]:
    """Where and of what this was measured."""
    model = [line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
             if line.startswith("model name")]  # fmt: skip
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--abbrev=12"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    ).stdout.strip()  # fmt: skip
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "date": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()),
        "commit": commit or "unknown",
        "processor": f"{os.cpu_count()} × {model[0] if model else platform.machine()}",
        "memory": f"{memory:.0f} GiB",
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "load before": f"{os.getloadavg()[0]:.1f}",
    }


def image(archive: Path) -> list[tuple[str, int, int]]:
    """Each layer's name, its bytes unpacked and its bytes compressed."""
    layers = Archive.read(archive).layers
    return [(layer.name, layer.unpacked_size, layer.compressed_size) for layer in layers]
