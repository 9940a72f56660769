/** The saved reports of this browser, for each person their own; all tabs agree on them. */

import { useMemo, useSyncExternalStore } from "react";
import { useSession } from "../store/session";
import { parseSaved, renamed, type Saved, withoutSaved, withSaved } from "./saved";

const listeners = new Set<() => void>();
const keyOf = (personId: string): string => `clockwork.reports.${personId}`;

/** Other tabs say so by themselves; a tab is not told of what it did. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

/** From what is stored now: another tab may have changed it since this one was drawn. */
function change(key: string, next: (list: Saved[]) => Saved[]): void {
  localStorage.setItem(key, JSON.stringify(next(parseSaved(localStorage.getItem(key)))));
  for (const listener of listeners) listener();
}

export function useSaved() {
  const key = keyOf(useSession().person.id);
  const text = useSyncExternalStore(subscribe, () => localStorage.getItem(key));
  const saved = useMemo(() => parseSaved(text), [text]);
  return {
    saved,
    keep: (one: Saved) => change(key, (list) => withSaved(list, one)),
    rename: (one: Saved, name: string) => change(key, (list) => renamed(list, one, name)),
    remove: (one: Saved) => change(key, (list) => withoutSaved(list, one.name)),
  };
}
