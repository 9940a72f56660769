/** Requests of changes to projects and categories. */

import { api, body, tagged } from "../api/client";
import { Refused } from "../api/errors";
import type { Category, Project } from "../api/types";
import { words } from "../words";
import { isCategory } from "./changes";
import { etagOf } from "./etags";
import { codeOf, gone, kept, madeBefore, matching, type Of, once, sent } from "./requests";

const findProject = (projectId: string) =>
  kept(
    tagged(api.GET("/api/projects/{projectId}", { params: { path: { projectId } }, ...sent() })),
  );

const findCategory = (projectId: string, categoryId: string) =>
  kept(
    tagged(
      api.GET("/api/projects/{projectId}/categories/{categoryId}", {
        params: { path: { projectId, categoryId } },
        ...sent(),
      }),
    ),
  );

export function createProject({ key, project }: Of<"createProject">): Promise<Project> {
  const { id, name, color } = project;
  const request = { body: { id, name, color }, ...once(key) };
  const answer = kept(tagged(api.POST("/api/projects", request)));
  return madeBefore(answer, () => findProject(id));
}

export function createCategory({ key, category }: Of<"createCategory">): Promise<Category> {
  const { id, projectId, name, parentCategoryId } = category;
  const payload = { id, name, parentCategoryId };
  const request = { params: { path: { projectId } }, body: payload, ...once(key) };
  const answer = kept(tagged(api.POST("/api/projects/{projectId}/categories", request)));
  return madeBefore(answer, () => findCategory(projectId, id));
}

/** A PATCH clears a description that is left out, so the present one is sent too. */
export async function changeProject({ id, fields, was }: Of<"changeProject">): Promise<Project> {
  const present = await findProject(id);
  const names = Object.keys(fields) as (keyof typeof fields)[];
  if (names.every((name) => present[name] === fields[name])) return present;
  if (names.some((name) => present[name] !== was[name])) {
    throw new Refused(412, "changed", words.errors.changed, present);
  }
  const { name, color, description = null } = { ...present, ...fields };
  const request = { params: { path: { projectId: id } }, body: { name, color, description } };
  const guarded = { ...request, ...matching(etagOf(present)) };
  return kept(tagged(api.PATCH("/api/projects/{projectId}", guarded)));
}

export async function renameCategory(change: Of<"renameCategory">): Promise<Category> {
  const { key, id, projectId, name, was } = change;
  const present = await findCategory(projectId, id);
  if (present.name === name) return present;
  if (present.name !== was) throw new Refused(412, "changed", words.errors.changed, present);
  const path = { projectId, categoryId: id };
  const request = { params: { path }, body: { name }, ...once(key) };
  return kept(
    tagged(api.POST("/api/projects/{projectId}/categories/{categoryId}/rename", request)),
  );
}

/** Not at its former address: an earlier request had moved it, and its key is forgotten. */
export async function moveCategory(change: Of<"moveCategory">): Promise<Category> {
  const { key, id, projectId, toProjectId, parentId } = change;
  const path = { projectId, categoryId: id };
  const payload = { projectId: toProjectId, parentCategoryId: parentId };
  const request = { params: { path }, body: payload, ...once(key) };
  const address = "/api/projects/{projectId}/categories/{categoryId}/move";
  try {
    return await kept(tagged(api.POST(address, request)));
  } catch (error) {
    if (codeOf(error) !== "not_found" || projectId === toProjectId) throw error;
    const present = await findCategory(toProjectId, id);
    if (present.parentCategoryId !== parentId) throw error;
    return present;
  }
}

/** Not at its address any more: an earlier request had merged it, and its key is forgotten. */
export async function mergeCategory(change: Of<"mergeCategory">): Promise<null> {
  const { key, id, projectId, into } = change;
  const path = { projectId, categoryId: id };
  const request = { params: { path }, body: { into }, ...once(key) };
  try {
    await body(api.POST("/api/projects/{projectId}/categories/{categoryId}/merge", request));
  } catch (error) {
    // The same is said when what it goes into is not there.
    if (codeOf(error) !== "not_found" || (await isThere(projectId, id))) throw error;
  }
  return null;
}

async function isThere(projectId: string, id: string): Promise<boolean> {
  try {
    return Boolean(await findCategory(projectId, id));
  } catch (error) {
    if (codeOf(error) !== "not_found") throw error;
    return false;
  }
}

export function archive({ key, node, archivedAt }: Of<"archive">): Promise<Project | Category> {
  const away = archivedAt !== null;
  if (!isCategory(node)) {
    const request = { params: { path: { projectId: node.id } }, ...once(key) };
    if (away) return body<Project>(api.POST("/api/projects/{projectId}/archive", request));
    return body<Project>(api.POST("/api/projects/{projectId}/unarchive", request));
  }
  const path = { projectId: node.projectId, categoryId: node.id };
  const request = { params: { path }, ...once(key) };
  const below = "/api/projects/{projectId}/categories/{categoryId}";
  if (away) return body<Category>(api.POST(`${below}/archive`, request));
  return body<Category>(api.POST(`${below}/unarchive`, request));
}

export function deleteNode({ node }: Of<"deleteNode">): Promise<null> {
  if (!isCategory(node)) {
    const path = { projectId: node.id };
    return gone(body(api.DELETE("/api/projects/{projectId}", { params: { path }, ...sent() })));
  }
  const path = { projectId: node.projectId, categoryId: node.id };
  const request = { params: { path }, ...sent() };
  return gone(body(api.DELETE("/api/projects/{projectId}/categories/{categoryId}", request)));
}
