"""Every code of a refusal: its status, and what it means."""

from typing import NamedTuple


class Code(NamedTuple):
    """The HTTP status that goes with a code, and a sentence for the OpenAPI document."""

    status: int
    meaning: str


CODES: dict[str, Code] = {
    "invalid_request": Code(400, "The request is not proper HTTP"),
    "invalid_json": Code(400, "The body or a query parameter does not have the right form"),
    "invalid_id": Code(400, "An identifier is not a UUID"),
    "invalid_time": Code(400, "A time has the wrong form, or can't be here"),
    "invalid_time_range": Code(400, "The range ends before it begins, or leaves the calendar"),
    "too_large_a_report": Code(400, "The report would have more than 200,000 rows"),
    "invalid_time_zone": Code(400, "There is no such time zone"),
    "invalid_project_name": Code(400, "No project can be called that"),
    "invalid_category_name": Code(400, "No category can be called that"),
    "invalid_parent": Code(400, "There is no such parent category, or it is too deep"),
    "cross_project_parent": Code(400, "The parent is in another project"),
    "unreadable_file": Code(400, "Nothing can be made of the file; the message says why"),
    "invalid_password": Code(400, "The new password is too easy to guess"),
    "wrong_password": Code(400, "The present password is not right"),
    "unauthenticated": Code(401, "Not signed in"),
    "wrong_credentials": Code(401, "E-mail or password is not right"),
    "wrong_code": Code(401, "That is not the code in the server's log"),
    "forbidden": Code(403, "That needs another role, or a token of another scope"),
    "forbidden_origin": Code(403, "The website that asks may not use this tracker"),
    "forbidden_host": Code(403, "The tracker is not known by the name it was asked by"),
    "forbidden_csrf": Code(403, "A change by cookie lacks the proof that the page asks for it"),
    "not_found": Code(404, "There is no such thing, or not for who asks"),
    "method_not_allowed": Code(405, "The address does not take that method"),
    "too_slow": Code(408, "The request took too long to arrive"),
    "project_in_use": Code(409, "The project holds time; `details` has the counts"),
    "category_in_use": Code(409, "The category holds time; `details` has the counts"),
    "duplicate_name": Code(409, "A sibling has that name"),
    "category_cycle": Code(409, "A category can't be put below itself"),
    "archived": Code(409, "It is archived"),
    "inbox": Code(409, "It is the inbox, which stays where it is"),
    "id_taken": Code(409, "Something of that kind has that identifier"),
    "entry_overlap": Code(409, "Another entry has that time; `details.entries` tells which"),
    "no_active_timer": Code(409, "No timer is running"),
    "not_running": Code(409, "That entry is not the one that runs"),
    "unanswered": Code(409, "The import asks something first; its `questions` tell what"),
    "not_a_draft": Code(409, "The import has ended, and what it holds can't be chosen any more"),
    "not_done": Code(409, "Nothing of that import was brought yet"),
    "changed_since": Code(409, "Entries were changed since; `details` has their count and some"),
    "already_set_up": Code(409, "There is an administrator already"),
    "wrong_mode": Code(409, "AUTH_MODE does without that"),
    "duplicate_email": Code(409, "Somebody has that e-mail address"),
    "last_administrator": Code(409, "Somebody has to be administrator"),
    "changed": Code(412, "It was changed meanwhile; `details` is how it is now"),
    "too_large": Code(413, "The request is too large"),
    "key_reused": Code(422, "The Idempotency-Key was sent before, with another body"),
    "too_many_tries": Code(429, "Too many tries; `Retry-After` tells how many seconds to wait"),
    "internal": Code(500, "A fault of the server"),
    "database_unavailable": Code(503, "The database can't be reached"),
    "overloaded": Code(503, "The server has too much to do; `Retry-After` tells when to come back"),
    "storage_full": Code(507, "The disk is full"),
}
