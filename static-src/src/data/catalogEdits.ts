/** Changing and deleting what is in the tree. Apart from adding to it, as only Projects does this. */

import { api, body, tagged } from "../api/client";
import type { Category, Project } from "../api/types";
import { now, toInstant } from "../time/now";
import { kept, type Outcome, once, submit } from "./catalog";
import { etagOf } from "./etags";
import { randomId, realId } from "./ids";
import { type World, withCategory, withoutCategory, withoutProject, withProject } from "./world";

function guarded(seen: Project | Category): Record<string, string> {
  const etag = etagOf({ ...seen, id: realId(seen.id) });
  return etag ? { "If-Match": etag } : {};
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

export function renameCategory(seen: Category, name: string, outcome: Outcome = {}): void {
  const key = randomId();
  const send = () => {
    const headers = { ...guarded(seen), ...once(key) };
    const request = { params: { path: pathOf(seen) }, body: { name }, headers };
    return kept(
      tagged(api.POST("/api/projects/{projectId}/categories/{categoryId}/rename", request)),
    );
  };
  const apply = (world: World): World => withCategory(world, { ...seen, name });
  submit({ apply, send, settle: withCategory, ...outcome }, key);
}

export function moveCategory(seen: Category, parentId: string | null, outcome: Outcome = {}): void {
  const key = randomId();
  const send = () => {
    const parentCategoryId = parentId === null ? null : realId(parentId);
    const body = { projectId: realId(seen.projectId), parentCategoryId };
    const headers = { ...guarded(seen), ...once(key) };
    const request = { params: { path: pathOf(seen) }, body, headers };
    return kept(
      tagged(api.POST("/api/projects/{projectId}/categories/{categoryId}/move", request)),
    );
  };
  const apply = (world: World): World =>
    withCategory(world, { ...seen, parentCategoryId: parentId });
  submit({ apply, send, settle: withCategory, ...outcome }, key);
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

/** Shown once the server agrees, as it refuses for what holds time. */
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
  submit<unknown>({ apply: (world) => world, send, settle: without, ...outcome });
}
