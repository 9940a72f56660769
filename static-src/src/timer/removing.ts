/** Deleting an entry, with ten seconds to think again. */

import type { TimeEntry } from "../api/types";
import { remove, UNDO_MS } from "../store/doing";
import { withdraw } from "../store/history";
import { known } from "../store/state";
import { pathText } from "../store/tree";
import { dismiss, inform } from "../ui/notices";
import { words } from "../words";

/** `again`: once it is taken back. */
export function deleteWithUndo(entry: TimeEntry, again: () => void = () => undefined): void {
  const place = known.getState().places.get(entry.categoryId);
  focusNeighbour(entry);
  const { key } = remove(entry);
  const run = (): void => void withdraw(key).then((back) => back && again());
  const undo = { label: words.undo.undo, run };
  const what = place ? pathText(place) : words.timer.unknownPlace;
  const notice = inform(words.undo.deleted(what), [undo], UNDO_MS);
  // What takes the entry's time sends the deletion early: no button may promise it back then.
  const unsubscribe = known.subscribe(({ changes }) => {
    if (changes.some((change) => change.key === key && change.due > 0)) return;
    dismiss(notice);
    unsubscribe();
  });
}

function focusNeighbour({ id }: TimeEntry): void {
  const rows = [...document.querySelectorAll<HTMLElement>(".entry-main")];
  const index = rows.findIndex(
    (row) => row.closest<HTMLElement>("[data-entry]")?.dataset.entry === id,
  );
  if (index >= 0) (rows[index + 1] ?? rows[index - 1])?.focus();
}
