/** What the page knows: the tracker's objects, and pure changes to them. */

import type { Category, Project, TagUse, TimeEntry } from "../api/types";
import { belowOf, type Where } from "./tree";

export interface World {
  projects: Project[];
  categories: Category[];
  tags: TagUse[];
  /** One's own, newest first, each identifier once. */
  entries: TimeEntry[];
  /** Likewise, of those that an administrator looked at. */
  others: TimeEntry[];
  /** Who looks; empty until that is known. */
  me: string;
}

export const EMPTY: World = {
  projects: [],
  categories: [],
  tags: [],
  entries: [],
  others: [],
  me: "",
};

/** Somebody else's; what was made on this page is nobody's until the server has answered. */
export const isOther = ({ me }: Pick<World, "me">, { personId }: TimeEntry): boolean =>
  me !== "" && personId !== "" && personId !== me;

/** Read once from each entry: thousands are put in order whenever one comes. */
const starts = new WeakMap<TimeEntry, number>();
const ends = new WeakMap<TimeEntry, number>();

function readOnce(known: typeof starts, entry: TimeEntry, instant: string): number {
  const before = known.get(entry);
  if (before !== undefined) return before;
  const read = Date.parse(instant);
  known.set(entry, read);
  return read;
}

export const startOf = (entry: TimeEntry): number => readOnce(starts, entry, entry.startedAt);

/** The end in milliseconds; a running entry's is `now`. */
export const endOf = (entry: TimeEntry, now: number): number =>
  entry.stoppedAt === null ? Math.max(now, startOf(entry)) : readOnce(ends, entry, entry.stoppedAt);

export const secondsOf = (entry: TimeEntry, now: number): number =>
  entry.durationSeconds ?? Math.floor((endOf(entry, now) - startOf(entry)) / 1000);

export const runningOf = (world: World): TimeEntry | undefined =>
  world.entries.find((entry) => entry.stoppedAt === null);

const newestFirst = (a: TimeEntry, b: TimeEntry): number =>
  startOf(b) - startOf(a) || (a.id < b.id ? 1 : -1);

/** The list with the entry in its place: pushing it in costs less than sorting years of them. */
export function withEntry(world: World, entry: TimeEntry): World {
  const list = isOther(world, entry) ? "others" : "entries";
  const rest = world[list].filter(({ id }) => id !== entry.id);
  const at = rest.findIndex((one) => newestFirst(entry, one) < 0);
  return { ...world, [list]: at < 0 ? [...rest, entry] : rest.toSpliced(at, 0, entry) };
}

export const sortedEntries = (entries: Iterable<TimeEntry>): TimeEntry[] =>
  [...entries].sort(newestFirst);

export const entryOf = (world: World, id: string): TimeEntry | undefined =>
  world.entries.find((entry) => entry.id === id) ?? world.others.find((entry) => entry.id === id);

export const withoutEntry = (world: World, id: string): World => ({
  ...world,
  entries: world.entries.filter((entry) => entry.id !== id),
  others: world.others.filter((entry) => entry.id !== id),
});

export function stoppedAt(entry: TimeEntry, stop: string): TimeEntry {
  const seconds = Math.floor((Date.parse(stop) - startOf(entry)) / 1000);
  return { ...entry, stoppedAt: stop, durationSeconds: Math.max(0, seconds) };
}

/** A start stops what runs at that very instant. */
export function withStarted(world: World, entry: TimeEntry): World {
  const running = world.entries.filter((e) => e.stoppedAt === null && e.id !== entry.id);
  const stopped = running.reduce((w, e) => withEntry(w, stoppedAt(e, entry.startedAt)), world);
  return withEntry(stopped, entry);
}

function replaced<T extends { id: string }>(list: T[], item: T): T[] {
  const known = list.some(({ id }) => id === item.id);
  return known ? list.map((old) => (old.id === item.id ? item : old)) : [...list, item];
}

export const withProject = (world: World, project: Project): World => ({
  ...world,
  projects: replaced(world.projects, project),
});

export const withoutProject = (world: World, id: string): World => ({
  ...world,
  projects: world.projects.filter((project) => project.id !== id),
  categories: world.categories.filter((category) => category.projectId !== id),
});

export const withCategory = (world: World, category: Category): World => ({
  ...world,
  categories: replaced(world.categories, category),
});

/** Children of a category that is gone become top-level. */
export const withoutCategory = (world: World, id: string): World => ({
  ...world,
  categories: world.categories
    .filter((category) => category.id !== id)
    .map((c) => (c.parentCategoryId === id ? { ...c, parentCategoryId: null } : c)),
});

/** A category elsewhere, with all that is below it and the time on them. */
export function withMoved(world: World, id: string, { projectId, parentId }: Where): World {
  const along = new Set([id, ...belowOf(world, id)]);
  const there = <T extends { projectId: string }>(one: T): T =>
    one.projectId === projectId ? one : { ...one, projectId };
  const moved = (one: Category): Category =>
    one.id === id ? { ...there(one), parentCategoryId: parentId } : there(one);
  return {
    ...world,
    categories: world.categories.map((one) => (along.has(one.id) ? moved(one) : one)),
    entries: world.entries.map((one) => (along.has(one.categoryId) ? there(one) : one)),
  };
}

/** A category's time and what is below it in another one, and the category gone. */
export function withMerged(world: World, id: string, intoId: string): World {
  const into = world.categories.find((one) => one.id === intoId);
  if (!into) return world;
  const { projectId } = into;
  const inside = world.categories.filter((one) => one.parentCategoryId === id);
  const there = { projectId, parentId: intoId };
  const emptied = inside.reduce((before, child) => withMoved(before, child.id, there), world);
  const entries = emptied.entries.map((entry) =>
    entry.categoryId === id ? { ...entry, categoryId: intoId, projectId } : entry,
  );
  return withoutCategory({ ...emptied, entries }, id);
}

/** A tag called otherwise wherever it is, or taken away; each entry has each tag once. */
export function withTagAs(world: World, name: string, to: string | null): World {
  const instead = to === null ? [] : [to];
  const changed = (tags: string[]): string[] => [
    ...new Set(tags.flatMap((tag) => (tag === name ? instead : [tag]))),
  ];
  return {
    ...world,
    tags: tagsAs(world.tags, name, to),
    entries: world.entries.map((entry) =>
      entry.tags.includes(name) ? { ...entry, tags: changed(entry.tags) } : entry,
    ),
  };
}

/** Entries that carry both are counted twice, until the server has counted. */
function tagsAs(tags: TagUse[], name: string, to: string | null): TagUse[] {
  const moved = tags.find((tag) => tag.name === name);
  if (!moved || name === to) return tags;
  const others = tags.filter((tag) => tag !== moved);
  if (to === null) return others;
  const taking = others.find((tag) => tag.name === to);
  if (!taking) return [...others, { ...moved, name: to }];
  const entries = taking.entries + moved.entries;
  return others.map((tag) => (tag === taking ? { ...tag, entries } : tag));
}
