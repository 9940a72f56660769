/** From a change to its request. Each can be sent again: what has arrived before is not done twice. */

import { api, body, tagged } from "../api/client";
import { Refused } from "../api/errors";
import type { TimeEntry } from "../api/types";
import { words } from "../words";
import type { Answer, Doing, EntryFields } from "./changes";
import { etagOf } from "./etags";
import {
  codeOf,
  gone,
  kept,
  LIMIT_MS,
  madeBefore,
  matching,
  type Of,
  once,
  sent,
} from "./requests";
import {
  archive,
  changeProject,
  createCategory,
  createProject,
  deleteNode,
  mergeCategory,
  moveCategory,
  renameCategory,
} from "./sendingTree";

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

function remove({ entry }: Of<"remove">): Promise<null> {
  const request = { params: { path: { entryId: entry.id } }, ...matching(etagOf(entry)) };
  return gone(body(api.DELETE("/api/entries/{entryId}", request)));
}

/**
 * The server makes one of two when there is a tag of the new name: nothing else is merging them. By
 * its name in the body, as a browser takes `.` and `..` in an address for steps.
 */
function changeTag({ key, name, to }: Of<"changeTag">): Promise<null> {
  const request = body(api.PATCH("/api/tags", { body: { name, to }, ...once(key) }));
  return to === null ? gone(request) : request.then(() => null);
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
  mergeCategory,
  changeTag,
  archive,
  deleteNode,
};

/**
 * Sends a change; `late` when it was not made just now, or sent before. Throws Refused, or
 * Unreachable when there was no answer.
 */
export const send = <K extends Doing["kind"]>(change: Of<K>, late: boolean): Promise<Answer> =>
  SEND[change.kind](change as never, late);
