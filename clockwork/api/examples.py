"""One example of each shape, for the OpenAPI document."""

from typing import Any

from clockwork.api import (
    account,
    audit,
    catalog,
    categories,
    entries,
    feeds,
    imported,
    imports,
    people,
    projects,
    reports,
    session,
    tags,
    timer,
    tokens,
)
from clockwork.api.contract import Changed
from clockwork.api.endpoint import CSV
from clockwork.api.fields import FeedSecret, Id, Tag
from clockwork.export.formats import FORMATS, ZIP

PROJECT = "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d"
CATEGORY = "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c"
PERSON = "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b"
ENTRY = "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f"
TAG = "review"

_TIMES = {"createdAt": "2026-11-02T08:00:00Z", "updatedAt": "2026-11-02T08:00:00Z"}

_PROJECT = {
    "id": PROJECT,
    "name": "Clockwork",
    "color": "blue",
    "archivedAt": None,
    "inbox": False,
    "description": "The tracker itself",
    **_TIMES,
}
_CATEGORY = {
    "id": CATEGORY,
    "projectId": PROJECT,
    "parentCategoryId": None,
    "name": "Development",
    "archivedAt": None,
    "inbox": False,
    **_TIMES,
}
_ENTRY = {
    "id": ENTRY,
    "personId": PERSON,
    "projectId": PROJECT,
    "categoryId": CATEGORY,
    "startedAt": "2026-11-02T12:34:56Z",
    "stoppedAt": "2026-11-02T13:34:56.5Z",
    "durationSeconds": 3600,
    "tags": [TAG],
    "note": "The report",
    **_TIMES,
}
_RUNNING = {**_ENTRY, "stoppedAt": None, "durationSeconds": None}

_PERSON = {
    "id": PERSON,
    "name": "Ada",
    "email": "ada@example.org",
    "role": "member",
    "zone": "Europe/Berlin",
    "disabled": False,
    "createdAt": "2026-11-02T08:00:00Z",
}
_SESSION = {"mode": "password", "person": _PERSON, "csrfToken": "8d0f"}
_OPEN_SESSION = {
    "id": ENTRY,
    "createdAt": "2026-11-02T08:00:00Z",
    "seenAt": "2026-11-02T12:00:00Z",
    "address": "192.0.2.7",
    "agent": "Mozilla/5.0",
    "current": True,
}
_TOKEN = {
    "id": ENTRY,
    "name": "Build server",
    "scope": "track",
    "createdAt": "2026-11-02T08:00:00Z",
    "expiresAt": None,
    "usedAt": None,
}
_FEED = {
    "id": ENTRY,
    "name": "My calendar",
    "days": 90,
    "projectIds": [PROJECT],
    "createdAt": "2026-11-02T08:00:00Z",
    "usedAt": None,
}
_RECORD = {
    "id": PROJECT,
    "at": "2026-11-02T12:00:00Z",
    "actorId": PERSON,
    "action": "deleted",
    "kind": "entry",
    "objectId": ENTRY,
    "details": {"personId": PERSON},
}

_LISTED_IMPORT = {
    "id": ENTRY,
    "name": "clockwork-entries.json",
    "format": "clockwork-json",
    "title": "Clockwork (JSON)",
    "state": "draft",
    "createdAt": "2026-11-02T12:00:00Z",
    "endedAt": None,
    "rows": 4,
    "added": 2,
    "known": 1,
    "skipped": 0,
    "unreadable": 1,
    "shortened": 1,
    "seconds": 5400,
    "first": "2026-10-31T08:00:00Z",
    "last": "2026-10-31T10:00:00Z",
}
_IMPORT_PLACE = {"from": ["Ada", "Site"], "to": ["Website", "Development"]}
_IMPORT = {
    **_LISTED_IMPORT,
    "choices": {
        **dict.fromkeys(("format", "dateOrder", "person", "columns")),
        "zone": "Europe/Berlin",
        "overlaps": "shorten",
        "dayStart": 540,
        "places": [_IMPORT_PLACE],
    },
    "months": [
        {"month": "2026-10", "entries": 2, "seconds": 5400, "knownSeconds": 3600,
         "fileSeconds": 10800},
    ],
    "places": [{**_IMPORT_PLACE, "missing": 1, "entries": 2, "seconds": 5400}],
    "tags": [TAG],
    "problems": [{"row": 3, "kind": "unreadable", "reason": "One of its times can't be read."}],
    "questions": [],
}  # fmt: skip

EXAMPLES: dict[Any, Any] = {
    Id: PROJECT,
    Tag: TAG,
    FeedSecret: "cwf_6yE2",
    bytes: "Project,Start,End\r\nGarden,2026-10-31 08:00,2026-10-31 09:00\r\n",
    CSV: "at,actorId,action,kind,objectId,details\r\n",
    FORMATS["xlsx"].media: "PK\u0003\u0004…",
    ZIP.media: "PK\u0003\u0004…",
    FORMATS["klog"].media: "2026-11-02\n    12:34 - 13:34 Clockwork › Development: The report\n",
    FORMATS["ics"].media: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
    FORMATS["json"].media: {"format": "clockwork-export", "version": 1, "entries": [_ENTRY]},
    session.Setup: {"needed": False, "mode": "password"},
    session.Session: _SESSION,
    people.Person: _PERSON,
    list[people.Person]: [_PERSON],
    list[account.OpenSession]: [_OPEN_SESSION],
    tokens.Token: _TOKEN,
    list[tokens.Token]: [_TOKEN],
    feeds.Feed: {**_FEED, "path": "/api/feeds/cwf_6yE2.ics"},
    list[feeds.Feed]: [_FEED],
    audit.AuditPage: {"items": [_RECORD], "nextCursor": None},
    session.SetUp: {
        "code": "AB3D-EF7H-JK2M-NP9Q",
        "name": "Ada",
        "email": "ada@example.org",
        "password": "seven small stones",
    },
    session.SignIn: {"email": "ada@example.org", "password": "seven small stones"},
    account.AccountChange: {"zone": "Europe/Berlin"},
    account.PasswordChange: {
        "current": "seven small stones",
        "password": "eight small stones",
    },
    tokens.NewToken: {"name": "Build server", "scope": "track"},
    feeds.NewFeed: {"name": "My calendar", "days": 90, "projectIds": [PROJECT]},
    people.NewPerson: {"name": "Ada", "email": "ada@example.org"},
    people.PersonChange: {"role": "administrator"},
    projects.Project: _PROJECT,
    list[projects.Project]: [_PROJECT],
    categories.Category: _CATEGORY,
    list[categories.Category]: [_CATEGORY],
    catalog.Catalog: {
        "projects": [_PROJECT],
        "categories": [_CATEGORY],
        "tags": [{"name": TAG, "entries": 12}],
    },
    Changed: {"changed": 12},
    entries.TimeEntry: _ENTRY,
    entries.TimeEntry | None: _RUNNING,
    list[entries.TimeEntry]: [_ENTRY],
    entries.EntryPage: {"items": [_ENTRY], "nextCursor": None},
    reports.Report: {
        "from": "2026-11-02T00:00:00Z",
        "to": "2026-11-03T00:00:00Z",
        "tz": "UTC",
        "totalSeconds": 3600,
        "rows": [{"key": "2026-11-02", "label": "2026-11-02", "seconds": 3600}],
    },
    list[imported.ListedImport]: [_LISTED_IMPORT],
    imported.Import: _IMPORT,
    imports.DecideImport: {"zone": "Europe/Berlin", "places": [_IMPORT_PLACE]},
    imports.UndoImport: {"changed": "keep"},
    projects.NewProject: {"name": "Clockwork", "color": "blue"},
    projects.ProjectChange: {"name": "Clockwork", "description": "The tracker itself"},
    categories.NewCategory: {"name": "Review", "parentCategoryId": CATEGORY},
    categories.CategoryChange: {"name": "Development", "parentCategoryId": None},
    categories.CategoryRename: {"name": "Development"},
    categories.CategoryMove: {"projectId": PROJECT, "parentCategoryId": None},
    categories.CategoryMerge: {"into": CATEGORY},
    tags.TagChange: {"name": TAG},
    tags.TagMerge: {"into": TAG},
    tags.TagInstead: {"name": "..", "to": TAG},
    timer.Start: {"categoryId": CATEGORY, "note": "The report", "tags": [TAG]},
    timer.Stop: {"stoppedAt": "2026-11-02T13:34:56Z", "entryId": ENTRY},
    entries.NewEntry: {
        "categoryId": CATEGORY,
        "startedAt": "2026-11-02T12:34:56Z",
        "stoppedAt": "2026-11-02T13:34:56Z",
    },
    entries.EntryChange: {"note": None, "tags": [TAG]},
    entries.Split: {"at": "2026-11-02T13:00:00Z"},
    entries.Continue: {"id": ENTRY},
}
