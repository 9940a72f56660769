"""Entries that were not stored anywhere, for the writers of exports; and hypothesis' own."""

from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from clockwork.accounts.people import Person
from clockwork.clock import HOUR
from clockwork.export.contents import Contents, Places
from clockwork.tracking.intervals import to_micros
from clockwork.tracking.ledger import SEPARATOR, TimeEntry
from clockwork.tracking.projects import Project
from clockwork.tracking.tree import Category
from tests.strategies import moments
from tests.tracker import at

ADA = Person(str(UUID(int=1)), "Ada", "ada@example.org", "member", "UTC", None, None, 0)
NOW = to_micros(at("2026-11-02T12:00:00Z"))

# What files trip over, and anything else that the API takes: no NUL, no half characters.
ODD = ["=1+1", "+1", "-1", "@x", "\tx", "'=1", "''-", 'say "no"', "a,b", "a;b", "a\r\nb", "a\nb",
       "a\rb", "🕰️", "x › y", "_x0041_", "<b>&amp;", "\ufeffx", "\x01", "\\n", "ß"]  # fmt: skip
notes = (
    st.none()
    | st.sampled_from(ODD)
    | st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=40
    )
)
words = st.sampled_from([one for one in ODD if one.isprintable()]) | st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=12
)
names = words.map(str.strip).filter(bool)


def project(name: str = "Clockwork") -> Project:
    return Project(str(UUID(int=2)), name, "The tracker", "blue", 5, 3, 4, False)


def categories(*path: str) -> list[Category]:
    """One below the other."""
    ids = [None, *(str(UUID(int=10 + number)) for number in range(len(path)))]
    return [
        Category(ids[n + 1], str(UUID(int=2)), ids[n], name, None, None, 3, 4)
        for n, name in enumerate(path)
    ]


def entry(start: str | int, stop: str | int | None, note=None, tags=(), number=0, **fields):
    """In the lowest of the categories of `contents`."""
    start, stop = (to_micros(at(one)) if isinstance(one, str) else one for one in (start, stop))
    place = (ADA.id, fields.get("category", str(UUID(int=11))), str(UUID(int=2)))
    joined = SEPARATOR.join(tags) or None
    return TimeEntry(str(UUID(int=100 + number)), *place, start, stop, note, joined, 7, 8)


def contents(*entries, zone="Europe/Berlin", path=("Development", "Reports"), name="Clockwork"):
    places = Places(lambda: ([project(name)], categories(*path)))
    return Contents(ZoneInfo(zone), NOW, None, None, True, {ADA.id: ADA}, places, iter(entries))


@st.composite
def entry_lists(draw):
    """Of any length, over midnights and changes of clocks; one of no length, one that runs."""
    found = []
    for number in range(draw(st.integers(0, 4))):
        start = draw(moments)
        stop = draw(st.none() | st.integers(0, 60 * HOUR).map(lambda long, at=start: at + long))
        tags = sorted(draw(st.sets(names, max_size=3)))
        found.append(entry(start, stop, draw(notes), tags, number))
    return found
