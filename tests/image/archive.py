"""Read an image from the archive that `docker load` takes, without running it."""

import gzip
import hashlib
import io
import json
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

START = 4096  # bytes: more than any header


@dataclass
class Layer:
    """A layer: its digest, its bytes, and the entries of its archive by path."""

    digest: str
    content: bytes = field(repr=False)

    @cached_property
    def entries(self) -> dict[str, tarfile.TarInfo]:
        with tarfile.open(fileobj=io.BytesIO(self.content)) as tar:
            return {"/" + entry.name.lstrip("./"): entry for entry in tar}

    @cached_property
    def compressed_size(self) -> int:
        """Bytes, as a registry would hold it."""
        return len(gzip.compress(self.content, 9, mtime=0))

    @property
    def unpacked_size(self) -> int:
        return sum(entry.size for entry in self.entries.values())

    @property
    def name(self) -> str:
        """Of the one store path in it, or "links" for the last layer."""
        paths = {path.split("/")[3] for path in self.entries if path.count("/") >= 3}
        stored = sorted(path[33:] for path in paths if self.entries.get(f"/nix/store/{path}"))
        return " ".join(stored) or "links"

    def files(self) -> Iterator[tuple[str, tarfile.TarInfo, bytes]]:
        """Each file: its path, its entry, and what it starts with."""
        with tarfile.open(fileobj=io.BytesIO(self.content)) as tar:
            for path, entry in self.entries.items():
                if entry.isfile():
                    yield path, entry, tar.extractfile(entry).read(START)


@dataclass
class Archive:
    """An image: its configuration and its layers, lowest first."""

    path: Path
    config_digest: str
    config: dict
    layers: list[Layer]

    @classmethod
    def read(cls, path: Path) -> "Archive":
        with tarfile.open(path) as tar:
            manifest = json.load(tar.extractfile("manifest.json"))[0]
            config = tar.extractfile(manifest["Config"]).read()
            contents = [tar.extractfile(name).read() for name in manifest["Layers"]]
        layers = [Layer(hashlib.sha256(content).hexdigest(), content) for content in contents]
        return cls(path, hashlib.sha256(config).hexdigest(), json.loads(config), layers)

    @cached_property
    def entries(self) -> dict[str, tarfile.TarInfo]:
        return {path: entry for layer in self.layers for path, entry in layer.entries.items()}

    def layer(self, name: str) -> Layer:
        return next(layer for layer in self.layers if layer.name.endswith(name))
