"""Who acts: every call that reads or writes data takes one."""

from dataclasses import dataclass

from clockwork.clock import Clock, system_clock

# Each includes those before it.
SCOPES = ("read", "track", "admin")


@dataclass(frozen=True, slots=True)
class Actor:
    """The acting person, the clock by which they act and the rules that bind them."""

    person_id: str
    clock: Clock = system_clock
    allow_overlaps: bool = False
    is_administrator: bool = False
    session_id: str | None = None

    def may_see(self, person_id: str) -> bool:
        """Whether somebody's time is theirs to see and correct."""
        return self.is_administrator or person_id == self.person_id
