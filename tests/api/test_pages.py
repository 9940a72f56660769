"""The built page: what is cached, what falls back, and that nothing leaves its folder."""

import gzip

import pytest


@pytest.fixture
def built(tmp_path):
    root = tmp_path / "built"
    (root / "assets").mkdir(parents=True)
    (root / "index.html").write_text("<!doctype html>page")
    (root / "favicon.svg").write_text("<svg/>")
    (root / "sw.js").write_text("self")
    (root / "sw.js.gz").write_bytes(gzip.compress(b"self", mtime=0))
    (root / "manifest.webmanifest").write_text("{}")
    (root / "assets" / "app-1a2b.js").write_text("let a")
    (root / "assets" / "app-1a2b.js.br").write_bytes(b"brotli")
    (root / "assets" / "app-1a2b.js.gz").write_bytes(gzip.compress(b"let a", mtime=0))
    (tmp_path / "secret.txt").write_text("secret")
    (root / "link.txt").symlink_to(tmp_path / "secret.txt")
    return root


@pytest.fixture
def page(make_app, built):
    # Through a link, as in the image: the folder is resolved once, at start.
    link = built.parent / "link"
    link.symlink_to(built)
    return make_app(static_dir=link).test_client()


@pytest.mark.parametrize("path", ["/", "/index.html", "/reports?range=week", "/a/b/c", "/apis"])
def test_every_address_of_the_app_is_the_page(page, path):
    response = page.get(path)

    assert (response.status_code, response.text) == (200, "<!doctype html>page")
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.mimetype == "text/html"


@pytest.mark.parametrize("path", [f"/{'a' * 300}", f"/{'ü' * 200}", "/" + "a/" * 3000])
def test_an_address_longer_than_a_file_name_is_the_page(page, path):
    assert page.get(path).text == "<!doctype html>page"
    assert page.get(f"/assets{path}").status_code == 404


def test_the_page_is_not_sent_again_while_its_content_is_the_same(page, built):
    etag = page.get("/").headers["ETag"]

    assert page.get("/", headers={"If-None-Match": etag}).status_code == 304
    (built / "index.html").write_text("<!doctype html>changed")
    assert page.get("/", headers={"If-None-Match": etag}).status_code == 200


def test_hashed_files_are_kept_for_ever_and_missing_ones_are_not_the_page(page):
    found = page.get("/assets/app-1a2b.js")
    missing = page.get("/assets/app-0000.js")

    assert found.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert found.mimetype == "text/javascript"
    assert (missing.status_code, missing.json["code"]) == (404, "not_found")
    assert "immutable" not in missing.headers.get("Cache-Control", "")


@pytest.mark.parametrize(
    ("path", "mimetype"),
    [("/sw.js", "text/javascript"), ("/manifest.webmanifest", "application/manifest+json")],
)
def test_what_brings_the_next_version_is_asked_for_each_time(page, path, mimetype):
    found = page.get(path)

    assert (found.status_code, found.mimetype) == (200, mimetype)
    assert found.headers["Cache-Control"] == "no-cache"
    again = page.get(path, headers={"If-None-Match": found.headers["ETag"]})
    assert again.status_code == 304


def test_the_worker_is_sent_compressed(page):
    found = page.get("/sw.js", headers={"Accept-Encoding": "gzip"})

    assert found.headers["Content-Encoding"] == "gzip"
    assert found.mimetype == "text/javascript"


@pytest.mark.parametrize(
    ("accepted", "encoding", "data"),
    [
        ("gzip, br", "br", b"brotli"),
        ("gzip", "gzip", gzip.compress(b"let a", mtime=0)),
        ("br;q=0, gzip;q=0", None, b"let a"),
        ("", None, b"let a"),
    ],
)
def test_compressed_siblings_go_to_who_accepts_them(page, accepted, encoding, data):
    response = page.get("/assets/app-1a2b.js", headers={"Accept-Encoding": accepted})

    assert response.headers.get("Content-Encoding") == encoding
    assert response.mimetype == "text/javascript"
    assert "Accept-Encoding" in response.headers["Vary"]
    assert len(response.data) == len(data)


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/../../secret.txt",
     "/assets/%2e%2e/%2e%2e/secret.txt", "/..%5csecret.txt", "/%00", "/link.txt", "/.//secret.txt",
     "/assets/..%00/secret.txt", "/%2fetc%2fpasswd"],
)  # fmt: skip
def test_no_path_leaves_the_folder(page, path):
    response = page.get(path)

    assert "secret" not in response.text
    assert "root:" not in response.text
    assert response.status_code in (200, 404)


def test_the_api_is_never_the_page(page):
    for path in ("/api", "/api/", "/api/nowhere", "/api/projects/"):
        response = page.get(path)
        assert response.status_code == 404
        assert response.json["code"] == "not_found"


def test_without_a_folder_only_the_api_is_served(client):
    assert client.get("/").status_code == 404
    assert client.get("/api/projects").status_code == 200


def test_a_page_that_is_not_built_says_so(make_app, tmp_path):
    client = make_app(static_dir=tmp_path).test_client()

    assert client.get("/").status_code == 404
