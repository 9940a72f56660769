"""The built page: files from STATIC_DIR, and index.html for every address of the app."""

import mimetypes
from hashlib import blake2b
from pathlib import Path

from flask import Blueprint, Flask, Response, request
from werkzeug.exceptions import NotFound
from werkzeug.routing import PathConverter
from werkzeug.security import safe_join

FOREVER = "public, max-age=31536000, immutable"
ENCODINGS = (("br", ".br"), ("gzip", ".gz"))

# The same types everywhere: the machine's own table is not asked.
TYPES = mimetypes.MimeTypes(filenames=())
TYPES.add_type("text/javascript", ".js")
TYPES.add_type("application/manifest+json", ".webmanifest")
TYPES.add_type("font/woff2", ".woff2")


class PageConverter(PathConverter):
    """Any path but those of the API, which answers for its own unknown addresses."""

    regex = r"(?!api(?:/|$))[^/].*?"


def init_app(app: Flask, directory: Path | None) -> None:
    """Serve the page; without a directory, only the API."""
    if directory is not None:
        app.url_map.converters["page"] = PageConverter
        app.register_blueprint(_blueprint(directory.resolve()))


def _blueprint(root: Path) -> Blueprint:
    blueprint = Blueprint("pages", __name__)

    @blueprint.get("/", defaults={"path": ""})
    @blueprint.get("/<page:path>")
    def get_file(path: str) -> Response:
        file = _find(root, path)
        if path.startswith("assets/"):
            if file is None:
                raise NotFound
            return _send(file, FOREVER)
        return _send(file or _index(root), "no-cache")

    return blueprint


def _find(root: Path, path: str) -> Path | None:
    """The file of a path, when it is one and lies inside the root, links followed."""
    joined = safe_join(str(root), path) if path and "\0" not in path else None
    if joined is None:
        return None
    try:
        file = Path(joined).resolve()
        return file if file.is_relative_to(root) and file.is_file() else None
    except OSError:
        # Longer than a name of a file can be.
        return None


def _index(root: Path) -> Path:
    file = _find(root, "index.html")
    if file is None:
        raise NotFound("The page has not been built; run: make run")
    return file


def _send(file: Path, cache: str) -> Response:
    chosen, encoding = _variant(file)
    response = Response(chosen.read_bytes(), mimetype=TYPES.guess_type(file.name)[0])
    response.mimetype = response.mimetype or "application/octet-stream"
    if encoding:
        response.headers["Content-Encoding"] = encoding
    response.vary.add("Accept-Encoding")
    response.headers["Cache-Control"] = cache
    # Of the content: all files of a Nix store have the same time.
    response.set_etag(blake2b(response.get_data(), digest_size=12).hexdigest())
    response.make_conditional(request)
    return response


def _variant(file: Path) -> tuple[Path, str | None]:
    """The compressed sibling that the client takes, else the file itself."""
    for encoding, ending in ENCODINGS:
        sibling = file.with_name(file.name + ending)
        if request.accept_encodings[encoding] and sibling.is_file():
            return sibling, encoding
    return file, None
