/** The tree of projects and categories: looking things up in it, and changing it. */

import { api, body, tagged } from "../api/client";
import type { Category, Project } from "../api/types";
import { now, toInstant } from "../time/now";
import { words } from "../words";
import { etagOf, remember } from "./etags";
import { adopt, provisionalId, randomId, realId } from "./ids";
import type { Change } from "./queue";
import { queue } from "./store";
import { type World, withCategory, withoutCategory, withoutProject, withProject } from "./world";

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
type Outcome = { refused?: OnRefused };

const once = (key: string) => ({ "Idempotency-Key": key });

function guarded(seen: Project | Category): Record<string, string> {
  const etag = etagOf({ ...seen, id: realId(seen.id) });
  return etag ? { "If-Match": etag } : {};
}

async function kept<T extends Project | Category>(
  answer: Promise<{ value: T; etag: string | null }>,
): Promise<T> {
  const { value, etag } = await answer;
  remember(value, etag);
  return value;
}

function submit<T>(change: Omit<Change<T>, "key" | "label">, key = randomId()): void {
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

/** A PATCH clears a description that is left out, so what is kept is sent too. */
export function updateProject(
  seen: Project,
  fields: Partial<Pick<Project, "name" | "color">>,
  outcome: Outcome = {},
): void {
  const next = { ...seen, ...fields };
  const send = () => {
    const params = { path: { projectId: realId(seen.id) } };
    const { name, color, description = null } = next;
    const request = { params, body: { name, color, description }, headers: guarded(seen) };
    return kept(tagged(api.PATCH("/api/projects/{projectId}", request)));
  };
  submit({ apply: (w) => withProject(w, next), send, settle: withProject, ...outcome });
}

export function updateCategory(
  seen: Category,
  fields: Partial<Pick<Category, "name" | "parentCategoryId">>,
  outcome: Outcome = {},
): void {
  const next = { ...seen, ...fields };
  const send = () => {
    const params = { path: pathOf(seen) };
    const { name, description = null, parentCategoryId: parent } = next;
    const parentCategoryId = parent === null ? null : realId(parent);
    const payload = { name, description, parentCategoryId };
    const request = { params, body: payload, headers: guarded(seen) };
    return kept(tagged(api.PATCH("/api/projects/{projectId}/categories/{categoryId}", request)));
  };
  submit({ apply: (w) => withCategory(w, next), send, settle: withCategory, ...outcome });
}

const pathOf = (category: Category) => ({
  projectId: realId(category.projectId),
  categoryId: realId(category.id),
});

export const isProject = (node: Project | Category): node is Project => !("projectId" in node);

export function setArchived(node: Project | Category, archived: boolean): void {
  const key = randomId();
  const next = { ...node, archivedAt: archived ? toInstant(now()) : null };
  const put = (world: World, value: Project | Category): World =>
    isProject(value) ? withProject(world, value) : withCategory(world, value);
  const send = () => sendArchived(node, archived, once(key));
  submit<Project | Category>({ apply: (w) => put(w, next), send, settle: put }, key);
}

function sendArchived(
  node: Project | Category,
  archived: boolean,
  headers: Record<string, string>,
) {
  if (isProject(node)) {
    const request = { params: { path: { projectId: realId(node.id) } }, headers };
    return body<Project>(
      archived
        ? api.POST("/api/projects/{projectId}/archive", request)
        : api.POST("/api/projects/{projectId}/unarchive", request),
    );
  }
  const request = { params: { path: pathOf(node) }, headers };
  return body<Category>(
    archived
      ? api.POST("/api/projects/{projectId}/categories/{categoryId}/archive", request)
      : api.POST("/api/projects/{projectId}/categories/{categoryId}/unarchive", request),
  );
}

export function deleteNode(node: Project | Category, outcome: Outcome = {}): void {
  const without = (world: World): World =>
    isProject(node) ? withoutProject(world, node.id) : withoutCategory(world, node.id);
  const send = () =>
    isProject(node)
      ? body<unknown>(
          api.DELETE("/api/projects/{projectId}", {
            params: { path: { projectId: realId(node.id) } },
          }),
        )
      : body<unknown>(
          api.DELETE("/api/projects/{projectId}/categories/{categoryId}", {
            params: { path: pathOf(node) },
          }),
        );
  submit<unknown>({ apply: without, send, settle: without, ...outcome });
}
