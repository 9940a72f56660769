"""Change the rules in small ways, one at a time, and see a test notice each: `make mutants`.

Usage: python tests/mutants.py [SAMPLE [SEED]]; without SAMPLE, all. What mutants.toml lists with
the reason is left out; any other change that no test notices makes this fail.
"""

import os
import random
import re
import shutil
import sys
import tomllib
from pathlib import Path

import mutmut.__main__ as mutmut
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.stats import status_by_exit_code

EQUIVALENT = tomllib.loads(Path(__file__).with_suffix(".toml").read_text())["equivalent"]
NOTICED = ("killed", "timeout", "segfault")
# Databases and people read SQL and sentences the same in any case.
SQL = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|SET|VALUES|AND|ORDER BY|ON)\b|\be\.")
SENTENCE = re.compile(r'"[^"]* [^"]*\."')


def main(sample: str = "", seed: str = "") -> int:
    files = generate()
    changes = {name: change(name, file) for name, file in files.items()}
    names = [name for name, (was, now) in changes.items() if counts(name, was, now)]
    if sample:
        seed = seed or str(random.randrange(1000))
        names = random.Random(seed).sample(names, min(int(sample), len(names)))
    mutmut._run(tuple(names), None)
    left = sorted(name for name in names if status(name, files[name]) not in NOTICED)
    for name in left:
        was, now = changes[name]
        print(f"\n{name}\n  - {was}\n  + {now}")
    print(f"\nKilled {len(names) - len(left)} of {len(names)}" + (f", seed {seed}" if seed else ""))
    return 1 if left else 0


def generate() -> dict[str, Path]:
    """Write the mutants; which file each is of."""
    shutil.rmtree("mutants", ignore_errors=True)
    Path("mutants").mkdir()
    set_mutant_under_test("mutant_generation")
    mutmut.copy_src_dir()
    mutmut.copy_also_copy_files()
    mutmut.create_mutants(os.cpu_count() or 1)
    found, _ = mutmut.collect_source_file_mutation_data(mutant_names=())
    return {name: Path(data.path) for data, name, _ in found}


def change(name: str, file: Path) -> tuple[str, str]:
    """What a mutant changes: the lines as they are, and as they become."""
    lines = get_diff_for_mutant(name, path=file).splitlines()[2:]
    was, now = ([line[1:].strip() for line in lines if line[:1] == sign] for sign in "-+")
    return " ".join(was), " ".join(now)


def counts(name: str, was: str, now: str) -> bool:
    """Whether a test can notice it."""
    if was.lower() == now.lower() and (SQL.search(was) or SENTENCE.search(was)):
        return False
    return not any(
        name.startswith(one.get("of", ""))
        and one.get("was", was) == was
        and one.get("now", now) == now
        for one in EQUIVALENT
    )


def status(name: str, file: Path) -> str:
    data = mutmut.SourceFileMutationData(path=file)
    data.load()
    return status_by_exit_code[data.exit_code_by_key[name]]


if __name__ == "__main__":
    sys.exit(main(*filter(None, sys.argv[1:])))
