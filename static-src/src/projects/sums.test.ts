import { describe, expect, test } from "vitest";
import type { Category, Project } from "../api/types";
import { sumsIn, totalsOf, WEEKS, weeksIn } from "./sums";

const common = { archivedAt: null, inbox: false, createdAt: "", updatedAt: "" };
const category = (id: string, parentCategoryId: string | null): Category => ({
  ...common,
  ...{ id, name: id, projectId: "garden", parentCategoryId },
});
const garden: Project = { ...common, id: "garden", name: "garden", color: "green" };
const catalog = {
  projects: [garden],
  categories: [category("beds", null), category("roses", "beds")],
};

const ten = new Array<number>(WEEKS - 2).fill(0);
const week = (key: string, seconds: number) => ({ key, label: key, seconds });
const weeks = weeksIn({
  rows: [
    {
      ...{ key: "beds", label: "beds", seconds: 60, ownSeconds: 60, totalSeconds: 160 },
      rows: [week("2026-11-16", 0), week("2026-11-23", 60)],
    },
    {
      ...{ key: "roses", label: "roses", seconds: 100, ownSeconds: 100, totalSeconds: 100 },
      rows: [week("2026-11-16", 70), week("2026-11-23", 30)],
    },
  ],
});
const before = sumsIn({
  rows: [{ key: "beds", label: "beds", seconds: 1000, ownSeconds: 1000, totalSeconds: 1000 }],
});

describe("what is tracked", () => {
  test("in each week, with what is below", () => {
    const { weeks: rolled } = totalsOf(catalog, weeks, before);
    expect(rolled?.get("beds")).toEqual([70, 90, ...ten]);
    expect(rolled?.get("roses")).toEqual([70, 30, ...ten]);
    expect(rolled?.get("garden")).toEqual([70, 90, ...ten]);
  });

  test("ever: the weeks, and what was before them", () => {
    const { ever } = totalsOf(catalog, weeks, before);
    expect(Object.fromEntries(ever ?? [])).toEqual({ garden: 1160, beds: 1160, roses: 100 });
  });

  test("is nothing in each week where nothing is", () => {
    const { weeks: rolled, ever } = totalsOf(catalog, new Map(), new Map());
    expect(rolled?.get("beds")).toEqual([0, 0, ...ten]);
    expect(ever?.get("garden")).toBe(0);
  });

  test("is not said as long as a part of it is unknown", () => {
    expect(totalsOf(catalog, weeks).ever).toBeUndefined();
    expect(totalsOf(catalog, weeks).weeks?.get("garden")).toEqual([70, 90, ...ten]);
    expect(totalsOf(catalog, undefined, before)).toEqual({ weeks: undefined, ever: undefined });
  });
});
