"""The leanest query for each answer, by hand: what the bare handler runs.

`?1` is the first value. Nothing here is taken from Clockwork: what its statements waste shows.
"""

import re
from collections.abc import Mapping

from clockwork.clock import DAY
from clockwork.db.models import IS_LONG

# An entry as an answer tells it: identifiers, times, the note and the names of its tags.
ENTRY = """SELECT e.id, e.person_id, e.category_id, c.project_id, e.started_at, e.stopped_at, e.note,
    (SELECT {join}((SELECT t.name FROM tag t WHERE t.id = x.tag_id), {separator})
        FROM entry_tag x WHERE x.entry_id = e.id), e.created_at, e.updated_at"""
CATEGORY = "JOIN category c ON c.id = e.category_id"
NEWEST_FIRST = "ORDER BY e.started_at DESC, e.id DESC"

# Of person ?1, what reaches into [?2, ?3) while it is ?4: what started a day before or later by
# one index, what is longer than a day by another.
_REACHES = "coalesce(stopped_at, ?4) > ?2"
IN_RANGE = f"""(SELECT * FROM entry WHERE person_id = ?1 AND started_at < ?3
        AND started_at >= ?2 - {DAY} AND (started_at >= ?2 OR {_REACHES})
    UNION ALL SELECT * FROM {{long}}) e"""
# The planner does not see how few are so long, and has to be told which index finds them.
_LONG = f"WHERE person_id = ?1 AND started_at < ?2 - {DAY} AND ({IS_LONG})"
LONG_ON_SQLITE = f"entry INDEXED BY entry_long {_LONG} AND {_REACHES}"
LONG_ON_POSTGRES = f"""(SELECT found.* FROM (SELECT id FROM entry {_LONG}) l, LATERAL
    (SELECT * FROM entry x WHERE x.id = l.id AND {_REACHES} LIMIT 1) found) long"""

# The filters of lists and reports; each has ?5.
BELOW = """WITH RECURSIVE below (id) AS (SELECT id FROM category WHERE id = ?5
    UNION ALL SELECT c.id FROM category c JOIN below b ON c.parent_id = b.id) """
OF_CATEGORY = "WHERE e.category_id = ?5"
OF_BELOW = "WHERE e.category_id IN (SELECT id FROM below)"
OF_PROJECT = "WHERE c.project_id = ?5"
# Not EXISTS, which the planner makes a join of: with all entries of the tag, whoever's they are.
OF_TAG = """WHERE (SELECT x.entry_id FROM entry_tag x WHERE x.entry_id = e.id
    AND x.tag_id = (SELECT id FROM tag WHERE name = ?5)) IS NOT NULL"""
WITH_TEXT = "WHERE {position}(e.note_folded, ?5) > 0"

LIST = f"{ENTRY} FROM {IN_RANGE} {CATEGORY} "
# The seconds of a day and project, to be added up, and what the project is called.
REPORT = f"""SELECT p.id, p.name, e.started_at, e.stopped_at FROM {IN_RANGE} {CATEGORY}
    JOIN project p ON p.id = c.project_id """

# One more than is shown tells whether there is another page.
PAGE, FULL_PAGE = f" {NEWEST_FIRST} LIMIT 101", f" {NEWEST_FIRST} LIMIT 1001"

READS = {
    # The entry of person ?1 that runs.
    "running": f"{ENTRY} FROM entry e {CATEGORY} WHERE e.person_id = ?1 AND e.stopped_at IS NULL",
    # Whose token with the hash ?1 is, what it may, and when it was last used, if it holds at ?2.
    "token": "SELECT t.id, t.used_at, p.id, p.email, p.role, t.scope FROM token t "
    "JOIN person p ON p.id = t.person_id WHERE t.token_hash = ?1 AND t.revoked_at IS NULL "
    "AND (t.expires_at IS NULL OR t.expires_at > ?2) AND p.disabled_at IS NULL",
    # All projects, oldest first.
    "projects": "SELECT id, name, description, color, archived_at, created_at, updated_at, inbox "
    "FROM project ORDER BY created_at, id",
    # The categories of project ?1, oldest first, and since when it is archived: of an unknown
    # project there is no row.
    "categories": "SELECT c.id, c.project_id, c.parent_id, c.name, c.description, c.archived_at, "
    "c.created_at, c.updated_at, c.inbox, p.archived_at FROM project p "
    "LEFT JOIN category c ON c.project_id = p.id WHERE p.id = ?1 ORDER BY c.created_at, c.id",
    # All categories, oldest first.
    "all categories": "SELECT id, project_id, parent_id, name, description, archived_at, "
    "created_at, updated_at, inbox FROM category ORDER BY created_at, id",
    # All tags. How many entries carry each is not counted: whoever shows it has to keep it.
    "tags": "SELECT id, name FROM tag ORDER BY name",
    # The newest entries of person ?1, as many as ?2.
    "newest": f"{ENTRY} FROM entry e {CATEGORY} WHERE e.person_id = ?1 {NEWEST_FIRST} LIMIT ?2",
    # Entries in a range, newest first: all, and by each of the filters.
    "list": LIST + PAGE,
    "full list": LIST + FULL_PAGE,
    "list of a category": LIST + OF_CATEGORY + PAGE,
    "list below a category": BELOW + LIST + OF_BELOW + PAGE,
    "list of a project": LIST + OF_PROJECT + PAGE,
    "list of a tag": LIST + OF_TAG + PAGE,
    "list with text": LIST + WITH_TEXT + PAGE,
    # The newest entries of person ?1 in project ?2 with tag ?3 and the text ?4 in the note.
    "search": f"{ENTRY} FROM entry e {CATEGORY} WHERE e.person_id = ?1 AND c.project_id = ?2 "
    "AND EXISTS (SELECT 1 FROM entry_tag x WHERE x.entry_id = e.id "
    "AND x.tag_id = (SELECT id FROM tag WHERE name = ?3)) "
    f"AND {{position}}(e.note_folded, ?4) > 0 {NEWEST_FIRST} LIMIT 51",
    # What a report by day and project adds up: all, and by each of the filters.
    "report": REPORT,
    "report of a category": BELOW + REPORT + OF_BELOW,
    "report of a project": REPORT + OF_PROJECT,
    "report of a tag": REPORT + OF_TAG,
    # What a start has to know of person ?1 and category ?2: the project, since when anything
    # above is archived, what runs since when, and where the last entries stopped.
    "state": """WITH RECURSIVE above (parent_id, project_id, archived_at) AS (
        SELECT parent_id, project_id, archived_at FROM category WHERE id = ?2 UNION ALL
        SELECT c.parent_id, c.project_id, c.archived_at
            FROM category c JOIN above a ON c.id = a.parent_id)
    SELECT p.id, p.archived_at, (SELECT min(archived_at) FROM above), r.id, r.started_at,
        (SELECT max(stopped_at) FROM (SELECT stopped_at FROM entry WHERE person_id = ?1
            ORDER BY started_at DESC LIMIT 50) latest)
    FROM project p LEFT JOIN entry r ON r.person_id = ?1 AND r.stopped_at IS NULL
    WHERE p.id = (SELECT project_id FROM category WHERE id = ?2)""",
}
WRITES = {
    # Entry ?3 ends at ?1, which is noted at ?2.
    "stop": "UPDATE entry SET stopped_at = ?1, updated_at = ?2 WHERE id = ?3",
    # Entry ?1 of person ?2 in category ?3 starts at ?4, which is noted at ?5.
    "add": "INSERT INTO entry (id, person_id, category_id, started_at, created_at, updated_at) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
}
# On SQLite the transaction itself locks.
LOCKS = {
    # Changes of the time of person ?1 wait for each other.
    "lock": "SELECT id FROM person WHERE id = ?1 FOR NO KEY UPDATE",
    # The tree that category ?1 is in stays as it is.
    "hold": "SELECT p.id FROM project p JOIN category c ON c.project_id = p.id "
    "WHERE c.id = ?1 FOR SHARE OF p",
}


def for_sqlite() -> Mapping[str, str]:
    """Each statement, with `?1` for its first value."""
    own = {"join": "group_concat", "separator": "char(31)", "position": "instr",
           "long": LONG_ON_SQLITE}  # fmt: skip
    return {name: sql.format(**own) for name, sql in {**READS, **WRITES}.items()}


def for_postgres() -> Mapping[str, str]:
    """Each statement, with `$1` for its first value."""
    own = {"join": "string_agg", "separator": "chr(31)", "position": "strpos",
           "long": LONG_ON_POSTGRES}  # fmt: skip
    several = {**READS, **WRITES, **LOCKS}
    return {name: re.sub(r"\?(\d)", r"$\1", sql.format(**own)) for name, sql in several.items()}
