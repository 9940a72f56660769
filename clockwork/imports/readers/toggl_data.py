"""Toggl Track's data export: a zip of clients, projects and tasks, without any time.

Facts: `clients.json`, `projects.json` and `tasks/<project>.json` are lists of objects; what is put
away has `archived` true or `active` false, and `at` when it was last changed. Names may be empty.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from clockwork.imports.cells import CellError, read_moment
from clockwork.imports.rows import Answers, Format, Place, Row, UnreadableError
from clockwork.imports.source import Source
from clockwork.tracking.intervals import to_micros

PROJECTS = "projects.json"
Path = tuple[str, ...]


def _recognises(source: Source) -> bool:
    tasks = any(name.startswith(("tasks/", "projects_users/")) for name in source.parts)
    return PROJECTS in source.parts and (tasks or "workspace_users.json" in source.parts)


def _read(source: Source, _answers: Answers) -> Iterator[Row]:
    if PROJECTS not in source.parts:
        raise UnreadableError(f"The file is no data export of Toggl Track: it has no {PROJECTS}.")
    clients = _paths(_objects(source, "clients.json"), {}, "")
    projects = _paths(_objects(source, PROJECTS), clients, "client_id", "cid")
    yield from _places(_objects(source, "clients.json"), clients)
    yield from _places(_objects(source, PROJECTS), projects)
    for name in sorted(source.parts):
        if name.startswith("tasks/") and name.endswith(".json"):
            tasks = _objects(source, name)
            yield from _places(tasks, _paths(tasks, projects, "project_id", "pid"))


def _places(objects: Sequence[Mapping[str, Any]], paths: Mapping[str, Path]) -> Iterator[Place]:
    """Those that have a name."""
    for one in objects:
        if _name(one):
            yield _place(one, paths[str(one.get("id"))])


def _place(one: Mapping[str, Any], path: Path) -> Place:
    changed = _micros(one.get("at"))
    is_archived = one.get("archived") is True or one.get("active") is False
    color = one.get("color")
    return Place(
        path,
        str(one.get("id")),
        color if isinstance(color, str) else None,
        # When is not told, or not exactly: what was changed last may have been that.
        archived_at=(changed or 0) if is_archived else None,
        created_at=_micros(one.get("created_at")),
        updated_at=changed,
    )


def _paths(
    objects: Sequence[Mapping[str, Any]], above: Mapping[str, Path], *keys: str
) -> Mapping[str, Path]:
    """Names by identifier, with those above; what has no name is only what is above it."""
    found: dict[str, Path] = {}
    for one in objects:
        upper = next((one[key] for key in keys if one.get(key)), None)
        name = _name(one)
        found[str(one.get("id"))] = (*above.get(str(upper), ()), *((name,) if name else ()))
    return found


def _name(one: Mapping[str, Any]) -> str:
    name = one.get("name")
    return name.replace("\0", "").strip() if isinstance(name, str) else ""


def _micros(text: Any) -> int | None:
    try:
        moment = read_moment(text, None) if isinstance(text, str) else None
    except CellError:
        return None
    return to_micros(moment) if moment and moment.tzinfo else None


def _objects(source: Source, name: str) -> Sequence[Mapping[str, Any]]:
    """The list in a part, none where there is no such part or it says null. UnreadableError."""
    try:
        found = msgspec.json.decode(source.parts.get(name, b"[]")) or []
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        found = None
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise UnreadableError(f"The part {name} is not a list of objects.")
    return found


TOGGL_DATA = Format("toggl-data", "Toggl Track, data export (zip)", "toggl", _recognises, _read)
