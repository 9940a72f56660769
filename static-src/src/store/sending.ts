/** From a change to its request. Each can be sent again: what has arrived before is not done twice. */

import { api, body, tagged } from "../api/client";
import { Refused } from "../api/errors";
import type { Category, Project, TimeEntry } from "../api/types";
import { words } from "../words";
import { type Answer, type Change, type Doing, type EntryFields, isCategory } from "./changes";
import { etagOf, remember } from "./etags";

type Of<K extends Doing["kind"]> = Change & { kind: K };

/** After this long a request that hangs counts as one without an answer. */
const LIMIT_MS = 20_000;

interface Sent {
  headers: Record<string, string>;
  signal: AbortSignal;
}

function sent(headers: Record<string, string> = {}): Sent {
  const control = new AbortController();
  setTimeout(() => control.abort(), LIMIT_MS);
  return { headers, signal: control.signal };
}
const once = (key: string) => sent({ "Idempotency-Key": key });
const matching = (etag: string | null | undefined) => sent(etag ? { "If-Match": etag } : {});

async function kept<T extends { id: string; updatedAt: string }>(
  answer: Promise<{ value: T; etag: string | null }>,
): Promise<T> {
  const { value, etag } = await answer;
  remember(value, etag);
  return value;
}

const codeOf = (error: unknown): string => (error instanceof Refused ? error.code : "");

/** What was to be made is there: the answer to an earlier request was lost, and its key forgotten. */
async function madeBefore<T>(request: Promise<T>, find: () => Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    if (codeOf(error) !== "id_taken") throw error;
    return find();
  }
}

/**
 * Sends what is meant for now; when it was not made just now, with the moment. If the server knows
 * the key from another body then, the first request had arrived after all: repeated, it is answered.
 */
async function sendNow<T>(late: boolean, request: (late: boolean) => Promise<T>): Promise<T> {
  try {
    return await request(late);
  } catch (error) {
    if (!late || codeOf(error) !== "key_reused") throw error;
    return request(false);
  }
}

const findEntry = (id: string) =>
  kept(tagged(api.GET("/api/entries/{entryId}", { params: { path: { entryId: id } }, ...sent() })));

function draftOf({ id, categoryId, note, tags }: TimeEntry) {
  // Nowhere yet: the server keeps it in the inbox.
  return {
    id,
    categoryId: categoryId || null,
    ...(note ? { note } : {}),
    ...(tags.length > 0 ? { tags } : {}),
  };
}

function start({ key, entry, since }: Of<"start">, late: boolean): Promise<TimeEntry> {
  const request = (withMoment: boolean) => {
    const moment = since || withMoment ? { startedAt: entry.startedAt } : {};
    const payload = { ...draftOf(entry), ...moment };
    return kept(tagged(api.POST("/api/time/start", { body: payload, ...once(key) })));
  };
  return madeBefore(sendNow(late, request), () => findEntry(entry.id));
}

/** Stopped elsewhere meanwhile: which of the two ends holds is for the person to say. */
async function stop({ key, id, stop: stoppedAt }: Of<"stop">, late: boolean): Promise<TimeEntry> {
  const request = (withMoment: boolean) => {
    const payload = { entryId: id, ...(withMoment ? { stoppedAt } : {}) };
    return kept(tagged(api.POST("/api/time/stop", { body: payload, ...once(key) })));
  };
  try {
    return await sendNow(late, request);
  } catch (error) {
    if (codeOf(error) !== "not_running") throw error;
    throw new Refused(412, "changed", words.errors.changed, await findEntry(id));
  }
}

/** Only what was stopped when the person saw it: another end is somebody else's. */
async function reopen({ key, id, was }: Of<"reopen">): Promise<TimeEntry> {
  const present = await findEntry(id);
  if (present.stoppedAt === null) return present;
  if (Math.abs(Date.parse(present.stoppedAt) - Date.parse(was)) > LIMIT_MS) {
    throw new Refused(412, "changed", words.errors.changed, present);
  }
  const request = { params: { path: { entryId: id } }, ...once(key) };
  return kept(tagged(api.POST("/api/entries/{entryId}/reopen", request)));
}

function create({ key, entry }: Of<"create">): Promise<TimeEntry> {
  const { startedAt, stoppedAt } = entry;
  const payload = { ...draftOf(entry), startedAt, stoppedAt: stoppedAt ?? startedAt };
  const request = kept(tagged(api.POST("/api/entries", { body: payload, ...once(key) })));
  return madeBefore(request, () => findEntry(entry.id));
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? "") === JSON.stringify(other ?? "");

/** Instants are compared as such: the server may write one differently. */
function holds(present: TimeEntry, fields: EntryFields): boolean {
  return (Object.keys(fields) as (keyof EntryFields)[]).every((name) =>
    name === "startedAt" || name === "stoppedAt"
      ? Date.parse(present[name] ?? "") === Date.parse(fields[name] ?? "") ||
        same(present[name], fields[name])
      : same(present[name], fields[name]),
  );
}

/**
 * Only the fields that the person changed, against the version of which these were seen. A newer
 * version is fine while it has them as they were; one that has them as they shall be is the answer.
 */
async function update(change: Of<"update">): Promise<TimeEntry> {
  const { id, fields, was } = change;
  const present = await findEntry(id);
  if (holds(present, fields)) return present;
  if (!holds(present, was)) throw new Refused(412, "changed", words.errors.changed, present);
  const { note, ...rest } = fields;
  const payload = { ...rest, ...(note === undefined ? {} : { note: note || null }) };
  const request = { params: { path: { entryId: id } }, body: payload };
  const etag = etagOf(present);
  return kept(tagged(api.PATCH("/api/entries/{entryId}", { ...request, ...matching(etag) })));
}

function split({ key, id, point, half }: Of<"split">): Promise<TimeEntry[]> {
  const request = { params: { path: { entryId: id } }, body: { at: point, id: half } };
  const answer = body(api.POST("/api/entries/{entryId}/split", { ...request, ...once(key) }));
  return madeBefore(answer, () => Promise.all([id, half].map(findEntry)));
}

/** What is gone needs no deleting. */
async function gone(request: Promise<unknown>): Promise<null> {
  try {
    await request;
  } catch (error) {
    if (codeOf(error) !== "not_found") throw error;
  }
  return null;
}

function remove({ entry }: Of<"remove">): Promise<null> {
  const request = { params: { path: { entryId: entry.id } }, ...matching(etagOf(entry)) };
  return gone(body(api.DELETE("/api/entries/{entryId}", request)));
}

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

function createProject({ key, project }: Of<"createProject">): Promise<Project> {
  const { id, name, color } = project;
  const request = { body: { id, name, color }, ...once(key) };
  const answer = kept(tagged(api.POST("/api/projects", request)));
  return madeBefore(answer, () => findProject(id));
}

function createCategory({ key, category }: Of<"createCategory">): Promise<Category> {
  const { id, projectId, name, parentCategoryId } = category;
  const payload = { id, name, parentCategoryId };
  const request = { params: { path: { projectId } }, body: payload, ...once(key) };
  const answer = kept(tagged(api.POST("/api/projects/{projectId}/categories", request)));
  return madeBefore(answer, () => findCategory(projectId, id));
}

/** A PATCH clears a description that is left out, so the present one is sent too. */
async function changeProject({ id, fields, was }: Of<"changeProject">): Promise<Project> {
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

async function renameCategory(change: Of<"renameCategory">): Promise<Category> {
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
async function moveCategory(change: Of<"moveCategory">): Promise<Category> {
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

function archive({ key, node, archivedAt }: Of<"archive">): Promise<Project | Category> {
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

function deleteNode({ node }: Of<"deleteNode">): Promise<null> {
  if (!isCategory(node)) {
    const path = { projectId: node.id };
    return gone(body(api.DELETE("/api/projects/{projectId}", { params: { path }, ...sent() })));
  }
  const path = { projectId: node.projectId, categoryId: node.id };
  const request = { params: { path }, ...sent() };
  return gone(body(api.DELETE("/api/projects/{projectId}/categories/{categoryId}", request)));
}

const SEND: { [K in Doing["kind"]]: (change: Of<K>, late: boolean) => Promise<Answer> } = {
  start,
  stop,
  reopen,
  create,
  update,
  split,
  remove,
  createProject,
  createCategory,
  changeProject,
  renameCategory,
  moveCategory,
  archive,
  deleteNode,
};

/**
 * Sends a change; `late` when it was not made just now, or sent before. Throws Refused, or
 * Unreachable when there was no answer.
 */
export const send = <K extends Doing["kind"]>(change: Of<K>, late: boolean): Promise<Answer> =>
  SEND[change.kind](change as never, late);
