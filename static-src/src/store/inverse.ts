/** What undoes a change, given how the world looks by now. Pure. */

import type { Category, TimeEntry } from "../api/types";
import { type Change, type Doing, type EntryFields, isCategory, type Node } from "./changes";
import { entryOf, isOther, type World } from "./world";

/** Somebody, or something later, changed the same since: undoing it would undo that, too. */
export const CHANGED = "changed";

/** Nothing undoes it, and the person was told so before. */
export const FINAL = "final";

export type Inverse = Doing[] | typeof CHANGED | typeof FINAL;

/** A stop or a start is the server's to time: between its moment and ours lies the way there. */
const TOLERATED_MS = 120_000;

const near = (one: string | null, other: string): boolean =>
  one !== null && Math.abs(Date.parse(one) - Date.parse(other)) < TOLERATED_MS;

const alike = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? "") === JSON.stringify(other ?? "");

function holds(entry: TimeEntry, fields: EntryFields): boolean {
  const names = Object.keys(fields) as (keyof EntryFields)[];
  return names.every((name) =>
    name === "startedAt" || name === "stoppedAt"
      ? Date.parse(entry[name] ?? "") === Date.parse(fields[name] ?? "")
      : alike(entry[name], fields[name]),
  );
}

/** `before` is the world in which the change was made. */
export function inverseOf(change: Change, before: World, now: World): Inverse {
  switch (change.kind) {
    case "start":
      return undoStart(change.entry, before, now);
    case "stop":
      return undoStop(change.id, change.stop, now);
    case "create":
      return undoCreate(change.entry, now);
    case "update":
      return undoUpdate(change, before, now);
    case "split":
      return undoSplit(change, now);
    case "remove":
      // Nobody can enter time for somebody else.
      return isOther(now, change.entry) ? FINAL : bringBack(change.entry);
    case "reopen":
      return [{ kind: "update", id: change.id, fields: { stoppedAt: change.was }, was: {} }];
    default:
      return undoInTree(change, before, now);
  }
}

function undoStart({ id, startedAt }: TimeEntry, before: World, now: World): Inverse {
  const entry = entryOf(now, id);
  if (!entry) return CHANGED;
  const stopped = before.entries.find((one) => one.stoppedAt === null && one.id !== id);
  const present = stopped && entryOf(now, stopped.id);
  const away: Doing = { kind: "remove", entry };
  if (!present) return [away];
  if (!near(present.stoppedAt, startedAt)) return CHANGED;
  return [away, { kind: "reopen", id: present.id, was: present.stoppedAt ?? startedAt }];
}

function undoStop(id: string, stop: string, now: World): Inverse {
  const entry = entryOf(now, id);
  if (!entry || !near(entry.stoppedAt, stop)) return CHANGED;
  return [{ kind: "reopen", id, was: entry.stoppedAt ?? stop }];
}

function undoCreate({ id, startedAt, stoppedAt }: TimeEntry, now: World): Inverse {
  const entry = entryOf(now, id);
  const same = entry && holds(entry, { startedAt, stoppedAt: stoppedAt ?? "" });
  return same ? [{ kind: "remove", entry }] : CHANGED;
}

function undoUpdate(change: Change & { kind: "update" }, before: World, now: World): Inverse {
  const { id, fields, was } = change;
  const entry = entryOf(now, id);
  if (!entry || !holds(entry, fields)) return CHANGED;
  const projectId = entryOf(before, id)?.projectId;
  const former: EntryFields = { ...was, ...("note" in was ? { note: was.note ?? "" } : {}) };
  const { stoppedAt, ...rest } = former;
  // It ran: nothing but reopening makes it run again.
  const runs = "stoppedAt" in was && !was.stoppedAt;
  const again: Doing[] = runs ? [{ kind: "reopen", id, was: entry.stoppedAt ?? "" }] : [];
  const back = runs ? rest : former;
  const moved = back.categoryId && projectId ? { projectId } : {};
  if (Object.keys(back).length === 0) return again;
  const { stoppedAt: _, ...set } = fields;
  return [...again, { kind: "update", id, fields: back, was: runs ? set : fields, ...moved }];
}

function undoSplit({ id, point, half }: Change & { kind: "split" }, now: World): Inverse {
  const [first, second] = [entryOf(now, id), entryOf(now, half)];
  const touch = first?.stoppedAt && second && holds(second, { startedAt: point });
  if (!touch || !holds(first, { stoppedAt: point })) return CHANGED;
  const away: Doing = { kind: "remove", entry: second };
  const { stoppedAt } = second;
  if (stoppedAt === null) return [away, { kind: "reopen", id, was: point }];
  return [away, { kind: "update", id, fields: { stoppedAt }, was: { stoppedAt: point } }];
}

/** With the identifier it had: what is done later may name it. */
function bringBack(entry: TimeEntry): Doing[] {
  if (entry.stoppedAt === null) return [{ kind: "start", entry, since: true }];
  return [{ kind: "create", entry }];
}

const nodeIn = (world: World, id: string): Node | undefined =>
  [...world.projects, ...world.categories].find((node) => node.id === id);

function undoInTree(change: Change, before: World, now: World): Inverse {
  switch (change.kind) {
    case "createProject":
      return removeNode(nodeIn(now, change.project.id));
    case "createCategory":
      return removeNode(nodeIn(now, change.category.id));
    case "changeProject": {
      const project = now.projects.find(({ id }) => id === change.id);
      const { id, fields, was } = change;
      const names = Object.keys(fields) as (keyof typeof fields)[];
      const same = project && names.every((name) => project[name] === fields[name]);
      return same ? [{ kind: "changeProject", id, fields: was, was: fields }] : CHANGED;
    }
    case "renameCategory":
      if (nodeIn(now, change.id)?.name !== change.name) return CHANGED;
      return [{ ...bare(change), kind: "renameCategory", name: change.was, was: change.name }];
    case "mergeCategory":
      return FINAL;
    case "changeTag":
      return undoTag(change, before, now);
    case "moveCategory":
      return moveBack(change, now);
    case "archive":
      return [{ kind: "archive", node: change.node, archivedAt: change.node.archivedAt }];
    case "deleteNode":
      return restore(change.node, before, now);
    default:
      return CHANGED;
  }
}

function moveBack(change: Change & { kind: "moveCategory" }, now: World): Inverse {
  const { id, toProjectId, parentId, was } = change;
  const category = now.categories.find((one) => one.id === id);
  const there = category?.projectId === toProjectId && category.parentCategoryId === parentId;
  if (!there) return CHANGED;
  const from = { projectId: toProjectId, parentId };
  const back = { toProjectId: was.projectId, parentId: was.parentId };
  return [{ kind: "moveCategory", id, projectId: toProjectId, ...back, was: from }];
}

/** Which entries carried a tag that is gone, or one of two that are one now, nobody knows. */
function undoTag({ name, to }: { name: string; to: string | null }, before: World, now: World) {
  const has = (world: World, tag: string): boolean => world.tags.some((one) => one.name === tag);
  if (to === null || has(before, to)) return FINAL;
  const same = has(now, to) && !has(now, name);
  return same ? [{ kind: "changeTag" as const, name: to, to: name }] : CHANGED;
}

const bare = ({ id, projectId }: { id: string; projectId: string }) => ({ id, projectId });

const removeNode = (node: Node | undefined): Inverse =>
  node ? [{ kind: "deleteNode", node }] : CHANGED;

/** With what went when it was deleted, and what moved to the top and is still there. */
function restore(node: Node, before: World, now: World): Doing[] {
  if (!isCategory(node)) {
    const inside = parentsFirst(before.categories.filter(({ projectId }) => projectId === node.id));
    const made = inside.map((category): Doing => ({ kind: "createCategory", category }));
    const away = [node, ...inside].flatMap(putAway);
    return [{ kind: "createProject", project: node }, ...made, ...away];
  }
  return [
    { kind: "createCategory", category: node },
    ...before.categories
      .filter(({ id, parentCategoryId }) => parentCategoryId === node.id && isAtTop(id, node, now))
      .map((child) => moveTo(child, node)),
    ...putAway(node),
  ];
}

/** What is made is not archived. */
const putAway = (node: Node): Doing[] =>
  node.archivedAt === null ? [] : [{ kind: "archive", node, archivedAt: node.archivedAt }];

/** Or will be, once its parent is gone. */
const isAtTop = (id: string, parent: Category, { categories }: World): boolean =>
  categories.some(
    (one) =>
      one.id === id &&
      one.projectId === parent.projectId &&
      [null, parent.id].includes(one.parentCategoryId),
  );

const moveTo = ({ id, projectId }: Category, { id: parentId }: Category): Doing => ({
  kind: "moveCategory",
  id,
  projectId,
  toProjectId: projectId,
  parentId,
  was: { projectId, parentId: null },
});

function parentsFirst(categories: Category[]): Category[] {
  const depth = ({ parentCategoryId }: Category): number => {
    const parent = categories.find(({ id }) => id === parentCategoryId);
    return parent ? depth(parent) + 1 : 0;
  };
  return [...categories].sort((a, b) => depth(a) - depth(b));
}
