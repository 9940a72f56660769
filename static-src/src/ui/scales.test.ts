import { expect, test } from "vitest";
import { barLength, shade, stack, ticks } from "./scales";

test("bars begin at zero and keep their proportions", () => {
  expect(barLength(0, 10, 200)).toBe(0);
  expect(barLength(5, 10, 200)).toBe(100);
  expect(barLength(10, 10, 200)).toBe(200);
});

test("what is there can be seen, however little it is", () => {
  expect(barLength(1, 1_000_000, 200)).toBeGreaterThanOrEqual(1);
});

test("the axis begins at zero and reaches the longest bar in even steps", () => {
  for (const most of [60, 900, 3600, 27_000, 41_100, 400_000, 7_000_000]) {
    const marks = ticks(most);
    expect(marks[0]).toBe(0);
    expect(marks.at(-1)).toBeGreaterThanOrEqual(most);
    expect(marks.length).toBeLessThanOrEqual(6);
    const [, step = 0] = marks;
    marks.forEach((mark, index) => {
      expect(mark).toBeCloseTo(index * step, -1);
    });
  }
});

test("stacked parts lie on one another without gaps and end at their sum", () => {
  const parts = stack([
    { key: "a", value: 3 },
    { key: "b", value: 4 },
  ]);
  expect(parts).toEqual([
    { key: "a", value: 3, from: 0, to: 3 },
    { key: "b", value: 4, from: 3, to: 7 },
  ]);
});

test("only nothing has no shade, and only the most has the darkest", () => {
  expect(shade(0, 100, 5)).toBe(0);
  expect(shade(1, 100, 5)).toBe(1);
  expect(shade(80, 100, 5)).toBe(4);
  expect(shade(100, 100, 5)).toBe(5);
});
