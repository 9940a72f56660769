import { expect, test } from "vitest";
import type { TimeEntry } from "../api/types";
import { randomFrom } from "../store/model";
import { EMPTY, withEntry, withoutEntry } from "../store/world";
import { type Day, daysAfter, daysOf, durationOf, piecesOf } from "./days";

const entry = (startedAt: string, stoppedAt: string | null, id = "e"): TimeEntry => ({
  id,
  personId: "me",
  projectId: "p",
  categoryId: "c",
  startedAt,
  stoppedAt,
  durationSeconds: null,
  tags: [],
  createdAt: "",
  updatedAt: "",
});

const read = (startedAt: string, stoppedAt: string | null): string[] =>
  piecesOf(entry(startedAt, stoppedAt), Date.parse("2026-11-02T17:57:50Z"), "UTC").map(durationOf);

test("what reads 17:57–17:57 lasts 0:00; what runs, or goes over midnight, lasts its seconds", () => {
  expect(read("2026-11-02T17:57:05Z", "2026-11-02T17:57:50Z")).toEqual(["0:00"]);
  expect(read("2026-11-02T17:57:05Z", null)).toEqual(["0:01"]);
  expect(read("2026-11-02T16:00:00Z", "2026-11-02T17:30:20Z")).toEqual(["1:30"]);
  expect(read("2026-11-01T23:30:00Z", "2026-11-02T01:00:00Z")).toEqual(["0:30", "1:00"]);
});

const HOUR = 3_600_000;
const NOW = Date.parse("2026-11-20T12:00:00Z");

/** Up to three days long, some of them over others, as a server may allow. */
function anyEntry(random: () => number, id: string): TimeEntry {
  const start = NOW - Math.floor(random() * 240) * HOUR;
  const end = Math.min(NOW, start + Math.floor(random() ** 4 * 72) * HOUR);
  const runs = random() < 0.05;
  return entry(new Date(start).toISOString(), runs ? null : new Date(end).toISOString(), id);
}

test("after any change the days are as if all had been laid out anew, and the older ones stay", () => {
  const random = randomFrom(7);
  const since = "2026-11-12";
  let world = EMPTY;
  let before = { entries: world.entries, days: [] as Day[] };
  let kept = 0;
  for (let step = 0; step < 2_000; step += 1) {
    const id = String(Math.floor(random() * 40));
    world = random() < 0.3 ? withoutEntry(world, id) : withEntry(world, anyEntry(random, id));
    const days = daysAfter(before, world.entries, since, NOW, "Europe/Berlin");
    expect(days).toEqual(daysOf(world.entries, since, NOW, "Europe/Berlin"));
    kept += days.filter((day) => before.days.includes(day)).length;
    before = { entries: world.entries, days };
  }
  expect(kept).toBeGreaterThan(2_000);
});
