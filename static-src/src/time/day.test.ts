import { expect, test } from "vitest";
import { parseDay } from "./day";

// A Monday.
const NOW = Date.parse("2026-11-23T15:00:00Z");
const day = (text: string) => parseDay(text, NOW, "UTC");

test.each([
  ["today", "2026-11-23"],
  ["Yesterday", "2026-11-22"],
  ["vorgestern", "2026-11-21"],
  ["2026-03-14", "2026-03-14"],
  ["monday", "2026-11-23"],
  ["last monday", "2026-11-16"],
  ["letzten Montag", "2026-11-16"],
  ["last friday", "2026-11-20"],
  ["on Friday", "2026-11-20"],
  ["am Freitag", "2026-11-20"],
  ["14.3.", "2026-03-14"],
  ["14.03.2024", "2024-03-14"],
  ["1.1.25", "2025-01-01"],
  ["24.11.", "2025-11-24"],
  ["29.2.", "2024-02-29"],
  ["14 March", "2026-03-14"],
  ["14. März 2026", "2026-03-14"],
  ["March 14, 2025", "2025-03-14"],
  ["Dec 24th", "2025-12-24"],
  ["3 Okt.", "2026-10-03"],
])("%s is %s", (text, date) => {
  expect(day(text)).toBe(date);
});

test.each([
  "",
  "garden",
  "14",
  "31.2.",
  "32.1.",
  "2026-02-30",
  "2026-11-24",
  "14 weeds",
  "last garden",
])("“%s” is no day that has been", (text) => {
  expect(day(text)).toBeNull();
});

test("a day is one of the zone", () => {
  const late = Date.parse("2026-11-23T23:30:00Z");
  expect(parseDay("today", late, "Asia/Tokyo")).toBe("2026-11-24");
  expect(parseDay("2026-11-24", late, "UTC")).toBeNull();
});
