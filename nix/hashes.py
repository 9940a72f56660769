"""Bring hashes.json up to date with the locks. Usage: hashes.py [--all].

For each lock that changed (or every one), fetches what it names for both systems, by the very
scripts that the derivations run, and writes down the hash that Nix will ask for. Nix itself is not
needed.
"""

import base64
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

NIX = Path(__file__).resolve().parent
ROOT = NIX.parent
HASHES = NIX / "hashes.json"
SYSTEMS = ("x86_64-linux", "aarch64-linux")
FETCHES = {
    "requirements.lock": "fetch-wheels.sh",
    "requirements-otel.lock": "fetch-wheels.sh",
    "requirements-dev.lock": "fetch-wheels.sh",
    "static-src/package-lock.json": "fetch-node-modules.sh",
}


def lock_digest(lock: str) -> str:
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


def stale() -> list[str]:
    """The locks that changed since their hashes were written."""
    hashes = json.loads(HASHES.read_text()) if HASHES.exists() else {}
    return [lock for lock in FETCHES if hashes.get(lock, {}).get("lock") != lock_digest(lock)]


def fetched_hash(lock: str, system: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "fetched"
        command = ["sh", NIX / FETCHES[lock], ROOT / lock, system, target]
        subprocess.run(command, check=True)  # noqa: S603 - our own script and our own files
        digest = hashlib.sha256(b"".join(map(text, (b"nix-archive-1", *archive(target))))).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def archive(path: Path) -> Iterator[bytes]:
    """What Nix hashes of a folder, word by word: names, contents and who may execute.

    Format: "Nix Archive" in the Nix reference manual.
    """
    yield from (b"(", b"type")
    if path.is_symlink():
        yield from (b"symlink", b"target", os.fsencode(path.readlink()))
    elif path.is_dir():
        yield b"directory"
        for entry in sorted(path.iterdir(), key=lambda entry: os.fsencode(entry.name)):
            yield from (b"entry", b"(", b"name", os.fsencode(entry.name), b"node")
            yield from (*archive(entry), b")")
    else:
        executable = path.stat().st_mode & 0o100
        yield from (b"regular", *((b"executable", b"") if executable else ()))
        yield from (b"contents", path.read_bytes())
    yield b")"


def text(content: bytes) -> bytes:
    return len(content).to_bytes(8, "little") + content + bytes(-len(content) % 8)


def main() -> None:
    hashes = json.loads(HASHES.read_text()) if HASHES.exists() else {}
    for lock in FETCHES if "--all" in sys.argv else stale():
        print(f"fetching what {lock} names", flush=True)
        hashes[lock] = {"lock": lock_digest(lock)} | {s: fetched_hash(lock, s) for s in SYSTEMS}
    HASHES.write_text(json.dumps(hashes, indent=2, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
