import { describe, expect, test } from "vitest";
import { formatDuration, formatExact, parseDuration } from "./duration";

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

test("the running clock counts whole seconds and never below zero", () => {
  expect([-5, 0, 59.9, 3_661].map(formatExact)).toEqual([
    "0:00:00",
    "0:00:00",
    "0:00:59",
    "1:01:01",
  ]);
});
