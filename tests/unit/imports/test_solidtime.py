"""solidtime's export and its CSVs."""

from datetime import UTC, datetime

from clockwork.imports.rows import Place, Tracked, Unread
from clockwork.tracking.intervals import to_micros
from tests.tracker import at
from tests.unit.imports.files import packed, read, wall

MADE, CHANGED = "2026-01-02T10:00:00Z", "2026-01-03T10:00:00Z"
PARTS = {
    "meta_dot_json": '{"version":"1.0"}',
    "clients_dot_csv": f'id,name,archived_at,created_at,updated_at\nc1,"A, B",,{MADE},{MADE}\n',
    "projects_dot_csv": (
        "id,name,color,client_id,archived_at,created_at,updated_at\n"
        f"p1,Web,#ef5350,c1,{CHANGED},{MADE},{MADE}\np2,,#000000,c1,,{MADE},{MADE}\n"
    ),
    "tasks_dot_csv": f"id,name,project_id,done_at,created_at\nt1,Forms,p1,,{MADE}\nt2,Old,p2,,\n",
    "tags_dot_csv": 'id,name\ng1,deep\ng2,"x, y"\n',
    "members_dot_csv": "id,name,email\nm1,Ada,ada@example.org\nm2,Bob,\n",
}
HEAD = (
    "id,description,start,end,member_id,client_id,project_id,task_id,tags,created_at,updated_at\n"
)


def export(*rows):
    return packed(**PARTS, time_entries_dot_csv=HEAD + "".join(f"{row}\n" for row in rows))


def test_places_and_entries_refer_to_each_other():
    tags = '"[""g1"",""g2"",""gone""]"'
    line = (
        f"e1,Fields,2026-03-02T09:00:00Z,2026-03-02T10:00:00Z,m1,c1,p1,t1,{tags},{MADE},{CHANGED}"
    )

    *places, entry = read(export(line), "solidtime")

    made, changed = to_micros(at(MADE)), to_micros(at(CHANGED))
    assert places == [
        Place(("A, B",), "c1", created_at=made, updated_at=made),
        Place(("A, B", "Web"), "p1", "#ef5350", None, changed, made, made),
        Place(("A, B", "Web", "Forms"), "t1", created_at=made),
        # Its project has no name.
        Place(("A, B", "Old"), "t2"),
    ]
    assert entry == Tracked(
        2, datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 3, 2, 10, tzinfo=UTC), None,
        ("A, B", "Web", "Forms"), "Fields", ("deep", "x, y"), "ada@example.org", "e1", made,
        changed,
    )  # fmt: skip


def test_what_runs_has_no_end_and_may_be_about_nothing():
    (*_, entry) = read(export("e1,,2026-03-02T09:00:00Z,,m2,,,,[],,"), "solidtime")

    assert (entry.stop, entry.seconds, entry.path, entry.person) == (None, None, (), "Bob")
    assert (entry.tags, entry.created_at) == ((), None)


def test_what_can_not_be_read_is_told():
    lines = (
        "e1,,2026-03-02T09:00:00,,m1,,,,,,",
        "e2,,2026-03-02T09:00:00Z,2026-03-02T08:00:00Z,m1,,,,,,",
        "e3,,2026-03-02T09:00:00Z,,m1,,,,{},,",
        "e4,,,,m1,,,,,,",
    )

    rows = [row for row in read(export(*lines), "solidtime") if not isinstance(row, Place)]

    assert rows == [
        Unread(2, "The start 2026-03-02T09:00:00 does not say its zone."),
        Unread(3, "The end 2026-03-02 08:00+00:00 is before the start 2026-03-02 09:00+00:00."),
        Unread(4, "The tags are not a list."),
        Unread(5, "The start is missing."),
    ]


def test_an_export_without_a_part_is_read_as_far_as_it_goes():
    line = "e1,Fields,2026-03-02T09:00:00Z,,m1,c1,p1,t1,[],,\n"

    (entry,) = read(packed(meta_dot_json="{}", time_entries_dot_csv=HEAD + line), "solidtime")

    assert (entry.path, entry.note, entry.person) == ((), "Fields", "")


def test_the_csv_that_it_imports_has_times_in_utc():
    text = (
        "description,billable,client,project,tags,start,end,task,user_name,user_email\n"
        '"Fields","true","Acme","Web","a, b","2026-03-02T09:00:00Z","","Forms","Ada",""\n'
    )

    assert read(text, "solidtime-csv") == [
        Tracked(
            2, datetime(2026, 3, 2, 9, tzinfo=UTC), None, None, ("Acme", "Web", "Forms"), "Fields",
            ("a", "b"), "Ada",
        )
    ]  # fmt: skip


def test_its_detailed_report_has_times_without_a_zone():
    text = (
        "Description,Task,Project,Client,User,Start,End,Duration,Duration (decimal),Billable,Tags\n"
        ',,Web,,Ada,2026-03-02 09:00:00,2026-03-02 10:30:00,"1:30:00",1.5,Yes,\n'
    )

    (row,) = read(text, "solidtime-csv")

    assert (row.start, row.stop) == (wall("2026-03-02 09:00"), wall("2026-03-02 10:30"))
    assert (row.seconds, row.path) == (5400, ("Web",))
