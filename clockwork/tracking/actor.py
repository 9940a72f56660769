"""Who acts: every call that reads or writes data takes one."""

from dataclasses import dataclass

from clockwork.tracking.clock import Clock, system_clock


@dataclass(frozen=True, slots=True)
class Actor:
    """The acting person, the clock by which they act and the rules that bind them."""

    person_id: str
    clock: Clock = system_clock
    allow_overlaps: bool = False
