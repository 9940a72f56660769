/**
 * Deleting with ten seconds to think again. Until then nothing is sent, only hidden: undoing is
 * exact and can't fail, and what was hidden in a tab that crashes is still there. A tab that is
 * closed properly sends what is left on its way out.
 */

import type { TimeEntry } from "../api/types";
import { remove, sendRemoval } from "./entries";
import { endOf, startOf } from "./world";

export const UNDO_MS = 10_000;

interface Held {
  entry: TimeEntry;
  timer: ReturnType<typeof setTimeout>;
  onSent(): void;
}

const held = new Map<string, Held>();
const listeners = new Set<() => void>();
let hidden: ReadonlySet<string> = new Set();
let elsewhere: ReadonlySet<string> = new Set();

export const hiddenIds = (): ReadonlySet<string> => hidden;

export function subscribeTrash(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function publish(): void {
  hidden = new Set([...held.keys(), ...elsewhere]);
  for (const listener of listeners) listener();
}

/** Identifiers that this tab hides and may still give back. */
export const heldIds = (): string[] => [...held.keys()];

/** What other tabs hide. */
export function hideForOthers(ids: string[]): void {
  elsewhere = new Set(ids);
  publish();
}

/** `onSent` when it can't be undone any longer, which may be before the ten seconds are over. */
export function discard(entry: TimeEntry, onSent: () => void): void {
  const timer = setTimeout(() => flush(({ id }) => id === entry.id), UNDO_MS);
  held.set(entry.id, { entry, timer, onSent });
  publish();
}

export function restore(id: string): void {
  clearTimeout(held.get(id)?.timer);
  held.delete(id);
  publish();
}

function flush(which: (entry: TimeEntry) => boolean): void {
  for (const [id, { entry, timer, onSent }] of held) {
    if (!which(entry)) continue;
    clearTimeout(timer);
    remove(entry);
    held.delete(id);
    onSent();
  }
  publish();
}

/** Sends the deletions that would stand in the way of a change to this stretch of time. */
export function makeRoom(from: number, to: number): void {
  flush((entry) => startOf(entry) < to && endOf(entry, Number.POSITIVE_INFINITY) > from);
}

/** Sends them all at once: a page that is being closed can't wait for one answer after another. */
export function flushOnClose(): void {
  for (const { entry } of held.values()) sendRemoval(entry).catch(() => undefined);
  held.clear();
  publish();
}
