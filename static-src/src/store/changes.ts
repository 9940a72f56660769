/**
 * What a person does, as data: it can be stored, sent by another tab, shown and undone. Each names
 * the objects it is about, says what they were when it was made, and is applied by a pure function.
 */

import type { Category, Project, TimeEntry } from "../api/types";
import type { Where } from "./tree";
import {
  entryOf,
  stoppedAt,
  type World,
  withCategory,
  withEntry,
  withMerged,
  withMoved,
  withoutCategory,
  withoutEntry,
  withoutProject,
  withProject,
  withStarted,
  withTagAs,
} from "./world";

/** The fields of an entry that may be changed; what is absent keeps its value. */
export interface EntryFields {
  categoryId?: string;
  startedAt?: string;
  stoppedAt?: string;
  note?: string;
  tags?: string[];
}

export type ProjectFields = Partial<Pick<Project, "name" | "color">>;
export type Node = Project | Category;

export const isCategory = (node: Node): node is Category => "projectId" in node;

export type Doing =
  /** `since` when the person named the moment, instead of meaning now. */
  | { kind: "start"; entry: TimeEntry; since: boolean }
  | { kind: "stop"; id: string; stop: string }
  /** Runs on as if it had not been stopped; `was` is when that was. */
  | { kind: "reopen"; id: string; was: string }
  | { kind: "create"; entry: TimeEntry }
  | { kind: "update"; id: string; fields: EntryFields; was: EntryFields; projectId?: string }
  | { kind: "split"; id: string; point: string; half: string }
  | { kind: "remove"; entry: TimeEntry }
  | { kind: "createProject"; project: Project }
  | { kind: "createCategory"; category: Category }
  | { kind: "changeProject"; id: string; fields: ProjectFields; was: ProjectFields }
  | { kind: "renameCategory"; id: string; projectId: string; name: string; was: string }
  /** Its address is in the project it was in. */
  | {
      kind: "moveCategory";
      id: string;
      projectId: string;
      toProjectId: string;
      parentId: string | null;
      was: Where;
    }
  /** What is in it goes into another one, and it is gone. Nothing takes that back. */
  | { kind: "mergeCategory"; id: string; name: string; projectId: string; into: string }
  /** Called otherwise on all of one's entries; null takes it away. One that exists takes it in. */
  | { kind: "changeTag"; name: string; to: string | null }
  | { kind: "archive"; node: Node; archivedAt: string | null }
  | { kind: "deleteNode"; node: Node };

/** Why the server refused, as it said it. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
  requestId?: string;
  details?: unknown;
}

/** Where a change was typed, and what: a refused one goes back there. */
export interface Origin {
  place: "line" | "editor" | "tree" | "tags";
  typed: unknown;
  /** The address at which an editor or the list of tags was. */
  at?: string;
}

export type Change = Doing & {
  /** Also the Idempotency-Key: sending twice does it once. */
  key: string;
  /** When it was made, in milliseconds by the server's clock. */
  at: number;
  /** Of two, the one made first has the smaller. */
  order: number;
  /** Not sent before, in milliseconds by the server's clock; 0: at once. */
  due: number;
  /** How often it was sent. */
  tried: number;
  /** How often of these it never left, for want of any network. */
  stayed?: number;
  origin?: Origin;
  refusal?: Refusal;
};

/**
 * The order of a change made now, `ms` by this computer's clock: tabs share it, and one that was
 * opened just now may not know yet what waits. Later than all that is known, should it step back.
 */
export const orderAfter = (changes: readonly Change[], ms: number): number =>
  Math.max(ms, ...changes.map(({ order }) => order + 1));

/** Its identifier, for a change that makes something. */
export function madeBy(doing: Doing): string | undefined {
  if (doing.kind === "start" || doing.kind === "create") return doing.entry.id;
  if (doing.kind === "createProject") return doing.project.id;
  if (doing.kind === "createCategory") return doing.category.id;
  return doing.kind === "split" ? doing.half : undefined;
}

/** What has to be there for it: without these it can't be done. */
export function needs(doing: Doing): string[] {
  switch (doing.kind) {
    case "start":
    case "create":
      return [doing.entry.categoryId].filter(Boolean);
    case "update":
      return [doing.id, ...(doing.fields.categoryId ? [doing.fields.categoryId] : [])];
    case "createProject":
    case "changeTag":
      return [];
    case "createCategory":
      return [doing.category.projectId, doing.category.parentCategoryId ?? ""].filter(Boolean);
    case "remove":
      return [doing.entry.id];
    case "archive":
    case "deleteNode":
      return [doing.node.id];
    case "moveCategory":
      return [doing.id, doing.toProjectId, doing.parentId ?? ""].filter(Boolean);
    case "mergeCategory":
      return [doing.id, doing.into];
    default:
      return [doing.id];
  }
}

const ON_ENTRIES: readonly Doing["kind"][] = [
  ...(["start", "stop", "reopen", "create", "update", "split", "remove"] as const),
];
/** Also on versions of entries that the page can't know. */
const ON_BOTH: readonly Doing["kind"][] = ["mergeCategory", "changeTag"];

/** What has to be asked for again; of an entry that it is about, the answer says all there is. */
export function touchedBy({ kind }: Doing): ("newest" | "entries" | "catalog")[] {
  if (ON_ENTRIES.includes(kind)) return ["newest"];
  return ON_BOTH.includes(kind) ? ["entries", "catalog"] : ["catalog"];
}

function edited(entry: TimeEntry, fields: EntryFields, projectId?: string): TimeEntry {
  const next = { ...entry, ...fields, ...(projectId ? { projectId } : {}) };
  return next.stoppedAt === null ? next : stoppedAt(next, next.stoppedAt);
}

function splitIn(world: World, id: string, at: string, half: string): World {
  const entry = entryOf(world, id);
  if (!entry) return world;
  const after = edited({ ...entry, id: half, startedAt: at }, {});
  return withEntry(withEntry(world, stoppedAt(entry, at)), after);
}

function stopIn(world: World, id: string, at: string): World {
  const entry = entryOf(world, id);
  return entry?.stoppedAt === null ? withEntry(world, stoppedAt(entry, at)) : world;
}

function reopenIn(world: World, id: string): World {
  const entry = entryOf(world, id);
  return entry ? withEntry(world, { ...entry, stoppedAt: null, durationSeconds: null }) : world;
}

const put = (world: World, node: Node): World =>
  isCategory(node) ? withCategory(world, node) : withProject(world, node);

function changeNode(world: World, id: string, fields: object): World {
  const nodes: Node[] = [...world.projects, ...world.categories];
  const node = nodes.find((one) => one.id === id);
  return node ? put(world, { ...node, ...fields }) : world;
}

/** How the world looks once it is done. What it is about may be gone: then nothing happens. */
export function apply(world: World, change: Doing): World {
  switch (change.kind) {
    case "start":
      return withStarted(world, change.entry);
    case "stop":
      return stopIn(world, change.id, change.stop);
    case "reopen":
      return reopenIn(world, change.id);
    case "create":
      return withEntry(world, change.entry);
    case "update": {
      const entry = entryOf(world, change.id);
      return entry ? withEntry(world, edited(entry, change.fields, change.projectId)) : world;
    }
    case "split":
      return splitIn(world, change.id, change.point, change.half);
    case "remove":
      return withoutEntry(world, change.entry.id);
    default:
      return applyToTree(world, change);
  }
}

function applyToTree(world: World, change: Doing): World {
  switch (change.kind) {
    case "createProject":
      return withProject(world, change.project);
    case "createCategory":
      return withCategory(world, change.category);
    case "changeProject":
      return changeNode(world, change.id, change.fields);
    case "renameCategory":
      return changeNode(world, change.id, { name: change.name });
    case "moveCategory":
      return withMoved(world, change.id, {
        projectId: change.toProjectId,
        parentId: change.parentId,
      });
    case "mergeCategory":
      return withMerged(world, change.id, change.into);
    case "changeTag":
      return withTagAs(world, change.name, change.to);
    case "archive":
      return changeNode(world, change.node.id, { archivedAt: change.archivedAt });
    // Shown once the server agrees, as it refuses for what holds time.
    default:
      return world;
  }
}

/** What the server answers: the object, both halves of a split, nothing for what is gone. */
export type Answer = TimeEntry | TimeEntry[] | Project | Category | null;

/** What is known once the server has said so. */
export function settle(world: World, change: Doing, answer: Answer): World {
  switch (change.kind) {
    case "start":
      return withStarted(world, answer as TimeEntry);
    case "split":
      return (answer as TimeEntry[]).reduce(withEntry, world);
    case "remove":
      return withoutEntry(world, change.entry.id);
    case "deleteNode":
      return isCategory(change.node)
        ? withoutCategory(world, change.node.id)
        : withoutProject(world, change.node.id);
    // The answer is the category alone; what is below it and its time went along.
    case "moveCategory": {
      const { id, projectId, parentCategoryId: parentId } = answer as Category;
      return put(withMoved(world, id, { projectId, parentId }), answer as Category);
    }
    case "mergeCategory":
    case "changeTag":
      return apply(world, change);
    case "stop":
    case "reopen":
    case "create":
    case "update":
      return withEntry(world, answer as TimeEntry);
    default:
      return put(world, answer as Node);
  }
}
