import { describe, expect, it } from "vitest";
import { across, DAY, drawn, OUTER, pixels, placeOf, pointAt, SIZE, sector, spanAt } from "./dial";

const HOUR = 3600;
const near = (value: number) => expect.closeTo(value, 6);

describe("pointAt", () => {
  it("has midnight at the top, and goes round by the right", () => {
    expect(pointAt(0, 100)).toEqual({ x: near(120), y: near(20) });
    expect(pointAt(6 * HOUR, 100)).toEqual({ x: near(220), y: near(120) });
    expect(pointAt(12 * HOUR, 100)).toEqual({ x: near(120), y: near(220) });
    expect(pointAt(18 * HOUR, 100)).toEqual({ x: near(20), y: near(120) });
    expect(pointAt(DAY, 100)).toEqual({ x: near(120), y: near(20) });
  });
});

describe("placeOf", () => {
  it("is in the middle at the bottom at noon", () => {
    expect(Number.parseFloat(placeOf(12 * HOUR).left)).toBeCloseTo(50);
    expect(Number.parseFloat(placeOf(12 * HOUR).top)).toBeCloseTo(89.17, 2);
  });
});

describe("drawn", () => {
  it("leaves a gap between two that touch", () => {
    const [before, after] = [drawn({ from: 0, to: HOUR }), drawn({ from: HOUR, to: 2 * HOUR })];
    expect(after.from - before.to).toBeCloseTo(pixels(1.5));
  });

  it("shows a minute, around where it was", () => {
    const { from, to } = drawn({ from: 600, to: 660 });
    expect(to - from).toBeCloseTo(pixels(2.5));
    expect((from + to) / 2).toBeCloseTo(630);
  });

  it("stays within the day", () => {
    const { from, to } = drawn({ from: -HOUR, to: DAY + HOUR });
    expect(from).toBeGreaterThan(0);
    expect(to).toBeLessThan(DAY);
  });
});

describe("sector", () => {
  it("is closed, the short way round until half a day, then the long one", () => {
    expect(sector({ from: 0, to: 6 * HOUR })).toBe(
      "M120 18A102 102 0 0 1 222 120L206 120A86 86 0 0 0 120 34Z",
    );
    expect(sector({ from: 0, to: 13 * HOUR })).toContain("A102 102 0 1 1");
  });

  it("can be a whole turn", () => {
    const path = sector({ from: 0, to: DAY });
    expect(path).toMatch(/^M120 18A102 102 0 1 1 119\.99 18L/);
  });

  it("grows on every side", () => {
    expect(sector({ from: 0, to: HOUR }, 4)).toContain("A106 106");
  });
});

describe("across", () => {
  it("is a line on the ring", () => {
    expect(across(0, 6, 4)).toEqual({ x1: "120", y1: "40", x2: "120", y2: "14" });
  });
});

describe("spanAt", () => {
  const spans = [
    { id: "mail", from: 9 * HOUR, to: 9 * HOUR + 60 },
    { id: "map", from: 10 * HOUR, to: 12 * HOUR },
    { id: "late", from: 23 * HOUR, to: DAY },
  ];
  const at = (second: number, radius = OUTER - 8) => spanAt(spans, pointAt(second, radius))?.id;

  it("finds what lies under a point of the ring", () => {
    expect(at(11 * HOUR)).toBe("map");
    expect(at(DAY - 1)).toBe("late");
    expect(at(15 * HOUR)).toBeUndefined();
  });

  it("finds a short one from some pixels away, and the nearer of two", () => {
    expect(at(9 * HOUR + 60 + pixels(6))).toBe("mail");
    expect(at(10 * HOUR - pixels(2))).toBe("map");
    expect(at(12 * HOUR + pixels(9))).toBeUndefined();
  });

  it("finds nothing in the middle and far outside", () => {
    expect(at(11 * HOUR, 40)).toBeUndefined();
    expect(at(11 * HOUR, SIZE / 2)).toBeUndefined();
  });
});
