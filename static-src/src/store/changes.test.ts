import { describe, expect, test } from "vitest";
import type { Category, TimeEntry } from "../api/types";
import { apply, type Doing, needs, settle, touchedBy } from "./changes";
import { FINAL, inverseOf } from "./inverse";
import { EMPTY, type World } from "./world";

const times = { createdAt: "", updatedAt: "" };

const category = (id: string, projectId: string, parentCategoryId: string | null): Category => ({
  ...times,
  ...{ id, name: id, projectId, parentCategoryId, archivedAt: null, inbox: false },
});

const entry = (id: string, categoryId: string, projectId: string): TimeEntry => ({
  ...times,
  ...{ id, categoryId, projectId, personId: "", tags: [] },
  ...{ startedAt: "2026-11-02T09:00:00Z", stoppedAt: null, durationSeconds: null },
});

const world: World = {
  ...EMPTY,
  categories: [
    category("beds", "garden", null),
    category("roses", "garden", "beds"),
    category("paths", "garden", null),
    category("read", "learning", null),
  ],
  entries: [
    entry("e1", "beds", "garden"),
    entry("e2", "roses", "garden"),
    entry("e3", "paths", "garden"),
  ],
};

const move: Doing = {
  kind: "moveCategory",
  id: "beds",
  projectId: "garden",
  toProjectId: "learning",
  parentId: "read",
  was: { projectId: "garden", parentId: null },
};

const placesIn = ({ categories, entries }: World) => ({
  categories: categories.map((one) => `${one.projectId}/${one.parentCategoryId ?? ""}/${one.id}`),
  entries: entries.map((one) => `${one.projectId}/${one.id}`),
});

const moved = {
  categories: ["learning/read/beds", "learning/beds/roses", "garden//paths", "learning//read"],
  entries: ["learning/e1", "learning/e2", "garden/e3"],
};

const merge: Doing = {
  kind: "mergeCategory",
  id: "beds",
  name: "beds",
  projectId: "garden",
  into: "read",
};

describe("a tag", () => {
  const tagged: World = {
    ...world,
    tags: [
      { name: "rose", entries: 2 },
      { name: "spring", entries: 2 },
    ],
    entries: [
      { ...entry("e1", "beds", "garden"), tags: ["rose", "spring"] },
      { ...entry("e2", "beds", "garden"), tags: ["rose"] },
      { ...entry("e3", "beds", "garden"), tags: ["spring"] },
    ],
  };
  const as = (to: string | null): Doing => ({ kind: "changeTag", name: "rose", to });
  const tagsOf = (after: World) => [
    after.tags.map(({ name }) => name),
    after.entries.map(({ tags }) => tags.join()),
  ];

  test("is renamed, merged or removed on every entry", () => {
    expect(tagsOf(apply(tagged, as("tulip")))).toEqual([
      ["spring", "tulip"],
      ["tulip,spring", "tulip", "spring"],
    ]);
    expect(tagsOf(apply(tagged, as("spring")))).toEqual([
      ["spring"],
      ["spring", "spring", "spring"],
    ]);
    expect(tagsOf(settle(tagged, as(null), null))).toEqual([["spring"], ["spring", "", "spring"]]);
    expect(tagsOf(apply(tagged, as("rose")))).toEqual(tagsOf(tagged));
  });

  test("gets its name back, unless it is one with another or gone", () => {
    const undone = (to: string | null) => {
      const change = { ...as(to), key: "k", at: 0, order: 0, due: 0, tried: 0 };
      return inverseOf(change, tagged, apply(tagged, change));
    };
    expect(undone("tulip")).toEqual([{ kind: "changeTag", name: "tulip", to: "rose" }]);
    expect(undone("spring")).toBe(FINAL);
    expect(undone(null)).toBe(FINAL);
  });
});

describe("a category that is merged", () => {
  const merged = {
    categories: ["learning/read/roses", "garden//paths", "learning//read"],
    entries: ["learning/e1", "learning/e2", "garden/e3"],
  };

  test("leaves its time and what is below it to the other one, and is gone", () => {
    const after = apply(world, merge);
    expect(placesIn(after)).toEqual(merged);
    expect(after.entries.map(({ categoryId }) => categoryId)).toEqual(["read", "roses", "paths"]);
    expect(placesIn(settle(world, merge, null))).toEqual(merged);
  });

  test("may go into the one above it", () => {
    const up: Doing = { ...merge, id: "roses", name: "roses", into: "beds" };
    const { categories, entries } = apply(world, up);
    expect(categories.map(({ id }) => id)).toEqual(["beds", "paths", "read"]);
    expect(entries[1]?.categoryId).toBe("beds");
  });

  test("stays where what it goes into is gone", () => {
    expect(apply(world, { ...merge, into: "gone" })).toBe(world);
    expect(needs(merge)).toEqual(["beds", "read"]);
  });

  test("asks anew for time and for the tree, and can't be undone", () => {
    expect(touchedBy(merge)).toEqual(["entries", "catalog"]);
    expect(touchedBy(move)).toEqual(["catalog"]);
    const change = { ...merge, key: "k", at: 0, order: 0, due: 0, tried: 0 };
    expect(inverseOf(change, world, apply(world, change))).toBe(FINAL);
  });
});

describe("a category that is moved to another project", () => {
  test("takes along what is below it, and the time on both", () => {
    expect(placesIn(apply(world, move))).toEqual(moved);
  });

  test("does so when the server answers, though that is about the category alone", () => {
    const answer = { ...category("beds", "learning", "read"), name: "Flower beds" };
    const known = settle(world, move, answer);
    expect(placesIn(known)).toEqual(moved);
    expect(known.categories[0]).toEqual(answer);
  });

  test("changes nothing once it is gone, and leaves alone what stays", () => {
    expect(placesIn(apply({ ...world, categories: [] }, move)).categories).toEqual([]);
    expect(apply(world, move).entries[2]).toBe(world.entries[2]);
  });

  test("needs itself and both places", () => {
    expect(needs(move)).toEqual(["beds", "learning", "read"]);
  });
});

describe("somebody else's entries", () => {
  const bobs = { ...entry("b1", "beds", "garden"), personId: "bob" };
  const seen: World = { ...world, me: "ada", others: [bobs] };
  const point = "2026-11-02T09:30:00Z";
  const asChange = (doing: Doing) => ({ ...doing, key: "k", at: 0, order: 0, due: 0, tried: 1 });

  test("stay in a list of their own, whatever is done to them", () => {
    const split = apply(seen, { kind: "split", id: "b1", point, half: "b2" });
    const update: Doing = { kind: "update", id: "b2", fields: { note: "late" }, was: {} };
    const changed = settle(split, update, { ...bobs, id: "b2", startedAt: point, note: "late" });
    expect(changed.others.map(({ id, note }) => [id, note])).toEqual([
      ["b2", "late"],
      ["b1", undefined],
    ]);
    expect(changed.entries).toEqual(world.entries);
    expect(apply(changed, { kind: "remove", entry: bobs }).others).toHaveLength(1);
  });

  test("are not entered again once they are deleted: that would be one's own time", () => {
    const remove: Doing = { kind: "remove", entry: bobs };
    expect(inverseOf(asChange(remove), seen, apply(seen, remove))).toBe(FINAL);
    const mine: Doing = { kind: "remove", entry: { ...bobs, personId: "ada" } };
    expect(inverseOf(asChange(mine), seen, apply(seen, mine))).not.toBe(FINAL);
  });
});
