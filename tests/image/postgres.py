"""A PostgreSQL image for the tests, made of this machine's Debian packages, with TLS."""

import shutil
import tarfile
from pathlib import Path

from tests.image.commands import run
from tests.image.containers import Container, Engine

NAME = "clockwork-test-postgres"
HOST = "postgres"
START = """#!/bin/sh
set -e
initdb --pgdata=/tmp/data --username=clockwork --auth=trust --locale=C --encoding=UTF8 \\
  --no-sync >/tmp/log
echo 'hostssl all clockwork all trust' > /tmp/data/pg_hba.conf
cp /tls/server.key /tmp/server.key
chmod 600 /tmp/server.key
exec postgres -D /tmp/data -c listen_addresses='*' -c unix_socket_directories=/tmp -c fsync=off \\
  -c ssl=on -c ssl_cert_file=/tls/server.crt -c ssl_key_file=/tmp/server.key
"""


class PostgresImage:
    """Its file system as an archive, and the certificate of the authority that signed its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.authority = folder / "ca.crt"
        self.archive = folder / "postgres.tar"
        self._make_certificates()
        self._make_file_system(folder / "root")
        with tarfile.open(self.archive, "w") as tar:
            tar.add(folder / "root", arcname=".")

    def start(self, engine: Engine, network: str) -> Container:
        """A server that accepts TLS connections only, named `postgres` in the network."""
        if NAME not in engine.images:
            engine.call("import", self.archive, NAME)
            engine.images.append(NAME)
        options = ("--user=65534:65534", f"--network={network}", f"--network-alias={HOST}")
        return engine.start(*options, image=NAME, arguments=("/start",))

    def _make_file_system(self, root: Path) -> None:
        installed = max(Path("/usr/lib/postgresql").iterdir(), key=lambda path: int(path.name))
        shared = Path("/usr/share/postgresql") / installed.name
        for folder in (installed / "bin", installed / "lib", shared, Path("/usr/share/zoneinfo")):
            shutil.copytree(folder, root / folder.relative_to("/"), symlinks=False,
                            ignore=shutil.ignore_patterns("bitcode", "llvmjit*"))  # fmt: skip
        (root / "bin").mkdir()
        for program in ("sh", "cat", "cp", "chmod"):
            shutil.copy(shutil.which(program), root / "bin" / program)
        for program in (
            *(root / "bin").iterdir(),
            installed / "bin/postgres",
            installed / "bin/initdb",
        ):
            self._copy_libraries(program, root)
        for program in ("postgres", "initdb"):
            (root / "bin" / program).symlink_to(installed / "bin" / program)
        (root / "etc").mkdir()
        (root / "etc/passwd").write_text("nobody:x:65534:65534::/tmp:/bin/sh\n")
        (root / "tmp").mkdir(mode=0o777)
        (root / "tmp").chmod(0o777)
        (root / "start").write_text(START)
        (root / "start").chmod(0o755)
        shutil.copytree(self.folder / "tls", root / "tls")

    def _copy_libraries(self, program: Path, root: Path) -> None:
        for line in run("ldd", program).splitlines():
            path = next((Path(word) for word in line.split() if word.startswith("/")), None)
            if path and not (root / path.relative_to("/")).exists():
                (root / path.relative_to("/")).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, root / path.relative_to("/"))

    def _make_certificates(self) -> None:
        tls = self.folder / "tls"
        tls.mkdir()
        new = ("openssl", "req", "-newkey", "rsa:2048", "-nodes", "-days", "2")
        authority = ("-x509", "-subj", "/CN=the test's authority")
        run(*new, *authority, "-keyout", self.folder / "ca.key", "-out", self.authority)
        signed = ("-CA", self.authority, "-CAkey", self.folder / "ca.key")
        request = self.folder / "server.csr"
        run(*new, "-subj", f"/CN={HOST}", "-keyout", tls / "server.key", "-out", request)
        names = self.folder / "names"
        names.write_text(f"subjectAltName=DNS:{HOST}\n")
        run("openssl", "x509", "-req", "-in", request, *signed, "-CAcreateserial", "-days", "2",
            "-extfile", names, "-out", tls / "server.crt")  # fmt: skip
        for file in tls.iterdir():
            file.chmod(0o644)
