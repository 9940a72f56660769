import { describe, expect, test } from "vitest";
import { addDays, type DateKey } from "./dates";
import { resolve, suspicious } from "./resolve";
import { drawFrom } from "./seeded";
import { parseWhen, type When } from "./spoken";
import { localTime } from "./zone";

const BERLIN = "Europe/Berlin";
const HOUR = 3_600_000;

/** What it comes to, in UTC and to the minute. */
function said(typed: string, now: string, zone = "UTC"): string {
  const when = parseWhen(typed);
  const found = when ? resolve(when, Date.parse(now), zone) : { error: "not understood" };
  if ("error" in found) return found.error;
  const written = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace("T", " ");
  return `${written(found.from)} – ${found.to === null ? "…" : written(found.to)}`;
}

// A Tuesday.
const NOW = "2026-11-24T12:00:00Z";

describe("what was said, at noon on a Tuesday", () => {
  test.each([
    ["9-10:15", "2026-11-24 09:00 – 2026-11-24 10:15"],
    ["9:15-", "2026-11-24 09:15 – …"],
    ["since 9", "2026-11-24 09:00 – …"],
    ["for 1h", "2026-11-24 11:00 – 2026-11-24 12:00"],
    ["1h today", "2026-11-24 11:00 – 2026-11-24 12:00"],
    ["9:00 for 1h", "2026-11-24 09:00 – 2026-11-24 10:00"],
    ["yesterday 14-15", "2026-11-23 14:00 – 2026-11-23 15:00"],
    ["yesterday 14:00 for 1h", "2026-11-23 14:00 – 2026-11-23 15:00"],
    ["yesterday 14-", "2026-11-23 14:00 – …"],
    ["2026-11-20 9-10", "2026-11-20 09:00 – 2026-11-20 10:00"],
    ["monday 9-10", "2026-11-23 09:00 – 2026-11-23 10:00"],
    ["tuesday 9-10", "2026-11-24 09:00 – 2026-11-24 10:00"],
    ["wednesday 9-10", "2026-11-18 09:00 – 2026-11-18 10:00"],
  ])("%s is %s", (typed, expected) => {
    expect(said(typed, NOW)).toBe(expected);
  });

  test("what is still to come today was yesterday, or a week ago by its weekday", () => {
    expect(said("14-15", NOW)).toBe("2026-11-23 14:00 – 2026-11-23 15:00");
    expect(said("since 14", NOW)).toBe("2026-11-23 14:00 – …");
    expect(said("tuesday 14-15", NOW)).toBe("2026-11-17 14:00 – 2026-11-17 15:00");
  });

  test("an end before its beginning is on the next day", () => {
    expect(said("22-1:30", NOW)).toBe("2026-11-23 22:00 – 2026-11-24 01:30");
    expect(said("yesterday 22-24", NOW)).toBe("2026-11-23 22:00 – 2026-11-24 00:00");
  });

  test.each(["11-13", "yesterday 14-12:30", "today 14-15", "today 14-", "11:30 for 1h"])(
    "%s is in the future",
    (typed) => {
      expect(said(typed, NOW)).toBe("future");
    },
  );

  test("the minute to come is not the future: clocks differ", () => {
    expect(said("11-12", "2026-11-24T11:59:30Z")).toBe("2026-11-24 11:00 – 2026-11-24 12:00");
    expect(said("12:00-", "2026-11-24T11:59:30Z")).toBe("2026-11-24 12:00 – …");
    expect(said("11-12:01", "2026-11-24T11:59:30Z")).toBe("future");
  });

  test("a length on an earlier day doesn't say when it began", () => {
    expect(said("yesterday 2h", NOW)).toBe("start");
  });
});

describe("in Berlin, when clocks go back at 3:00", () => {
  const LATER = "2026-10-25T11:00:00Z";

  test("a span begins at the first 2:30 and ends at the first time from then on", () => {
    expect(said("2:30-3:30", LATER, BERLIN)).toBe("2026-10-25 00:30 – 2026-10-25 02:30");
    expect(said("2:30-2:45", LATER, BERLIN)).toBe("2026-10-25 00:30 – 2026-10-25 00:45");
    expect(said("2:45-2:15", LATER, BERLIN)).toBe("2026-10-25 00:45 – 2026-10-25 01:15");
    expect(said("1:00 for 3h", LATER, BERLIN)).toBe("2026-10-24 23:00 – 2026-10-25 02:00");
  });

  test("what still runs began at the last 2:30", () => {
    expect(said("since 2:30", LATER, BERLIN)).toBe("2026-10-25 01:30 – …");
    expect(said("since 2:30", "2026-10-25T01:15:00Z", BERLIN)).toBe("2026-10-25 00:30 – …");
  });
});

describe("in Berlin, when clocks go on at 2:00", () => {
  const LATER = "2026-03-29T11:00:00Z";

  test("a time that is skipped is as far after the gap", () => {
    expect(said("1:30-3:30", LATER, BERLIN)).toBe("2026-03-29 00:30 – 2026-03-29 01:30");
    expect(said("2:15-2:45", LATER, BERLIN)).toBe("2026-03-29 01:15 – 2026-03-29 01:45");
  });

  test("an end that comes before it then is said, not put on the next day", () => {
    expect(said("2:30-3:15", LATER, BERLIN)).toBe("order");
  });
});

test("more than sixteen hours are asked about", () => {
  const when = parseWhen("yesterday 9-8");
  const found = when && resolve(when, Date.parse(NOW), "UTC");
  if (!found || "error" in found || found.to === null) throw new Error("understood and over");
  expect(suspicious(found.from, found.to)).toBe(true);
  expect([12, 16, 16.1, 48].map((hours) => suspicious(0, hours * HOUR))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

/** Days on which clocks change, and one on which they don't. */
const CHANGES: [string, DateKey[]][] = [
  [BERLIN, ["2026-03-29", "2026-10-25"]],
  ["America/New_York", ["2026-03-08", "2026-11-01"]],
  ["Australia/Lord_Howe", ["2026-04-05", "2026-10-04"]],
  ["UTC", ["2026-06-15"]],
];

const RUNS = 3_000;

describe.each(CHANGES)("made up around changes of clocks in %s (seed 15)", (zone, dates) => {
  const draw = drawFrom(15);
  // Often in the hours in which clocks change.
  const minute = (): number => draw.below(draw.pick([240, 1440])) * 60;
  const when = (): When => {
    const day = draw.pick([undefined, { ago: draw.below(3) }, { weekday: 7 as const }]);
    const since = minute();
    const how = draw.pick([{}, { until: minute() }, { length: 60 * (1 + draw.below(1440)) }]);
    return { ...(day ? { day } : {}), since, ...how };
  };
  const moment = (): number =>
    Date.parse(`${addDays(draw.pick(dates), draw.below(3) - 1)}T00:00:00Z`) +
    draw.below(86_400) * 1000;

  /** What the clock shows each minute of the days around, by the instant. */
  const clocks = new Map<number, number>();
  for (const date of dates) {
    const around = Date.parse(`${date}T00:00:00Z`);
    for (let ms = around - 96 * HOUR; ms < around + 60 * HOUR; ms += 60_000) {
      const { hour, minute: past } = localTime(ms, zone);
      clocks.set(ms, (hour * 60 + past) * 60);
    }
  }

  test("nothing ends before it begins, or in the future, and lengths are kept", () => {
    for (let run = 0; run < RUNS; run += 1) {
      const [one, now] = [when(), moment()];
      const found = resolve(one, now, zone);
      if ("error" in found) continue;
      const context = JSON.stringify({ one, now, found });
      const end = found.to ?? now + 60_000;
      expect(found.from, context).toBeLessThanOrEqual(end);
      expect(end, context).toBeLessThanOrEqual(now + 60_000);
      if (one.length) expect(end - found.from, context).toBe(one.length * 1000);
      expect(found.to === null, context).toBe(one.until === undefined && one.length === undefined);
    }
  });

  test("the clock showed what was said, and shows the end for the first time since", () => {
    let compared = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const [one, now] = [when(), moment()];
      const found = resolve(one, now, zone);
      if ("error" in found || found.to === null || one.until === undefined) continue;
      if (clocks.get(found.from) !== one.since) continue;
      let first = found.from;
      while (first < found.from + 23 * HOUR && clocks.get(first) !== one.until) first += 60_000;
      // Where clocks skip the end there is none to find.
      if (clocks.get(first) !== one.until) continue;
      expect(found.to, JSON.stringify({ one, now, found })).toBe(first);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(RUNS / 10);
  });
});
