import { expect, test } from "vitest";
import { beforeOf, numbersOf } from "./numbers";

const MONTH = { from: "2026-11-01", to: "2026-12-01" };

test("a range that is over is held against all of the one before", () => {
  expect(beforeOf(MONTH, "2026-12-05")).toEqual({
    dates: { from: "2026-10-01", to: "2026-11-01" },
    soFar: false,
  });
  // The last 7 days end today: they are over as much as they ever are.
  const week = { from: "2026-11-18", to: "2026-11-25" };
  expect(beforeOf(week, "2026-11-24")).toEqual({
    dates: { from: "2026-11-11", to: "2026-11-18" },
    soFar: false,
  });
});

test("a range that is under way is held against as much of the one before", () => {
  expect(beforeOf(MONTH, "2026-11-24")).toEqual({
    dates: { from: "2026-10-01", to: "2026-10-25" },
    soFar: true,
  });
  const march = { from: "2026-03-01", to: "2026-04-01" };
  expect(beforeOf(march, "2026-03-30")?.dates).toEqual({ from: "2026-02-01", to: "2026-03-01" });
});

test("a range that has not begun is held against nothing", () => {
  expect(beforeOf(MONTH, "2026-10-31")).toBeNull();
  expect(beforeOf(MONTH, "2026-11-01")?.soFar).toBe(true);
});

test("a working day is one that has time, and nothing is divided by none", () => {
  const row = (key: string, seconds: number) => ({ key, label: key, seconds });
  const rows = [row("2026-10-30", 50), row("2026-11-02", 100), row("2026-11-03", 0)];
  const october = { from: "2026-10-01", to: "2026-11-01" };
  expect(numbersOf([...rows, row("2026-11-04", 200)], MONTH, october)).toEqual({
    days: 2,
    average: 150,
    before: 50,
  });
  expect(numbersOf([], MONTH, october)).toEqual({ days: 0, average: 0, before: 0 });
});
