/** A change that the server refused: why, and a way back to what was typed. */

import { Refused } from "../api/errors";
import type { TimeEntry } from "../api/types";
import { type EntryFields, update } from "../data/entries";
import { tell } from "../ui/explain";
import { complain } from "../ui/notices";
import { words } from "../words";
import { type Editing, openEditor } from "./editing";
import { writeNote } from "./line";

function isEntry(value: unknown): value is TimeEntry {
  return typeof value === "object" && value !== null && "startedAt" in value;
}

export function tellConflict(
  error: unknown,
  seen: TimeEntry,
  fields: EntryFields,
  again: Editing,
): void {
  const edit = { label: words.notice.again, run: () => openEditor(again) };
  const present = error instanceof Refused && error.code === "changed" ? error.details : null;
  if (!isEntry(present)) {
    tell(words.kept.update, error, [edit]);
    return;
  }
  const theirs = writeNote(present.note ?? "", present.tags) || present.startedAt;
  complain(words.notice.changed(words.kept.update, theirs), [
    { label: words.notice.keepTheirs, run: () => undefined },
    { label: words.notice.useMine, run: () => update({ ...present, id: seen.id }, fields) },
    edit,
  ]);
}
