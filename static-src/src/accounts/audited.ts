/** A record of the audit as a sentence. Pure: names and times are given. */

import type { components } from "../api/schema";
import { words } from "../words";
import { screenWords } from "../words/screens";

export type AuditRecord = components["schemas"]["AuditRecord"];

export interface Speaker {
  person(id: string | null): string;
  place(id: string): string;
  /** Both of microseconds since 1970. */
  day(at: number): string;
  time(at: number): string;
}

const text = screenWords.audit;

type Times = [number, number | null];

/** What a record may tell, by the server's `audit.write`; what it doesn't is left out. */
interface Details {
  personId?: string;
  /** Of an entry before it was changed. */
  times?: Times;
  fields?: Record<string, unknown> | string[];
  at?: number;
  stoppedAt?: number;
  into?: string;
  name?: string | string[];
  entries?: number;
  role?: string | string[];
}

export function sentenceOf(record: AuditRecord, speaker: Speaker): string {
  const who = speaker.person(record.actorId);
  const details = record.details as Details;
  const said = SAID[record.kind]?.(record, details, who, speaker);
  return said ?? text.other(who, record.action, record.kind);
}

type Saying = (
  record: AuditRecord,
  details: Details,
  who: string,
  speaker: Speaker,
) => string | undefined;

const SAID: Record<string, Saying> = {
  entry: (record, details, who, speaker) => {
    const what = entryOf(record, details, speaker);
    switch (record.action) {
      case "changed":
        return withParts(text.changed(who, what), partsOf(details, speaker));
      case "deleted":
        return withParts(text.deleted(who, what), [spanOf(timesIn(details), speaker)]);
      case "split":
        return text.split(who, what, speaker.time(details.at ?? 0));
      case "reopened":
        return text.reopened(who, what);
      default:
        return undefined;
    }
  },
  category: ({ action }, { name, into = "", entries = 0 }, who, { place }) =>
    action === "merged" ? text.merged(who, String(name), place(into), entries) : undefined,
  tag: ({ action }, { name = "", entries = 0 }, who) => {
    const [from = "", to = ""] = [name].flat();
    // Of somebody who was removed.
    if (from === "") return undefined;
    if (action === "renamed") return text.tagRenamed(who, from, to, entries);
    if (action === "merged") return text.tagMerged(who, from, to, entries);
    return action === "deleted" ? text.tagRemoved(who, from, entries) : undefined;
  },
  token: ({ action }, { name }, who) => {
    if (action === "revoked") return text.tokenRevoked(who);
    return action === "created" && name ? text.tokenCreated(who, String(name)) : undefined;
  },
  feed: ({ action }, { name }, who) => {
    if (action === "revoked") return text.feedRevoked(who);
    return action === "created" && name ? text.feedCreated(who, String(name)) : undefined;
  },
  person: ({ action, actorId, objectId }, details, who, { person }) => {
    if (action === "created") return text.personAdded(who, person(objectId), roleOf(details.role));
    if (action === "deleted") return text.personRemoved(who, details.entries ?? 0);
    if (action !== "changed") return undefined;
    const said = actorId === objectId ? text.ownAccount(who) : text.account(who, person(objectId));
    return withParts(said, accountParts(details));
  },
};

const withParts = (said: string, parts: string[]): string => {
  const told = parts.filter(Boolean).join("; ");
  return told ? `${said}: ${told}.` : `${said}.`;
};

function entryOf({ actorId }: AuditRecord, details: Details, { person, day }: Speaker): string {
  const [start] = timesIn(details) ?? [details.at ?? details.stoppedAt];
  const of = start === undefined ? "" : day(start);
  const { personId = null } = details;
  return personId === actorId ? text.ownEntry(of) : text.entry(person(personId), of);
}

/** When it was before: told as such, or as fields of what is gone. */
function timesIn({ times, fields }: Details): Times | undefined {
  if (times) return times;
  const { startedAt, stoppedAt } = { ...fields } as Record<string, unknown>;
  if (typeof startedAt !== "number") return undefined;
  return [startedAt, typeof stoppedAt === "number" ? stoppedAt : null];
}

function spanOf(times: Times | undefined, { time }: Speaker): string {
  if (!times) return "";
  const [start, stop] = times;
  return `${time(start)}–${stop === null ? words.timer.now : time(stop)}`;
}

function partsOf({ times, fields }: Details, speaker: Speaker): string[] {
  const changed = { ...fields } as Record<string, [unknown, unknown] | []>;
  const part = (name: string, show: (value: unknown) => string): string => {
    const [from, to] = changed[name] ?? [];
    return from === undefined ? "" : text.became(show(from), show(to));
  };
  return [
    timesPart(times, changed, speaker),
    part("categoryId", (id) => speaker.place(String(id))),
    changed.note ? text.note : "",
    part("tags", (tags) => (tags as string[]).map((tag) => `#${tag}`).join(" ") || text.noTags),
  ];
}

function timesPart(
  before: Times | undefined,
  { startedAt, stoppedAt }: Record<string, [unknown, unknown] | []>,
  speaker: Speaker,
): string {
  if (!startedAt && !stoppedAt) return "";
  const [start, stop] = before ?? [startedAt?.[0], stoppedAt?.[0]];
  const from = [start, stop] as Times;
  const to = [startedAt?.[1] ?? start, stoppedAt ? stoppedAt[1] : stop] as Times;
  // Of a server of before, which told no more than what changed.
  if (from[0] === undefined) return text.became(`–${end(from, speaker)}`, `–${end(to, speaker)}`);
  const moved = speaker.day(from[0]) === speaker.day(to[0]) ? "" : `${speaker.day(to[0])}, `;
  return text.became(spanOf(from, speaker), moved + spanOf(to, speaker));
}

const end = ([, stop]: Times, { time }: Speaker): string =>
  stop === null ? words.timer.now : time(stop);

const roleOf = (role: unknown): string =>
  screenWords.accounts.roles[role as keyof typeof screenWords.accounts.roles] ?? String(role);

function accountParts({ fields, role }: Details): string[] {
  const names = Array.isArray(fields) ? fields : [];
  const said = names.filter((name) => name !== "role").map((name) => text.fields[name] ?? name);
  const [from, to] = [role].flat();
  return [...said, to === undefined ? "" : text.became(roleOf(from), roleOf(to))];
}
