"""Gather the interpreter. Usage: python.py PYTHON STORE_PATHS OUT.

Copies into OUT, where the program is already, PYTHON's library and standard library, and every
shared library that these load, wherever in PYTHON's closure (STORE_PATHS) it lies. What is gathered
finds its own parts relative to itself.
"""

import shutil
import sys
from pathlib import Path

from objects import (
    files,
    is_left_out,
    is_object,
    look_beside_itself,
    needs,
    objects,
    patchelf,
    strip,
)

STDLIB = Path("lib/python3.13")

# Of the standard library, what a server never imports.
LEFT_OUT = [
    # bytecode of before the changes made here, other packages, tests, manuals
    *("*__pycache__", "site-packages", "test", "*/test", "*/tests", "*.rst"),
    # what is frozen into the library; `os.py` shows Python where the rest is
    *("_collections_abc.py", "_sitebuiltins.py", "abc.py", "codecs.py", "genericpath.py"),
    *("importlib/_bootstrap*.py", "importlib/util.py", "io.py", "ntpath.py", "posixpath.py"),
    *("runpy.py", "site.py", "stat.py", "zipimport.py", "__hello__.py", "__phello__"),
    # for those who build, install or develop
    *("config-*", "ensurepip", "lib2to3", "venv", "idlelib", "_pyrepl", "sysconfig/__main__.py"),
    *("bdb.py", "cProfile.py", "doctest.py", "modulefinder.py", "pdb.py", "pickletools.py"),
    *("profile.py", "pstats.py", "pydoc.py", "pydoc_data", "trace.py", "tracemalloc.py"),
    *("cmd.py", "code.py", "codeop.py", "compileall.py", "filecmp.py", "fileinput.py"),
    *("py_compile.py", "pyclbr.py", "rlcompleter.py", "symtable.py", "tabnanny.py"),
    *("zipapp.py", "lib-dynload/_lsprof*", "_distutils_system_mod.py", "antigravity.py", "this.py"),
    # other systems
    *("_aix_support.py", "_android_support.py", "_apple_support.py", "_ios_support.py"),
    *("_osx_support.py", "nturl2path.py", "asyncio/proactor_events.py", "asyncio/windows_*.py"),
    # terminals and desktops: their libraries would come along
    *(
        "curses",
        "dbm",
        "tkinter",
        "turtle.py",
        "turtledemo",
        "webbrowser.py",
        "pty.py",
        "shelve.py",
    ),
    *("lib-dynload/_curses*", "lib-dynload/_*dbm*", "lib-dynload/_tkinter*"),
    *("lib-dynload/readline*", "shelve.py"),
    # parts that have a faster twin in C, and such twins of what is hardly used
    *("_pydatetime.py", "_pydecimal.py", "_pyio.py", "_py_abc.py", "zoneinfo/_zoneinfo.py"),
    *("lib-dynload/_asyncio*", "lib-dynload/_uuid*"),
    # other processes, interpreters and libraries
    *("ctypes", "lib-dynload/_ctypes*"),
    *("multiprocessing/*.py", "multiprocessing/dummy", "concurrent/futures/process.py"),
    *("lib-dynload/_interp*", "lib-dynload/_multiprocessing*", "lib-dynload/_posixshmem*"),
    # formats and protocols that Clockwork does not speak
    *("bz2.py", "lzma.py", "tarfile.py", "lib-dynload/_bz2*", "lib-dynload/_lzma*"),
    *("configparser.py", "logging/config.py", "plistlib.py", "tomllib"),
    *("email/_header_value_parser.py", "email/contentmanager.py", "email/headerregistry.py"),
    *("email/mime", "email/policy.py", "html/parser.py", "_markupbase.py", "wave.py"),
    *("ftplib.py", "imaplib.py", "mailbox.py", "poplib.py", "smtplib.py"),
    *("urllib/robotparser.py", "wsgiref/validate.py", "xml", "xmlrpc"),
    *("lib-dynload/_elementtree*", "lib-dynload/pyexpat*"),
    # sums and graphs
    *("colorsys.py", "fractions.py", "graphlib.py", "sched.py", "statistics.py"),
    # encodings other than Unicode's, ISO's and those of Windows
    *("encodings/mac_*", "encodings/cp[0235-9]*", "encodings/cp10*", "encodings/cp11*"),
    *("encodings/big5*", "encodings/euc_*", "encodings/gb*", "encodings/hz.py"),
    *("encodings/iso2022_*", "encodings/johab.py", "encodings/shift_jis*", "encodings/cp424.py"),
    *("encodings/bz2_codec.py", "encodings/hp_roman8.py", "encodings/koi8_t.py"),
    *("encodings/kz1048.py", "encodings/mbcs.py", "encodings/oem.py", "encodings/palmos.py"),
    *("encodings/ptcp154.py", "encodings/tis_620.py"),
    *("lib-dynload/_codecs_*", "lib-dynload/_multibytecodec*"),
    # the interpreter's tests of itself
    *("lib-dynload/*test*", "lib-dynload/xx*"),
]
# What no object here names: the program opens the first, libc the second when a thread ends early.
OPENED_BY_NAME = ["libpython3.13.so.1.0", "libgcc_s.so.1"]
# What wheels for manylinux may ask of libc, though it has long been empty.
FOR_WHEELS = ["libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1"]


def main(python: Path, store_paths: list[Path], out: Path) -> None:
    copy_standard_library(python / STDLIB, out / STDLIB)
    interpreter = Path(patchelf("--print-interpreter", python / "bin/python3.13"))
    copy(interpreter, out / "lib" / interpreter.name)
    gather_libraries(out, store_paths)
    for path in objects(out):
        strip(path)
        look_beside_itself(path)
    # The program's RPATH holds for everything that it loads, so nothing else is made longer: the
    # wheels' objects would grow by up to two megabytes each.
    program = out / "bin/python3.13"
    patchelf("--force-rpath", "--set-rpath", "$ORIGIN/../lib", program)
    patchelf("--set-interpreter", out / "lib" / interpreter.name, program)


def copy_standard_library(source: Path, target: Path) -> None:
    for path in files(source):
        if not is_left_out(path.relative_to(source), LEFT_OUT):
            copy(path, target / path.relative_to(source))


def copy(source: Path, target: Path) -> None:
    """Copy a file of the store so that the copy can be changed; scripts become mere modules."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o755 if is_object(source) else 0o644)


def gather_libraries(out: Path, store_paths: list[Path]) -> None:
    """Copy what the objects in `out` need, and what that needs in turn, into out/lib."""
    waiting = [(name, []) for name in OPENED_BY_NAME + FOR_WHEELS]
    waiting += [need for path in objects(out) for need in needs(path)]
    while waiting:
        name, folders = waiting.pop()
        if any(out.rglob(name)):
            continue
        copy(find(name, [*folders, *(path / "lib" for path in store_paths)]), out / "lib" / name)
        waiting += needs(out / "lib" / name)


def find(name: str, folders: list[Path]) -> Path:
    for folder in folders:
        if (folder / name).exists():
            return folder / name
    raise SystemExit(f"{name} is nowhere in Python's closure")


if __name__ == "__main__":
    python, store_paths, out = map(Path, sys.argv[1:])
    main(python, [Path(line) for line in store_paths.read_text().splitlines()], out)
