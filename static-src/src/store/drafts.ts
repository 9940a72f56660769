/**
 * What a person has typed and not done yet. A tab keeps it over a reload; what a closed tab had, the
 * next that opens takes up; who signs out finds it when they are back. It is nobody else's to see.
 */

import { onSessionEnd, who } from "./session";

function listIn(text: string | null): string[] {
  try {
    const list: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

interface Draft {
  /** What is there to keep; null when there is nothing. */
  present(): unknown;
  /** What was left behind, or null: as soon as it is known who is here, and when they leave. */
  adopt(left: unknown): void;
}

const kept = new Set<() => unknown>();

/** Whether anything is typed that was not done. */
export const isUnfinished = (): boolean => [...kept].some((present) => present() !== null);

/** Gives what is to be called whenever it has changed. */
export function keepDraft(name: string, { present, adopt }: Draft): () => void {
  let owner = "";
  kept.add(present);
  const key = (): string => `clockwork.${name} ${owner}`;
  const text = (): string | null => (present() === null ? null : JSON.stringify(present()));
  const closed = (): string[] => listIn(localStorage.getItem(key()));

  const setClosed = (drafts: string[]): void => {
    if (drafts.length > 0) localStorage.setItem(key(), JSON.stringify(drafts));
    else localStorage.removeItem(key());
  };
  const leave = (): void => {
    const draft = text();
    if (draft !== null) setClosed([...closed(), draft]);
  };
  const left = (): unknown => {
    const own = sessionStorage.getItem(key());
    const others = closed().filter((draft) => draft !== own);
    const taken = own ?? others.shift() ?? null;
    setClosed(others);
    return JSON.parse(taken ?? "null");
  };
  const store = (): void => {
    const draft = text();
    if (draft === null) sessionStorage.removeItem(key());
    else sessionStorage.setItem(key(), draft);
  };

  who.subscribe(({ session }) => {
    if (!session || session.person.id === owner) return;
    owner = session.person.id;
    const draft = left();
    if (draft !== null) adopt(draft);
  });
  addEventListener("pagehide", leave);
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) setClosed(closed().filter((draft) => draft !== text()));
  });
  onSessionEnd(() => {
    leave();
    adopt(null);
    store();
  });
  return store;
}
