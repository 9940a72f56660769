/** What a person does, from the page's side: each is shown at once, stored, and sent in order. */

import type { Category, Project, TimeEntry } from "../api/types";
import { now, toInstant } from "../time/now";
import {
  type Change,
  type Doing,
  type EntryFields,
  type Node,
  type Origin,
  orderAfter,
  type ProjectFields,
} from "./changes";
import { record } from "./history";
import { newId } from "./ids";
import { known } from "./state";
import { addChange, hasten } from "./sync";
import type { Where } from "./tree";
import { endOf, startOf } from "./world";

export const UNDO_MS = 10_000;

export type Color = Project["color"];

export const COLORS: readonly Color[] = [
  "blue",
  "orange",
  "green",
  "red",
  "purple",
  "brown",
  "pink",
  "teal",
];

/** The colour fewest projects have, so that neighbours differ. */
export function nextColor(projects: Project[]): Color {
  const uses = (color: Color) => projects.filter((project) => project.color === color).length;
  return COLORS.reduce((best, color) => (uses(color) < uses(best) ? color : best));
}

interface Options {
  origin?: Origin | undefined;
  /** Not sent for so many milliseconds. */
  wait?: number;
}

export function perform(doing: Doing, { origin, wait }: Options = {}): Change {
  const at = now();
  const order = orderAfter(known.getState().changes, Date.now());
  const due = wait === undefined ? 0 : at + wait;
  const common = { key: newId(), at, order, due, tried: 0 };
  const change: Change = { ...doing, ...common, ...(origin ? { origin } : {}) };
  record(change, known.getState().shown);
  void addChange(change);
  return change;
}

/** Deletions that wait to be thought again, and whose time is wanted, are sent first. */
function makeRoom(from: number, to: number): void {
  const inTheWay = ({ kind, ...rest }: Change): boolean => {
    if (kind !== "remove" || !("entry" in rest)) return false;
    return startOf(rest.entry) < to && endOf(rest.entry, Number.POSITIVE_INFINITY) > from;
  };
  const keys = known
    .getState()
    .changes.filter(inTheWay)
    .map(({ key }) => key);
  if (keys.length > 0) void hasten(keys);
}

export interface Draft {
  categoryId: string;
  projectId: string;
  note: string;
  tags: string[];
}

function entryFrom({ note, ...draft }: Draft, startedAt: string, stoppedAt: string | null) {
  const seconds =
    stoppedAt === null ? null : Math.floor((Date.parse(stoppedAt) - Date.parse(startedAt)) / 1000);
  // Whose it is only the server knows; nothing on the page asks before it has answered.
  const entry: TimeEntry = {
    id: newId(),
    personId: "",
    ...draft,
    ...(note ? { note } : {}),
    startedAt,
    stoppedAt,
    durationSeconds: seconds,
    createdAt: startedAt,
    updatedAt: startedAt,
  };
  return entry;
}

/** Starts now, or at `since`; what runs is stopped at that instant. */
export function start(draft: Draft, since: string | null, origin?: Origin): void {
  makeRoom(since === null ? now() : Date.parse(since), Number.POSITIVE_INFINITY);
  const entry = entryFrom(draft, since ?? toInstant(now()), null);
  perform({ kind: "start", entry, since: since !== null }, { origin });
}

/** Starts the same thing again, now. */
export const continueEntry = ({ categoryId, projectId, note = "", tags }: TimeEntry): void =>
  start({ categoryId, projectId, note, tags }, null);

export function stop({ id }: TimeEntry): void {
  perform({ kind: "stop", id, stop: toInstant(now()) });
}

export function create(draft: Draft, startedAt: string, stoppedAt: string, origin?: Origin): void {
  makeRoom(Date.parse(startedAt), Date.parse(stoppedAt));
  perform({ kind: "create", entry: entryFrom(draft, startedAt, stoppedAt) }, { origin });
}

/** What the fields were when the person saw them. */
function seenIn(entry: TimeEntry, fields: EntryFields): EntryFields {
  const names = Object.keys(fields) as (keyof EntryFields)[];
  return Object.fromEntries(names.map((name) => [name, entry[name]]));
}

export function update(
  seen: TimeEntry,
  fields: EntryFields,
  { projectId, origin }: { projectId?: string; origin?: Origin } = {},
): void {
  const { startedAt = seen.startedAt, stoppedAt = seen.stoppedAt } = fields;
  makeRoom(Date.parse(startedAt), stoppedAt === null ? now() : Date.parse(stoppedAt));
  const was = seenIn(seen, fields);
  perform(
    { kind: "update", id: seen.id, fields, was, ...(projectId && { projectId }) },
    { origin },
  );
}

export const split = ({ id }: TimeEntry, point: string): void =>
  void perform({ kind: "split", id, point, half: newId() });

/** Sent after ten seconds in which it can be taken back. */
export const remove = (entry: TimeEntry): Change =>
  perform({ kind: "remove", entry }, { wait: UNDO_MS });

const fresh = () => ({
  inbox: false,
  archivedAt: null,
  createdAt: toInstant(now()),
  updatedAt: toInstant(now()),
});

/** Gives the project's identifier. */
export function createProject(name: string, color: Color, origin?: Origin): string {
  const project: Project = { id: newId(), name, color, ...fresh() };
  perform({ kind: "createProject", project }, { origin });
  return project.id;
}

/** Gives the category's identifier. */
export function createCategory(
  projectId: string,
  parentCategoryId: string | null,
  name: string,
  origin?: Origin,
): string {
  const category: Category = { id: newId(), projectId, parentCategoryId, name, ...fresh() };
  perform({ kind: "createCategory", category }, { origin });
  return category.id;
}

export function changeProject(seen: Project, fields: ProjectFields, origin?: Origin): void {
  const names = Object.keys(fields) as (keyof ProjectFields)[];
  const was = Object.fromEntries(names.map((name) => [name, seen[name]]));
  perform({ kind: "changeProject", id: seen.id, fields, was }, { origin });
}

export function renameCategory(seen: Category, name: string, origin?: Origin): void {
  const { id, projectId, name: was } = seen;
  perform({ kind: "renameCategory", id, projectId, name, was }, { origin });
}

/** With everything below it and the time on them, within its project or to another one. */
export function moveCategory(seen: Category, to: Where): void {
  const { id, projectId, parentCategoryId } = seen;
  const was = { projectId, parentId: parentCategoryId };
  const { projectId: toProjectId, parentId } = to;
  perform({ kind: "moveCategory", id, projectId, toProjectId, parentId, was });
}

export function mergeCategory({ id, name, projectId }: Category, into: string): void {
  perform({ kind: "mergeCategory", id, name, projectId, into });
}

export const changeTag = (name: string, to: string | null, origin?: Origin): void =>
  void perform({ kind: "changeTag", name, to }, { origin });

export function setArchived(node: Node, archived: boolean): void {
  perform({ kind: "archive", node, archivedAt: archived ? toInstant(now()) : null });
}

export const deleteNode = (node: Node): void => void perform({ kind: "deleteNode", node });
