import { expect, test } from "vitest";
import { band, cellsOf, monthStarts, moved, placeAt, shadeEnds } from "./layout";

const YEAR = { from: "2026-01-01", to: "2027-01-01" };

test("a year has a cell for each day, in the column of its week", () => {
  const cells = cellsOf(YEAR, 1);
  expect(cells).toHaveLength(365);
  // The first of January 2026 is a Thursday.
  expect(cells[0]).toEqual({ date: "2026-01-01", week: 0, day: 3 });
  expect(cells[4]).toEqual({ date: "2026-01-05", week: 1, day: 0 });
  expect(cellsOf(YEAR, 7)[0]?.day).toBe(4);
  expect(monthStarts(cells)).toHaveLength(12);
});

test("bars share the room and a point finds its own", () => {
  const bars = band(7, 40, 740);
  for (const index of [0, 3, 6]) {
    const left = bars.at(index);
    expect(placeAt(left, 7, 40, 740)).toBe(index);
    expect(placeAt(left + bars.bar - 0.01, 7, 40, 740)).toBe(index);
  }
  expect(placeAt(39, 7, 40, 740)).toBeNull();
  expect(placeAt(740, 7, 40, 740)).toBeNull();
});

test("keys move through a chart and stop at its ends", () => {
  const steps = { ArrowLeft: -1, ArrowRight: 1 };
  expect(moved("ArrowRight", null, 7, steps)).toBe(0);
  expect(moved("ArrowRight", 6, 7, steps)).toBe(6);
  expect(moved("ArrowLeft", 3, 7, steps)).toBe(2);
  expect(moved("End", 2, 7, steps)).toBe(6);
  expect(moved("Tab", 2, 7, steps)).toBeNull();
  expect(moved("End", null, 0, steps)).toBeNull();
});

test("shades end at whole half hours and reach the most", () => {
  expect(shadeEnds(11 * 3600 + 1500, 5)).toEqual([9000, 18_000, 27_000, 36_000, 45_000]);
  expect(shadeEnds(60, 5)[0]).toBe(1800);
});
