"""What changes to the same thing wait for; on SQLite the transaction itself does that.

Nothing deadlocks: people are locked before projects, and several of either in the order of their
identifiers.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from clockwork.db.database import Row, is_sqlite, row
from clockwork.db.models import Category, Person, Project
from clockwork.db.statements import Slot, statement
from clockwork.errors import UnavailableError

P = ParamSpec("P")
T = TypeVar("T")

# How often what was waited for may turn out to be elsewhere; twice is rare enough.
TRIES = 10
BOTH = (
    "SELECT r.id FROM person p, project r JOIN category c ON c.project_id = r.id "
    "WHERE p.id = ? AND c.id = {which} FOR NO KEY UPDATE OF p FOR SHARE OF r"
)


class MovedError(Exception):
    """While its project was waited for, a category was moved to another."""


def again_when_moved(change: Callable[P, T]) -> Callable[P, T]:
    """As a decorator: a change in a transaction of its own begins anew after MovedError.

    With the transaction the project is let go: two held in any order could deadlock.
    UnavailableError when that does not end.
    """

    @wraps(change)
    def attempt(*args: P.args, **kwargs: P.kwargs) -> T:
        for _ in range(TRIES):
            try:
                return change(*args, **kwargs)
            except MovedError:
                continue
        raise UnavailableError("database_unavailable", "That is being moved; try again.")

    return attempt


def lock_person(person_id: str) -> None:
    """Make changes to one person's time wait for each other, inside a transaction."""
    if not is_sqlite():
        _lock(lambda: _person.row(id=person_id))


def lock_to_remove(person_id: str) -> None:
    """Let nothing of a person's, nor anything that refers to them, change any more."""
    if not is_sqlite():
        # At once as strong as it has to be in the end: who refers to them waits, or is waited for.
        row("SELECT id FROM person WHERE id = ? FOR UPDATE", person_id)


def lock_people(person_ids: Iterable[str]) -> set[str]:
    """Make changes to several people's time wait for each other; who they are."""
    people = sorted(person_ids)
    for person_id in people:
        lock_person(person_id)
    return set(people)


def hold_tree(category_id: str) -> str | None:
    """Keep the tree that a category is in as it is, inside a transaction; any number may.

    Whoever archives, moves or deletes anything in a tree locks its project, and so waits. Answers
    with the project, None when there is none or nothing had to be done.
    """
    found = None if is_sqlite() else _lock(lambda: _project_of.row(id=category_id))
    return found[0] if found else None


def lock_both(person_id: str, category_id: str | None) -> str | None:
    """A person, and the tree that a category is in, in one trip; answers as `hold_tree`.

    None for the category is the inbox; while there is none, nobody is locked.
    """
    one, values = which(category_id)
    sql = BOTH.format(which=one)
    found = None if is_sqlite() else _lock(lambda: row(sql, person_id, *values))
    return found[0] if found else None


def which(category_id: str | None) -> tuple[str, Sequence[str]]:
    """A category's identifier, in SQL with its values; None is the inbox.

    By its identifier too: of that databases know that it is one category's.
    """
    inbox = "(SELECT id FROM category WHERE inbox)"
    return (inbox, ()) if category_id is None else ("?", (category_id,))


def _lock(look: Callable[[], Row | None]) -> Row | None:
    # A restore that was waited for has put another row in its place, which a second look sees.
    return look() or look()


@statement
def _person() -> Any:
    # Not FOR UPDATE: that would deadlock with rows that merely refer to the person.
    person: Any = Person.select(Person.id).where(Person.id == Slot("id"))
    return person.for_update("FOR NO KEY UPDATE")


@statement
def _project_of() -> Any:
    project: Any = Project.select(Project.id).join(Category, on=Category.project == Project.id)
    return project.where(Category.id == Slot("id")).for_update("FOR SHARE", of=Project)
