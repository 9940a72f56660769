import { expect, test } from "vitest";
import { shortened } from "./overlap";

const at = (hour: number): string => `2026-11-02T${String(hour).padStart(2, "0")}:00:00Z`;
const from = (start: number, stop: number | null) => ({
  startedAt: at(start),
  stoppedAt: stop === null ? null : at(stop),
});

test("either gives way at the end that overlaps, so that they touch", () => {
  expect(shortened(from(9, 12), from(11, 13))).toEqual({ stoppedAt: at(11) });
  expect(shortened(from(11, 13), from(9, 12))).toEqual({ startedAt: at(12) });
  expect(shortened(from(11, null), from(9, 12))).toEqual({ startedAt: at(12) });
  expect(shortened(from(9, null), from(11, null))).toEqual({ stoppedAt: at(11) });
});

test("what lies inside another, or around it, can't be shortened", () => {
  expect(shortened(from(10, 11), from(9, 12))).toBeNull();
  expect(shortened(from(9, 12), from(10, 11))).toBeNull();
  expect(shortened(from(11, 12), from(9, null))).toBeNull();
});
