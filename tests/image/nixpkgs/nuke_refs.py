"""Overwrite the hash of each store path that the files name. Usage: nuke-refs [-e PATH]… FILE…."""

import argparse
import os
import re
from pathlib import Path

HASH_LENGTH = 32

parser = argparse.ArgumentParser()
parser.add_argument("-e", dest="kept", action="append", default=[])
parser.add_argument("files", nargs="+", type=Path)
options = parser.parse_args()

store = os.environ["NIX_STORE"]
kept = "".join(f"(?!{Path(path).name[:HASH_LENGTH]})" for path in options.kept)
named = re.compile(f"(?<={re.escape(store)}/){kept}[0-9a-z]{{{HASH_LENGTH}}}(?=-)".encode())
for file in options.files:
    file.write_bytes(named.sub(b"e" * HASH_LENGTH, file.read_bytes()))
