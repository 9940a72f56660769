"""What is measured: each row's requests, and the queries that the bare handler runs for them."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple
from urllib.parse import urlencode

from bench import fill
from bench.bare import HELLO
from bench.client import Request
from clockwork.accounts.keys import hash_key
from clockwork.accounts.local import LOCAL_PERSON
from clockwork.clock import DAY
from clockwork.tracking.intervals import to_datetime, to_micros

Run = tuple[str, Sequence[Any]]

# A category with others below it, and what else the week's work has.
CATEGORY, PROJECT, TAG, TEXT = fill.category_id(0), fill.project_id(0), fill.tag(7), "rounding"
FULL = 1_000
# June and all of 2025 in Berlin.
JUNE, JULY = (datetime(2025, month, day, 22, tzinfo=UTC) for month, day in ((5, 31), (6, 30)))
YEAR, NEXT_YEAR = (datetime(year, 12, 31, 23, tzinfo=UTC) for year in (2024, 2025))


class Asked(NamedTuple):
    """A request, and what the bare handler runs for it under which address."""

    request: Request
    runs: Sequence[Run] = ()
    bare: str = ""

    @property
    def address(self) -> str:
        """What the bare handler is asked for; the same, unless one request is two rows."""
        return self.bare or self.request.path


class Row(NamedTuple):
    """What one row of the tables is about.

    `is_known`: all of it was answered before and has not changed. `beside`: the row that it is
    measured in turn with.
    """

    name: str
    asked: Sequence[Asked]
    is_known: bool = False
    changes: bool = False
    beside: str = ""

    @property
    def requests(self) -> list[Request]:
        """What Clockwork is asked."""
        return [one.request for one in self.asked]

    @property
    def bare_requests(self) -> list[Request]:
        """What the bare handler is asked."""
        return [one.request._replace(path=one.address) for one in self.asked]

    @property
    def has_token(self) -> bool:
        """Whether it is asked by a script, as which there have to be accounts."""
        return any(request.token for request in self.requests)


def rows() -> list[Row]:
    """All rows, in the order of the page."""
    active = _get("/api/time/active", ("running", (LOCAL_PERSON,)))
    return [
        Row("livez", [_get("/livez")._replace(bare=HELLO)]),
        Row("active", [active]),
        Row("active with a token", [_with_token(active)], beside="active"),
        Row("projects", [_get("/api/projects", ("projects", ()))]),
        Row("categories", [_get(f"/api/projects/{PROJECT}/categories", ("categories", (PROJECT,)))]),
        Row("start + stop", _start_and_stop(), changes=True),
        *_lists(),
        *_reports(),
        Row("opening the page", _page()),
        Row("nothing new", _page(), is_known=True, beside="active"),
        Row("nothing new, active only", [active], is_known=True, beside="active"),
    ]  # fmt: skip


def _get(path: str, *runs: Run, **query: str) -> Asked:
    return Asked(Request("GET", f"{path}?{urlencode(query)}" if query else path), runs)


def _with_token(asked: Asked) -> Asked:
    request = asked.request._replace(token=fill.TOKEN)
    who = ("token", (hash_key(fill.TOKEN), fill.LAST))
    return Asked(request, (who, *asked.runs), f"{request.path}?token")


def _start_and_stop() -> list[Asked]:
    category = fill.category_id(7)
    body = json.dumps({"categoryId": category}).encode()
    return [
        Asked(Request("POST", "/api/time/start", body), [("start", (LOCAL_PERSON, category))]),
        Asked(Request("POST", "/api/time/stop"), [("stop", (LOCAL_PERSON,))]),
    ]


def _page() -> list[Asked]:
    """What opening the page asks for."""
    start, stop = fill.LAST, fill.LAST + fill.DENSE_DAYS * DAY
    return [
        _get("/api/catalog", ("projects", ()), ("all categories", ()), ("tags", ())),
        _get("/api/time/active", ("running", (LOCAL_PERSON,))),
        _in_range("/api/entries", "full list", start, stop, limit=str(FULL)),
    ]


def _lists() -> list[Row]:
    entries, found = "/api/entries", (LOCAL_PERSON, fill.project_id(3), TAG, TEXT)
    search = {"q": TEXT, "projectId": found[1], "tag": TAG, "limit": "50"}
    return [
        Row("entries (1)", [_get(entries, ("newest", (LOCAL_PERSON, 2)), limit="1")]),
        Row("entries (1,000)", [_get(entries, ("newest", (LOCAL_PERSON, FULL + 1)), limit=str(FULL))]),
        Row("week list", [_week(entries, "list")]),
        Row("week of a category",
            [_week("/api/time/entries", "list of a category", categoryId=CATEGORY)]),
        Row("week of a category and below",
            [_week(entries, "list below a category", categoryId=CATEGORY)]),
        Row("week of a project", [_week(entries, "list of a project", projectId=PROJECT)]),
        Row("week of a tag", [_week(entries, "list of a tag", tag=TAG)]),
        Row("week with text", [_week(entries, "list with text", q=TEXT)]),
        Row("filtered search", [_get(entries, ("search", found), **search)]),
    ]  # fmt: skip


def _reports() -> list[Row]:
    report, grouped = "/api/reports/summary", {"groupBy": "day,project", "tz": "Europe/Berlin"}
    of_category = {**grouped, "categoryId": CATEGORY}
    return [
        Row("week report", [_week(report, "report", **grouped)]),
        Row("week report of a category", [_week(report, "report of a category", **of_category)]),
        Row("week report of a project",
            [_week(report, "report of a project", **grouped, projectId=PROJECT)]),
        Row("week report of a tag", [_week(report, "report of a tag", **grouped, tag=TAG)]),
        Row("month report", [_in_range(report, "report", to_micros(JUNE), to_micros(JULY), **grouped)]),
        Row("year report", [_in_range(report, "report", to_micros(YEAR), to_micros(NEXT_YEAR), **grouped)]),
    ]  # fmt: skip


def _week(path: str, query: str, **filters: str) -> Asked:
    return _in_range(path, query, fill.WEEK, fill.WEEK + 7 * DAY, **filters)


def _in_range(path: str, query: str, start: int, stop: int, **filters: str) -> Asked:
    """`query` has the person, the range, the moment until which what runs counts, and a filter."""
    given = [value for name, value in filters.items() if name not in ("groupBy", "tz", "limit")]
    values = (LOCAL_PERSON, start, stop, stop, *given)
    span = {"from": _at(start), "to": _at(stop)}
    return Asked(Request("GET", f"{path}?{urlencode({**span, **filters})}"), [(query, values)])


def _at(micros: int) -> str:
    return to_datetime(micros).strftime("%Y-%m-%dT%H:%M:%SZ")
