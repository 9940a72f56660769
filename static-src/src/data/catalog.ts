/** Adding to the tree of projects and categories. */

import { api, tagged } from "../api/client";
import type { Category, Project } from "../api/types";
import { now, toInstant } from "../time/now";
import { words } from "../words";
import { remember } from "./etags";
import { adopt, provisionalId, randomId, realId } from "./ids";
import type { Change } from "./queue";
import { queue } from "./store";
import { withCategory, withProject } from "./world";

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

type OnRefused = (error: unknown) => void;
export type Outcome = { refused?: OnRefused };

export const once = (key: string) => ({ "Idempotency-Key": key });

export async function kept<T extends Project | Category>(
  answer: Promise<{ value: T; etag: string | null }>,
): Promise<T> {
  const { value, etag } = await answer;
  remember(value, etag);
  return value;
}

export function submit<T>(change: Omit<Change<T>, "key" | "label">, key = randomId()): void {
  queue.add<T>({ key, label: words.kept.catalog, ...change });
}

/** The colour fewest projects have, so that neighbours differ. */
export function nextColor(projects: Project[]): Color {
  const uses = (color: Color) => projects.filter((project) => project.color === color).length;
  return COLORS.reduce((best, color) => (uses(color) < uses(best) ? color : best));
}

export function createProject(name: string, color: Color, outcome: Outcome = {}): string {
  const id = provisionalId();
  const key = randomId();
  const at = toInstant(now());
  const project: Project = { id, name, color, archivedAt: null, createdAt: at, updatedAt: at };
  const send = async () => {
    const request = { body: { name, color }, headers: once(key) };
    const made = await kept(tagged(api.POST("/api/projects", request)));
    adopt(id, made.id);
    return made;
  };
  submit({ apply: (w) => withProject(w, project), send, settle: withProject, ...outcome }, key);
  return id;
}

export function createCategory(
  projectId: string,
  parentId: string | null,
  name: string,
  outcome: Outcome = {},
): string {
  const id = provisionalId();
  const key = randomId();
  const at = toInstant(now());
  const times = { archivedAt: null, createdAt: at, updatedAt: at };
  const category: Category = { id, projectId, parentCategoryId: parentId, name, ...times };
  const send = async () => {
    const path = { projectId: realId(projectId) };
    const parentCategoryId = parentId === null ? null : realId(parentId);
    const request = { params: { path }, body: { name, parentCategoryId }, headers: once(key) };
    const made = await kept(tagged(api.POST("/api/projects/{projectId}/categories", request)));
    adopt(id, made.id);
    return made;
  };
  submit({ apply: (w) => withCategory(w, category), send, settle: withCategory, ...outcome }, key);
  return id;
}
