"""Toggl Track's data export: what time is about, and no time."""

import json

import pytest

from clockwork.imports.rows import Place, UnreadableError
from clockwork.tracking.intervals import to_micros
from tests.tracker import at
from tests.unit.imports.files import packed, read

AT = "2026-01-02T10:00:00+00:00"
CLIENTS = [{"id": 1, "name": "Acme", "archived": False}, {"id": 2, "name": "Old", "archived": True}]
PROJECTS = [
    {"id": 10, "name": "Web", "client_id": 1, "cid": 1, "active": True, "color": "#ef5350"},
    {"id": 11, "name": "Gone", "client_id": None, "active": False, "at": AT, "created_at": AT},
    {"id": 12, "name": "", "client_id": 1, "active": True, "actual_seconds": None},
]
TASKS = [{"id": 20, "name": "Forms", "project_id": 10, "active": True}]
LOST = [{"id": 21, "name": "Lost", "project_id": 12, "active": True}, {"id": 22, "name": None}]


def export(projects=PROJECTS, **parts):
    return packed(
        clients_dot_json=json.dumps(CLIENTS),
        projects_dot_json=json.dumps(projects),
        tasks__10_dot_json=json.dumps(TASKS),
        tasks__12_dot_json=json.dumps(LOST),
        tasks__11_dot_json="null",
        workspace_users_dot_json='[{"timezone": "Europe/Vienna"}]',
        **parts,
    )


def test_clients_projects_and_tasks_with_what_is_above_them():
    changed = to_micros(at("2026-01-02T10:00:00Z"))

    assert read(export(), "toggl-data") == [
        Place(("Acme",), "1"),
        Place(("Old",), "2", archived_at=0),
        Place(("Acme", "Web"), "10", "#ef5350"),
        Place(("Gone",), "11", archived_at=changed, created_at=changed, updated_at=changed),
        Place(("Acme", "Web", "Forms"), "20"),
        # Its project has no name.
        Place(("Acme", "Lost"), "21"),
    ]


@pytest.mark.parametrize("projects", [{}, [1], "x"])
def test_what_is_no_list_of_objects_is_unreadable(projects):
    file = export(projects=projects or {"a": 1})

    with pytest.raises(UnreadableError, match=r"projects\.json"):
        read(file, "toggl-data")
