/** What a person does with entries, each shown at once and sent in order. */

import { api, body, tagged } from "../api/client";
import { Refused } from "../api/errors";
import type { TimeEntry } from "../api/types";
import { formatTime } from "../time/format";
import { now, toInstant } from "../time/now";
import { words } from "../words";
import { etagOf, remember } from "./etags";
import { adopt, isProvisional, provisionalId, randomId, realId } from "./ids";
import { getPreferences, zoneOf } from "./preferences";
import { queue } from "./store";
import { runningOf, stoppedAt, type World, withEntry, withoutEntry, withStarted } from "./world";

export interface Draft {
  categoryId: string;
  projectId: string;
  note: string;
  tags: string[];
}

/** The fields a PATCH may name; what is absent keeps its value. */
export interface EntryFields {
  categoryId?: string;
  startedAt?: string;
  stoppedAt?: string;
  note?: string;
  tags?: string[];
}

const clockTime = (instant: string): string =>
  formatTime(Date.parse(instant), zoneOf(getPreferences()), getPreferences().hours);

const once = (key: string) => ({ "Idempotency-Key": key });

/** Nothing can be done to what the server never made. */
function made(id: string): string {
  if (isProvisional(id)) throw new Refused(404, "never_made", words.errors.never_made);
  return realId(id);
}

function entryFrom(draft: Draft, id: string, startedAt: string, stop: string | null): TimeEntry {
  const { note, ...rest } = draft;
  // Whose it is only the server knows; nothing on the page asks before it has answered.
  const entry = { id, personId: "", ...rest, startedAt, stoppedAt: null, durationSeconds: null };
  const dated = { ...entry, ...(note ? { note } : {}), createdAt: startedAt, updatedAt: startedAt };
  return stop === null ? dated : stoppedAt(dated, stop);
}

function keep(provisional: string, answer: { value: TimeEntry; etag: string | null }): TimeEntry {
  adopt(provisional, answer.value.id);
  remember(answer.value, answer.etag);
  return answer.value;
}

const sent = ({ categoryId, note, tags }: Draft) => ({
  categoryId: made(categoryId),
  ...(note ? { note } : {}),
  ...(tags.length > 0 ? { tags } : {}),
});

/**
 * Sends what is meant for now; once an answer is missing, with the moment. If the server knows the
 * key from another body then, the first request had arrived after all: repeated, it is answered.
 */
async function sendNow<Answer>(
  late: boolean,
  request: (withMoment: boolean) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await request(late);
  } catch (error) {
    const arrived = late && error instanceof Refused && error.code === "key_reused";
    if (!arrived) throw error;
    return request(false);
  }
}

/** Starts now, or at `from`; what runs is stopped at that instant. Gives the row's identifier. */
export function start(draft: Draft, from?: string): string {
  const id = provisionalId();
  const key = randomId();
  const clicked = toInstant(now());
  queue.add<TimeEntry>({
    key,
    label: words.kept.start(clockTime(from ?? clicked)),
    apply: (world) => withStarted(world, entryFrom(draft, id, from ?? clicked, null)),
    send: (late) =>
      sendNow(late, async (withMoment) => {
        const startedAt = from ?? (withMoment ? clicked : undefined);
        const payload = { ...sent(draft), ...(startedAt ? { startedAt } : {}) };
        const request = { body: payload, headers: once(key) };
        return keep(id, await tagged(api.POST("/api/time/start", request)));
      }),
    settle: withStarted,
  });
  return id;
}

export function stop(running: TimeEntry): void {
  const key = randomId();
  const clicked = toInstant(now());
  queue.add<TimeEntry>({
    key,
    label: words.kept.stop(clockTime(clicked)),
    apply: (world) => stopRunning(world, clicked),
    send: (late) =>
      sendNow(late, async (withMoment) => {
        made(running.id);
        const payload = withMoment ? { stoppedAt: clicked } : {};
        const request = { body: payload, headers: once(key) };
        const { value, etag } = await tagged(api.POST("/api/time/stop", request));
        remember(value, etag);
        return value;
      }),
    settle: withEntry,
  });
}

function stopRunning(world: World, at: string): World {
  const running = runningOf(world);
  return running ? withEntry(world, stoppedAt(running, at)) : world;
}

export function create(draft: Draft, startedAt: string, stop: string, failed?: OnRefused): string {
  const id = provisionalId();
  const key = randomId();
  queue.add<TimeEntry>({
    key,
    label: words.kept.create,
    apply: (world) => withEntry(world, entryFrom(draft, id, startedAt, stop)),
    async send() {
      const payload = { ...sent(draft), startedAt, stoppedAt: stop };
      const request = { body: payload, headers: once(key) };
      return keep(id, await tagged(api.POST("/api/entries", request)));
    },
    settle: withEntry,
    refused: failed,
  });
  return id;
}

type OnRefused = (error: unknown) => void;

function changed(entry: TimeEntry, fields: EntryFields, projectId?: string): TimeEntry {
  const next = { ...entry, ...fields, ...(projectId ? { projectId } : {}) };
  return next.stoppedAt === null ? next : stoppedAt(next, next.stoppedAt);
}

/** `seen` is the version the person looked at: if the server has a newer one, it says so. */
export function update(
  seen: TimeEntry,
  fields: EntryFields,
  { projectId, refused }: { projectId?: string; refused?: OnRefused } = {},
): void {
  queue.add<TimeEntry>({
    key: randomId(),
    label: words.kept.update,
    apply: (world) => {
      const present = world.entries.find(({ id }) => id === seen.id) ?? seen;
      return withEntry(world, changed(present, fields, projectId));
    },
    send: () => sendUpdate(seen, fields),
    settle: withEntry,
    refused,
  });
}

async function sendUpdate(seen: TimeEntry, fields: EntryFields): Promise<TimeEntry> {
  const id = made(seen.id);
  const { note, categoryId, ...rest } = fields;
  const payload = {
    ...rest,
    ...(categoryId === undefined ? {} : { categoryId: made(categoryId) }),
    ...(note === undefined ? {} : { note: note || null }),
  };
  const headers = ifMatch(await versionToChange(seen, id, fields));
  const request = { params: { path: { entryId: id } }, body: payload, headers };
  const { value, etag } = await tagged(api.PATCH("/api/entries/{entryId}", request));
  remember(value, etag);
  return value;
}

const ifMatch = (etag: string | undefined): Record<string, string> =>
  etag ? { "If-Match": etag } : {};

/**
 * The ETag to change from. Lists carry none, so it is asked for; a version newer than the one seen
 * is fine while the fields that are being changed are still as they were seen.
 */
async function versionToChange(
  seen: TimeEntry,
  id: string,
  fields: EntryFields,
): Promise<string | undefined> {
  const known = etagOf({ ...seen, id });
  if (known) return known;
  const params = { path: { entryId: id } };
  const { value, etag } = await tagged(api.GET("/api/entries/{entryId}", { params }));
  remember(value, etag);
  if (seen.id === id && differs(seen, value, fields)) {
    throw new Refused(412, "changed", words.errors.changed, value);
  }
  return etag ?? undefined;
}

function differs(seen: TimeEntry, present: TimeEntry, fields: EntryFields): boolean {
  const names = Object.keys(fields) as (keyof EntryFields)[];
  return names.some((name) => JSON.stringify(seen[name]) !== JSON.stringify(present[name]));
}

export function split(entry: TimeEntry, at: string): void {
  const key = randomId();
  const second = provisionalId();
  queue.add<TimeEntry[]>({
    key,
    label: words.kept.split,
    apply: (world) => {
      const present = world.entries.find(({ id }) => id === entry.id) ?? entry;
      const after = changed({ ...present, id: second, startedAt: at }, {});
      return withEntry(withEntry(world, stoppedAt(present, at)), after);
    },
    async send() {
      const request = {
        params: { path: { entryId: made(entry.id) } },
        body: { at },
        headers: once(key),
      };
      const halves = await body(api.POST("/api/entries/{entryId}/split", request));
      const later = halves.find(({ id }) => id !== realId(entry.id));
      if (later) adopt(second, later.id);
      return halves;
    },
    settle: (world, halves) => halves.reduce(withEntry, world),
  });
}

export function remove(entry: TimeEntry): void {
  queue.add<void>({
    key: randomId(),
    label: words.kept.remove,
    apply: (world) => withoutEntry(world, entry.id),
    send: () => sendRemoval(entry),
    settle: (world) => withoutEntry(world, realId(entry.id)),
  });
}

/** Refused when the entry is known to have changed since it was seen. */
export async function sendRemoval(entry: TimeEntry): Promise<void> {
  const id = made(entry.id);
  const headers = ifMatch(etagOf({ ...entry, id }));
  const request = { params: { path: { entryId: id } }, headers };
  await body(api.DELETE("/api/entries/{entryId}", request));
}
