import { describe, expect, test } from "vitest";
import { formatDuration, formatExact, parseDuration, shownDuration } from "./duration";

describe("a typed duration", () => {
  test.each([
    ["1:30", 5400],
    ["1:30:15", 5415],
    ["90m", 5400],
    ["90 min", 5400],
    ["1.5h", 5400],
    ["1,5h", 5400],
    ["1h 30m", 5400],
    ["1h30", 5400],
    ["1.5", 5400],
    ["90", 5400],
    [" 45S ", 45],
    ["0:05", 300],
    ["100:00", 360_000],
  ])("%s is %i seconds", (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  test.each(["", "soon", "1:60", "1:30:60", "-1:00", "1h1h", "h", "1:2:3:4", "1e3"])(
    "%s is none",
    (text) => {
      expect(parseDuration(text)).toBeNull();
    },
  );
});

test("a length reads h:mm, to the nearest minute", () => {
  expect([0, 29, 30, 3_570, 5_400, 360_000].map(formatDuration)).toEqual([
    "0:00",
    "0:00",
    "0:01",
    "1:00",
    "1:30",
    "100:00",
  ]);
});

test("an entry within one minute reads 0:00, also by its seconds", () => {
  const shown = (from: string, to: string): string =>
    shownDuration(Date.parse(`2026-11-02T${from}Z`), Date.parse(`2026-11-02T${to}Z`));
  expect(shown("17:57:05", "17:57:50")).toBe("0:00");
  expect(shown("17:57:05", "17:58:00")).toBe("0:01");
  expect(shown("09:00:50", "10:15:10")).toBe("1:14");
  expect(shown("09:00:00", "10:15:00")).toBe("1:15");
});

test("the running clock counts whole seconds and never below zero", () => {
  expect([-5, 0, 59.9, 3_661].map(formatExact)).toEqual([
    "0:00:00",
    "0:00:00",
    "0:00:59",
    "1:01:01",
  ]);
});
