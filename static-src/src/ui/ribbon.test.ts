import { describe, expect, it } from "vitest";
import { hoursOf, partsOf, type Segment } from "./ribbon";

const HOUR = 3600;
const segment = (from: number, to: number): Segment => ({
  id: `${from}`,
  from: from * HOUR,
  to: to * HOUR,
  color: "blue",
  label: "",
});
const inHours = (segments: Segment[], until?: number) =>
  partsOf(segments, until && until * HOUR).map(
    ({ kind, from, to }) => `${kind} ${from / HOUR}–${to / HOUR}`,
  );

describe("hoursOf", () => {
  it("is 6 to 24, and more when something lies outside", () => {
    expect(hoursOf([])).toEqual({ from: 6 * HOUR, to: 24 * HOUR });
    expect(hoursOf([segment(9, 10)])).toEqual({ from: 6 * HOUR, to: 24 * HOUR });
    expect(hoursOf([segment(4.5, 5)])).toEqual({ from: 4 * HOUR, to: 24 * HOUR });
    expect(hoursOf([segment(0, 1)])).toEqual({ from: 0, to: 24 * HOUR });
    expect(hoursOf([segment(23, 24.5)])).toEqual({ from: 6 * HOUR, to: 25 * HOUR });
  });
});

describe("partsOf", () => {
  it("has what is free before, between and after, in order", () => {
    expect(inHours([segment(13, 15), segment(9, 10)])).toEqual([
      "gap 6–9",
      "entry 9–10",
      "gap 10–13",
      "entry 13–15",
      "gap 15–24",
    ]);
  });

  it("has no gap in what is still to come", () => {
    expect(inHours([segment(9, 10)], 10.5)).toEqual(["gap 6–9", "entry 9–10", "gap 10–10.5"]);
    expect(inHours([], 5)).toEqual([]);
  });

  it("has no gap that is too short to mean, nor one under what overlaps", () => {
    expect(inHours([segment(6, 10), segment(10.05, 24)])).toEqual(["entry 6–10", "entry 10.05–24"]);
    expect(inHours([segment(6, 12), segment(7, 8)], 12)).toEqual(["entry 6–12", "entry 7–8"]);
  });

  it("places them in percent of the strip", () => {
    const [gap, entry] = partsOf([segment(15, 24)]);
    expect(gap).toMatchObject({ left: 0, width: 50 });
    expect(entry).toMatchObject({ left: 50, width: 50 });
  });
});
