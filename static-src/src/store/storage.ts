/**
 * What outlives the page: changes on their way, and what was last known; in IndexedDB, which takes
 * its time. Until it has a change, localStorage has it, which takes none: a page that is reloaded or
 * killed in between loses nothing.
 */

import { createStore, del, get, set, type UseStore } from "idb-keyval";
import type { Change } from "./changes";

/** Where changes are kept: shared by all tabs of a person in this browser. */
export interface Storage {
  /** In the order they were made. */
  all(): Promise<Change[]>;
  put(change: Change): Promise<void>;
  /**
   * Changes one in a single step, or two tabs would answer differently: null removes it, undefined
   * leaves it. Gives it as it is then (as it was, when it is removed); undefined when it was not
   * there or was left.
   */
  exchange(key: string, next: Next): Promise<Change | undefined>;
  remove(key: string): Promise<void>;
}

export type Next = (change: Change) => Change | null | undefined;

export const inOrder = (changes: Change[]): Change[] =>
  changes.sort((a, b) => a.order - b.order || a.at - b.at || (a.key < b.key ? -1 : 1));

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** `person` keeps apart what different people left behind in one browser. */
export function storageOf(person: string): Storage {
  const store = createStore(`clockwork-changes-${person}`, "changes");
  return {
    all: () => store("readonly", async (changes) => inOrder(await asked(changes.getAll()))),
    async put(change) {
      note(person, change);
      await set(change.key, change, store);
      unnote(person, change.key);
    },
    exchange: (key, next) => store("readwrite", (changes) => exchange(changes, key, next)),
    async remove(key) {
      unnote(person, key);
      await del(key, store);
    },
  };
}

const noted = (person: string): string => `clockwork-change ${person} `;

function note(person: string, change: Change): void {
  try {
    localStorage.setItem(noted(person) + change.key, JSON.stringify(change));
  } catch {
    // Full, or not to be used: IndexedDB has it in a moment.
  }
}
function unnote(person: string, key: string): void {
  try {
    localStorage.removeItem(noted(person) + key);
  } catch {
    // It was not noted either.
  }
}

/** Stores what an earlier page had no time to. */
export async function recover(person: string): Promise<void> {
  const { put } = storageOf(person);
  await lenient(Promise.all(notedBy(person).map(put)));
}

function notedBy(person: string): Change[] {
  const prefix = noted(person);
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
    return names.map((name) => JSON.parse(localStorage.getItem(name) ?? "") as Change);
  } catch {
    return [];
  }
}

async function exchange(changes: IDBObjectStore, key: string, next: Next) {
  const found = (await asked(changes.get(key))) as Change | undefined;
  const made = found && next(found);
  if (made === undefined) return undefined;
  const written: IDBRequest = made === null ? changes.delete(key) : changes.put(made, key);
  await asked(written);
  return made ?? found;
}

let opened: UseStore | undefined;
const known = (): UseStore => {
  opened ??= createStore("clockwork-known", "known");
  return opened;
};

/** What can't be kept is asked for again: a browser without storage only forgets. */
const lenient = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined);

export const recall = <T>(name: string): Promise<T | undefined> => lenient(get<T>(name, known()));
export const memorize = (name: string, value: unknown): Promise<void> =>
  lenient(set(name, value, known()));
export const forget = (name: string): Promise<void> => lenient(del(name, known()));
