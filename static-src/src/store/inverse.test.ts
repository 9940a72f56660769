import { expect, test } from "vitest";
import type { Category, Project, TimeEntry } from "../api/types";
import { apply, type Change, type Doing, settle } from "./changes";
import { CHANGED, inverseOf } from "./inverse";
import { randomFrom } from "./model";
import { belowOf, type Where, wheresFor } from "./tree";
import { EMPTY, runningOf, stoppedAt, type World } from "./world";

const SEED = Date.now() % 1_000_000;
const RUNS = 2_000;
const BEGIN = Date.parse("2026-11-02T09:00:00Z");
const at = (minutes: number): string => new Date(BEGIN + minutes * 60_000).toISOString();
const times = { archivedAt: null, inbox: false, createdAt: at(0), updatedAt: at(0) };
const garden: Project = { id: "p", name: "Garden", color: "green", ...times };
const beds: Category = { id: "b", projectId: "p", parentCategoryId: null, name: "Beds", ...times };
const start: World = { ...EMPTY, projects: [garden], categories: [beds] };

function entry(id: string, from: number, to: number | null): TimeEntry {
  const running: TimeEntry = {
    id,
    personId: "",
    projectId: "p",
    categoryId: "b",
    tags: [],
    startedAt: at(from),
    stoppedAt: null,
    durationSeconds: null,
    createdAt: at(from),
    updatedAt: at(from),
  };
  return to === null ? running : stoppedAt(running, at(to));
}

const changeOf = (doing: Doing, index: number): Change => ({
  ...doing,
  key: `k${index}`,
  at: BEGIN,
  order: index,
  due: 0,
  tried: 1,
});

const moveTo = ({ id, projectId, parentCategoryId }: Category, to: Where): Doing => ({
  ...{ kind: "moveCategory", id, projectId, toProjectId: to.projectId, parentId: to.parentId },
  was: { projectId, parentId: parentCategoryId },
});

/** Something that a person might do; minutes only ever move on. */
function something(world: World, index: number, random: () => number): Doing | undefined {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const one = pick(world.entries);
  const running = runningOf(world);
  const half = one && (Date.parse(one.startedAt) + Date.parse(one.stoppedAt ?? at(index * 10))) / 2;
  const note = { note: `n${index}` };
  const project = pick(world.projects);
  const { projectId } = world.categories.find(({ id }) => id === "b") ?? beds;
  const made = (from: number, to: number | null): TimeEntry => ({
    ...entry(`e${index}`, from, to),
    projectId,
  });
  const category = pick(world.categories);
  const where = category && pick(wheresFor(world, category));
  const inside = { projectId, parentCategoryId: "b" };
  const fresh: Category = { ...beds, id: `c${index}`, name: `C${index}`, ...inside };
  const empty = pick(world.categories.filter((node) => isDeletable(world, node)));
  const doings: (Doing | undefined | false)[] = [
    { kind: "start", entry: made(index * 10, null), since: false },
    running && { kind: "stop", id: running.id, stop: at(index * 10) },
    { kind: "create", entry: made(index * 10 - 8, index * 10 - 4) },
    one && { kind: "update", id: one.id, fields: note, was: { note: one.note } },
    one && { kind: "remove", entry: one },
    one && {
      kind: "split",
      id: one.id,
      point: new Date(half ?? 0).toISOString(),
      half: `h${index}`,
    },
    project && {
      kind: "changeProject",
      id: project.id,
      fields: { name: `P${index}` },
      was: { name: project.name },
    },
    { kind: "createCategory", category: fresh },
    { kind: "createProject", project: { ...garden, id: `p${index}`, name: `New ${index}` } },
    category && where && moveTo(category, where),
    { kind: "archive", node: category ?? beds, archivedAt: at(index) },
    empty && { kind: "deleteNode", node: empty },
  ];
  return pick(doings) || undefined;
}

/** Where nothing was tracked, itself and below; beds are what the others are made in. */
function isDeletable(world: World, { id }: Category): boolean {
  const held = new Set([id, ...belowOf(world, id)]);
  return id !== "b" && !world.entries.some(({ categoryId }) => held.has(categoryId));
}

/** As when the server has agreed to it. */
const done = (world: World, doing: Doing): World =>
  doing.kind === "deleteNode" ? settle(world, doing, null) : apply(world, doing);

/** What is made anew comes last; the tree is shown by name. */
const told = (world: World) => ({
  projects: world.projects,
  categories: world.categories
    .map(({ id, name, archivedAt, projectId, parentCategoryId }) => ({
      ...{ id, name, archivedAt },
      ...{ projectId, parentCategoryId },
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
  entries: world.entries.map(({ id, projectId, startedAt, stoppedAt: stop, note = "" }) => ({
    id,
    projectId,
    startedAt,
    stop,
    note,
  })),
});

test(`undoing everything leads back to the beginning, step by step (seed ${SEED})`, () => {
  for (let run = 0; run < RUNS; run += 1) {
    const random = randomFrom(SEED + run);
    const past: { change: Change; before: World }[] = [];
    let world = start;
    for (let index = 1; index < 12; index += 1) {
      const doing = something(world, index, random);
      if (!doing) continue;
      past.push({ change: changeOf(doing, index), before: world });
      world = done(world, doing);
    }
    for (const { change, before } of past.toReversed()) {
      const inverse = inverseOf(change, before, world);
      expect(inverse, `seed ${SEED + run}: ${change.kind} can be undone`).not.toBe(CHANGED);
      world = (inverse as Doing[]).reduce(done, world);
      expect(told(world), `seed ${SEED + run}: ${change.kind}`).toEqual(told(before));
    }
  }
}, 120_000);

test("what somebody changed since is left alone", () => {
  const before = apply(start, { kind: "create", entry: entry("e", 0, 10) });
  const update: Doing = { kind: "update", id: "e", fields: { note: "mine" }, was: {} };
  const mine = apply(before, update);
  const theirs = apply(mine, { ...update, fields: { note: "theirs" } });
  expect(inverseOf(changeOf(update, 1), before, theirs)).toBe(CHANGED);
  expect(
    inverseOf(
      changeOf(update, 1),
      before,
      apply(theirs, { kind: "remove", entry: entry("e", 0, 10) }),
    ),
  ).toBe(CHANGED);
});

test("a category that somebody has moved on since stays there", () => {
  const learning: Project = { ...garden, id: "q", name: "Learning" };
  const before = { ...start, projects: [garden, learning] };
  const mine = moveTo(beds, { projectId: "q", parentId: null });
  const after = apply(before, mine);
  const theirs = moveTo(after.categories[0] ?? beds, { projectId: "p", parentId: null });
  expect(inverseOf(changeOf(mine, 1), before, after)).not.toBe(CHANGED);
  expect(inverseOf(changeOf(mine, 1), before, apply(after, theirs))).toBe(CHANGED);
});

test("an edit that stopped what ran is undone by letting it run on", () => {
  const before = apply(start, { kind: "start", entry: entry("e", 0, null), since: false });
  const update: Doing = {
    kind: "update",
    id: "e",
    fields: { stoppedAt: at(30), note: "done" },
    was: { stoppedAt: null as never, note: undefined },
  };
  const inverse = inverseOf(changeOf(update, 1), before, apply(before, update)) as Doing[];
  const after = inverse.reduce(done, apply(before, update));
  expect(told(after)).toEqual(told(before));
});

test("what lay in a deleted category comes back into it, unless somebody has moved it on", () => {
  const inside = (id: string): Category => ({ ...beds, id, name: id, parentCategoryId: "b" });
  const before = { ...start, categories: [beds, inside("roses"), inside("tulips")] };
  const remove: Doing = { kind: "deleteNode", node: beds };
  const parents = ({ categories }: World) =>
    Object.fromEntries(categories.map(({ id, parentCategoryId }) => [id, parentCategoryId]));
  const undone = (now: World) =>
    parents((inverseOf(changeOf(remove, 1), before, now) as Doing[]).reduce(done, now));

  const gone = done(before, remove);
  expect(parents(gone)).toEqual({ roses: null, tulips: null });
  expect(undone(gone)).toEqual({ b: null, roses: "b", tulips: "b" });
  const theirs = moveTo(
    { ...inside("tulips"), parentCategoryId: null },
    { projectId: "p", parentId: "roses" },
  );
  expect(undone(done(gone, theirs))).toEqual({ b: null, roses: "b", tulips: "roses" });
});
