/** Which entry is open for editing, and what was typed into it: it outlives a refused save. */

import { useSyncExternalStore } from "react";
import type { DateKey } from "../time/dates";
import type { Typed } from "./edit";

export type Field = "category" | "note" | "start" | "end" | "duration" | "split";

export interface Editing {
  /** A stable identifier, or `new` for an entry that doesn't exist yet. */
  id: string;
  /** The day in whose list it is open: an entry over midnight stands in several. */
  date: DateKey;
  focus: Field;
  /** What was typed before the server refused it. */
  typed?: Typed;
  categoryId?: string;
}

let editing: Editing | null = null;
const listeners = new Set<() => void>();

export function openEditor(next: Editing | null): void {
  editing = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useEditing = (): Editing | null => useSyncExternalStore(subscribe, () => editing);
