"""What hypothesis draws from: moments and zones, those that are unusual among them."""

from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from clockwork.tracking.intervals import to_micros
from tests.tracker import at

zones = st.sampled_from(
    [ZoneInfo(name) for name in (
        "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata",
        "Pacific/Apia", "Asia/Beirut", "America/St_Johns", "Pacific/Kiritimati", "Asia/Kathmandu",
    )]
)  # fmt: skip

# Around where clocks change, and anywhere in between.
CHANGES = [
    to_micros(at(moment))
    for moment in (
        "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", "2026-03-08T07:00:00Z",
        "2026-11-01T06:00:00Z", "2026-04-04T15:00:00Z", "2025-10-04T15:30:00Z",
        "2011-12-30T10:00:00Z", "2022-03-26T22:00:00Z", "2006-10-29T02:31:00Z",
    )
]  # fmt: skip
NEAR = 3 * 24 * 60 * 60 * 1_000_000

moments = st.one_of(
    st.builds(lambda change, off: change + off, st.sampled_from(CHANGES), st.integers(-NEAR, NEAR)),
    st.integers(to_micros(at("1975-01-01T00:00:00Z")), to_micros(at("2037-01-01T00:00:00Z"))),
)
