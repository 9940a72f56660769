/** What buttons, keys and the palette do alike. */

import type { TimeEntry } from "../api/types";
import { start, stop } from "../data/entries";
import { discard, makeRoom, restore, UNDO_MS } from "../data/trash";
import { now } from "../time/now";
import { dismiss, inform } from "../ui/notices";
import { words } from "../words";

export const stopRunning = (running: TimeEntry): void => stop(running);

/** Starts the same thing again, now. */
export function continueEntry({ categoryId, projectId, note = "", tags }: TimeEntry): void {
  makeRoom(now(), Number.POSITIVE_INFINITY);
  start({ categoryId, projectId, note, tags });
}

export function deleteWithUndo(entry: TimeEntry, what: string): void {
  const undo = { label: words.undo.undo, run: () => restore(entry.id) };
  const notice = inform(words.undo.deleted(what), [undo], UNDO_MS);
  // What takes the entry's time sends the deletion early: no button may promise it back then.
  discard(entry, () => dismiss(notice));
}
