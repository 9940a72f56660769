"""Write a `docker load` archive: a layer for each store path, the most referred-to first, then the
layer of links. What is laid down here is nixpkgs': fixed dates, owner root, names under /nix/store.
"""

import hashlib
import io
import json
import os
import sys
import tarfile
from pathlib import Path

CREATED = "1970-01-01T00:00:01+00:00"
Graph = dict[str, list[str]]


def read_graph(name: str) -> Graph:
    """Nix's text format: path, deriver, number of references, references."""
    lines = iter(Path(name).read_text().splitlines())
    graph = {}
    for path in lines:
        next(lines)
        graph[path] = [next(lines) for _ in range(int(next(lines)))]
    return graph


def by_popularity(graph: Graph) -> list[str]:
    popularity = {path: sum(path in others for others in graph.values()) for path in graph}
    return sorted(graph, key=lambda path: (-popularity[path], path))


def store_layer(paths: list[str]) -> bytes:
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as tar:
        for folder in ("/nix", "/nix/store"):
            entry = tarfile.TarInfo(folder)
            entry.type, entry.mode, entry.mtime = tarfile.DIRTYPE, 0o755, 1
            entry.uname = entry.gname = "root"
            tar.addfile(entry)
        for path in paths:
            tar.add(path, filter=plain)
    return archive.getvalue()


def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.name = entry.name if entry.name.startswith("/") else f"/{entry.name}"
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = 1
    return entry


def add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mtime = len(content), 1
    tar.addfile(entry, io.BytesIO(content))


def main(image_file: str, links: str, config: str) -> None:
    image = json.loads(Path(image_file).read_text())
    graph = read_graph("graph") | read_graph("config-graph")
    paths = [path for path in by_popularity(graph) if path not in (links, config)]
    single = image["maxLayers"] - 2
    groups = [group for group in ([[path] for path in paths[:single]] + [paths[single:]]) if group]
    layers = [(store_layer(group), group) for group in groups]
    layers.append(((Path(links) / "layer.tar").read_bytes(), [links]))
    digests = [hashlib.sha256(content).hexdigest() for content, _ in layers]
    description = json.dumps(
        {
            "created": CREATED,
            "architecture": image["architecture"],
            "os": "linux",
            "config": image["config"],
            "rootfs": {"type": "layers", "diff_ids": [f"sha256:{digest}" for digest in digests]},
            "history": [
                {"created": CREATED, "comment": f"store paths: {group}"} for _, group in layers
            ],
        },
        indent=4,
    ).encode()
    config_name = f"{hashlib.sha256(description).hexdigest()}.json"
    names = [f"{digest}/layer.tar" for digest in digests]
    manifest = [{"Config": config_name, "RepoTags": [image["repoTag"]], "Layers": names}]
    with os.fdopen(sys.stdout.fileno(), "wb") as out, tarfile.open(fileobj=out, mode="w|") as tar:
        for name, (content, _) in zip(names, layers, strict=True):
            add(tar, name, content)
        add(tar, config_name, description)
        add(tar, "manifest.json", json.dumps(manifest, indent=4).encode())


main(*sys.argv[1:])
