/**
 * What the page knows: the server's last word, the changes on their way, and the world that is shown,
 * which is the one with the others on top. Rolling a change back is forgetting it.
 */

import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Failure } from "../api/errors";
import type { TimeEntry } from "../api/types";
import { now } from "../time/now";
import { type Answer, apply, type Change, settle } from "./changes";
import { type Place, placesOf } from "./tree";
import { EMPTY, endOf, isOther, runningOf, sortedEntries, startOf, type World } from "./world";

export interface Known {
  readonly server: World;
  readonly changes: readonly Change[];
  readonly shown: World;
  readonly places: Map<string, Place>;
  readonly running: TimeEntry | undefined;
  /** The catalog and the newest entries are there, from the server or from the last visit. */
  readonly loaded: boolean;
  /** The server can't be reached: by a change, or by what asks for news. */
  readonly unreachable: boolean;
  readonly failed: boolean;
  /** What the server, or what is in front of it, said then; nothing where there was no answer. */
  readonly sendFailure: Failure | undefined;
  readonly feedFailure: Failure | undefined;
  /** Weeks of the past that were asked for, step by step, besides this one and the last. */
  readonly earlier: readonly number[];
  readonly loadingEarlier: boolean;
  /** There is nothing older than what is shown. */
  readonly ended: boolean;
}

const nothing: Known = {
  server: EMPTY,
  changes: [],
  shown: EMPTY,
  places: new Map(),
  running: undefined,
  loaded: false,
  unreachable: false,
  failed: false,
  sendFailure: undefined,
  feedFailure: undefined,
  earlier: [],
  loadingEarlier: false,
  ended: false,
};

export const known = createStore<Known>(() => nothing);

/** A part of what is known; the component is drawn again when that part changes, and only then. */
export const useKnown = <T>(part: (known: Known) => T): T => useStore(known, part);

export const useShown = (): World => useKnown(({ shown }) => shown);
export const usePlaces = (): Map<string, Place> => useKnown(({ places }) => places);
export const useRunning = (): TimeEntry | undefined => useKnown(({ running }) => running);
export const usePlace = (categoryId: string | undefined): Place | undefined =>
  useKnown(({ places }) => places.get(categoryId ?? ""));

/** Moves on for each answer to a change: what was asked for before it is old. */
let epoch = 0;
export const getEpoch = (): number => epoch;

const waitingIn = (changes: readonly Change[]): Change[] =>
  changes.filter(({ refusal }) => !refusal);

/** What a change does never changes; how often it was tried does, and shows nowhere. */
const doSame = (one: Change[], other: Change[]): boolean =>
  one.length === other.length && one.every(({ key }, index) => key === other[index]?.key);

function shownFrom(part: Partial<Known>): Partial<Known> {
  const before = known.getState();
  const { server, changes } = { ...before, ...part };
  const waiting = waitingIn(changes);
  if (server === before.server && doSame(waiting, waitingIn(before.changes))) return part;
  const shown = waiting.reduce<World>(apply, server);
  const sameTree =
    shown.projects === before.shown.projects && shown.categories === before.shown.categories;
  const places = sameTree ? before.places : placesOf(shown);
  return { ...part, shown, places, running: runningOf(shown) };
}

export const setChanges = (
  changes: readonly Change[],
  unreachable: boolean,
  sendFailure?: Failure,
): void => known.setState(shownFrom({ changes, unreachable, sendFailure }));

/** The server did it: both at once, so that nothing flickers. */
export function learnAnswer(change: Change, answer: Answer): void {
  epoch += 1;
  const { server, changes } = known.getState();
  const left = changes.filter(({ key }) => key !== change.key);
  known.setState(shownFrom({ server: settle(server, change, answer), changes: left }));
}

const alike = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export type Catalog = Pick<World, "projects" | "categories" | "tags">;

/** What is as it was stays the same object: what shows it need not be drawn again. */
export function learnCatalog({ projects, categories, tags }: Catalog): void {
  const { server } = known.getState();
  const next = { ...server, tags: alike(tags, server.tags) ? server.tags : tags };
  if (!alike(projects, server.projects)) next.projects = projects;
  if (!alike(categories, server.categories)) next.categories = categories;
  known.setState(shownFrom({ server: next }));
}

/** A stretch of the past, in milliseconds; the newest has no end. */
export interface Stretch {
  from: number;
  to: number | null;
}

/** As the server understands a range: half-open, what runs reaches to now. */
function inStretch(entry: TimeEntry, { from, to }: Stretch): boolean {
  const start = startOf(entry);
  return (to === null || start < to) && (start >= from || endOf(entry, now()) > from);
}

/** All there is in a stretch: what was known there and is not in it is gone. */
export function learnStretch(stretch: Stretch, entries: TimeEntry[]): void {
  const { server } = known.getState();
  const isThere = (entry: TimeEntry): boolean => inStretch(entry, stretch);
  // Mostly the answer to what was done here has said it all, and years need not be sorted again.
  if (alike(server.entries.filter(isThere), entries)) return;
  const elsewhere = server.entries.filter((entry) => !isThere(entry));
  learnEntries("entries", entries, elsewhere);
}

/** Some that were found, wherever they lie, and whoever's they are. */
export function learnFound(found: TimeEntry[]): void {
  const { server } = known.getState();
  const ofOthers = (entry: TimeEntry): boolean => isOther(server, entry);
  learnEntries("others", found.filter(ofOthers), server.others);
  learnEntries(
    "entries",
    found.filter((entry) => !ofOthers(entry)),
    server.entries,
  );
}

function learnEntries(list: "entries" | "others", entries: TimeEntry[], rest: TimeEntry[]): void {
  const { server } = known.getState();
  const learnt = new Map(entries.map((entry) => [entry.id, entry]));
  for (const old of server[list]) {
    const entry = learnt.get(old.id);
    if (entry && alike(old, entry)) learnt.set(old.id, old);
  }
  const others = rest.filter(({ id }) => !learnt.has(id));
  const sorted = sortedEntries([...others, ...learnt.values()]);
  const same =
    sorted.length === server[list].length &&
    sorted.every((entry, index) => entry === server[list][index]);
  if (!same) known.setState(shownFrom({ server: { ...server, [list]: sorted } }));
}

/** Who looks: whose entries are others'. */
export function learnMe(me: string): void {
  const { server } = known.getState();
  if (server.me !== me) known.setState(shownFrom({ server: { ...server, me } }));
}

/** What was known at the last visit, until the server has said more. */
export function learnRemembered(server: World): void {
  if (!known.getState().loaded) known.setState(shownFrom({ server, loaded: true }));
}

export const learnState = (
  part: Partial<
    Pick<Known, "loaded" | "failed" | "feedFailure" | "loadingEarlier" | "ended" | "earlier">
  >,
) => known.setState(part);

/** Nobody's: what a person leaves behind is not for whoever comes next. */
export const forgetAll = (): void => known.setState(nothing);
